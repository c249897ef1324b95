import { readFile } from 'node:fs/promises';

import { editPayment, registerPayment } from '../../support/customer-side';
import { attachFile, png } from '../../support/private-files';
import { expect, test } from './portal-test';

const paymentCode = { value: 'RF18539007547034', scheme: 'rf' };

/** Monthly; each test has its own amount, for the same amount, day and code would ask staff for a confirmation. */
const plan = (first: number, count: number, amount: string) =>
  Array.from({ length: count }, (_, index) => {
    const month = first + index;
    const date = `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`;
    return { amount, date };
  });

/** Months from 0; the tests' today is in November. */
const december = 11;

test('the log shows what is owed, by when, and how to pay it @journey', async ({ portal, office }) => {
  const { papadaki, kafe } = office.customers;
  await registerPayment(office, {
    customer: papadaki,
    title: 'Old fine',
    instalments: [{ amount: '80.00', date: '2026-11-16' }],
  });
  await registerPayment(office, {
    customer: papadaki,
    title: 'Income tax 2026',
    instalments: plan(december, 8, '90.25'),
    more: { paymentCode },
  });
  await registerPayment(office, {
    customer: kafe,
    title: 'Rent tax',
    instalments: [{ amount: '42.00', date: '2027-06-01' }],
  });

  await portal.open();
  await portal.signIn(office.eleni.email);

  await expect(portal.payNext).toContainText('Old fine');
  await expect(portal.payNext).toContainText('€80.00');
  await expect(portal.payNext).toContainText('Was due Mon 16 Nov · 7 days ago');
  await expect(portal.payNext).toContainText('not confirmed as paid');
  const payLink = portal.payNext.getByRole('link', { name: /Pay at/ });
  await expect(payLink).toHaveAttribute('href', 'https://example.com/pay');
  await expect(payLink).toHaveAttribute('rel', /noopener/);
  await expect(portal.section(/^Overdue, not confirmed/)).toContainText('Old fine');
  await expect(portal.section(/^Next 30 days/)).toContainText('Income tax 2026');
  await expect(portal.row('Income tax 2026')).toContainText('1/8');
  await expect(portal.row('Rent tax')).toBeHidden();
  await portal.page.getByRole('heading', { name: /^Later/ }).click();
  await expect(portal.row('Rent tax')).toContainText('Kafe Elenis IKE');

  await portal.page.getByLabel('Search').fill('RENT');
  await expect(portal.row('Rent tax')).toBeVisible();
  await expect(portal.row('Income tax 2026')).toBeHidden();
  await portal.page.getByLabel('Search').fill('');
  await portal.page.getByLabel('Customer').selectOption('Kafe Elenis IKE');
  await expect(portal.row('Rent tax')).toBeVisible();
  await expect(portal.row('Old fine')).toBeHidden();
});

test('the log is narrowed by institution and by state, and the address keeps what was chosen @journey', async ({
  page,
  portal,
  office,
}) => {
  const { papadaki } = office.customers;
  const bank = await office.admin.post<{ data: { documentId: string } }>('/payments/institutions', {
    name: 'A bank (example)',
  });
  expect(bank.status).toBe(200);
  const atBank = { ...office, institution: bank.body.data.documentId };
  await registerPayment(atBank, { customer: papadaki, title: 'Loan', instalments: plan(december, 1, '501.00') });
  const paid = await registerPayment(atBank, {
    customer: papadaki,
    title: 'Card fee',
    instalments: plan(december, 1, '12.00'),
  });
  const settled = await office.admin.post(`/payments/instalments/${paid.instalments[0]?.documentId}/settle`, {
    revision: paid.revision,
    paidOn: '2026-11-20',
    sendEmail: false,
  });
  expect(settled.status).toBe(200);
  await registerPayment(office, {
    customer: papadaki,
    title: 'Parking fine',
    instalments: [{ amount: '20.00', date: '2026-11-13' }],
  });
  await portal.open();
  await portal.signIn(office.eleni.email);

  await page.getByLabel('Institution').selectOption('A bank (example)');
  await expect(portal.row('Loan')).toBeVisible();
  await expect(portal.row('Card fee')).toBeVisible();
  await expect(portal.row('Parking fine')).toBeHidden();
  await page.getByLabel('State').selectOption('Paid');
  await expect(portal.row('Loan')).toBeHidden();
  await expect(portal.row('Card fee')).toBeVisible();
  expect(await portal.overflow()).toBe(0);

  await page.reload();
  await expect(portal.row('Card fee')).toBeVisible();
  await expect(page.getByLabel('State')).toHaveValue('settled');
  await expect(page.getByLabel('Institution')).toHaveValue(atBank.institution);
  await expect(portal.row('Parking fine')).toBeHidden();

  await page.getByLabel('Institution').selectOption('All');
  await page.getByLabel('State').selectOption('Overdue, not confirmed');
  await expect(portal.row('Parking fine')).toBeVisible();
  await expect(portal.row('Card fee')).toBeHidden();
  await page.getByRole('link', { name: 'Parking fine' }).click();
  await expect(portal.heading('Parking fine')).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel('State')).toHaveValue('overdue');
  await expect(portal.row('Loan')).toBeHidden();
});

test('the bar at the head says which page is open, and leads back to the log', async ({ page, portal, office }) => {
  await portal.open();
  await portal.signIn(office.eleni.email);
  const home = page.getByRole('banner').getByRole('link', { name: 'Our office' });
  const settings = page.getByRole('banner').getByRole('link', { name: 'Settings' });
  await expect(home).toHaveAttribute('aria-current', 'page');
  await expect(settings).not.toHaveAttribute('aria-current');
  await settings.click();
  await expect(settings).toHaveAttribute('aria-current', 'page');
  await home.click();
  await expect(portal.heading('Your payments')).toBeVisible();
});

test('one obligation shows its numbered instalments and the code to copy; another contact sees nothing @journey', async ({
  page,
  portal,
  office,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const { documentId } = await registerPayment(office, {
    customer: office.customers.papadaki,
    title: 'Property tax',
    instalments: plan(december, 12, '100.50'),
    more: { paymentCode, description: 'As the notice of October says' },
  });

  await portal.open();
  await portal.signIn(office.eleni.email);
  await page.getByRole('link', { name: 'Property tax' }).first().click();

  await expect(portal.heading('Property tax')).toBeFocused();
  await expect(page).toHaveTitle(/^Property tax – /);
  await expect(portal.instalments).toHaveCount(12);
  await expect(portal.instalment(1)).toContainText('Tue 15 Dec');
  await expect(portal.instalment(12)).toContainText('€100.50');
  await expect(page.getByText('€1,206.00').first()).toBeVisible();
  await expect(page.getByText('As the notice of October says')).toBeVisible();
  await expect(page.locator('body')).not.toContainText('secret of');

  await portal.payNext.getByRole('button', { name: /^Copy the payment code/ }).click();
  await expect(portal.payNext.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('RF18539007547034');

  await page.goBack();
  await expect(portal.heading('Your payments')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();

  await portal.open(`obligations/${documentId}`);
  await portal.signIn(office.boris.email);
  await expect(portal.heading('This payment is no longer here')).toBeVisible();
  await expect(page.locator('body')).not.toContainText('Property tax');
});

test('an attachment is saved under its name, byte for byte, and what changed says that it came @journey', async ({
  page,
  portal,
  office,
  server,
}) => {
  const payment = await registerPayment(office, {
    customer: office.customers.papadaki,
    title: 'Fire levy',
    instalments: plan(december, 1, '31.00'),
  });
  await portal.open();
  await portal.signIn(office.eleni.email);
  await portal.untilLive(() => portal.open(`obligations/${payment.documentId}`));
  await expect(page.getByText('Registered', { exact: true })).toBeVisible();

  await attachFile(server, payment.documentId, { name: 'ειδοποίηση οφειλής.png', bytes: png });
  await editPayment(office.admin, payment, { description: 'With its notice' });
  const button = page.getByRole('button', { name: 'Download ειδοποίηση οφειλής.png' });
  await expect(button).toContainText('72 B');
  await expect(portal.news).toContainText('Attachment ειδοποίηση οφειλής.png');
  const download = page.waitForEvent('download');
  await button.click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('ειδοποίηση οφειλής.png');
  expect((await readFile(await file.path())).equals(png)).toBe(true);
});

test('what people typed is text: nothing in it runs, and nothing in it is markup', async ({ page, portal, office }) => {
  const title = '<img src=x onerror="document.title=\'hacked\'">{{7*7}}';
  const { documentId } = await registerPayment(office, {
    customer: office.customers.papadaki,
    title,
    instalments: plan(december, 1, '32.00'),
    more: { description: '<script>document.title="hacked"</script>' },
  });
  await portal.open();
  await portal.signIn(office.eleni.email);
  await expect(page.getByText(title).first()).toBeVisible();
  await portal.open(`obligations/${documentId}`);
  await expect(portal.heading(title)).toBeVisible();
  await expect(page.getByText('<script>document.title="hacked"</script>')).toBeVisible();
  await expect(page).not.toHaveTitle('hacked');
  expect(await page.locator('main img, main script').count()).toBe(0);
});
