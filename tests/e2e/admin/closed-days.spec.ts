import type { ClosedDayEffect, OfficeClosedDay } from '../../../src/plugins/payments/contracts/closed-days';
import type { StaffPayment } from '../../../src/plugins/payments/contracts/payment';
import { labelled } from '../../support/admin-page';
import { dataOf } from '../../support/answers';
import type { CustomerSide } from '../../support/customer-side';
import { createPayment, eur } from '../../support/office';
import { expect, test } from './admin-test';

const dueDates = async ({ admin }: CustomerSide, { documentId }: StaffPayment): Promise<string[]> =>
  (await dataOf<StaffPayment>(admin.get(`/payments/payments/${documentId}`))).instalments.map(({ dueDate }) => dueDate);

/** Takes the office's own days out again, and puts back what they moved, so that other tests find the calendar as it was. */
test.afterEach(async ({ office: { admin } }) => {
  for (const { documentId } of await dataOf<OfficeClosedDay[]>(admin.get('/payments/closed-days?pageSize=100'))) {
    await dataOf(admin.delete(`/payments/closed-days/${documentId}`));
  }
  const effects = await dataOf<ClosedDayEffect[]>(admin.get('/payments/closed-days/effects'));
  if (effects.length === 0) return;
  const chosen = effects.map(({ documentId, to }) => ({ documentId, to }));
  await dataOf(admin.post('/payments/closed-days/apply', { effects: chosen, sendEmail: false }));
});

test('a closed day moves what staff choose: the customer sees the new date and gets one mail @journey', async ({
  closedDays,
  portal,
  office,
  mailbox,
  server,
  owe,
}) => {
  const tax = await owe('Strike tax', '2031-03-05', { sendEmail: true });
  const other = await owe('Left where it is', '2031-03-05', {
    plan: { kind: 'single', total: eur('77.00'), date: '2031-03-05' },
  });
  const tick = () => server.evaluate(({ strapi }) => strapi.plugin('payments').service('ticker').tick());
  await tick();
  await mailbox.waitFor(({ subject = '' }) => subject.includes('Strike tax'), 20_000);
  mailbox.reset();

  await closedDays.open(2031);
  await closedDays.add({ date: '5/3/2031', name: 'General strike', reference: 'Decree 5/2031' });
  const move = closedDays.move('Wed 05/03/2031', 'Thu 06/03/2031');
  await expect(move).toContainText('2 instalments: General strike');
  await expect(move.getByRole('row').filter({ hasText: 'Strike tax' })).toContainText('Papadaki Eleni');
  expect(await dueDates(office, tax)).toEqual(['2031-03-05']);

  await move.getByRole('checkbox', { name: 'Move Left where it is 1/1 of Papadaki Eleni' }).click();
  await expect(closedDays.bar).toContainText('1 of 2 chosen');
  await expect(closedDays.bar.getByRole('checkbox', { name: 'Send email to user' })).toBeChecked();
  await closedDays.confirmMove(1);
  await expect(move).toContainText('1 instalment: General strike');
  expect(await dueDates(office, tax)).toEqual(['2031-03-06']);
  expect(await dueDates(office, other)).toEqual(['2031-03-05']);

  await server.evaluate(({ strapi }) => {
    const clock = strapi.plugin('payments').service('clock');
    clock.set(new Date(clock.now().getTime() + 3 * 60_000).toISOString());
  });
  await tick();
  const mail = await mailbox.waitFor(({ recipients }) => recipients.includes('eleni@example.com'), 20_000);
  expect(mail.subject).toContain('Strike tax');
  expect(mail.text).toMatch(/5\D{1,12}2031[\s\S]*6\D{1,12}2031/);
  await tick();
  expect(mailbox.mails).toHaveLength(1);

  await portal.open();
  await portal.signIn(office.eleni.email);
  await portal.open(`obligations/${tax.documentId}`);
  await expect(portal.instalment(1)).toContainText('6 Mar 2031');
  await expect(portal.instalment(1)).toContainText('General strike');
});

test('120 effects are searched, chosen together and moved without a mail', async ({
  closedDays,
  page,
  office,
  mailbox,
}) => {
  test.slow();
  const { papadaki, kafe, boreas } = office.customers;
  const forty = { kind: 'manual', total: eur('400.00'), period: 'monthly' };
  const payments: StaffPayment[] = [];
  for (const [customer, title] of [
    [papadaki, 'Forty of Papadaki'],
    [kafe, 'Forty of Kafe'],
    [boreas, 'Forty of Boreas with a title so long that it could push every other column out of the window'],
  ] as const) {
    const instalments = Array.from({ length: 40 }, () => ({ amount: '10.00', date: '2031-09-10' }));
    payments.push(
      await createPayment(office.admin, customer, { title, plan: { ...forty, instalments }, sendEmail: false }),
    );
  }
  await dataOf(office.admin.post('/payments/closed-days', { date: '2031-09-10', name: 'Flood' }));
  mailbox.reset();

  await closedDays.open(2031);
  await page.getByRole('status').filter({ hasText: '120 open instalments' }).waitFor();
  await page.getByRole('link', { name: 'Review and move' }).click();
  await expect(closedDays.bar).toContainText('120 of 120 chosen');
  await expect(page.getByRole('row')).toHaveCount(121);

  await page.getByLabel('Search due dates').fill('ΚΑΦΈ');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await page.getByLabel('Search due dates').fill('kafe');
  await expect(page.getByRole('row')).toHaveCount(41);
  await page.getByRole('checkbox', { name: /^Move all/ }).click();
  await expect(closedDays.bar).toContainText('80 of 120 chosen');
  await page.getByLabel('Search due dates').fill('');
  await expect(page.getByRole('checkbox', { name: /^Move all/ })).toHaveAttribute('aria-checked', 'mixed');

  // the bar stays in the window while a hundred rows are scrolled
  await expect(closedDays.bar).toBeInViewport();
  await closedDays.bar.getByRole('checkbox', { name: 'Send email to user' }).click();
  await closedDays.confirmMove(80);
  await expect(page.getByRole('row')).toHaveCount(41);
  const dates = await Promise.all(payments.map(async (payment) => [...new Set(await dueDates(office, payment))]));
  expect(dates).toEqual([['2031-09-11'], ['2031-09-10'], ['2031-09-11']]);
  expect(mailbox.mails).toHaveLength(0);
});

test('what was paid in the meantime stays, and staff are told', async ({ closedDays, page, office, owe }) => {
  const paid = await owe('Paid in the meantime', '2031-04-09');
  await owe('Moved after all', '2031-04-09', { plan: { kind: 'single', total: eur('78.00'), date: '2031-04-09' } });
  await dataOf(office.admin.post('/payments/closed-days', { date: '2031-04-09', name: 'Snow' }));
  await closedDays.openEffects();
  await expect(closedDays.bar).toContainText('2 of 2 chosen');
  await dataOf(
    office.admin.post(`/payments/instalments/${paid.instalments[0]?.documentId}/settle`, {
      revision: paid.revision,
      paidOn: '2026-11-20',
      sendEmail: false,
    }),
  );
  await closedDays.bar.getByRole('button', { name: 'Move 2 due dates' }).click();
  await expect(page.getByText('1 instalment stayed where it was')).toBeVisible();
  await expect(page.getByText('There is nothing to move')).toBeVisible();
  expect(await dueDates(office, paid)).toEqual(['2031-04-09']);
});

test('a year lists where each day is known from; a holiday is removed, an expected one decreed', async ({
  closedDays,
  page,
}) => {
  await closedDays.open(2024);
  await expect(closedDays.row('07/05/2024')).toContainText('Corrected');
  await expect(closedDays.row('07/05/2024')).toContainText('Moved from Wed 01/05/2024');
  await expect(closedDays.row('07/05/2024')).toContainText('Decision 15102');

  await closedDays.open(2027);
  await expect(closedDays.row('28/10/2027')).toContainText('Public holiday');
  const expected = closedDays.row('04/05/2027');
  await expect(expected).toContainText('Expected');
  await expected.getByRole('button', { name: /^The decree is issued/ }).click();
  await closedDays.dialog.getByLabel('Decree').fill('Decree 12/2027');
  await closedDays.save();
  await expect(page.getByText('No open due date moves for it').first()).toBeVisible();
  await expect(expected).toContainText('Added by the office');
  await expect(expected).toContainText('Decree 12/2027');

  await closedDays
    .row('28/10/2027')
    .getByRole('button', { name: /^Do not keep/ })
    .click();
  await closedDays.save();
  await expect(closedDays.row('28/10/2027')).toContainText('Removed by the office');
  await closedDays
    .row('28/10/2027')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await closedDays.dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(closedDays.row('28/10/2027')).toContainText('Public holiday');

  await expected.getByRole('button', { name: /^Change/ }).click();
  await closedDays.dialog.getByLabel(labelled('Date')).fill('5/5/2027');
  await closedDays.save();
  await expect(closedDays.row('05/05/2027')).toContainText('Added by the office');
  await expect(expected).toContainText('Expected');
});

test('what cannot be is said at its field, and nothing is saved', async ({ closedDays, page, office }) => {
  await dataOf(office.admin.post('/payments/closed-days', { date: '2031-06-03', name: 'Taken' }));
  await closedDays.open(2031);
  await page.getByRole('button', { name: 'Add a closed day' }).click();
  await closedDays.save();
  await expect(closedDays.dialog.getByText('Please fill this in.')).toHaveCount(2);
  await closedDays.fill({ date: '31/2/2031', name: 'No such day' });
  await closedDays.save();
  await expect(closedDays.dialog.getByText('There is no such day in the calendar.')).toBeVisible();
  await closedDays.fill({ date: '3/6/2031', name: 'Again' });
  await closedDays.save();
  await expect(closedDays.dialog.getByText('This day has an entry already').first()).toBeVisible();
  await closedDays.dialog.getByRole('combobox', { name: 'What happens' }).click();
  await page.getByRole('option', { name: 'The public holiday is not kept' }).click();
  await closedDays.fill({ date: '4/6/2031', name: 'None' });
  await closedDays.save();
  await expect(closedDays.dialog.getByText('This day is no public holiday').first()).toBeVisible();
  expect(await dataOf<OfficeClosedDay[]>(office.admin.get('/payments/closed-days'))).toHaveLength(1);
});
