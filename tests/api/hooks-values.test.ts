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

const PAYMENT = 'plugin::payments.payment';
const INSTALMENT = 'plugin::payments.instalment';

const read = async (documentId: string): Promise<StaffPayment> =>
  (await staff.get<Envelope<StaffPayment>>(`/payments/payments/${documentId}`)).body.data;

const silent = (more: object = {}) => createPayment(staff, customer, { sendEmail: false, ...more });

const update = (uid: string, documentId: string, data: object): Promise<void> =>
  server.evaluate(
    async ({ strapi }, input) => {
      await strapi.db.query(input.uid).update({ where: { documentId: input.documentId }, data: input.data });
    },
    { uid, documentId, data },
  );

const refusal = (field: string) => ({ name: 'ValidationError', details: { errors: [{ path: [field] }] } });

describe('a value that no reader could read', () => {
  test.each([
    ['no title', PAYMENT, 'title', null],
    ['a title of two lines', PAYMENT, 'title', 'Tax\r\nBcc: x@example.com'],
    ['a title past its limit', PAYMENT, 'title', 'x'.repeat(201)],
    ['a description past its limit', PAYMENT, 'description', 'x'.repeat(5_001)],
    ['a description with NUL', PAYMENT, 'description', 'before\0after'],
    ['comments with NUL', PAYMENT, 'managerComments', '\0'],
    ['a note past its limit', INSTALMENT, 'note', 'x'.repeat(501)],
    ['a note with NUL', INSTALMENT, 'note', 'a\0b'],
    ['a kind of its own', PAYMENT, 'kind', 'monthly'],
    ['a convention of its own', PAYMENT, 'convention', 'next'],
    ['a period of its own', PAYMENT, 'period', 'daily'],
    ['attachments', PAYMENT, 'attachments', [{ id: '1', name: 'x', size: 1, type: 'text/plain', key: '../../x' }]],
    ['a negative payment', INSTALMENT, 'paid', -1],
    ['half a cent', INSTALMENT, 'paid', 0.5],
    ['a negative surcharge', INSTALMENT, 'surcharge', '-1'],
    ['a surcharge past 2^53', INSTALMENT, 'surcharge', '9007199254740993'],
    ['an amount past 2^53', INSTALMENT, 'amount', '9007199254740992'],
    ['a state of its own', INSTALMENT, 'state', 'late'],
    ['a shift of its own', INSTALMENT, 'shiftKind', 'moon'],
    ['29 February of a common year', INSTALMENT, 'dueDate', '2027-02-29'],
    ['a day before 1970', INSTALMENT, 'dueDate', '1969-12-31'],
    ['a day after 2199', INSTALMENT, 'nominalDate', '2200-01-01'],
  ])('is refused by name, and nothing is written: %s', async (_what, uid, field, value) => {
    const payment = await silent();
    const target = uid === PAYMENT ? payment.documentId : (payment.instalments[1]?.documentId ?? '');
    await expect(update(uid, target, { [field]: value })).rejects.toMatchObject(refusal(field));
    expect(await read(payment.documentId)).toEqual(payment);
  });

  test.each([null, 'ZZZ', 'euro'])('is refused by name in a new payment: the currency %j', async (currency) => {
    const create = server.evaluate(async ({ strapi }, value) => {
      await strapi.db.query('plugin::payments.payment').create({ data: { title: 'Poison', currency: value } });
    }, currency);
    await expect(create).rejects.toMatchObject(refusal('currency'));
    expect((await staff.get('/payments/payments?state=all')).status).toBe(200);
  });
});

describe('an institution, a customer or a contact by script', () => {
  const INSTITUTION = 'plugin::payments.institution';
  const CUSTOMER = 'plugin::payments.customer';
  const CONTACT = 'plugin::payments.contact';

  const create = (uid: string, data: object): Promise<string> =>
    server.evaluate(
      async ({ strapi }, input) => {
        const made = await strapi.db.query(input.uid as 'plugin::payments.institution').create({ data: input.data });
        return made.documentId as string;
      },
      { uid, data },
    );

  test.each([
    ['a ladder that is no list', INSTITUTION, 'ladder', 'weekly'],
    ['a ladder of half days', INSTITUTION, 'ladder', [-1.5]],
    ['a step of a hundred days', INSTITUTION, 'ladder', [-100]],
    ['bank days below zero', INSTITUTION, 'bankDays', -1],
    ['bank days without end', INSTITUTION, 'bankDays', 400],
    ['a link that runs', INSTITUTION, 'payUrl', 'javascript:alert(1)'],
    ['a scheme of its own', INSTITUTION, 'codeScheme', 'iban'],
    ['a convention of its own', INSTITUTION, 'convention', 'next'],
    ['a name of two lines', INSTITUTION, 'name', 'Tax\nBcc: x@example.com'],
    ['no name', CUSTOMER, 'name', null],
    ['a name with NUL', CUSTOMER, 'name', 'Eleni\0'],
    ['a language that is none', CUSTOMER, 'language', 'Greek'],
    ['a phone past its limit', CUSTOMER, 'phone', '1'.repeat(41)],
    ['a name of two lines', CONTACT, 'name', 'Eleni\r\nBcc: x@example.com'],
    ['a language that is none', CONTACT, 'language', 'klingon'],
  ])('is refused by name where it has %s (%s)', async (_what, uid, field, value) => {
    const data = { name: 'By script', [field]: value };
    await expect(create(uid, data)).rejects.toMatchObject(refusal(field));
    const documentId = await create(uid, { name: 'By script' });
    await expect(update(uid, documentId, { [field]: value })).rejects.toMatchObject(refusal(field));
  });

  test('a ladder is kept in order, each day once, and the institution can be read', async () => {
    const documentId = await create(INSTITUTION, { name: 'By script', ladder: [3, -7, 3], bankDays: 2 });
    const answer = await staff.get<Envelope<object>>(`/payments/institutions/${documentId}`);
    expect(answer.body.data).toMatchObject({ ladder: [-7, 3], bankDays: 2 });
  });
});

test('a total past 2^53 is refused as the amount that made it so', async () => {
  const most = eur('90071992547409.91');
  const payment = await silent({ plan: { kind: 'single', total: most, date: '2027-02-26' } });
  expect(payment.total).toEqual(most);
  const add = server.evaluate(async ({ strapi }, documentId) => {
    const data = { amount: 1, dueDate: '2027-03-26', payment: documentId };
    await strapi.documents('plugin::payments.instalment').create({ data });
  }, payment.documentId);
  await expect(add).rejects.toMatchObject(refusal('amount'));
  expect(await read(payment.documentId)).toEqual(payment);
});

test('an instalment’s own code is normalised and checked by its payment’s scheme', async () => {
  const payment = await silent({ paymentCode: { value: 'RF18539007547034', scheme: 'rf' } });
  const [first, second] = payment.instalments.map(({ documentId }) => documentId) as [string, string];
  await update(INSTALMENT, first, { paymentCode: 'rf98 911565990000000012345' });
  expect((await read(payment.documentId)).instalments[0]?.paymentCode?.value).toBe('RF98911565990000000012345');
  await expect(update(INSTALMENT, second, { paymentCode: 'RF17539007547034' })).rejects.toMatchObject(
    refusal('paymentCode'),
  );
});

test('a row that is paid in part keeps its date; its amount never falls below what is paid', async () => {
  const payment = await silent();
  const row = payment.instalments[1]?.documentId ?? '';
  const body = { revision: 1, amount: '100.00', paidOn: '2026-11-01', sendEmail: false };
  expect((await staff.post(`/payments/instalments/${row}/settle`, body)).status).toBe(200);
  const before = await read(payment.documentId);
  await expect(update(INSTALMENT, row, { dueDate: '2027-05-05' })).rejects.toMatchObject(refusal('dueDate'));
  await expect(update(INSTALMENT, row, { amount: 9_999 })).rejects.toMatchObject(refusal('amount'));
  expect(await read(payment.documentId)).toEqual(before);
});

test.each(['1970-01-01', '2028-02-29', '2199-12-31'])('the day %s is stored and told as it is', async (date) => {
  const payment = await silent();
  await update(INSTALMENT, payment.instalments[0]?.documentId ?? '', { dueDate: date });
  const moved = (await read(payment.documentId)).instalments[0];
  expect([moved?.dueDate, moved?.nominalDate]).toEqual([date, date]);
});

test('createMany makes payments of which each has its history, reference and columns', async () => {
  const made = await server.evaluate(async ({ strapi }) => {
    const query = strapi.db.query('plugin::payments.payment');
    await query.createMany({ data: [1, 2, 3].map((n) => ({ title: `One of many ${n}`, currency: 'EUR' })) });
    const rows = await query.findMany({ where: { title: { $startsWith: 'One of many' } }, orderBy: 'id' });
    const events = await strapi.db.query('plugin::payments.event').findMany({
      where: { paymentDocumentId: { $in: rows.map((row) => row.documentId) } },
    });
    return { rows, events };
  });
  expect(made.rows.map(({ reference }) => reference)).toEqual(made.rows.map(({ id }) => `P-${id}`));
  expect(made.events.map(({ kind }) => kind)).toEqual(['created', 'created', 'created']);
});

test('a write that matches nothing, and one that changes nothing, leave no trace', async () => {
  const payment = await silent();
  const counts = () =>
    server.evaluate(async ({ strapi }) => {
      const count = (type: string) => strapi.db.query(`plugin::payments.${type}`).count();
      return [await count('event'), await count('notice')];
    });
  const before = await counts();
  await server.evaluate(async ({ strapi }, documentId) => {
    const query = strapi.db.query('plugin::payments.payment');
    await query.update({ where: { documentId: 'nobody' }, data: { title: 'x' } });
    await query.updateMany({ where: { documentId: 'nobody' }, data: { title: 'x' } });
    await query.delete({ where: { documentId: 'nobody' } });
    await query.deleteMany({ where: { documentId: 'nobody' } });
    const same = await query.findOne({ where: { documentId } });
    await query.update({ where: { documentId }, data: same });
    await strapi.documents('plugin::payments.payment').update({ documentId, data: { title: same.title } as object });
  }, payment.documentId);
  expect(await counts()).toEqual(before);
  expect(await read(payment.documentId)).toMatchObject({ revision: 1, history: [{ kind: 'created' }] });
});

test('a write in a transaction of the caller’s own goes with it when it rolls back', async () => {
  const payment = await silent();
  const counts = () =>
    server.evaluate(async ({ strapi }) => {
      const count = (type: string) => strapi.db.query(`plugin::payments.${type}`).count();
      return [await count('payment'), await count('instalment'), await count('event'), await count('notice')];
    });
  const before = await counts();
  const attempt = server.evaluate(
    async ({ strapi }, [documentId, instalment]) => {
      await strapi.db.transaction(async () => {
        await strapi.documents('plugin::payments.payment').update({ documentId, data: { title: 'Half' } as object });
        await strapi.db.query('plugin::payments.instalment').update({
          where: { documentId: instalment },
          data: { amount: 1 },
        });
        await strapi.db.query('plugin::payments.payment').create({ data: { title: 'Half', currency: 'EUR' } });
        throw new Error('changed my mind');
      });
    },
    [payment.documentId, payment.instalments[0]?.documentId ?? ''] as const,
  );
  await expect(attempt).rejects.toThrow('changed my mind');
  expect(await counts()).toEqual(before);
  expect(await read(payment.documentId)).toEqual(payment);
});
