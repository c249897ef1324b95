import type { InstitutionValue } from '../../../src/plugins/payments/contracts/institution';
import type { StaffPayment } from '../../../src/plugins/payments/contracts/payment';
import { dataOf } from '../../support/answers';
import { seriousProblems } from '../../support/axe';
import type { CustomerSide } from '../../support/customer-side';
import { createCustomer, createInstitution, createPayment, eur } from '../../support/office';
import type { Server } from '../../support/server';
import { expect, test } from './admin-test';
import { ExtendPage } from './extend-page';

const DECREE = 'Decree A.1012/2031';

const tick = (server: Pick<Server, 'evaluate'>) =>
  server.evaluate(({ strapi }) => strapi.plugin('payments').service('ticker').tick());

/** Moves the office's clock on by so many minutes, and lets out what is due by then. */
const minutesLater = async (server: Pick<Server, 'evaluate'>, minutes: number) => {
  await server.evaluate(({ strapi }, by) => {
    const clock = strapi.plugin('payments').service('clock');
    clock.set(new Date(clock.now().getTime() + by * 60_000).toISOString());
  }, minutes);
  await tick(server);
};

/** A yearly fee of Papadaki and 119 others, due on one day; the last 20 have paid it. */
const oweAll = async ({ admin, customers }: CustomerSide, institution: InstitutionValue): Promise<StaffPayment[]> => {
  const payments: StaffPayment[] = [];
  for (let number = 1; number <= 120; number += 1) {
    const name = `Debtor ${String(number).padStart(3, '0')}`;
    const customer =
      number === 1 ? customers.papadaki : (await createCustomer(admin, name, `debtor${number}@example.com`)).documentId;
    const payment = await createPayment(admin, customer, {
      title: 'Yearly fee 2031',
      institution: institution.documentId,
      plan: { kind: 'single', total: eur('120.00'), date: '2031-02-28' },
    });
    if (number > 100) {
      const settle = { revision: payment.revision, paidOn: '2026-11-20', sendEmail: false };
      await dataOf(admin.post(`/payments/instalments/${payment.instalments[0]?.documentId}/settle`, settle));
    }
    payments.push(payment);
  }
  return payments;
};

const dueDates = async ({ admin }: CustomerSide, payments: readonly StaffPayment[]): Promise<string[]> => {
  const now = payments.map(({ documentId }) => dataOf<StaffPayment>(admin.get(`/payments/payments/${documentId}`)));
  return (await Promise.all(now)).map(({ instalments }) => instalments[0]?.dueDate ?? '');
};

test('a decree moves 120 instalments of one date, 20 of them paid: 100 move, 100 mails, and undo puts all back @journey', async ({
  page,
  office,
  portal,
  mailbox,
  server,
}) => {
  test.slow();
  test.setTimeout(400_000);
  const institution = await createInstitution(office.admin, 'Chamber of the decree');
  const payments = await oweAll(office, institution);
  await minutesLater(server, 20);
  mailbox.reset();

  const extend = new ExtendPage(page);
  await extend.open();
  await extend.show({ institution: 'Chamber of the decree', from: '28/2/2031', to: '31/3/2031' });
  await expect(page.getByRole('row')).toHaveCount(101);
  await expect(extend.bar).toContainText('100 of 100 chosen');
  await expect(extend.bar.getByRole('checkbox', { name: 'Send email to user' })).toBeChecked();
  await extend.bar.getByRole('button', { name: /^Move 100 / }).click();
  await expect(extend.bar).toContainText('Please fill this in');
  await extend.confirm(DECREE, 100);
  await expect(extend.row(DECREE)).toContainText('100 instalments', { timeout: 30_000 });
  const moved = await dueDates(office, payments);
  expect(moved.slice(0, 100).every((date) => date === '2031-03-31')).toBe(true);
  expect(moved.slice(100).every((date) => date === '2031-02-28')).toBe(true);

  await minutesLater(server, 3);
  await expect.poll(() => mailbox.mails.length, { timeout: 60_000 }).toBe(100);
  expect(new Set(mailbox.mails.flatMap(({ recipients }) => recipients)).size).toBe(100);
  expect(mailbox.mails.every(({ text }) => text?.includes(DECREE))).toBe(true);

  await portal.open();
  await portal.signIn(office.eleni.email);
  await portal.open(`obligations/${payments[0]?.documentId}`);
  await expect(portal.instalment(1)).toContainText('31 Mar 2031');
  await expect(page.getByRole('main')).toContainText(DECREE);

  // a week before the old date nobody is reminded of it
  mailbox.reset();
  await server.evaluate(({ strapi }) => strapi.plugin('payments').service('clock').set('2031-02-21T08:00:00Z'));
  await tick(server);
  const old = await server.evaluate(({ strapi }) =>
    strapi.db.query('plugin::payments.reminder').count({ where: { dueDate: '2031-02-28' } }),
  );
  expect(old).toBe(0);

  await page.goto('/admin/plugins/payments/extensions');
  await extend
    .row(DECREE)
    .getByRole('button', { name: `Undo ${DECREE}` })
    .click();
  await expect(extend.dialog).toContainText('100 instalments go back to the old date');
  await extend.dialog.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(extend.row(DECREE)).toContainText('100 went back, 0 stayed', { timeout: 30_000 });
  await expect(extend.row(DECREE).getByRole('button')).toHaveCount(0);
  expect(new Set(await dueDates(office, payments))).toEqual(new Set(['2031-02-28']));
});

test('what somebody changed meanwhile stays and is named; pinned and part-paid are told; also on a phone', async ({
  page,
  office,
  owe,
}) => {
  const due = '2031-06-30';
  await owe('Meanwhile: moves', due);
  const quick = await owe('Meanwhile: paid', due, { plan: { kind: 'single', total: eur('2.00'), date: due } });
  await owe('Meanwhile: pinned', due, { plan: { kind: 'single', total: eur('3.00'), date: due, pinned: true } });
  const partly = await owe('Meanwhile: partly', due, { plan: { kind: 'single', total: eur('40.00'), date: due } });
  const settle = { paidOn: '2026-11-20', sendEmail: false };
  await dataOf(
    office.admin.post(`/payments/instalments/${partly.instalments[0]?.documentId}/settle`, {
      ...settle,
      revision: partly.revision,
      amount: '1.00',
    }),
  );
  const extend = new ExtendPage(page);
  await extend.open();
  await extend.show({ title: 'meanwhile', from: '30/6/2031', to: '12/7/2031' });
  await expect(page.getByText(/is closed \(weekend\)/)).toBeVisible();
  await expect(extend.bar).toContainText('2 of 4 chosen');
  await expect(extend.tick(/Meanwhile: pinned/)).not.toBeChecked();
  await expect(extend.tick(/Meanwhile: partly/)).toBeDisabled();
  await expect(extend.row('Meanwhile: pinned')).toContainText('its date was set by hand');
  await expect(extend.row('Meanwhile: moves')).toContainText('Mon 14/07/2031');
  expect(await seriousProblems(page)).toEqual([]);

  await dataOf(
    office.admin.post(`/payments/instalments/${quick.instalments[0]?.documentId}/settle`, {
      ...settle,
      revision: quick.revision,
    }),
  );
  await extend.confirm('Decree of the meantime', 2);
  await expect(page.getByText('1 instalment stayed where it is')).toBeVisible();
  await expect(page.getByText('Meanwhile: paid: paid meanwhile')).toBeVisible();
  await expect(extend.row('Meanwhile: pinned')).toBeVisible();
  await expect(extend.row('Meanwhile: moves')).toHaveCount(0);

  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto('/admin/plugins/payments/extensions');
  await expect(extend.row('Decree of the meantime')).toBeVisible();
  expect(await seriousProblems(page)).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBeLessThanOrEqual(0);
  await extend.row('Decree of the meantime').getByRole('button').click();
  await extend.dialog.waitFor();
  expect(await seriousProblems(page, '[role=dialog]')).toEqual([]);
});
