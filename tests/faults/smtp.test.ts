import {
  arrivals,
  duplicates,
  startFaultOffice,
  type Delivery,
  type Entry,
  type FaultOffice,
} from '../support/fault-office';
import { startMailOffice, type MailOffice, type NoticeRow, type Person } from '../support/mail-office';
import type { Behaviour } from '../support/mailbox';
import { by, figures, scale, unlessShort } from '../support/scale';
import { eventually } from '../support/wait';

jest.setTimeout(by({ short: 300_000, normal: 600_000, long: 900_000 }));

/** Longer than any backoff of a first few attempts, and than the mail server's timeouts. */
const patience = 120_000;

const deliveries: readonly Delivery[] = scale === 'short' ? ['at-most-once'] : ['at-most-once', 'at-least-once'];

describe.each(deliveries)('the mail server, %s', (delivery) => {
  let office: MailOffice;

  beforeAll(async () => {
    office = await startMailOffice({ TEST_DELIVERY: delivery });
    await office.clock('2026-11-23T10:00:00Z');
  });
  beforeEach(() => office.mailbox.reset());
  afterAll(() => office.close());

  /** Cuts the connections that the transport keeps, so that the next mail opens one. */
  const forgetConnections = async (): Promise<void> => {
    await office.mailbox.goAway();
    await office.mailbox.comeBack();
  };
  const tell = async (): Promise<Person> => {
    const person = await office.someone({ language: 'en' });
    await office.register(person.customer);
    return person;
  };
  const noticeIn = (contact: string, states: readonly string[]): Promise<NoticeRow> =>
    eventually(
      async () => (await office.notices(contact)).find(({ state }) => states.includes(state)),
      `a notice that is ${states.join(' or ')}`,
      patience,
    );
  const retry = async ({ documentId }: NoticeRow): Promise<void> => {
    const answer = await office.staff.post(`/payments/notices/${documentId}/retry`, {});
    expect(answer.status).toBe(200);
  };
  const flagged = ({ contact }: Person): Promise<boolean> =>
    office.server.evaluate(
      async ({ strapi }, documentId) =>
        (await strapi.db.query('plugin::payments.contact').findOne({ where: { documentId } })).undeliverableSince !==
        null,
      contact,
    );

  const temporary: readonly (readonly [string, Behaviour])[] = [
    ['421 at the sender', { kind: 'refuse', code: 421, at: 'mail' }],
    ['421 at the recipient', { kind: 'refuse', code: 421, at: 'rcpt' }],
    ['450 at the recipient', { kind: 'refuse', code: 450, at: 'rcpt' }],
    ['421 after the message', { kind: 'refuse', code: 421, at: 'data' }],
    ['450 after the message', { kind: 'refuse', code: 450, at: 'data' }],
    ['dying before the greeting', { kind: 'die-before-greeting' }],
  ];

  test.each(scale === 'short' ? temporary.slice(-3) : temporary)(
    '%s: tried again, and there once',
    async (_what, behaviour) => {
      await forgetConnections();
      office.mailbox.behave({ ...behaviour, times: 1 });
      const { email, contact } = await tell();
      const notice = await noticeIn(contact, ['sent', 'failed', 'uncertain', 'suppressed']);
      expect(notice).toMatchObject({ state: 'sent', attempts: 2 });
      expect(office.mailbox.to(email).map(({ messageId }) => messageId)).toEqual([notice.messageId]);
    },
  );

  test('down: nothing is given up, and all of it is there once after it heals', async () => {
    await office.mailbox.goAway();
    const people = [await tell(), await tell(), await tell()];
    await eventually(
      async () => {
        const states = await Promise.all(people.map(async ({ contact }) => (await office.notices(contact))[0]));
        return states.some((notice) => Number(notice?.attempts) >= 1 && notice?.state === 'queued');
      },
      'an attempt that failed',
      patience,
    );
    await office.mailbox.comeBack();
    for (const { email, contact } of people) {
      await office.mailbox.waitFor(({ recipients }) => recipients.includes(email), patience);
      await noticeIn(contact, ['sent']);
      expect(office.mailbox.to(email)).toHaveLength(1);
    }
  });

  test('slow: waited for', async () => {
    office.mailbox.behave({ kind: 'slow', delay: 3_000, times: 1 });
    const { email, contact } = await tell();
    expect(await noticeIn(contact, ['sent', 'uncertain', 'failed'])).toMatchObject({ state: 'sent', attempts: 1 });
    expect(office.mailbox.to(email)).toHaveLength(1);
  });

  unlessShort('never greeting: tried again, and there once', async () => {
    await forgetConnections();
    office.mailbox.behave({ kind: 'never-greet', times: 1 });
    const { email, contact } = await tell();
    expect(await noticeIn(contact, ['sent', 'uncertain', 'failed'])).toMatchObject({ state: 'sent', attempts: 2 });
    expect(office.mailbox.to(email)).toHaveLength(1);
  });

  test('550 at the recipient: failed, the address flagged, and delivered once staff correct it', async () => {
    office.mailbox.behave({ kind: 'refuse', code: 550, at: 'rcpt', times: 1 });
    const person = await tell();
    const failed = await noticeIn(person.contact, ['sent', 'failed', 'uncertain']);
    expect(failed).toMatchObject({ state: 'failed', attempts: 1 });
    expect(await flagged(person)).toBe(true);
    const email = `corrected-${person.email}`;
    expect((await office.staff.put(`/payments/contacts/${person.contact}`, { email })).status).toBe(200);
    expect(await flagged(person)).toBe(false);
    await retry(failed);
    await office.mailbox.waitFor(({ recipients }) => recipients.includes(email), patience);
    expect(office.mailbox.to(person.email)).toHaveLength(0);
  });

  test('554 after the message: failed, and the address is not to blame', async () => {
    office.mailbox.behave({ kind: 'refuse', code: 554, at: 'data', times: 1, message: '5.7.1 Looks like spam' });
    const person = await tell();
    expect(await noticeIn(person.contact, ['sent', 'failed', 'uncertain'])).toMatchObject({ state: 'failed' });
    expect(await flagged(person)).toBe(false);
  });

  const afterData: readonly (readonly [string, Behaviour, boolean])[] = [
    ['dying after DATA, the message kept', { kind: 'die-after-data', keep: true }, true],
    ['dying after DATA, the message lost', { kind: 'die-after-data', keep: false }, false],
  ];
  test.each(afterData)('%s', async (_what, behaviour, kept) => {
    office.mailbox.behave({ ...behaviour, times: 1 });
    const { email, contact } = await tell();
    if (delivery === 'at-least-once') {
      const sent = await noticeIn(contact, ['sent', 'failed', 'uncertain']);
      expect(sent).toMatchObject({ state: 'sent', attempts: 2 });
      const ids = office.mailbox.to(email).map(({ messageId }) => messageId);
      expect(ids).toEqual(kept ? [sent.messageId, sent.messageId] : [sent.messageId]);
      return;
    }
    const uncertain = await noticeIn(contact, ['sent', 'failed', 'uncertain']);
    expect(uncertain).toMatchObject({ state: 'uncertain', attempts: 1 });
    expect(office.mailbox.to(email)).toHaveLength(kept ? 1 : 0);
    await retry(uncertain);
    expect(await noticeIn(contact, ['sent', 'failed'])).toMatchObject({ state: 'sent', attempts: 2 });
    const ids = office.mailbox.to(email).map(({ messageId }) => messageId);
    expect(ids).toEqual(Array.from({ length: kept ? 2 : 1 }, () => uncertain.messageId));
  });

  unlessShort('answering later than anybody waits: as dying after DATA, and no loop', async () => {
    office.mailbox.behave({ kind: 'slow', delay: 40_000, times: 1 });
    const { email, contact } = await tell();
    const ended = await noticeIn(contact, ['sent', 'failed', 'uncertain']);
    expect(ended.state).toBe(delivery === 'at-least-once' ? 'sent' : 'uncertain');
    await eventually(
      () => office.mailbox.to(email).length === (delivery === 'at-least-once' ? 2 : 1),
      'the mail that the server took after all',
      patience,
    );
  });
});

let crowded: FaultOffice | undefined;

afterAll(() => crowded?.close());

test('a storm of every failure at once: whatever was refused for now arrives, nothing comes twice', async () => {
  const size = by({ short: 40, normal: 120, long: 1_000 });
  const office = await startFaultOffice({ size });
  crowded = office;
  const { mailbox, crowd } = office;
  const often = Math.ceil(size / 12);
  mailbox.behave({ kind: 'die-before-greeting', times: often });
  mailbox.behave({ kind: 'refuse', code: 421, at: 'mail', times: often });
  mailbox.behave({ kind: 'refuse', code: 450, at: 'rcpt', times: often });
  mailbox.behave({ kind: 'refuse', code: 451, at: 'data', times: often });
  mailbox.behave({ kind: 'refuse', code: 550, at: 'rcpt', times: 2 });
  mailbox.behave({ kind: 'die-after-data', keep: false, times: 3 });
  const start = performance.now();
  const ticking = office.keepTicking();
  const entries: readonly Entry[] = await office.settled(300_000);
  await ticking.stop();
  const noticesIn = (state: string) =>
    new Set(entries.filter(({ noticeState }) => noticeState === state).map(({ notice }) => notice)).size;
  figures('storm', {
    reminders: size,
    mails: mailbox.mails.length,
    failed: noticesIn('failed'),
    uncertain: noticesIn('uncertain'),
    seconds: Math.round((performance.now() - start) / 1000),
  });
  expect(entries.map(({ title }) => title).sort()).toEqual(crowd.titles);
  expect(duplicates(mailbox)).toEqual([]);
  expect([noticesIn('failed'), noticesIn('uncertain')]).toEqual([2, 3]);
  const arrived = arrivals(mailbox);
  for (const { title, noticeState } of entries) expect(arrived.has(title)).toBe(noticeState === 'sent');
});
