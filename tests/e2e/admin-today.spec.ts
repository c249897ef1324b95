import type { Page } from '@playwright/test';

import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import { signInToAdmin } from '../support/admin-page';
import { seriousProblems } from '../support/axe';
import { registerPayment, today, type CustomerSide } from '../support/customer-side';
import type { Server } from '../support/server';
import { expect, test } from './portal/portal-test';

const code = { paymentCode: { value: 'RF18539007547034', scheme: 'rf' }, confirmed: ['duplicate'] };

const register = (office: CustomerSide, title: string, dates: readonly string[], more: object = {}) =>
  registerPayment(office, {
    customer: office.customers.boreas,
    title,
    instalments: dates.map((date) => ({ amount: '100.00', date })),
    more: { ...code, ...more },
  });

const read = async (office: CustomerSide, { documentId }: { documentId: string }): Promise<StaffPayment> =>
  (await office.admin.get<{ data: StaffPayment }>(`/payments/payments/${documentId}`)).body.data;

const tick = (server: Server) => server.evaluate(({ strapi }) => strapi.plugin('payments').service('notices').tick());

const openToday = async (page: Page): Promise<void> => {
  await signInToAdmin(page);
  await page.getByRole('link', { name: 'Payments', exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
};

const list = (page: Page, name: string) => page.getByRole('region', { name });

test('Today opens first, and what is due is called about, reminded of and settled on it @journey', async ({
  page,
  portal,
  office,
  server,
  mailbox,
}) => {
  void portal;
  const payment = await register(office, 'Rent due today', [today]);
  await openToday(page);
  const row = list(page, 'Due today, unconfirmed').getByRole('listitem').filter({ hasText: 'Rent due today' });
  await expect(row).toContainText('Boreas AE');
  await expect(row).toContainText('100,00');

  await row.getByRole('button', { name: 'Note a call to Boreas AE about Rent due today' }).click();
  await page.getByRole('dialog').getByLabel('What was said').fill('Pays this afternoon');
  await page.getByRole('button', { name: 'Note the call' }).click();
  await expect(row).toContainText('Pays this afternoon');

  await row.getByRole('button', { name: 'Remind Boreas AE of Rent due today' }).click();
  await expect(page.getByText('A reminder to Boreas AE is on its way')).toBeVisible();
  await tick(server);
  const mail = await mailbox.waitFor(({ recipients }) => recipients.includes(office.boris.email));
  expect(mail.text).toContain('Rent due today');

  await row.getByRole('button', { name: 'Mark Rent due today of Boreas AE paid' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mark paid' }).click();
  await expect(row).toHaveCount(0);
  expect((await read(office, payment)).state).toBe('settled');
  const seen = await office.boris.http.get<{ data: { state: string } }>(
    `/api/payments/obligations/${payment.documentId}`,
  );
  expect(seen.body.data.state).toBe('settled');
});

test('receipts are accepted over several instalments, or rejected with a reason that the contact reads @journey', async ({
  page,
  portal,
  office,
  server,
  mailbox,
}) => {
  void portal;
  const report = async (title: string, amount: string): Promise<{ documentId: string }> => {
    const payment = await register(office, title, ['2026-12-18', '2027-01-18']);
    const path = `/api/payments/instalments/${payment.instalments[0]?.documentId}/receipts`;
    const answer = await office.boris.http.post(path, { paidOn: today, amount, comment: `For ${title}` });
    expect(answer.status).toBe(201);
    return payment;
  };
  const accepted = await report('Accepted tax', '150.00');
  const rejected = await report('Rejected tax', '100.00');
  await openToday(page);
  const receipts = list(page, 'Receipts to review');

  await receipts.getByRole('button', { name: 'Accept the receipt of Boreas AE for Accepted tax' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel(/Paid on instalment 1 /)).toHaveValue('100,00');
  await expect(dialog.getByLabel(/Paid on instalment 2 /)).toHaveValue('50,00');
  await dialog.getByRole('checkbox', { name: 'Send email to user' }).uncheck();
  await dialog.getByRole('button', { name: 'Accept and mark paid' }).click();
  await expect(receipts.getByText('For Accepted tax')).toHaveCount(0);
  expect((await read(office, accepted)).instalments.map(({ paid }) => paid.value)).toEqual(['100.00', '50.00']);

  await receipts.getByRole('button', { name: 'Reject the receipt of Boreas AE for Rejected tax' }).click();
  await dialog.getByLabel('Reason').fill('The file shows another payment');
  await dialog.getByRole('button', { name: 'Reject' }).click();
  await expect(receipts.getByText('For Rejected tax')).toHaveCount(0);
  await tick(server);
  const mail = await mailbox.waitFor(({ text }) => String(text).includes('The file shows another payment'));
  expect(mail.recipients).toEqual([office.boris.email]);

  await page.goto(`/admin/plugins/payments/${rejected.documentId}`);
  await expect(list(page, 'Receipts')).toContainText('The file shows another payment');
});

test('the list is filtered, summed, exported and settled in bulk @journey', async ({ page, portal, office }) => {
  void portal;
  const late = await register(office, 'Bulk late', ['2026-10-01'], { customer: office.customers.papadaki });
  const soon = await register(office, 'Bulk soon', ['2026-11-27'], { customer: office.customers.papadaki });
  await signInToAdmin(page);
  await page.goto(`/admin/plugins/payments/list?q=Bulk`);
  const totals = list(page, 'Totals');
  await expect(totals).toContainText('200,00');
  await expect(totals).toContainText('31–60 days overdue: 1');
  await expect(totals).toContainText('Due in 7 days: 1');

  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('dialog').getByLabel('Next deadline from').fill('1/11/2026');
  await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Bulk late' })).toHaveCount(0);
  expect(new URL(page.url()).searchParams.get('from')).toBe('2026-11-01');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^payments-\d{4}-\d\d-\d\d\.csv$/);
  await page.getByRole('button', { name: /^Remove filter: Due from/ }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Bulk late' })).toBeVisible();

  await page.getByRole('checkbox', { name: 'Select all on this page' }).click();
  await page.getByRole('button', { name: 'Mark paid' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mark paid' }).click();
  await expect(page.getByRole('dialog')).toContainText('2 of 2 done');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByText('Nothing matches')).toBeVisible();
  expect((await read(office, late)).state).toBe('settled');
  expect((await read(office, soon)).state).toBe('settled');
});

test('axe finds nothing serious on Today and on the list, light and dark', async ({ page, portal, office }) => {
  void portal;
  await register(office, 'Seen by axe', [today, '2026-11-02'], { paymentCode: null });
  await openToday(page);
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => localStorage.setItem('STRAPI_THEME', name), theme);
    for (const path of ['payments', 'payments/list']) {
      await page.goto(`/admin/plugins/${path}`);
      await expect(page.getByText('Seen by axe').first()).toBeVisible();
      expect(await seriousProblems(page)).toEqual([]);
    }
  }
});
