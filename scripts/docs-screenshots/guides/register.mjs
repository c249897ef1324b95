import { customerOf, paymentOf } from '../story.mjs';

const fillAutomatic = async (page, { total, date, amount, count }) => {
  await page
    .getByLabel(/^Total/)
    .first()
    .fill(total);
  await page.getByLabel(/^Date of the first/).fill(date);
  await page
    .getByLabel(/^Amount of (the|each|an) instalment|^Amount/)
    .first()
    .fill(amount);
  await page
    .getByLabel(/^Number/)
    .first()
    .fill(count);
  await page
    .getByLabel(/^Number/)
    .first()
    .blur();
};

const create = async (office) =>
  `plugins/payments/create?customer=${(await customerOf(office, 'Georgiou')).documentId}`;

export const shots = [
  {
    name: 'register-automatic',
    at: create,
    async prepare(page) {
      await page.getByLabel(/^Title/).fill('Income tax 2026');
      await page.getByText('Automatic creation of instalments').click();
      await fillAutomatic(page, { total: '1.234,56', date: '31/12/2026', amount: '154,32', count: '8' });
    },
  },
  {
    name: 'register-repair',
    at: create,
    async prepare(page) {
      await page.getByLabel(/^Title/).fill('Income tax 2026');
      await page.getByText('Automatic creation of instalments').click();
      await fillAutomatic(page, { total: '2.000,00', date: '31/12/2026', amount: '300,00', count: '4' });
    },
  },
  {
    name: 'register-like-this',
    at: async (office) =>
      `plugins/payments/create?like=${(await paymentOf(office, 'Corporate income tax')).documentId}`,
    window: 'phone',
  },
];
