import { readFileSync } from 'node:fs';

import type { ImportBatch } from '../../../src/plugins/payments/contracts/import-values';
import { dataOf } from '../../support/answers';
import { seriousProblems } from '../../support/axe';
import { fixture } from '../../support/imports';
import { createCustomer, createInstitution } from '../../support/office';
import { createAdmin } from '../../support/users';
import { signInToAdmin } from '../../support/admin-page';
import { expect, test } from './admin-test';

const lastYear = fixture('last-year.csv');

/** Whom and what the spreadsheet names, besides Papadaki, whom the office has. */
test.beforeEach(({ office, stage }) =>
  stage.once('named in the spreadsheet', async () => {
    await createCustomer(office.admin, 'Γεωργίου Ιωάννης', null, { reference: 'G-1' });
    await createCustomer(office.admin, 'Γεωργίου Ιωάννης', null, { reference: 'G-2' });
    await createInstitution(office.admin, 'ΑΑΔΕ', { codeScheme: 'gr-tax' });
    await createInstitution(office.admin, 'ΕΦΚΑ', { codeScheme: 'gr-rf' });
  }),
);

test('last year’s spreadsheet, with its bad lines, becomes what the customer sees in the portal @journey', async ({
  imports,
  page,
  portal,
  office,
  mailbox,
  server,
}) => {
  test.slow();
  await test.step('the customers come first, with a contact', async () => {
    await imports.open();
    await imports.kind('Customers with their contacts');
    const csv = 'Επωνυμία;ΑΦΜ;Επαφή;Email επαφής\nΆλφα Α.Ε.;090000045;Νίκος;nikos@example.com\nΠαπαδάκη;094259216;;';
    await imports.choose('pelates.csv', Buffer.from(csv));
    await expect(imports.result).toContainText('1 customer, 1 contact');
    await expect(imports.result).toContainText('1 line is a customer whom you have already');
    await imports.start('1 customer').click();
    await expect(page.getByRole('region', { name: 'Imported' })).toContainText('1 customer, 1 contact');
    await page.getByRole('button', { name: 'Import another file' }).click();
  });

  await test.step('a first look names every bad line, and nothing can be imported yet', async () => {
    await imports.kind('Payments');
    await imports.choose('ofeiles-2025.csv', lastYear);
    await expect(imports.result).toContainText('2 payments, 13 instalments');
    await expect(imports.result).toContainText('15 lines cannot be imported as they are.');
    for (const [line, column, value, what] of [
      [4, 'Payment code', '9,42592E+29', 'shortened'],
      [5, 'Tax number', '94259216', 'lost its first zero'],
      [6, 'Tax number', '9425921', '9 digits, this one 7'],
      [7, 'Payment code', 'RF9891156599000000001234', 'has 24 characters'],
      [8, 'Total', '12,345', 'could be'],
      [9, 'Due date', '31/2/2027', 'no such day'],
      [10, 'Due date', '31/1', 'year is missing'],
      [11, 'Tax number', '123456783', 'no such customer'],
      [12, 'Customer', 'Γεωργίου Ιωάννης', 'G-1'],
      [13, 'Institution', 'Εφορεία', 'no such institution'],
      [14, 'Number of instalments', '4', '800,00'],
      [15, 'Title', '—', 'missing'],
      [16, 'Total', '—', 'missing'],
    ] as const) {
      await expect(imports.line(line)).toContainText(column);
      await expect(imports.line(line)).toContainText(value);
      await expect(imports.line(line)).toContainText(what);
    }
    await expect(imports.start('2 payments')).toBeDisabled();
    expect(await seriousProblems(page)).toEqual([]);
  });

  await test.step('what was found can be taken along, and runs nothing in a spreadsheet', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download this list' }).click(),
    ]);
    const list = readFileSync(await download.path(), 'utf8');
    expect(list).toContain('5;Tax number;94259216;');
    expect(list.split(/[\r\n;]+/).filter((cell) => /^"?[=+@]/.test(cell))).toEqual([]);
  });

  await test.step('a proposal is taken, a name is put right, the rest is left out', async () => {
    await imports.line(5).getByRole('button', { name: 'Take 094259216' }).click();
    await expect(imports.result).toContainText('3 payments, 14 instalments');
    await page.getByLabel('Line 13, Institution: correct value').fill('ΑΑΔΕ');
    await page.getByLabel('Line 13, Institution: correct value').press('Enter');
    await expect(imports.result).toContainText('4 payments, 15 instalments');
    await expect(imports.result).toContainText('13 lines cannot be imported');
    await page.getByRole('checkbox', { name: /1 payment seems to be there already/ }).click();
    await expect(imports.result).toContainText('5 payments, 16 instalments');
    await page.getByRole('checkbox', { name: 'Leave out the 12 bad lines' }).click();
    mailbox.reset();
    await imports.start('5 payments').click();
    await expect(page.getByRole('region', { name: 'Imported' })).toContainText('5 payments, 16 instalments');
    await expect(page.getByRole('region', { name: 'Imported' })).toContainText('12 bad lines were left out.');
  });

  await test.step('the customer sees them in the portal, and nobody was mailed', async () => {
    await server.evaluate(({ strapi }) => strapi.plugin('payments').service('ticker').tick());
    expect(mailbox.mails).toEqual([]);
    const theirs = new (portal.constructor as new (open: typeof page) => typeof portal)(
      await page
        .context()
        .browser()!
        .newContext({ baseURL: server.url, locale: 'en-GB' })
        .then((context) => context.newPage()),
    );
    await theirs.open();
    await theirs.signIn(office.eleni.email);
    for (const title of ['Ρύθμιση 2026', 'ΕΝΦΙΑ', 'Τέλη κυκλοφορίας']) {
      // what is due later is folded
      await expect(theirs.page.getByText(title).first()).toBeAttached();
    }
    const list = await dataOf<{ title: string; total: { value: string }; paid: { value: string } }[]>(
      office.eleni.http.get('/api/payments/obligations?state=all&q=2026'),
    );
    expect(list).toEqual([
      expect.objectContaining({
        total: { value: '1200.00', currency: 'EUR' },
        paid: { value: '200.00', currency: 'EUR' },
      }),
    ]);
    expect(JSON.stringify(list)).not.toContain('=1+1');
    await theirs.page.context().close();
  });

  await test.step('once something of it is paid it is not undone, and says why; else it goes as one', async () => {
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await imports.dialog.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('region', { name: 'Undone' })).toBeVisible();
    expect(await dataOf<unknown[]>(office.eleni.http.get('/api/payments/obligations?state=all'))).toEqual([]);
    const [last] = await dataOf<ImportBatch[]>(office.admin.get('/payments/imports'));
    expect(last).toMatchObject({ state: 'undone', payments: 5, skipped: 12 });
  });
});

test('columns that are not understood are named once, and remembered', async ({ imports, page }) => {
  const csv = 'Ποιος;Τι;Πόσα;Πότε\n094259216;Remembered;5;29/1/2027';
  await imports.open();
  await imports.choose('other.csv', Buffer.from(csv));
  await expect(page.getByText('Say which column is: Title, Due date.')).toBeVisible();
  for (const [header, column] of [
    ['Ποιος', 'Tax number'],
    ['Τι', 'Title'],
    ['Πόσα', 'Total'],
    ['Πότε', 'Due date'],
  ] as const) {
    await page.getByRole('combobox', { name: `What ${header} is imported as` }).click();
    await page.getByRole('option', { name: column, exact: true }).click();
  }
  await imports.start('1 payment').click();
  await expect(page.getByRole('region', { name: 'Imported' })).toContainText('1 payment');
  await page.getByRole('button', { name: 'Import another file' }).click();
  await imports.choose('other.csv', Buffer.from(csv));
  await expect(page.getByText('4 of 4 columns are understood')).toBeVisible();
  await page.getByRole('button', { name: 'Change the columns' }).click();
  await expect(page.getByRole('combobox', { name: 'What Ποιος is imported as' })).toContainText('Tax number');
  await expect(page.getByText('This file was imported before')).toBeVisible();
});

test('whoever may not import sees no entry and no page', async ({ browser, server }) => {
  const clerk = await createAdmin(server, ['read', 'create']);
  const page = await (await browser.newContext({ baseURL: server.url, locale: 'en-GB' })).newPage();
  await signInToAdmin(page, clerk);
  await page.goto('/admin/plugins/payments');
  const nav = page.getByRole('navigation', { name: 'Payments' });
  await expect(nav.getByRole('link', { name: 'Customers' })).toBeVisible();
  await expect(nav.getByRole('link', { name: 'Import' })).toHaveCount(0);
  await page.goto('/admin/plugins/payments/import');
  await expect(page.getByText(/don't have the permissions/)).toBeVisible();
  await page.context().close();
});
