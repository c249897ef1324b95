import { paymentOf } from '../story.mjs';

const open = (title) => async (office) => `plugins/payments/${(await paymentOf(office, title)).documentId}`;

/** Chooses an instalment by its number, counted from one, and presses one of the buttons above the list. */
const choose = (number, button) => async (page) => {
  await page
    .getByRole('radio')
    .nth(number - 1)
    .check({ force: true });
  await page.getByRole('button', { name: button, exact: true }).first().click();
  await page.getByRole('dialog').waitFor();
};

export const shots = [
  {
    name: 'payment-edit-instalment',
    at: open('Corporate income tax'),
    prepare: choose(3, 'Edit'),
    part: (page) => page.getByRole('dialog'),
  },
  {
    name: 'payment-mark-paid',
    at: open('Corporate income tax'),
    prepare: choose(3, 'Mark paid'),
    part: (page) => page.getByRole('dialog'),
  },
  { name: 'payment-phone-greek', at: open('Εργοδοτικές εισφορές'), language: 'el', window: 'phone', height: 1500 },
];
