import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import { clockAt, keepTicking } from '../support/fault-office';
import { bearer, createHttp, type Http } from '../support/http';
import { startMailbox, type Mailbox } from '../support/mailbox';
import { createCustomer, createPayment, twelveInstalments, type Envelope } from '../support/office';
import { by, figures } from '../support/scale';
import { startReplicas, type Server } from '../support/server';
import { administrator, adminLogin } from '../support/users';

jest.setTimeout(by({ short: 300_000, normal: 600_000, long: 600_000 }));

const editors = 20;

let mailbox: Mailbox;
let replicas: Server[];
/** The staff API of each process, signed in. */
let staff: Http[];
let customer: string;

const signIn = async ({ url }: Server): Promise<Http> => {
  const { email, password } = administrator;
  const answer = await createHttp(url).post<{ data: { token: string } }>('/admin/login', { email, password });
  return createHttp(url, bearer(answer.body.data.token));
};

beforeAll(async () => {
  mailbox = await startMailbox();
  replicas = await startReplicas(3, { env: clockAt('2026-11-23T08:00:00Z'), smtpPort: mailbox.port });
  const first = await adminLogin(replicas[0]?.url ?? '');
  staff = [first, ...(await Promise.all(replicas.slice(1).map(signIn)))];
  customer = (await createCustomer(first, 'Papadaki Eleni', 'eleni@example.com')).documentId;
});

afterAll(async () => {
  await Promise.all(replicas.map((server) => server.stop()));
  await mailbox.close();
});

const staffOf = (editor: number): Http => staff[editor % staff.length] as Http;
const at = (payment: Pick<StaffPayment, 'documentId'>): string => `/payments/payments/${payment.documentId}`;
const read = async (payment: StaffPayment): Promise<StaffPayment> =>
  (await staffOf(0).get<Envelope<StaffPayment>>(at(payment))).body.data;

/** Each change's value before is the value after of the change before it, from the first to what stands there now. */
const expectOneChain = ({ history, title }: StaffPayment, first: string): void => {
  const pairs = history
    .flatMap(({ changes }) => changes.filter(({ field }) => field === 'title'))
    .map(({ before, after }) => ({ before, after }))
    .reverse();
  expect(pairs).toHaveLength(editors);
  expect(pairs.map(({ before }) => before)).toEqual([first, ...pairs.slice(0, -1).map(({ after }) => after)]);
  expect(pairs.at(-1)?.after).toBe(title);
  expect(new Set(pairs.map(({ after }) => after)).size).toBe(editors);
};

test('20 editors who saw the same revision: one is saved, 19 are told what changed', async () => {
  const payment = await createPayment(staffOf(0), customer, { sendEmail: false });
  const answers = await Promise.all(
    Array.from({ length: editors }, (_, editor) =>
      staffOf(editor).put(at(payment), { revision: 1, title: `Title of ${editor}`, sendEmail: false }),
    ),
  );
  const statuses = answers.map(({ status }) => status).sort();
  figures('one revision', { saved: 1, 'refused with 409': statuses.filter((status) => status === 409).length });
  expect(statuses).toEqual([200, ...Array.from({ length: editors - 1 }, () => 409)]);
  const winner = answers.findIndex(({ status }) => status === 200);
  expect(await read(payment)).toMatchObject({ title: `Title of ${winner}`, revision: 2 });
});

test('20 editors who look again after each 409: 20 true pairs of before and after', async () => {
  const payment = await createPayment(staffOf(0), customer, { sendEmail: false });
  let refusals = 0;
  const edit = async (editor: number): Promise<void> => {
    for (let { revision } = payment; ;) {
      const answer = await staffOf(editor).put<
        Envelope<StaffPayment> & { error?: { details: { current: StaffPayment } } }
      >(at(payment), { revision, title: `Title of ${editor}`, sendEmail: false });
      if (answer.status === 200) return;
      if (answer.status !== 409) throw new Error(JSON.stringify(answer.body));
      refusals += 1;
      revision = answer.body.error?.details.current.revision ?? 0;
    }
  };
  await Promise.all(Array.from({ length: editors }, (_, editor) => edit(editor)));
  const after = await read(payment);
  figures('parallel edits by staff', { edits: editors, processes: replicas.length, refusals });
  expect(after.revision).toBe(1 + editors);
  expectOneChain(after, payment.title);
});

test.each(['documents', 'db.query'] as const)('20 scripts that write through %s: 20 true pairs', async (way) => {
  const payment = await createPayment(staffOf(0), customer, { sendEmail: false });
  await Promise.all(
    Array.from({ length: editors }, (_, editor) =>
      (replicas[editor % replicas.length] as Server).evaluate(
        async ({ strapi }, { documentId, data, byDocuments }) => {
          if (byDocuments)
            await strapi.documents('plugin::payments.payment').update({ documentId, data: data as object });
          else await strapi.db.query('plugin::payments.payment').update({ where: { documentId }, data });
        },
        { documentId: payment.documentId, data: { title: `Title of ${editor}` }, byDocuments: way === 'documents' },
      ),
    ),
  );
  const after = await read(payment);
  figures(`parallel edits by ${way}`, { edits: editors, processes: replicas.length });
  expect(after.revision).toBe(1 + editors);
  expectOneChain(after, payment.title);
});

test('20 parallel edits of amounts: the total is the sum of its instalments, whatever the order', async () => {
  const payment = await createPayment(staffOf(0), customer, { sendEmail: false });
  await Promise.all(
    Array.from({ length: editors }, (_, editor) =>
      (replicas[editor % replicas.length] as Server).evaluate(
        async ({ strapi }, { documentId, amount }) => {
          await strapi.db.query('plugin::payments.instalment').update({ where: { documentId }, data: { amount } });
        },
        { documentId: payment.instalments[editor % 10]?.documentId ?? '', amount: 20_000 + editor },
      ),
    ),
  );
  const after = await read(payment);
  const cents = (value: string) => Math.round(Number(value) * 100);
  expect(cents(after.total.value)).toBe(after.instalments.reduce((sum, { amount }) => sum + cents(amount.value), 0));
  expect(after.revision).toBe(1 + editors);
});

test('payments of 20 customers registered and edited at once, while mails go out: nobody is refused', async () => {
  const customers: string[] = [];
  for (let index = 0; index < editors; index += 1) {
    customers.push((await createCustomer(staffOf(0), `Busy ${index}`, `busy${index}@example.com`)).documentId);
  }
  const work = async (editor: number): Promise<string[]> => {
    const problems: string[] = [];
    for (let index = 0; index < by({ short: 3, normal: 10, long: 30 }); index += 1) {
      const staffHere = staffOf(editor);
      const body = { customer: customers[editor], title: `Tax ${index}`, plan: twelveInstalments, sendEmail: true };
      const created = await staffHere.post<Envelope<StaffPayment>>('/payments/payments', {
        ...body,
        confirmed: ['duplicate'],
      });
      if (created.status !== 200) problems.push(JSON.stringify(created.body));
      if (created.status !== 200) continue;
      const edited = await staffHere.put(at(created.body.data), {
        revision: 1,
        title: `Tax ${index}, edited`,
        sendEmail: true,
      });
      if (edited.status !== 200) problems.push(JSON.stringify(edited.body));
    }
    return problems;
  };
  const ticking = keepTicking(replicas);
  const problems = (await Promise.all(customers.map((_customer, editor) => work(editor)))).flat();
  await ticking.stop();
  expect(problems).toEqual([]);
  expect(ticking.complaints).toEqual([]);
  expect(replicas.map((server) => server.output()).join('\n')).not.toMatch(/DEADLOCK|40P01/i);
});
