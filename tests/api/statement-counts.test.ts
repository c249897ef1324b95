import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import type { CustomerValue } from '../../src/plugins/payments/contracts/customer';
import type { Http } from '../support/http';
import { createCustomer, createInstitution, createPayment, eur, type Envelope } from '../support/office';
import { startServer, type Server } from '../support/server';
import { countInRequests } from '../support/statements';
import { adminLogin, createContactUser } from '../support/users';

/** How many rows a page shows, or an edit touches. */
const FEW = 3;
const MANY = 120;

/** A customer with so many payments of one instalment, a payment of so many instalments, and a contact who can sign in. */
interface Side {
  readonly rows: number;
  readonly customer: string;
  readonly singles: readonly StaffPayment[];
  readonly plan: StaffPayment;
  readonly contact: Http;
}

let server: Server;
let staff: Http;
let few: Side;
let many: Side;

const planOf = (count: number, first: string) => ({
  kind: 'automatic',
  total: eur(`${count * 100}.00`),
  amount: '100.00',
  count,
  firstDate: first,
  period: 'weekly',
  convention: 'following',
});

const sideOf = async (rows: number, institution: string): Promise<Side> => {
  const email = `reader${rows}@example.com`;
  const made: CustomerValue = await createCustomer(staff, `Customer of ${rows}`, email);
  const customer = made.documentId;
  const register = (more: object) => createPayment(staff, customer, { institution, sendEmail: false, ...more });
  const singles: StaffPayment[] = [];
  for (let number = 1; number <= rows; number += 1) {
    const plan = { kind: 'single', total: eur(`${number}.00`), date: '2027-02-01' };
    singles.push(await register({ title: `Levy ${number}`, plan }));
  }
  const plan = await register({ title: 'In instalments', plan: planOf(rows, '2028-01-03') });
  const user = await createContactUser(server, email);
  await server.evaluate(
    async ({ strapi }, link) => {
      const knex = strapi.db.connection;
      const { id } = await knex('payments_contacts').where('document_id', link.contact).first('id');
      await knex('payments_contacts_user_lnk').insert({ contact_id: id, user_id: link.user });
    },
    { contact: made.contacts[0]?.documentId as string, user: user.id },
  );
  return { rows, customer, singles, plan, contact: user.http };
};

beforeAll(async () => {
  server = await startServer({ env: { TEST_PAYMENTS_CONFIG: '{"tick":false}' } });
  await server.evaluate(({ strapi }) => strapi.plugin('payments').service('clock').set('2026-11-23T10:00:00Z'));
  staff = await adminLogin(server.url);
  const { documentId } = await createInstitution(staff, 'Tax office');
  few = await sideOf(FEW, documentId);
  many = await sideOf(MANY, documentId);
});

afterAll(() => server.stop());

/** Asserts as many statements for few rows as for many; how many differs by the engine, which locks and answers in its own way. */
const expectSame = async (count: number, statements: (side: Side) => Promise<number>): Promise<void> => {
  const [ofFew, ofMany] = [await statements(few), await statements(many)];
  const expected = (process.env.TEST_DATABASE ?? 'sqlite') === 'sqlite' ? count : ofFew;
  expect({ [FEW]: ofFew, [MANY]: ofMany }).toEqual({ [FEW]: expected, [MANY]: expected });
};

const expectCount = (count: number, work: (side: Side) => Promise<unknown>): Promise<void> =>
  expectSame(count, (side) => countInRequests(server, () => work(side)));

const ok = async <Body>(answering: Promise<{ status: number; body: Body }>): Promise<Body> => {
  const { status, body } = await answering;
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
};

const window = 'from=2027-02-01&to=2027-02-28';

describe('what staff read', () => {
  test.each<[string, number, (side: Side) => string]>([
    ['the list', 8, ({ customer }) => `/payments/payments?customer=${customer}&pageSize=100`],
    ['overdue ones', 6, ({ customer }) => `/payments/payments?state=overdue&customer=${customer}`],
    ['a search', 8, ({ customer }) => `/payments/payments?q=levy&customer=${customer}&pageSize=100`],
    ['totals', 6, ({ customer }) => `/payments/payments/totals?customer=${customer}`],
    ['a payment', 10, ({ plan }) => `/payments/payments/${plan.documentId}`],
    ['its reminders', 9, ({ plan }) => `/payments/payments/${plan.documentId}/reminders`],
    ['the calendar', 9, ({ customer }) => `/payments/calendar?${window}&customer=${customer}&pageSize=100`],
    ['the calendar by day', 9, ({ customer }) => `/payments/calendar?${window}&customer=${customer}&groupBy=day`],
    ['a customer', 7, ({ customer }) => `/payments/customers/${customer}`],
    ['a statement', 11, ({ customer }) => `/payments/customers/${customer}/statement`],
  ])('%s: %i statements', async (_name, count, path) => {
    await expectCount(count, (side) => ok(staff.get(path(side))));
  });
});

describe('what a customer reads', () => {
  test.each<[string, number, (side: Side) => string]>([
    ['the log', 9, () => '/api/payments/obligations?state=open&pageSize=100'],
    ['an obligation', 10, ({ plan }) => `/api/payments/obligations/${plan.documentId}`],
    ['the instalments', 9, () => '/api/payments/instalments?from=2027-01-01&to=2027-12-31&pageSize=100'],
    ['the summary', 12, () => '/api/payments/summary'],
    ['who I am', 8, () => '/api/payments/me'],
  ])('%s: %i statements', async (_name, count, path) => {
    await expectCount(count, (side) => ok(side.contact.get(path(side))));
  });
});

describe('what staff write', () => {
  /** The payment as the last edit left it, since each names the revision that it saw. */
  const current = async ({ plan }: Side): Promise<StaffPayment> =>
    (await ok(staff.get<Envelope<StaffPayment>>(`/payments/payments/${plan.documentId}`))).data;

  /** Counts the edit alone, and not the look at the payment before it. */
  const expectEdit = async (count: number, edit: (payment: StaffPayment, side: Side) => Promise<unknown>) => {
    const measure = async (side: Side): Promise<number> => {
      const payment = await current(side);
      return countInRequests(server, () => edit(payment, side));
    };
    await expectSame(count, measure);
  };

  let edits = 0;
  const another = () => `Edited ${(edits += 1)}`;
  const put = (path: string, body: object) => ok(staff.put(path, { sendEmail: false, ...body }));

  test('a preview of a plan: 4 statements', async () => {
    await expectCount(4, ({ rows }) => ok(staff.post('/payments/plan/preview', planOf(rows, '2029-01-01'))));
  });

  test('a registration: 20 statements', async () => {
    await expectCount(20, ({ rows, customer }) =>
      createPayment(staff, customer, { title: another(), plan: planOf(rows, '2029-01-01'), sendEmail: false }),
    );
  });

  test('an edit of a payment: 17 statements', async () => {
    await expectEdit(17, ({ documentId, revision }) =>
      put(`/payments/payments/${documentId}`, { revision, title: another() }),
    );
  });

  test('another amount, spread over all: 19 statements', async () => {
    await expectEdit(19, ({ instalments, revision }) =>
      put(`/payments/instalments/${instalments[0]?.documentId}`, {
        revision,
        amount: `${(edits += 1)}.00`,
        rest: 'spread',
      }),
    );
  });

  test('a new plan for what is unpaid: 20 statements', async () => {
    await expectEdit(20, ({ documentId, revision }, { rows }) =>
      ok(
        staff.post(`/payments/payments/${documentId}/replan`, {
          revision,
          sendEmail: false,
          // A Monday of its own each time: a plan that stays as it was would write less.
          firstDate: new Date(Date.UTC(2028, 1, 7 * (edits += 1))).toISOString().slice(0, 10),
          period: 'weekly',
          count: rows,
        }),
      ),
    );
  });

  test.each([
    ['pause', 15],
    ['resume', 15],
    ['remind', 13],
    ['settle', 17],
  ])('%s for all of them: %i statements', async (action, count) => {
    await expectCount(count, ({ singles }) => {
      const payments = singles.map(({ documentId }) => documentId);
      return ok(staff.post('/payments/bulk', { action, payments, sendEmail: false }));
    });
  });
});
