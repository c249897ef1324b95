import { createHttp } from '../support/http';
import { inJanuary, startMailOffice, type MailOffice } from '../support/mail-office';

let office: MailOffice;

beforeAll(async () => {
  office = await startMailOffice();
});

beforeEach(async () => {
  office.mailbox.reset();
  await office.clock('2026-11-23T10:00:00Z');
});

afterAll(() => office.close());

describe('reminders', () => {
  const quiet = async (more: object = {}) => {
    const person = await office.someone({ language: 'en' });
    return { ...person, payment: await office.register(person.customer, { sendEmail: false, ...more }) };
  };

  test('each step goes once, at the hour, whatever ticks and restarts', async () => {
    const { email, payment } = await quiet();
    await office.clock('2027-01-22T06:59:00Z');
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(0);
    await office.clock('2027-01-22T07:00:30Z');
    await Promise.all([office.tick(), office.tick()]);
    expect(office.mailbox.to(email).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Reminder: Income tax 2026, €850.00 by Fri 29 Jan 2027 \[P-\d+\]$/),
    ]);
    await office.tick();
    await office.server.restart();
    await office.clock('2027-01-22T09:00:00Z');
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(1);
    await office.clock('2027-01-28T07:00:30Z');
    await office.tick();
    await office.clock('2027-01-29T07:00:30Z');
    await office.tick();
    await office.clock('2027-02-01T07:00:30Z');
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(4);
    expect(office.mailbox.to(email)[3]?.subject).toContain('Not confirmed as paid');
    expect((await office.reminders(payment.documentId)).map(({ step, state }) => `${step} ${state}`)).toEqual([
      '-7 sent',
      '-1 sent',
      '0 sent',
      '3 sent',
    ]);
  });

  test('one click takes the contact off reminders, and off nothing else', async () => {
    const { email, contact, payment, customer } = await quiet();
    await office.clock('2027-01-22T07:00:30Z');
    await office.tick();
    const [mail] = office.mailbox.to(email);
    const [, path] =
      /^List-Unsubscribe: <https?:\/\/[^/]+(\/\S+)>/m.exec(mail?.raw.replace(/\r\n\s+/g, ' ') ?? '') ?? [];
    expect(mail?.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect((await createHttp(office.server.url).post(path as string)).status).toBeLessThan(300);
    await office.clock('2027-01-28T07:00:30Z');
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(1);
    expect((await office.reminders(payment.documentId))[1]).toMatchObject({
      step: -1,
      state: 'skipped',
      reason: 'opted-out',
    });
    await office.register(customer);
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(2);
    expect((await office.notices(contact))[1]).toMatchObject({ kind: 'registered', state: 'sent' });
  });

  test('after downtime only the latest passed step goes', async () => {
    const { email, payment } = await quiet();
    await office.clock('2027-01-28T12:00:00Z');
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(1);
    expect(await office.reminders(payment.documentId)).toMatchObject([
      { step: -7, state: 'skipped', reason: 'overtaken' },
      { step: -1, state: 'sent' },
    ]);
  });

  test('what the mail server put off in the evening waits for the morning, too', async () => {
    const { email, contact } = await quiet();
    await office.clock('2027-01-22T18:58:00Z');
    office.mailbox.behave({ kind: 'refuse', code: 451, times: 1 });
    await office.tick();
    expect(await office.notices(contact)).toMatchObject([{ kind: 'reminder', state: 'queued', attempts: 1 }]);
    await office.server.evaluate(({ strapi }) =>
      strapi.db.connection('payments_notices').where({ state: 'queued' }).update({ retry_at: null }),
    );
    await office.clock('2027-01-22T19:00:10Z');
    await office.tick();
    await office.clock('2027-01-23T05:59:00Z');
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(0);
    await office.clock('2027-01-23T06:00:10Z');
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(1);
  });

  test('nothing goes at night', async () => {
    const { email } = await quiet();
    await office.clock('2027-01-24T20:00:00Z');
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(0);
    await office.clock('2027-01-25T06:00:30Z');
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(1);
  });

  test('several for one contact on one day are one mail, oldest first', async () => {
    const { email, customer } = await quiet();
    await office.register(customer, {
      sendEmail: false,
      title: 'Property tax',
      plan: { ...inJanuary, date: '2027-01-29' },
    });
    await office.clock('2027-01-22T07:00:30Z');
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(1);
    expect(office.mailbox.to(email)[0]?.text).toContain('Property tax');
    expect(office.mailbox.to(email)[0]?.text).toContain('Income tax 2026');
  });

  test.each([
    ['paused', { remindersPaused: true }],
    ['opted-out', { contact: { receivesReminders: false } }],
    ['no-address', { contact: { email: null } }],
    ['undeliverable', { contact: { undeliverableSince: '2026-11-23T10:00:00Z' } }],
  ])('not reminded, with the reason: %s', async (reason, given: { remindersPaused?: boolean; contact?: object }) => {
    const { email, contact, payment } = await quiet({ remindersPaused: given.remindersPaused ?? false });
    await office.server.evaluate(
      ({ strapi }, [documentId, data]) =>
        strapi.db.query('plugin::payments.contact').update({ where: { documentId }, data }),
      [contact, given.contact ?? {}] as const,
    );
    await office.clock('2027-01-22T07:00:30Z');
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(0);
    expect(await office.reminders(payment.documentId)).toMatchObject([{ step: -7, state: 'skipped', reason }]);
  });
});
