import { startMailOffice, type MailOffice } from '../support/mail-office';
import { administrator } from '../support/users';
import { eventually } from '../support/wait';

let office: MailOffice;

beforeAll(async () => {
  office = await startMailOffice();
  await settings({ replyTo: 'office@example.com', locale: 'en' });
  await office.server.evaluate(async ({ strapi }) => {
    await strapi.db.query('admin::user').updateMany({ where: {}, data: { preferedLanguage: 'el' } });
  });
});

beforeEach(() => office.mailbox.reset());

/** Every test has days of its own: a day's digest is decided once. */
afterAll(() => office.close());

const settings = async (changes: object) => {
  const answer = await office.staff.put('/payments/settings', changes);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
};

const officeMails = () => office.mailbox.to('office@example.com');
const staffMails = () => office.mailbox.to(administrator.email);

/** 08:30 in Athens in winter. */
const at = (day: string, time = '06:30:10') => office.clock(`${day}T${time}Z`);
const tickAt = async (day: string, time?: string) => {
  await at(day, time);
  await office.tick();
};

const dueOn = async (date: string, more: object = {}) => {
  const person = await office.someone({ language: 'en', phone: '2101234567' });
  const payment = await office.register(person.customer, {
    sendEmail: false,
    plan: { kind: 'single', total: { value: '850.00', currency: 'EUR' }, date },
    ...more,
  });
  return { ...person, payment, instalment: payment.instalments[0]?.documentId as string };
};

/** A receipt that waits, as the customer's side writes one. */
const report = (of: { payment: { documentId: string }; instalment: string; contact: string }, amount = 85_000) =>
  office.server.evaluate(
    ({ strapi }, [payment, instalment, contact, claimed]) =>
      strapi.db.query('plugin::payments.receipt').create({
        data: {
          instalmentDocumentId: instalment,
          paymentDocumentId: payment,
          contactDocumentId: contact,
          paidOn: '2026-11-23',
          amount: claimed,
          state: 'pending',
        },
      }),
    [of.payment.documentId, of.instalment, of.contact, amount] as const,
  );

const cancel = async (payment: { documentId: string }) => {
  const { data } = (await office.staff.get<{ data: { revision: number } }>(`/payments/payments/${payment.documentId}`))
    .body;
  await office.staff.post(`/payments/payments/${payment.documentId}/cancel`, {
    revision: data.revision,
    sendEmail: false,
  });
};

describe('the staff’s digest', () => {
  test('has nothing to say, and is not sent', async () => {
    await tickAt('2026-11-24');
    expect(office.mailbox.mails).toHaveLength(0);
  });

  test('what happens after it was decided waits for the next day', async () => {
    await tickAt('2026-11-25');
    const one = await dueOn('2026-11-25');
    await tickAt('2026-11-25', '10:00:00');
    expect(officeMails()).toHaveLength(0);
    await cancel(one.payment);
  });

  test('goes at 08:30 to the office, once, whatever ticks, restarts and comes late', async () => {
    const one = await dueOn('2026-11-26');
    await tickAt('2026-11-26', '06:29:30');
    expect(officeMails()).toHaveLength(0);
    await at('2026-11-26');
    await Promise.all([office.tick(), office.tick()]);
    const [mail] = officeMails();
    expect(officeMails()).toHaveLength(1);
    expect(mail?.subject).toBe('Thu 26 Nov 2026 · due: 1');
    expect(mail?.text).toContain('Due, not confirmed as paid (1)');
    expect(mail?.text).toContain(`Income tax 2026 [${one.payment.reference}]  €850.00`);
    expect(mail?.text).toContain('2101234567');
    expect(mail?.text).toContain(`/admin/plugins/payments/${one.payment.documentId}`);
    expect(mail?.headers.has('list')).toBe(false);
    await office.server.restart();
    await tickAt('2026-11-26', '12:00:00');
    expect(officeMails()).toHaveLength(1);
    await cancel(one.payment);
  });

  test('is made up for later the same day, but not at night, nor the day after', async () => {
    const one = await dueOn('2026-11-27');
    await tickAt('2026-11-27', '14:00:00');
    expect(officeMails()).toHaveLength(1);
    const two = await dueOn('2026-11-30');
    await tickAt('2026-11-30', '19:30:00');
    expect(officeMails()).toHaveLength(1);
    await tickAt('2026-12-01');
    expect(officeMails()).toHaveLength(1);
    await cancel(one.payment);
    await cancel(two.payment);
  });

  test('even a replica that missed that the day is decided sends nobody a second one', async () => {
    const one = await dueOn('2026-12-02');
    await tickAt('2026-12-02');
    await office.server.evaluate(({ strapi }) =>
      strapi.db.query('strapi::core-store').deleteMany({ where: { key: 'plugin_payments_digest_day' } }),
    );
    await office.tick();
    expect(officeMails()).toHaveLength(1);
    await cancel(one.payment);
  });

  test('goes to who is responsible for the customer, in their language, and the rest to the office', async () => {
    const mine = await dueOn('2026-12-03', { title: 'Mine' });
    await office.beResponsible(mine.customer);
    const theirs = await dueOn('2026-12-03', { title: 'Theirs' });
    await tickAt('2026-12-03');
    expect(staffMails().map(({ subject }) => subject)).toEqual([expect.stringContaining('λήγουν: 1')]);
    expect(staffMails()[0]?.text).toContain('Mine');
    expect(staffMails()[0]?.text).not.toContain('Theirs');
    expect(officeMails()[0]?.text).toContain('Theirs');
    expect(officeMails()[0]?.text).not.toContain('Mine');
    await cancel(mine.payment);
    await cancel(theirs.payment);
  });

  test('tells of what was reported, of mails that failed, and of codes that are missing within ten days', async () => {
    const reported = await dueOn('2027-02-26', { title: 'Reported' });
    await report(reported);
    const missing = await dueOn('2026-12-14', { title: 'Without code', paymentCode: null });
    const later = await dueOn('2026-12-15', { title: 'Later', paymentCode: null });
    office.mailbox.behave({ kind: 'refuse', code: 550, at: 'rcpt', times: 1 });
    await at('2026-12-04', '06:00:00');
    const failing = await dueOn('2027-02-26', { title: 'Failing', sendEmail: true });
    await office.tick();
    await tickAt('2026-12-04');
    const [mail] = officeMails();
    expect(mail?.subject).toBe('Fri 4 Dec 2026 · to review: 1 · mails failed: 1 · to complete: 1');
    for (const title of ['Reported', 'Without code', 'Failing']) expect(mail?.text).toContain(title);
    expect(mail?.text).not.toContain('Later');
    expect(mail?.text).toContain('/admin/plugins/payments/notices?state=problem');
    for (const { payment } of [reported, missing, later, failing]) await cancel(payment);
    await office.server.evaluate(({ strapi }) =>
      strapi.db
        .query('plugin::payments.notice')
        .updateMany({ where: { state: 'failed' }, data: { state: 'discarded' } }),
    );
  });

  test('goes on no closed day and on no day on which the office is away; the day before tells what falls due then', async () => {
    await office.staff.post('/payments/office-closures', {
      startDate: '2026-12-10',
      endDate: '2026-12-11',
      name: 'Excursion',
    });
    const during = await dueOn('2026-12-10');
    const after = await dueOn('2026-12-14');
    await tickAt('2026-12-09');
    expect(officeMails().map(({ subject }) => subject)).toEqual(['Wed 9 Dec 2026 · due: 1']);
    for (const day of ['2026-12-10', '2026-12-11', '2026-12-12', '2026-12-13']) await tickAt(day);
    expect(officeMails()).toHaveLength(1);
    await tickAt('2026-12-14');
    expect(officeMails()).toHaveLength(2);
    await cancel(during.payment);
    await cancel(after.payment);
  });

  test('asks for the review of what was reported on the last working day before it is due, even when switched off', async () => {
    const reported = await dueOn('2026-12-21');
    const unreported = await dueOn('2026-12-18');
    await report(reported);
    await settings({ staffDigest: false });
    await tickAt('2026-12-17');
    expect(officeMails()).toHaveLength(0);
    await tickAt('2026-12-18');
    expect(officeMails().map(({ subject }) => subject)).toEqual(['Fri 18 Dec 2026 · review now: 1']);
    await settings({ staffDigest: true });
    await cancel(reported.payment);
    await cancel(unreported.payment);
  });

  test('goes at the hour that the office chose', async () => {
    await settings({ staffDigestTime: '11:15' });
    const one = await dueOn('2026-12-22');
    await tickAt('2026-12-22', '09:14:30');
    expect(officeMails()).toHaveLength(0);
    await tickAt('2026-12-22', '09:15:10');
    expect(officeMails()).toHaveLength(1);
    for (const staffDigestTime of ['4:30', '22:00', '08:60', 'morning']) {
      expect((await office.staff.put('/payments/settings', { staffDigestTime })).status).toBe(400);
    }
    await settings({ staffDigestTime: '08:30' });
    await cancel(one.payment);
  });

  test('is delivered like any other mail: tried again, shown in the log, pointless a day later', async () => {
    const one = await dueOn('2026-12-23');
    office.mailbox.behave({ kind: 'refuse', code: 451, at: 'rcpt', times: 1 });
    await at('2026-12-23');
    // As the minute's tick comes again: the settings of the test before may be seen late, and the retry waits for its time.
    const arrived = async () => {
      await office.tick();
      return officeMails().length === 1;
    };
    await eventually(arrived, 'the digest arrives after the mail server was busy', 40_000);
    const log = await office.staff.get<{ data: { state: string; recipient: string; actions: string[] }[] }>(
      '/payments/notices?kind=digest&pageSize=1',
    );
    expect(log.body.data).toMatchObject([
      { state: 'sent', recipient: 'office@example.com', contact: null, actions: ['resend'] },
    ]);
    const [waiting] = await office.server.evaluate(async ({ strapi }) => {
      const latest = await strapi.db
        .query('plugin::payments.notice')
        .findOne({ where: { kind: 'digest' }, orderBy: { id: 'desc' } });
      await strapi.db
        .query('plugin::payments.notice')
        .update({ where: { id: latest.id }, data: { state: 'queued', sentAt: null } });
      return [latest.documentId as string];
    });
    await tickAt('2026-12-24', '05:00:00');
    const { data } = (await office.staff.get<{ data: object }>(`/payments/notices/${waiting}`)).body;
    expect(data).toMatchObject({ state: 'suppressed', reason: 'overtaken' });
    await cancel(one.payment);
  });
});
