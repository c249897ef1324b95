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

/** A colleague renames the payment while its description is typed; then it is saved. */
const saveSecond = async (page, office) => {
  await page.getByLabel('Description').fill('Twenty-four monthly instalments, by standing order.');
  const { documentId, revision } = await paymentOf(office, 'Arrangement of arrears');
  await office.staff('PUT', `/payments/payments/${documentId}`, {
    revision,
    title: 'Arrangement of arrears 2026',
    sendEmail: false,
  });
  await page.getByRole('region', { name: 'Unsaved changes' }).getByRole('button', { name: 'Save' }).click();
  await page.getByText('Somebody else saved this payment').waitFor();
};

const planAnew = async (page) => {
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Plan the rest anew' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Date of the first/).fill('31/12/2026');
  await dialog.getByLabel(/^Amount/).fill('1.200,00');
  await dialog.getByLabel(/^Number/).fill('6');
  await dialog.getByLabel(/^Number/).blur();
  await dialog.getByRole('row').nth(6).waitFor();
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
  {
    name: 'payment-plan-anew',
    at: open('Corporate income tax'),
    prepare: planAnew,
    part: (page) => page.getByRole('dialog'),
  },
  { name: 'payment-conflict', at: open('Arrangement of arrears'), prepare: saveSecond, height: 900 },
  { name: 'payment-phone-greek', at: open('Εργοδοτικές εισφορές'), language: 'el', window: 'phone', height: 1500 },
];
