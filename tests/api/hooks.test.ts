import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import type { Http } from '../support/http';
import { createCustomer, createPayment, eur } from '../support/office';
import type { Envelope } from '../support/office';
import { startServer, type Server } from '../support/server';
import { adminLogin } from '../support/users';

let server: Server;
let staff: Http;
let customer: string;

beforeAll(async () => {
  server = await startServer();
  staff = await adminLogin(server.url);
  customer = (await createCustomer(staff, 'Papadaki Eleni', 'eleni@example.com')).documentId;
});

afterAll(() => server.stop());

const read = async (documentId: string): Promise<StaffPayment> =>
  (await staff.get<Envelope<StaffPayment>>(`/payments/payments/${documentId}`)).body.data;

const INSTALMENT = 'plugin::payments.instalment';
const PAYMENT = 'plugin::payments.payment';

/** The two ways in which scripts and other plugins write. */
const ways = {
  'the document service': (uid: string, documentId: string, data: object) =>
    server.evaluate(
      async ({ strapi }, input) => {
        await strapi
          .documents(input.uid as 'plugin::payments.payment')
          .update({ documentId: input.documentId, data: input.data });
      },
      { uid, documentId, data },
    ),
  'strapi.db.query': (uid: string, documentId: string, data: object) =>
    server.evaluate(
      async ({ strapi }, input) => {
        await strapi.db.query(input.uid).update({ where: { documentId: input.documentId }, data: input.data });
      },
      { uid, documentId, data },
    ),
  'updateMany of strapi.db.query': (uid: string, documentId: string, data: object) =>
    server.evaluate(
      async ({ strapi }, input) => {
        await strapi.db.query(input.uid).updateMany({ where: { documentId: input.documentId }, data: input.data });
      },
      { uid, documentId, data },
    ),
};

const notices = (paymentDocumentId: string) =>
  server.evaluate(
    ({ strapi }, documentId) =>
      strapi.db
        .query('plugin::payments.notice')
        .findMany({ where: { paymentDocumentId: documentId, kind: 'updated' } }),
    paymentDocumentId,
  );

describe.each(Object.entries(ways))('an edit by %s', (_name, write) => {
  test('does what the same edit in the admin does: total, event, version, notice, summary', async () => {
    const byStaff = await createPayment(staff, customer);
    const byScript = await createPayment(staff, customer);
    for (const payment of [byStaff, byScript]) {
      await server.evaluate(async ({ strapi }, documentId) => {
        await strapi.db.query('plugin::payments.notice').deleteMany({ where: { kind: 'registered' } });
        await strapi.db
          .connection('payments_payments')
          .where({ document_id: documentId })
          .update({ announced_at: new Date() });
      }, payment.documentId);
    }
    await staff.put(`/payments/instalments/${byStaff.instalments[1]?.documentId}`, {
      revision: 1,
      amount: '200.00',
      rest: 'total',
      dueDate: '2027-03-05',
      sendEmail: true,
    });
    await write(INSTALMENT, byScript.instalments[1]?.documentId ?? '', { amount: 20_000, dueDate: '2027-03-05' });

    const expected = await read(byStaff.documentId);
    const actual = await read(byScript.documentId);
    expect(actual).toMatchObject({ revision: 2, total: eur('2033.33'), outstanding: eur('2033.33') });
    const comparable = ({ total, outstanding, nextDueDate, revision, history }: StaffPayment) => ({
      total,
      outstanding,
      nextDueDate,
      revision,
      changes: history[0]?.changes.map(({ field, number, before, after }) => ({ field, number, before, after })),
      loud: history[0]?.loud,
    });
    expect(comparable(actual)).toEqual(comparable(expected));
    expect(actual.history[0]?.by.kind).toBe('script');
    expect((await notices(byScript.documentId)).length).toBe(1);
    expect((await notices(byStaff.documentId)).length).toBe(1);
  });

  test.each([
    ['a derived column', PAYMENT, { total: '1' }],
    ['the currency', PAYMENT, { currency: 'USD' }],
    ['a bad payment code', PAYMENT, { paymentCode: 'RF17539007547034', paymentCodeScheme: 'rf' }],
    ['31 February', INSTALMENT, { dueDate: '2027-02-31' }],
    ['no amount', INSTALMENT, { amount: 0 }],
    ['a reminder of its own', INSTALMENT, { remindOn: '2027-01-01' }],
  ])('is refused for %s, and nothing is written', async (_what, uid, data) => {
    const payment = await createPayment(staff, customer, { sendEmail: false });
    const target = uid === PAYMENT ? payment.documentId : (payment.instalments[1]?.documentId ?? '');
    await expect(write(uid, target, data)).rejects.toMatchObject({ name: expect.stringMatching(/Error/) });
    expect(await read(payment.documentId)).toEqual(payment);
  });

  test('neither moves nor reprices what is paid', async () => {
    const payment = await createPayment(staff, customer, { sendEmail: false });
    const first = payment.instalments[0]?.documentId ?? '';
    await staff.post(`/payments/instalments/${first}/settle`, { revision: 1, paidOn: '2026-11-01', sendEmail: false });
    const before = await read(payment.documentId);
    await expect(write(INSTALMENT, first, { dueDate: '2027-02-02' })).rejects.toMatchObject({
      name: 'ValidationError',
    });
    await expect(write(INSTALMENT, first, { amount: 1 })).rejects.toMatchObject({ name: 'ValidationError' });
    expect(await read(payment.documentId)).toEqual(before);
  });
});

test('a payment made by the document service has its history, total and numbers, and one registration', async () => {
  const documentId = await server.evaluate(async ({ strapi }, customerId) => {
    const payment = await strapi.documents('plugin::payments.payment').create({
      data: { title: 'By script', currency: 'EUR', customer: customerId } as object,
    });
    for (const [amount, dueDate] of [
      [3000, '2027-02-26'],
      [4000, '2027-01-29'],
    ]) {
      await strapi
        .documents('plugin::payments.instalment')
        .create({ data: { amount, dueDate, payment: payment.documentId } });
    }
    return payment.documentId;
  }, customer);
  const payment = await read(documentId);
  expect(payment).toMatchObject({
    total: eur('70.00'),
    nextDueDate: '2027-01-29',
    instalmentCount: 2,
    title: 'By script',
  });
  expect(payment.instalments.map(({ number }) => number)).toEqual([1, 2]);
  expect(payment.history.at(-1)).toMatchObject({ kind: 'created', by: { kind: 'script' } });
  const registered = await server.evaluate(({ strapi }) =>
    strapi.db.query('plugin::payments.notice').findMany({ where: { kind: 'registered' } }),
  );
  expect(registered.filter((notice) => JSON.stringify(notice).includes(documentId))).toHaveLength(1);
});

test('deleting an instalment by script renumbers the rest; deleting a payment keeps its events', async () => {
  const payment = await createPayment(staff, customer, { sendEmail: false });
  await server.evaluate(async ({ strapi }, documentId) => {
    await strapi.documents('plugin::payments.instalment').delete({ documentId });
  }, payment.instalments[3]?.documentId ?? '');
  const after = await read(payment.documentId);
  expect(after.instalments.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(after.total).toEqual(eur('1833.33'));
  const left = await server.evaluate(async ({ strapi }, documentId) => {
    await strapi.db.query('plugin::payments.payment').delete({ where: { documentId } });
    const events = await strapi.db
      .query('plugin::payments.event')
      .findMany({ where: { paymentDocumentId: documentId } });
    const orphans = await strapi.db
      .query('plugin::payments.instalment')
      .count({ where: { payment: { id: { $null: true } } } });
    return { kinds: events.map(({ kind }: { kind: string }) => kind), orphans };
  }, payment.documentId);
  expect(left.kinds.at(-1)).toBe('withdrawn');
  expect(left.orphans).toBe(0);
});

test('a hook that refuses leaves nothing of a bare write behind', async () => {
  const count = () => server.evaluate(({ strapi }) => strapi.db.query('plugin::payments.payment').count());
  const before = await count();
  await expect(
    server.evaluate(({ strapi }) =>
      strapi.db.query('plugin::payments.payment').create({ data: { title: 'x', currency: 'EUR', total: '5' } }),
    ),
  ).rejects.toMatchObject({ name: 'ValidationError' });
  expect(await count()).toBe(before);
});

test('20 parallel edits: 20 true pairs of before and after', async () => {
  const payment = await createPayment(staff, customer, { sendEmail: false });
  await server.evaluate(async ({ strapi }, documentId) => {
    const edits = Array.from({ length: 20 }, (_, index) =>
      strapi.documents('plugin::payments.payment').update({ documentId, data: { title: `Title ${index}` } as object }),
    );
    await Promise.all(edits);
  }, payment.documentId);
  const { history, revision } = await read(payment.documentId);
  const pairs = history.slice(0, 20).flatMap(({ changes }) => changes.filter(({ field }) => field === 'title'));
  expect(revision).toBe(21);
  expect(pairs).toHaveLength(20);
  pairs.slice(0, -1).forEach(({ before }, index) => expect(before).toBe(pairs[index + 1]?.after));
});
