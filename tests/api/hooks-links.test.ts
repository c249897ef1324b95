import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import { createCustomerSide, registerPayment } from '../support/customer-side';
import type { CustomerSide } from '../support/customer-side';
import { openEvents } from '../support/event-stream';
import type { Envelope } from '../support/office';
import { startServer, type Server } from '../support/server';

let server: Server;
let office: CustomerSide;

beforeAll(async () => {
  server = await startServer();
  office = await createCustomerSide(server);
});

afterAll(() => server.stop());

const PAYMENT = 'plugin::payments.payment';
const INSTALMENT = 'plugin::payments.instalment';
const CUSTOMER = 'plugin::payments.customer';

const register = async (title: string, customer = office.customers.papadaki): Promise<StaffPayment> => {
  const { documentId } = await registerPayment(office, {
    customer,
    title,
    instalments: [
      { amount: '100.00', date: '2027-01-15' },
      { amount: '50.00', date: '2027-02-15' },
      { amount: '25.00', date: '2027-03-15' },
    ],
  });
  return read(documentId);
};

const read = async (documentId: string): Promise<StaffPayment> =>
  (await office.admin.get<Envelope<StaffPayment>>(`/payments/payments/${documentId}`)).body.data;

const row = (payment: StaffPayment, number: number): string => payment.instalments[number - 1]?.documentId ?? '';

const numbersAndAmounts = ({ instalments }: StaffPayment) =>
  instalments.map(({ number, amount }) => [number, amount.value]);

/** A write by the document service, as a script makes it. */
const write = (uid: string, documentId: string, data: object): Promise<void> =>
  server.evaluate(
    async ({ strapi }, input) => {
      await strapi.documents(input.uid as typeof PAYMENT).update({ documentId: input.documentId, data: input.data });
    },
    { uid, documentId, data },
  );

const settleRow = async (payment: StaffPayment, number: number, amount?: string): Promise<void> => {
  const body = { revision: payment.revision, paidOn: '2026-11-20', sendEmail: false, ...(amount && { amount }) };
  const { status } = await office.admin.post(`/payments/instalments/${row(payment, number)}/settle`, body);
  expect(status).toBe(200);
};

describe('an instalment that a script takes to another payment', () => {
  test.each(['its own side', "the payment's side"])('by %s leaves both in order', async (side) => {
    const from = await register('From');
    const to = await register('To');
    if (side === 'its own side') await write(INSTALMENT, row(from, 2), { payment: to.documentId });
    else await write(PAYMENT, to.documentId, { instalments: { connect: [row(from, 2)] } });
    const left = await read(from.documentId);
    const joined = await read(to.documentId);
    expect(numbersAndAmounts(left)).toEqual([
      [1, '100.00'],
      [2, '25.00'],
    ]);
    expect([left.total.value, left.instalmentCount, left.revision]).toEqual(['125.00', 2, 2]);
    expect(numbersAndAmounts(joined).map(([number]) => number)).toEqual([1, 2, 3, 4]);
    expect([joined.total.value, joined.instalmentCount, joined.revision]).toEqual(['225.00', 4, 2]);
    expect(left.history[0]?.kind).toBe('updated');
    expect(joined.history[0]?.kind).toBe('updated');
  });

  test.each([
    ['to another payment', (to: string) => ({ payment: to })],
    ['out of its payment', () => ({ payment: null })],
  ])('%s stays where it is when something of it is paid', async (_what, data) => {
    const from = await register('Paid');
    const to = await register('Other');
    await settleRow(from, 2, '10.00');
    const before = [await read(from.documentId), await read(to.documentId)];
    await expect(write(INSTALMENT, row(from, 2), data(to.documentId))).rejects.toMatchObject({
      name: 'ValidationError',
    });
    await expect(write(PAYMENT, from.documentId, { instalments: { set: [row(from, 1)] } })).rejects.toMatchObject({
      name: 'ValidationError',
    });
    expect([await read(from.documentId), await read(to.documentId)]).toEqual(before);
  });
});

describe('a payment that a script gives to another customer', () => {
  const obligation = (who: 'eleni' | 'boris', { documentId }: StaffPayment) =>
    office[who].http.get(`/api/payments/obligations/${documentId}`);

  test.each(['its own side', "the customer's side"])('by %s leaves the one and reaches the other', async (side) => {
    const payment = await register('Moves');
    const { boreas } = office.customers;
    const stream = await openEvents(office.boris.http);
    if (side === 'its own side') await write(PAYMENT, payment.documentId, { customer: boreas });
    else await write(CUSTOMER, boreas, { payments: { connect: [payment.documentId] } });
    expect((await obligation('eleni', payment)).status).toBe(404);
    expect((await obligation('boris', payment)).status).toBe(200);
    await stream.waitFor(({ event, data }) => event === 'obligation.created' && data.obligation === payment.documentId);
    stream.close();
    expect(await read(payment.documentId)).toMatchObject({ revision: 2, customer: { documentId: boreas } });
  });

  test.each(['its own side', "the customer's side"])('by %s and takes from everybody, nobody sees', async (side) => {
    const payment = await register('Nobody’s');
    if (side === 'its own side') await write(PAYMENT, payment.documentId, { customer: null });
    else {
      await write(CUSTOMER, office.customers.papadaki, { payments: { disconnect: [payment.documentId] } });
    }
    expect((await obligation('eleni', payment)).status).toBe(404);
    const { status, body } = await office.admin.get<Envelope<StaffPayment>>(`/payments/payments/${payment.documentId}`);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ revision: 2, history: [{ kind: 'created' }, { kind: 'withdrawn' }, {}] });
    expect((await office.admin.get('/payments/payments?state=all&q=Nobody')).status).toBe(200);
    const window = 'from=2027-01-01&to=2027-01-31';
    expect((await office.admin.get(`/payments/calendar?${window}`)).status).toBe(200);
  });
});

describe('a clone by the document service', () => {
  test.each([
    ['a payment', PAYMENT, (payment: StaffPayment) => payment.documentId],
    ['an instalment', INSTALMENT, (payment: StaffPayment) => row(payment, 1)],
  ])('of %s is refused, and the original keeps what it has', async (_what, uid, target) => {
    const payment = await register('Original');
    const clone = server.evaluate(
      async ({ strapi }, { uid, documentId }) => {
        await strapi.documents(uid as 'plugin::payments.payment').clone({ documentId, data: {} });
      },
      { uid, documentId: target(payment) },
    );
    await expect(clone).rejects.toMatchObject({ name: 'ValidationError' });
    expect(await read(payment.documentId)).toEqual(payment);
  });
});

describe('what a script deletes', () => {
  const attempt = (uid: string, documentId: string, way: 'document' | 'query' | 'many'): Promise<void> =>
    server.evaluate(
      async ({ strapi }, input) => {
        const where = { documentId: input.documentId };
        if (input.way === 'document')
          await strapi.documents(input.uid as typeof PAYMENT).delete({ documentId: input.documentId });
        else if (input.way === 'query') await strapi.db.query(input.uid).delete({ where });
        else await strapi.db.query(input.uid).deleteMany({ where });
      },
      { uid, documentId, way },
    );

  test.each(['document', 'query', 'many'] as const)('stays while it is paid or in use (%s)', async (way) => {
    const payment = await register('In use');
    await settleRow(payment, 1, '10.00');
    const before = await read(payment.documentId);
    for (const [uid, documentId] of [
      [PAYMENT, payment.documentId],
      [INSTALMENT, row(payment, 1)],
      [CUSTOMER, office.customers.papadaki],
      ['plugin::payments.institution', office.institution],
    ] as const) {
      await expect(attempt(uid, documentId, way)).rejects.toMatchObject({ name: 'ValidationError' });
    }
    expect(await read(payment.documentId)).toEqual(before);
  });

  test.each(['document', 'query', 'many'] as const)('goes with its links, and its history stays (%s)', async (way) => {
    const payment = await register('Goes');
    await attempt(INSTALMENT, row(payment, 1), way);
    expect(await read(payment.documentId)).toMatchObject({ total: { value: '75.00' }, instalmentCount: 2 });
    await attempt(PAYMENT, payment.documentId, way);
    const left = await server.evaluate(async ({ strapi }, documentId) => {
      const db = strapi.db.connection;
      const dangling = async (table: string, column: string, target: string) =>
        (await db(table).whereNotIn(column, db(target).select('id'))).length;
      const events = await strapi.db
        .query('plugin::payments.event')
        .findMany({ where: { paymentDocumentId: documentId }, orderBy: 'id' });
      return {
        kinds: events.map(({ kind }) => kind),
        dangling: [
          await dangling('payments_payments_customer_lnk', 'payment_id', 'payments_payments'),
          await dangling('payments_instalments_payment_lnk', 'instalment_id', 'payments_instalments'),
          await dangling('payments_instalments_payment_lnk', 'payment_id', 'payments_payments'),
        ],
        orphans: await strapi.db.query('plugin::payments.instalment').count({ where: { payment: { id: null } } }),
      };
    }, payment.documentId);
    expect(left).toEqual({ kinds: ['created', 'updated', 'withdrawn'], dangling: [0, 0, 0], orphans: 0 });
  });

  test('of a login: the contact and what is owed stay, the session does not', async () => {
    const { documentId } = await register('Stays', office.customers.boreas);
    const stream = await openEvents(office.boris.http);
    await server.evaluate(async ({ strapi }, id) => {
      await strapi.db.query('plugin::users-permissions.user').delete({ where: { id } });
    }, office.boris.userId);
    await stream.waitFor(({ event }) => event === 'bye');
    expect([401, 403]).toContain((await office.boris.http.get('/api/payments/obligations')).status);
    expect(await read(documentId)).toMatchObject({ state: 'open', customer: { documentId: office.customers.boreas } });
    const contact = await office.admin.get<Envelope<{ name: string }>>(`/payments/contacts/${office.boris.contact}`);
    expect(contact.body.data).toMatchObject({ name: 'Boris Vorias' });
  });
});
