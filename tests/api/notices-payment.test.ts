import type { NoticeItem } from '../../src/plugins/payments/contracts/notice';
import { takenUpReminder } from '../../src/plugins/payments/contracts/payment-reminders';
import type { TakenUpReminder } from '../../src/plugins/payments/contracts/payment-reminders';
import { dataOf, refusalOf } from '../support/answers';
import { startMailOffice, type MailOffice } from '../support/mail-office';
import type { Envelope } from '../support/office';

let office: MailOffice;

beforeAll(async () => {
  office = await startMailOffice();
});

beforeEach(async () => {
  office.mailbox.reset();
  await office.clock('2026-11-23T10:00:00Z');
});

afterAll(() => office.close());

const someonesPayment = async () => {
  const person = await office.someone({ language: 'en' });
  const payment = await office.register(person.customer, { sendEmail: false });
  return { ...person, payment, path: `/payments/payments/${payment.documentId}` };
};

describe('the reminders of a payment', () => {
  test('say which went, which did not and why; the latest first', async () => {
    const { payment, path, contact } = await someonesPayment();
    await office.clock('2027-01-28T12:00:00Z');
    await office.tick();
    const rows = await dataOf<TakenUpReminder[]>(office.staff.get(`${path}/reminders`));
    for (const row of rows) expect(() => takenUpReminder.parse(row)).not.toThrow();
    expect(rows).toMatchObject([
      { step: -1, state: 'sent', reason: null, contact: { documentId: contact }, instalment: { number: 1 } },
      { step: -7, state: 'skipped', reason: 'overtaken', contact: null, notice: null },
    ]);
    const skipped = await dataOf<TakenUpReminder[]>(office.staff.get(`${path}/reminders?state=skipped`));
    expect(skipped.map(({ step }) => step)).toEqual([-7]);
    const notices = await dataOf<NoticeItem[]>(office.staff.get(`/payments/notices?payment=${payment.documentId}`));
    expect(notices.map(({ documentId }) => documentId)).toEqual([rows[0]?.notice]);
  });

  test('of a payment that does not exist are 404', async () =>
    expect((await office.staff.get('/payments/payments/nothinghere/reminders')).status).toBe(404));
});

describe('remind now', () => {
  test('mails the contacts at once, and shows in the log of the payment', async () => {
    const { payment, path, email } = await someonesPayment();
    const instalments = [payment.instalments[0]?.documentId];
    const answer = await office.staff.post<Envelope<object[]>>(`${path}/remind`, { instalments });
    expect(answer.body.data).toEqual([{ instalment: instalments[0], contacts: 1, reason: null }]);
    const mail = await office.mailbox.waitFor(({ recipients }) => recipients.includes(email));
    expect(mail.subject).toContain(`[${payment.reference}]`);
    const log = await dataOf<NoticeItem[]>(office.staff.get(`/payments/notices?payment=${payment.documentId}`));
    expect(log).toMatchObject([{ kind: 'reminder', byStaff: true }]);
  });

  test('says why nobody is', async () => {
    const { payment, path } = await someonesPayment();
    await office.staff.post(`${path}/cancel`, { revision: payment.revision, sendEmail: false });
    const instalments = [payment.instalments[0]?.documentId];
    expect(await dataOf(office.staff.post(`${path}/remind`, { instalments }))).toEqual([
      { instalment: instalments[0], contacts: 0, reason: 'cancelled' },
    ]);
  });

  test('refuses another payment’s instalments, none at all, and a payment that does not exist', async () => {
    const { path } = await someonesPayment();
    const other = await someonesPayment();
    const instalments = [other.payment.instalments[0]?.documentId];
    expect(await refusalOf(office.staff.post(`${path}/remind`, { instalments }))).toEqual({
      status: 400,
      fields: ['instalments.0'],
    });
    expect((await office.staff.post(`${path}/remind`, { instalments: [] })).status).toBe(400);
    expect((await office.staff.post('/payments/payments/nothinghere/remind', { instalments })).status).toBe(404);
    await office.tick();
    expect(office.mailbox.to(other.email)).toHaveLength(0);
  });
});

test('the log is filtered by reason', async () => {
  const { contact, payment } = await someonesPayment();
  await office.server.evaluate(
    ({ strapi }, documentId) =>
      strapi.db.query('plugin::payments.contact').update({ where: { documentId }, data: { email: null } }),
    contact,
  );
  await office.edit(payment, { title: 'Told to nobody' });
  const log = (reason: string) =>
    dataOf<NoticeItem[]>(office.staff.get(`/payments/notices?contact=${contact}&reason=${reason}`));
  expect(await log('no-address')).toHaveLength(1);
  expect(await log('undeliverable')).toHaveLength(0);
  expect((await office.staff.get('/payments/notices?reason=mood')).status).toBe(400);
});
