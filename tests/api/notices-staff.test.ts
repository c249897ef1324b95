import type { ForecastItem, NoticeDetail, NoticeItem } from '../../src/plugins/payments/contracts/notice';
import { noticeDetail, noticeItem } from '../../src/plugins/payments/contracts/notice';
import type { Pagination } from '../../src/plugins/payments/contracts/lists';
import { startMailOffice, type MailOffice } from '../support/mail-office';
import { createCustomer } from '../support/office';
import type { Envelope } from '../support/office';
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

const list = async (query: string) => {
  const answer = await office.staff.get<{ data: NoticeItem[]; meta: { pagination: Pagination } }>(
    `/payments/notices?${query}`,
  );
  expect(answer.status).toBe(200);
  return answer.body;
};

const act = (notice: string, action: string) =>
  office.staff.post<Envelope<NoticeItem>>(`/payments/notices/${notice}/${action}`);

const forecast = async (days: number) =>
  (await office.staff.get<{ data: ForecastItem[] }>(`/payments/notices/forecast?days=${days}`)).body.data;

/** A contact who was told of a payment. */
const told = async () => {
  const person = await office.someone({ language: 'en' });
  const payment = await office.register(person.customer, { managerComments: 'For staff' });
  await office.tick();
  const [notice] = (await list(`contact=${person.contact}`)).data;
  return { ...person, payment, notice: notice as NoticeItem };
};

/** A contact whom nobody has told yet. */
const untold = async () => {
  const person = await office.someone({ language: 'en' });
  return { ...person, payment: await office.register(person.customer, { sendEmail: false }) };
};

describe('the delivery log', () => {
  test('says what went to whom, and shows the text as it was sent', async () => {
    const { notice, email, payment, contact, customer } = await told();
    expect(() => noticeItem.parse(notice)).not.toThrow();
    expect(notice).toMatchObject({
      kind: 'registered',
      state: 'sent',
      recipient: email,
      contact: { documentId: contact },
      customer: { documentId: customer },
      payment: { documentId: payment.documentId, reference: payment.reference },
      actions: ['resend', 'bounced'],
    });
    const { data } = (await office.staff.get<Envelope<NoticeDetail>>(`/payments/notices/${notice.documentId}`)).body;
    expect(() => noticeDetail.parse(data)).not.toThrow();
    expect(data.text).toContain('RF18539007547034');
    expect(data.html).not.toContain('For staff');
  });

  test('is found by payment, state, kind and part of an address', async () => {
    const { payment, email, contact } = await told();
    await office.register((await untold()).customer, { sendEmail: false });
    for (const query of [
      `payment=${payment.documentId}`,
      `q=${email}`,
      `contact=${contact}&state=sent&kind=registered`,
    ]) {
      expect((await list(query)).data).toHaveLength(1);
    }
    expect((await list(`contact=${contact}&state=problem`)).data).toEqual([]);
  });

  test('finds the second registration that one mail tells of, and a digest by each of its payments', async () => {
    const { customer, payment } = await told();
    const folded = await office.register(customer, { title: 'Folded' });
    const also = await office.register(customer, { title: 'Folded too' });
    for (const one of [folded, also]) expect((await list(`payment=${one.documentId}`)).data).toHaveLength(1);
    await office.clock('2027-01-22T07:00:30Z');
    await office.tick();
    for (const one of [payment, folded, also]) {
      expect((await list(`payment=${one.documentId}&kind=reminder`)).data).toHaveLength(1);
    }
  });

  test.each(['state=nonsense', 'filters[x]=1', 'pageSize=1000', 'sort=html:asc'])('refuses %s', async (query) =>
    expect((await office.staff.get(`/payments/notices?${query}`)).status).toBe(400),
  );
});

describe('what staff do with a notice', () => {
  test('resend sends it again, whatever the contact has switched off', async () => {
    const { notice, email, contact } = await told();
    await office.server.evaluate(
      ({ strapi }, documentId) =>
        strapi.db
          .query('plugin::payments.contact')
          .update({ where: { documentId }, data: { receivesNotices: false, receivesReminders: false } }),
      contact,
    );
    const again = await act(notice.documentId, 'resend');
    expect(again.body.data).toMatchObject({ kind: 'registered', byStaff: true });
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(2);
  });

  test('a failed one is sent when staff retry, with the Message-ID it had', async () => {
    const { customer, email, contact } = await office.someone();
    office.mailbox.behave({ kind: 'refuse', code: 550, at: 'rcpt', times: 1 });
    await office.register(customer);
    await office.tick();
    const [failed] = await office.notices(contact);
    expect((await act(failed?.documentId as string, 'retry')).body.data.state).toBe('queued');
    await office.tick();
    expect(office.mailbox.to(email).map(({ messageId }) => messageId)).toEqual([failed?.messageId]);
  });

  test('an uncertain one waits for staff, who retry or discard it', async () => {
    const { customer, email, contact } = await office.someone();
    office.mailbox.behave({ kind: 'die-after-data', keep: false, times: 1 });
    await office.register(customer);
    await office.tick();
    const [uncertain] = (await list(`contact=${contact}&state=problem`)).data;
    expect(uncertain).toMatchObject({ state: 'uncertain', actions: ['retry', 'discard', 'resend'] });
    expect((await act(uncertain?.documentId as string, 'discard')).body.data.state).toBe('discarded');
    expect((await act(uncertain?.documentId as string, 'retry')).status).toBe(409);
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(0);
  });

  test('bounced flags the address until it changes', async () => {
    const { notice, customer, contact, email } = await told();
    expect((await act(notice.documentId, 'bounced')).body.data).toMatchObject({ state: 'failed' });
    await office.clock('2026-11-23T11:00:00Z');
    await office.register(customer, { title: 'Second' });
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(1);
    expect((await list(`contact=${contact}&state=suppressed`)).data).toMatchObject([{ reason: 'undeliverable' }]);
  });

  test('a queued one is held back, and never goes', async () => {
    const { payment, email, contact } = await told();
    await office.edit(payment, { title: 'Changed' });
    const [queued] = (await list(`contact=${contact}&state=queued`)).data;
    expect((await act(queued?.documentId as string, 'hold')).body.data).toMatchObject({
      state: 'suppressed',
      reason: 'held-back',
    });
    await office.clock('2026-11-23T10:10:00Z');
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(1);
  });

  test('what does not exist is 404', async () => expect((await act('nothinghere', 'retry')).status).toBe(404));
});

describe('reminding by hand', () => {
  const remindNow = (instalments: string[]) =>
    office.server.evaluate(
      ({ strapi }, ids) => strapi.plugin('payments').service('notices').remindNow(ids) as Promise<object[]>,
      instalments,
    );

  test('goes at once, one mail for several, even at night; the ladder then leaves the contact alone for a day', async () => {
    const { payment, customer, email } = await untold();
    const other = await office.register(customer, { sendEmail: false, title: 'Property tax' });
    await office.clock('2027-01-21T20:30:00Z');
    const ids = [payment, other].map(({ instalments }) => instalments[0]?.documentId as string);
    expect(await remindNow(ids)).toMatchObject([
      { contacts: 1, reason: null },
      { contacts: 1, reason: null },
    ]);
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(1);
    expect(office.mailbox.to(email)[0]?.text).toContain('Property tax');
    await office.clock('2027-01-22T07:00:30Z');
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(1);
    expect(await office.reminders(payment.documentId)).toMatchObject([{ step: -7, reason: 'mailed-recently' }]);
    await remindNow(ids);
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(2);
  });

  test('says why nobody is reminded', async () => {
    const nobody = await createCustomer(office.staff, 'Nobody', null);
    const payment = await office.register(nobody.documentId, { sendEmail: false });
    const [row] = payment.instalments;
    expect(await remindNow([row?.documentId as string, 'gone'])).toMatchObject([
      { contacts: 0, reason: 'no-address' },
      { contacts: 0, reason: 'withdrawn' },
    ]);
  });
});

describe('messages', () => {
  test('go in the staff’s own words, with the reference', async () => {
    const { payment, email } = await untold();
    const answer = await office.staff.post<{ data: object[] }>(`/payments/payments/${payment.documentId}/message`, {
      subject: 'About your tax',
      body: 'Please call us.\n\n<b>Soon</b>, {{office}}.',
    });
    expect(answer.body.data).toMatchObject([{ reason: null }]);
    const mail = await office.mailbox.waitFor(({ recipients }) => recipients.includes(email));
    expect(mail.subject).toBe(`About your tax [${payment.reference}]`);
    expect(mail.text).toContain('<b>Soon</b>, {{office}}.');
    expect(mail.html).toContain('&lt;b&gt;Soon');
  });

  test.each([
    ['a second header', { subject: 'x\r\nBcc: a@b.gr', body: 'y' }],
    ['no body', { subject: 'x', body: ' ' }],
    ['another field', { subject: 'x', body: 'y', to: 'a@b.gr' }],
  ])('refuse %s', async (_what, body) => {
    const { payment } = await untold();
    expect((await office.staff.post(`/payments/payments/${payment.documentId}/message`, body)).status).toBe(400);
  });
});

describe('the forecast', () => {
  test('is what then goes out', async () => {
    const { payment, contact, email } = await untold();
    await office.clock('2027-01-21T10:00:00Z');
    const coming = (await forecast(14)).filter((one) => one.payment.documentId === payment.documentId);
    expect(coming.map(({ day, step, kind, reason }) => `${day} ${step} ${kind} ${reason}`)).toEqual([
      '2027-01-22 -7 reminder null',
      '2027-01-28 -1 reminder null',
      '2027-01-29 0 reminder null',
      '2027-02-01 3 overdue null',
    ]);
    expect(coming[0]?.contacts).toMatchObject([{ documentId: contact }]);
    for (const { day } of coming) {
      await office.clock(`${day}T07:00:30Z`);
      await office.tick();
    }
    expect(office.mailbox.to(email)).toHaveLength(coming.length);
    expect((await forecast(14)).filter((one) => one.payment.documentId === payment.documentId)).toEqual([]);
  });

  test('a reminder held back there does not go; the next one does', async () => {
    const { payment, email } = await untold();
    await office.clock('2027-01-28T06:00:00Z');
    await office.tick();
    const instalment = payment.instalments[0]?.documentId as string;
    const before = office.mailbox.to(email).length;
    const held = await office.staff.post<Envelope<object>>(`/payments/instalments/${instalment}/hold`);
    expect(held.body.data).toMatchObject({ step: -1 });
    expect((await office.staff.post(`/payments/instalments/${instalment}/hold`)).status).toBe(409);
    expect((await forecast(1)).find((one) => one.instalment.documentId === instalment)?.reason).toBe('held-back');
    await office.clock('2027-01-28T07:00:30Z');
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(before);
    await office.clock('2027-01-29T07:00:30Z');
    await office.tick();
    expect(office.mailbox.to(email)).toHaveLength(before + 1);
  });
});

describe('a test mail', () => {
  test.each(['registered', 'updated', 'reminder', 'overdue', 'withdrawn'])('%s goes to who asks', async (kind) => {
    const answer = await office.staff.post<Envelope<object>>('/payments/notices/test', { kind, language: 'el' });
    expect(answer.body.data).toEqual({ recipient: administrator.email, delivered: true, error: null });
    expect(office.mailbox.to(administrator.email)).toHaveLength(1);
    expect(office.mailbox.mails[0]?.text).toContain('δοκιμαστικό');
  });

  test('says what the mail server said', async () => {
    office.mailbox.behave({ kind: 'refuse', code: 550, at: 'rcpt', times: 1 });
    const answer = await office.staff.post<Envelope<object>>('/payments/notices/test', {});
    expect(answer.body.data).toMatchObject({ delivered: false, error: expect.stringContaining('550') });
  });
});
