import type { Page } from '@playwright/test';

import { signInToAdmin } from '../support/admin-page';
import { registerPayment } from '../support/customer-side';
import type { CustomerSide } from '../support/customer-side';
import { expect, test } from './portal/portal-test';

const open = async (page: Page, path: string): Promise<void> => {
  await signInToAdmin(page);
  await page.goto(`/admin/plugins/payments/${path}`);
};

/** A payment that its customer's contact was told of. */
const toldOf = (office: CustomerSide, title: string, customer = office.customers.boreas, sendEmail = true) =>
  registerPayment(office, {
    customer,
    title,
    instalments: [
      { amount: '100.00', date: '2026-11-30' },
      { amount: '150.00', date: '2027-04-15' },
    ],
    more: { sendEmail },
  });

test('the delivery log shows the text as it was sent, and sends it again @journey', async ({
  page,
  portal,
  office,
  mailbox,
}) => {
  void portal;
  await toldOf(office, 'Told in the log');
  const arrived = () => mailbox.to('boris@example.com').filter(({ subject }) => subject?.includes('Told in the log'));
  await expect.poll(() => arrived().length).toBe(1);
  await open(page, 'notices?kind=registered');
  await page.getByPlaceholder('Subject or address…').fill('Told in the log');
  const row = page.getByRole('row').filter({ hasText: 'Told in the log' });
  await expect(row).toContainText('boris@example.com');
  await expect(row).toContainText('Sent');
  await row.getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.frameLocator('iframe').getByRole('heading', { name: 'Told in the log' })).toBeVisible();
  await expect(dialog.locator('iframe')).toHaveAttribute('sandbox', '');
  await dialog.getByRole('tab', { name: 'As plain text' }).click();
  await expect(dialog.locator('pre')).toContainText('Told in the log');
  await dialog.getByRole('button', { name: 'Send again' }).click();
  await expect.poll(() => arrived().length, { timeout: 20_000 }).toBe(2);
  await expect(page.getByRole('row').filter({ hasText: 'by hand' }).first()).toBeVisible();

  await page.goto('/admin/plugins/payments/notices?state=problem&q=Told%20in%20the%20log');
  await expect(page.getByText('Nothing matches.', { exact: false })).toBeVisible();
});

test('what goes out in the next 14 days is seen, and held back', async ({ page, portal, office }) => {
  void portal;
  await toldOf(office, 'To be held back', office.customers.boreas, false);
  await open(page, 'notices?tab=forecast');
  const rows = page.getByRole('row').filter({ hasText: 'To be held back' });
  await expect(rows.first()).toContainText('Boris Vorias');
  await rows.first().getByRole('button', { name: 'Hold back' }).click();
  await expect(rows.first()).toContainText('Nobody: Held back by staff');
});

test('from a payment staff remind at once and write in their own words @journey', async ({
  page,
  portal,
  office,
  mailbox,
}) => {
  void portal;
  const payment = await toldOf(office, 'Asked for by hand', office.customers.boreas, false);
  await open(page, payment.documentId);
  const panel = page.getByRole('region', { name: 'Notices' });
  await expect(panel).toContainText('Nobody was told of this payment yet.');
  await panel.getByRole('button', { name: 'Remind now' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remind now' }).click();
  await mailbox.waitFor(({ subject }) => Boolean(subject?.startsWith('Reminder: Asked for by hand, 1/2')), 20_000);
  await panel.getByRole('button', { name: 'Message' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Boris Vorias · boris@example.com')).toBeChecked();
  await dialog.getByLabel('Subject').fill('Please call');
  await dialog.getByRole('textbox', { name: 'Message' }).fill('Before Friday.');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await mailbox.waitFor(({ subject }) => subject === `Please call [${payment.reference}]`, 20_000);
  await expect(panel.getByRole('listitem').filter({ hasText: 'Please call' })).toBeVisible();
});

test('a mail is worded, seen before it is kept, and tried out @journey', async ({ page, portal, office, mailbox }) => {
  void portal;
  void office;
  await open(page, 'settings/texts');
  await expect(page.getByRole('heading', { name: 'Mail texts', level: 1 })).toBeVisible();
  await page.getByRole('combobox', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'English' }).click();
  const subject = page.getByLabel('Subject');
  await expect(subject).toHaveValue(/^Reminder: /);
  await subject.fill('Kindly pay {{titel}}');
  await expect(page.getByText('{{titel}} is not known here.', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' }).first()).toBeDisabled();
  await subject.fill('Kindly pay {{title}}');
  await page.getByLabel('Opening text').fill('Dear friend, {{amount}} is <b>due</b>.');
  await expect(page.getByTestId('preview-subject')).toHaveText('Kindly pay Example tax [P-0000]');
  await expect(page.frameLocator('iframe').getByText('Dear friend, €154.32 is <b>due</b>.').last()).toBeVisible();
  await page.getByRole('button', { name: 'Send me a test mail' }).click();
  await mailbox.waitFor((mail) => mail.subject === 'Kindly pay Example tax [P-0000]', 20_000);
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText('Worded by the office')).toBeVisible();
  await page.getByRole('button', { name: 'Original text' }).click();
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText('Worded by the office')).toBeHidden();
});

test('the home page shows what is due, what is late and what failed @journey', async ({
  page,
  portal,
  office,
  mailbox,
}) => {
  void portal;
  await registerPayment(office, {
    customer: office.customers.boreas,
    title: 'Due in this week',
    instalments: [{ amount: '70.00', date: '2026-11-26' }],
  });
  await registerPayment(office, {
    customer: office.customers.boreas,
    title: 'Late since October',
    instalments: [{ amount: '80.00', date: '2026-10-15' }],
  });
  mailbox.behave({ kind: 'die-after-data', keep: false, times: 1 });
  await toldOf(office, 'Nobody knows', office.customers.kafe);
  await expect
    .poll(
      async () => (await office.admin.get<{ data: object[] }>('/payments/notices?state=problem')).body.data.length,
      {
        timeout: 20_000,
      },
    )
    .toBe(1);
  await signInToAdmin(page);
  await page.goto('/admin');
  await expect(page.getByRole('link', { name: 'Due in this week' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Late since October' })).toBeVisible();
  await expect(page.getByRole('link', { name: /Nobody knows/ })).toBeVisible();
  await page.getByRole('link', { name: 'All of them' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Nobody knows' })).toContainText('Uncertain');
});
