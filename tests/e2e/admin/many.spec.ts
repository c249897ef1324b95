import { expect, test } from './admin-test';
import { createCustomer } from '../../support/office';
import { pasteCells } from './grid';
import { ManyPage } from './many-page';

const CUSTOMERS = 150;
const WEIGHTS = [256, 128, 64, 32, 16, 8, 4, 2];

/** A Greek tax number that passes its check digit. */
const taxNumber = (index: number): string => {
  const digits = String(80_000_000 + index);
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (WEIGHTS[at] ?? 0), 0);
  return `${digits}${(sum % 11) % 10}`;
};
const nameOf = (index: number) => `Company ${String(index).padStart(3, '0')}`;
const feeOf = (index: number) => `${100 + index},50`;

test('150 customers get a yearly fee from a pasted sheet: preview, mails, portal @journey', async ({
  page,
  office,
  mailbox,
  server,
  portal,
}) => {
  test.slow();
  for (let index = 0; index < CUSTOMERS - 2; index += 1) {
    await createCustomer(office.admin, nameOf(index), `company-${index}@example.com`, { taxNumber: taxNumber(index) });
  }
  await office.admin.put(`/payments/customers/${office.customers.kafe}`, { taxNumber: taxNumber(900) });
  await createCustomer(office.admin, 'Twin A', null, { taxNumber: taxNumber(901) });
  await createCustomer(office.admin, 'Twin B', null, { taxNumber: taxNumber(901) });

  const many = new ManyPage(page);
  await many.open();
  await many.describe('Chamber fee 2027', '31/1/27');
  const companies = Array.from({ length: CUSTOMERS - 2 }, (_, index) => [
    taxNumber(index),
    nameOf(index),
    feeOf(index),
  ]);
  await many.find([
    ['ΑΦΜ', 'Επωνυμία', 'Ποσό'],
    ...companies,
    ['094 259 216', 'Papadaki', '1.234,56'],
    [taxNumber(900), 'Kafe', '80,00'],
    [taxNumber(901), 'Twin', '5,00'],
    ['123456789', 'Nobody', '1,00'],
  ]);
  await expect(many.dialog.getByText('150 customers found')).toBeVisible();
  await expect(many.dialog.getByText('Nobody has this tax number:')).toBeVisible();
  await expect(many.dialog.getByText('123456789', { exact: true })).toBeVisible();
  await expect(
    many.dialog.getByText(`Several customers have the tax number ${taxNumber(901)}. Which one?`),
  ).toBeVisible();
  await many.dialog.getByRole('button', { name: 'Add 150 customers' }).click();

  await expect(many.amount('Papadaki Eleni')).toHaveValue('1.234,56');
  await expect(many.preview).toContainText('150 payments');
  await expect(many.preview).toContainText('Mon 01/02/2027');
  await expect(many.preview).toContainText('149 contacts get one mail each.');

  await many.amount(nameOf(3)).fill('0');
  await expect(many.preview).toContainText('1 line needs attention.');
  await expect(many.row(nameOf(3))).toContainText('more than zero');
  await many.amount(nameOf(3)).fill('103,50');
  await pasteCells(many.code('Papadaki Eleni'), [['RF18 5390 0754 7034'], ['9,42592E+29']]);
  await expect(page.getByText('The spreadsheet shortened this number', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Create 150 payments' }).click();
  await expect(page.getByRole('heading', { name: 'One obligation for many', level: 1 })).toBeVisible();
  await many.code('Kafe Elenis IKE').fill('');
  await expect(many.preview).not.toContainText('attention');
  await page.getByRole('button', { name: 'Create 150 payments' }).click();
  await expect(page.getByText('150 payments registered')).toBeVisible();
  await expect(page.getByText('Chamber fee 2027').first()).toBeVisible();

  await server.evaluate(({ strapi }) => strapi.plugin('payments').service('notices').tick());
  await mailbox.waitFor(() => mailbox.mails.length >= 149, 60_000);
  const told = mailbox.mails.filter(({ text }) => String(text).includes('Chamber fee 2027'));
  expect(told).toHaveLength(149);
  const eleni = told.filter(({ text }) => String(text).includes('1.234,56'));
  expect(eleni).toHaveLength(1);
  expect(eleni[0]?.text).toContain('80,00');

  await portal.open();
  await portal.signIn('eleni@example.com');
  await expect(portal.payNext).toContainText('Chamber fee 2027');
});
