import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import type { Http } from '../support/http';
import { createCustomer, createInstitution, createPayment } from '../support/office';
import type { Envelope } from '../support/office';
import { startServer, type Server } from '../support/server';
import { adminLogin } from '../support/users';

let server: Server;
let staff: Http;
let customer: string;
let institution: string;

beforeAll(async () => {
  server = await startServer();
  staff = await adminLogin(server.url);
  customer = (await createCustomer(staff, 'Papadaki Eleni', 'eleni@example.com')).documentId;
  institution = (await createInstitution(staff, 'Tax office')).documentId;
});

afterAll(() => server.stop());

const register = () => createPayment(staff, customer, { institution, sendEmail: false });

const read = async ({ documentId }: StaffPayment): Promise<StaffPayment> =>
  (await staff.get<Envelope<StaffPayment>>(`/payments/payments/${documentId}`)).body.data;

const times = <Value>(count: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => make(index));

test('of many who save over the same revision, one does, and the others are told what it saved', async () => {
  const payment = await register();
  const url = `/payments/payments/${payment.documentId}`;
  const answers = await Promise.all(
    times(10, (index) => staff.put(url, { revision: 1, title: `Title ${index}`, sendEmail: false })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...times(9, () => 409)]);
  const { title, revision, history } = await read(payment);
  expect([revision, history.length]).toEqual([2, 2]);
  for (const { status, body } of answers) {
    if (status === 409) expect(body).toMatchObject({ error: { details: { current: { title, revision: 2 } } } });
  }
});

test('an instalment is paid once, however many say so at a time', async () => {
  const payment = await register();
  const url = `/payments/instalments/${payment.instalments[0]?.documentId}/settle`;
  const body = { revision: 1, paidOn: '2026-11-01', sendEmail: false };
  const answers = await Promise.all(times(8, () => staff.post(url, body)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await read(payment)).toMatchObject({ revision: 2, paid: payment.instalments[0]?.amount });
});

test('names change while payments that show them are edited: all go through, and nothing is lost', async () => {
  const payments = await Promise.all(times(4, register));
  const edits = payments.flatMap((payment) =>
    times(6, (index) => async () => {
      const current = index === 0 ? payment : await read(payment);
      const { status } = await staff.put(`/payments/payments/${payment.documentId}`, {
        revision: current.revision,
        title: `Title ${index}`,
        sendEmail: true,
      });
      return status;
    }),
  );
  const renames = times(8, (index) => async () => {
    const owner = await staff.put(`/payments/customers/${customer}`, { name: `Papadaki ${index}` });
    const owed = await staff.put(`/payments/institutions/${institution}`, { name: `Tax office ${index}` });
    return [owner.status, owed.status];
  });
  const scripts = payments.map(({ instalments }) => {
    const rows = instalments.map(({ documentId }) => documentId);
    return () =>
      server.evaluate(async ({ strapi }, documentIds) => {
        const query = strapi.db.query('plugin::payments.instalment');
        const write = (note: string) =>
          query.updateMany({ where: { documentId: { $in: documentIds } }, data: { note } });
        await Promise.all([write('one'), write('two'), write('three')]);
        return 200;
      }, rows);
  });
  const statuses = (await Promise.all([...edits, ...renames, ...scripts].map((run) => run()))).flat();
  expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([]);
  for (const payment of payments) {
    const { revision, history, total, instalments } = await read(payment);
    const own = history.filter(({ changes, staffChanges }) =>
      [...changes, ...staffChanges].every(({ field }) => !['customerName', 'institution'].includes(field)),
    );
    expect(own).toHaveLength(revision);
    expect(total).toEqual(payment.total);
    expect(new Set(instalments.map(({ note }) => note)).size).toBe(1);
  }
});

test('instalments that scripts add at a time are numbered one after the other', async () => {
  const payment = await register();
  await server.evaluate(async ({ strapi }, documentId) => {
    const add = (amount: number) =>
      strapi.documents('plugin::payments.instalment').create({
        data: { amount, dueDate: '2029-01-15', payment: documentId },
      });
    await Promise.all(Array.from({ length: 10 }, (_, index) => add(100 + index)));
  }, payment.documentId);
  const after = await read(payment);
  expect(after.instalments.map(({ number }) => number)).toEqual(times(22, (index) => index + 1));
  expect(after).toMatchObject({ revision: 11, instalmentCount: 22, total: { value: '2010.45' } });
});

test('instalments that scripts swap between two payments end in one each, and both add up', async () => {
  const [one, two] = [await register(), await register()];
  const moves = [
    [one.instalments[0]?.documentId, two.documentId],
    [two.instalments[0]?.documentId, one.documentId],
    [one.instalments[1]?.documentId, two.documentId],
    [two.instalments[1]?.documentId, one.documentId],
  ] as [string, string][];
  await server.evaluate(async ({ strapi }, pairs) => {
    const query = strapi.db.query('plugin::payments.instalment');
    const move = async ([instalment, documentId]: [string, string]) => {
      const target = await strapi.db.query('plugin::payments.payment').findOne({ where: { documentId } });
      await query.update({ where: { documentId: instalment }, data: { payment: target.id } });
    };
    await Promise.all(pairs.map(move));
  }, moves);
  for (const payment of [one, two]) {
    const { total, instalments } = await read(payment);
    const sum = instalments.reduce((cents, { amount }) => cents + Math.round(Number(amount.value) * 100), 0);
    expect(total.value).toBe((sum / 100).toFixed(2));
    expect(instalments.map(({ number }) => number)).toEqual(times(instalments.length, (index) => index + 1));
  }
});
