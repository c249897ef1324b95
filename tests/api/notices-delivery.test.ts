import { startMailOffice, type MailOffice } from '../support/mail-office';

let office: MailOffice;

beforeAll(async () => {
  office = await startMailOffice();
});

beforeEach(async () => {
  office.mailbox.reset();
  await office.clock('2026-11-23T10:00:00Z');
});

afterAll(() => office.close());

describe('the mail server', () => {
  const send = async () => {
    const person = await office.someone({ language: 'en' });
    await office.register(person.customer);
    await office.tick();
    return person;
  };

  test.each([
    ['down at first', { kind: 'die-before-greeting' }],
    ['refusing for now', { kind: 'refuse', code: 451, at: 'rcpt' }],
    ['refusing the message for now', { kind: 'refuse', code: 452, at: 'data' }],
  ] as const)('%s: the mail arrives later, once', async (_what, behaviour) => {
    office.mailbox.behave({ ...behaviour, times: 1 });
    const { email, contact } = await send();
    await office.mailbox.waitFor(({ recipients }) => recipients.includes(email), 20_000);
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(1);
    expect(await office.notices(contact)).toMatchObject([{ state: 'sent' }]);
  });

  test('no such address: the notice failed, and the contact is flagged', async () => {
    office.mailbox.behave({ kind: 'refuse', code: 550, at: 'rcpt', times: 1 });
    const { contact } = await send();
    expect(await office.notices(contact)).toMatchObject([{ state: 'failed' }]);
    const flagged = await office.server.evaluate(
      ({ strapi }, documentId) => strapi.db.query('plugin::payments.contact').findOne({ where: { documentId } }),
      contact,
    );
    expect(flagged.undeliverableSince).not.toBeNull();
  });

  test.each([true, false])(
    'dying after the message was read: uncertain, and not sent again (kept: %s)',
    async (keep) => {
      office.mailbox.behave({ kind: 'die-after-data', keep, times: 1 });
      const { email, contact } = await send();
      expect(await office.notices(contact)).toMatchObject([{ state: 'uncertain' }]);
      await office.clock('2026-11-24T10:00:00Z');
      await office.tick();
      expect(office.mailbox.to(email)).toHaveLength(keep ? 1 : 0);
    },
  );
});
