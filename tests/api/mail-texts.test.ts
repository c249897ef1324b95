import { mailText } from '../../src/plugins/payments/contracts/mail-texts';
import type { MailText } from '../../src/plugins/payments/contracts/mail-texts';
import { dataOf } from '../support/answers';
import { startMailOffice, type MailOffice } from '../support/mail-office';
import type { Envelope, Refusal } from '../support/office';
import { administrator } from '../support/users';

let office: MailOffice;

beforeAll(async () => {
  office = await startMailOffice();
});

beforeEach(async () => {
  office.mailbox.reset();
  await office.clock('2026-11-23T10:00:00Z');
});

afterAll(() => office.close());

const TEXTS = '/payments/settings/texts';
const reminder = { kind: 'reminder', variant: 'one', language: 'en' } as const;

const texts = () => dataOf<MailText[]>(office.staff.get(TEXTS));
const word = (body: object) => office.staff.put<Envelope<MailText>>(TEXTS, body);
const preview = (body: object) =>
  office.staff.post<Envelope<{ subject: string; html: string; text: string }>>(`${TEXTS}/preview`, body);

const find = (all: MailText[], { kind, variant, language }: { kind: string; variant: string; language: string }) =>
  all.find((one) => one.kind === kind && one.variant === variant && one.language === language) as MailText;

/** Somebody who is to be reminded seven days before 29 January 2027, and the day and hour at which it happens. */
const dueSomeone = async (language: string) => {
  const person = await office.someone({ language });
  return { ...person, payment: await office.register(person.customer, { sendEmail: false }) };
};
const sevenDaysBefore = '2027-01-22T07:00:30Z';

describe('the texts of mails', () => {
  test('are there for every kind in both languages, each with what it may name', async () => {
    const all = await texts();
    for (const one of all) expect(() => mailText.parse(one)).not.toThrow();
    expect(all).toHaveLength(24);
    expect(find(all, reminder)).toMatchObject({ own: false, placeholders: expect.arrayContaining(['amount']) });
    expect(find(all, reminder).subject).toBe(find(all, reminder).original.subject);
  });

  test('worded by the office are what is sent, in that language and kind alone, and survive a restart', async () => {
    const subject = 'Bitte: {{title}} by {{dueDate}} [{{reference}}]';
    const opening = 'Dear friend, pay {{amount}}.\n\nBy {{dueDate}} & <b>not</b> later.';
    expect((await word({ ...reminder, subject, opening })).body.data).toMatchObject({ own: true, subject, opening });
    const english = await dueSomeone('en');
    const greek = await dueSomeone('el');
    await office.server.restart();
    await office.clock(sevenDaysBefore);
    await office.tick();
    const [mail] = office.mailbox.to(english.email);
    expect(mail?.subject).toBe(`Bitte: Income tax 2026 by Fri 29 Jan 2027 [${english.payment.reference}]`);
    expect(mail?.text).toContain('Dear friend, pay €850.00.\n\nBy Fri 29 Jan 2027 & <b>not</b> later.');
    expect(mail?.html).toContain('&lt;b&gt;not&lt;&#x2F;b&gt; later.');
    expect(mail?.html).not.toContain('<b>not');
    expect(office.mailbox.to(greek.email)[0]?.subject).toContain('Υπενθύμιση');
  });

  test('written back to the product’s own are no longer the office’s', async () => {
    await word({ ...reminder, subject: 'Mine', opening: 'Mine too' });
    const { original } = find(await texts(), reminder);
    expect((await word({ ...reminder, ...original })).body.data.own).toBe(false);
    expect(find(await texts(), reminder)).toMatchObject({ own: false, ...original });
  });

  test('keep the payment’s reference in the subject, whatever they say and however long the title is', async () => {
    await word({ ...reminder, subject: 'Pay {{title}}', opening: 'Pay.' });
    const person = await office.someone({ language: 'en' });
    const title = 'Long '.repeat(40).trim();
    const payment = await office.register(person.customer, { sendEmail: false, title });
    await office.clock(sevenDaysBefore);
    await office.tick();
    const [mail] = office.mailbox.to(person.email);
    expect(mail?.subject).toMatch(new RegExp(`^Pay Long .* \\[${payment.reference}\\]$`));
    await word({ ...reminder, subject: `${'Very '.repeat(30)}{{title}}`, opening: 'Pay.' });
    await office.clock('2027-01-28T07:00:30Z');
    await office.tick();
    const long = office.mailbox.to(person.email)[1]?.subject ?? '';
    expect(long.length).toBeLessThanOrEqual(240);
    expect(long).toMatch(new RegExp(`… \\[${payment.reference}\\]$`));
  });

  test.each([
    ['subject', { subject: 'Pay {{titel}}', opening: 'Pay.' }, '{{titel}}'],
    ['opening', { subject: 'Pay', opening: 'Pay {{managerComments}} now' }, '{{managerComments}}'],
    ['opening', { subject: 'Pay', opening: '{{#title}}x{{/title}}' }, '{{#title}}'],
    ['opening', { subject: 'Pay', opening: 'of several: {{count}}' }, '{{count}}'],
  ])('an unknown placeholder of the %s is refused: %p', async (field, draft, placeholder) => {
    const before = await texts();
    for (const answer of [
      await word({ ...reminder, ...draft }),
      await preview({ ...reminder, ...draft }),
      await office.staff.post<Refusal>('/payments/notices/test', { kind: 'reminder', language: 'en', draft }),
    ]) {
      expect(answer.status).toBe(400);
      const [error] = (answer.body as unknown as Refusal).error.details.errors ?? [];
      expect(error?.path.at(-1)).toBe(field);
      expect(error?.message).toContain(placeholder);
      expect(error?.message).toContain('{{title}}, {{number}}, {{amount}}');
    }
    expect(await texts()).toEqual(before);
  });

  test.each([
    ['a brace', { subject: 'Pay {now}', opening: 'x' }],
    ['an unescaped value', { subject: 'Pay {{{title}}}', opening: 'x' }],
    ['a second header', { subject: 'Pay\r\nBcc: a@b.gr', opening: 'x' }],
    ['no subject', { subject: ' ', opening: 'x' }],
    ['no opening', { subject: 'x', opening: '' }],
    ['a kind that has no text', { kind: 'message', subject: 'x', opening: 'x' }],
    ['several of what is always one', { kind: 'withdrawn', variant: 'several', subject: 'x', opening: 'x' }],
    ['another language', { language: 'fr', subject: 'x', opening: 'x' }],
    ['another field', { subject: 'x', opening: 'x', html: '<p>' }],
  ])('refuse %s', async (_what, draft) => expect((await word({ ...reminder, ...draft })).status).toBe(400));

  test('a draft is seen before it is kept, in the example and in a test mail', async () => {
    const draft = { subject: 'Draft {{title}}', opening: 'Draft of {{amount}} <i>by</i> {{office}}' };
    const before = await texts();
    const { data } = (await preview({ ...reminder, ...draft })).body;
    expect(data.subject).toBe('Draft Example tax [P-0000]');
    expect(data.html).toContain('Draft of €154.32 &lt;i&gt;by&lt;&#x2F;i&gt; Our office');
    expect(data.text).toContain('Draft of €154.32 <i>by</i> Our office');
    const answer = await office.staff.post<Envelope<object>>('/payments/notices/test', { ...reminder, draft });
    expect(answer.body.data).toMatchObject({ delivered: true });
    expect(office.mailbox.to(administrator.email)[0]?.subject).toBe('Draft Example tax [P-0000]');
    expect(await texts()).toEqual(before);
  });

  test('every one of them can be previewed', async () => {
    for (const { kind, variant, language, subject, opening } of await texts()) {
      const answer = await preview({ kind, variant, language, subject, opening });
      expect([kind, variant, language, answer.status]).toEqual([kind, variant, language, 200]);
      expect(answer.body.data.text).not.toMatch(/\{\{|undefined/);
    }
  });
});
