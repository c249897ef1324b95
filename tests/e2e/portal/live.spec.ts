import { registerPayment, type StaffPayment } from '../../support/customer-side';
import { PortalPage } from './portal-page';
import { expect, test } from './portal-test';

/** The promise is a second; the machine that runs the tests has other work as well. */
const atOnce = { timeout: 2_000 };

const instalments = [
  { amount: '100.00', date: '2026-12-15' },
  { amount: '100.00', date: '2027-01-15' },
];

test('an edit appears on the open page without a reload, marked and in words @journey', async ({
  page,
  portal,
  office,
}) => {
  const payment = await registerPayment(office, { customer: office.customers.papadaki, title: 'Car tax', instalments });
  await portal.open();
  await portal.signIn(office.eleni.email);
  const log = new PortalPage(await page.context().newPage());
  await log.untilLive(() => log.open());
  await expect(log.page.getByRole('link', { name: 'Car tax' }).first()).toBeVisible();
  await portal.untilLive(() => portal.open(`obligations/${payment.documentId}`));
  await expect(portal.instalment(2)).toContainText('Fri 15 Jan 2027');

  const second = payment.instalments[1]?.documentId;
  const edit = { revision: payment.revision, amount: '120.00', rest: 'total', dueDate: '2027-01-20', sendEmail: false };
  const answer = await office.admin.put<{ data: StaffPayment }>(`/payments/instalments/${second}`, edit);
  expect(answer.status).toBe(200);

  await expect(portal.instalment(2)).toContainText('Wed 20 Jan 2027', atOnce);
  await expect(portal.instalment(2)).toContainText('€120.00');
  await expect(portal.instalment(2)).toContainText('Updated');
  await expect(portal.instalment(1)).not.toContainText('Updated');
  await expect(page.getByText('Updated just now', { exact: true })).toBeVisible();
  await expect(portal.news).toContainText('Instalment 2 · Amount');
  await expect(portal.news).toContainText('Instalment 2 · Due date');
  await expect(portal.news).toContainText('Total');
  await expect(page.locator('[aria-live=polite]')).toContainText('now €120.00, was €100.00');
  await portal.news.getByRole('button', { name: 'Got it' }).click();
  await expect(portal.news).toBeHidden();
  await expect(log.page.getByRole('listitem').filter({ hasText: 'Car tax' })).toContainText('Updated', atOnce);
});

test('a payment that is registered appears on the open log, one that is withdrawn disappears', async ({
  page,
  portal,
  office,
}) => {
  await portal.open();
  await portal.untilLive(() => portal.signIn(office.boris.email));
  await expect(page.getByText('Nothing to pay')).toBeVisible();

  const boreas = { customer: office.customers.boreas, title: 'Dog licence', instalments };
  const payment = await registerPayment(office, boreas);
  await expect(portal.row('Dog licence')).toContainText('New', atOnce);

  await office.admin.delete(`/payments/payments/${payment.documentId}?revision=${payment.revision}&sendEmail=false`);
  await expect(portal.row('Dog licence')).toBeHidden(atOnce);
});

test('the page follows again after the server was restarted', async ({ portal, office, server }) => {
  const payment = await registerPayment(office, { customer: office.customers.papadaki, title: 'Water', instalments });
  await portal.open();
  await portal.signIn(office.eleni.email);
  await portal.open(`obligations/${payment.documentId}`);
  await expect(portal.instalments).toHaveCount(2);

  await server.restart();
  const answer = await office.admin.put(`/payments/payments/${payment.documentId}`, {
    revision: payment.revision,
    title: 'Water and sewage',
    sendEmail: false,
  });
  expect(answer.status).toBe(200);
  await expect(portal.heading('Water and sewage')).toBeVisible({ timeout: 40_000 });
});

test('a phone that was out of reach says so, and catches up by itself when it is back', async ({
  page,
  portal,
  office,
}) => {
  const payment = await registerPayment(office, { customer: office.customers.papadaki, title: 'Roads', instalments });
  await portal.open();
  await portal.signIn(office.eleni.email);
  await portal.untilLive(() => portal.open(`obligations/${payment.documentId}`));
  await expect(portal.instalments).toHaveCount(2);

  await page.context().setOffline(true);
  const answer = await office.admin.put(`/payments/payments/${payment.documentId}`, {
    revision: payment.revision,
    title: 'Roads and bridges',
    sendEmail: false,
  });
  expect(answer.status).toBe(200);
  await expect(page.getByText(/could not be refreshed|Not connected/).first()).toBeVisible({ timeout: 30_000 });
  await expect(portal.heading('Roads')).toBeVisible();
  await page.context().setOffline(false);
  await expect(portal.heading('Roads and bridges')).toBeVisible({ timeout: 40_000 });
  await expect(portal.news).toContainText('Title');
});
