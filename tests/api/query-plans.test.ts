import { type Http } from '../support/http';
import { measured, NOW, seedStatements } from '../support/seed';
import { startServer, type Server } from '../support/server';
import { growingReads, planStatements } from '../support/statement-plans';
import { adminLogin, createContactUser } from '../support/users';

/** The office's engine says how it finds rows on the two that a test can ask; MariaDB's plans depend on what it has counted. */
const engines = ['sqlite', 'postgres'];
const engine = process.env.TEST_DATABASE ?? 'sqlite';
const describeHere = engines.includes(engine) ? describe : describe.skip;

describeHere('An office with many instalments', () => {
  let server: Server;
  let staff: Http;
  let contact: Http;

  beforeAll(async () => {
    server = await startServer();
    for (const statement of seedStatements(engine as 'sqlite' | 'postgres', 10_000)) {
      await server.evaluate(async ({ strapi }, sql) => void (await strapi.db.connection.raw(sql)), statement);
    }
    await server.evaluate(({ strapi }, now) => strapi.plugin('payments').service('clock').set(now), NOW);
    staff = await adminLogin(server.url);
    const user = await createContactUser(server, measured.contact);
    await server.evaluate(async ({ strapi }, id) => {
      await strapi.db.connection('payments_contacts_user_lnk').insert({ contact_id: 1, user_id: id });
    }, user.id);
    contact = user.http;
  });

  afterAll(() => server.stop());

  const customer = 'cus000000000000000000001';
  const institution = 'ins000000000000000000001';
  const payment = 'pay000000000000000000004';
  const month = `from=${measured.month.from}&to=${measured.month.to}`;

  /**
   * Reads of the whole table by their nature are not here: totals, ageing, effects of closed days, free text, an import's look at every customer that a
   * line may name; nor are customers and contacts by name, an order that no index keeps on all three databases.
   */
  test.each([
    ['the log', '/api/payments/obligations?state=open'],
    ['all of the log', '/api/payments/obligations?state=all&sort=changedAt:desc'],
    ['what is overdue', '/api/payments/obligations?state=overdue'],
    ['the log of a window', '/api/payments/obligations?from=2027-01-01&to=2027-12-31'],
    ['an obligation', `/api/payments/obligations/${payment}`],
    ["the customer's instalments", `/api/payments/instalments?${month}`],
    ["the customer's open instalments", `/api/payments/instalments?${month}&state=open`],
    ["the customer's summary", '/api/payments/summary'],
    ['who I am', '/api/payments/me'],
  ])('reads for a customer no more than it shows: %s', async (_name, path) => {
    await expectNarrow(() => ok(contact, path));
  });

  test.each([
    ['Today', '/payments/today'],
    ['open payments', '/payments/payments'],
    ...['title', 'total', 'createdAt', 'updatedAt', 'nextDueDate'].flatMap((field) =>
      ['open', 'all'].map((state) => [
        `${state} payments by ${field}`,
        `/payments/payments?state=${state}&sort=${field}:desc`,
      ]),
    ),
    ['overdue payments', '/payments/payments?state=overdue'],
    ['payments of a customer', `/payments/payments?customer=${customer}`],
    ['payments to an institution', `/payments/payments?institution=${institution}`],
    ['payments of a window', '/payments/payments?from=2030-01-01&to=2030-02-01'],
    ['totals of a customer', `/payments/payments/totals?customer=${customer}`],
    ['a payment', `/payments/payments/${payment}`],
    ['the calendar', `/payments/calendar?${month}`],
    ['the calendar by day', `/payments/calendar?${month}&groupBy=day`],
    ['open instalments of the calendar', `/payments/calendar?${month}&state=open`],
    ['the calendar of a customer', `/payments/calendar?${month}&customer=${customer}`],
    ['the calendar of an institution', `/payments/calendar?${month}&institution=${institution}`],
    ['a customer', `/payments/customers/${customer}`],
    ['a statement', `/payments/customers/${customer}/statement`],
    ['receipts', '/payments/receipts'],
    ['notices', '/payments/notices'],
    ['failed notices', '/payments/notices?state=failed'],
    ['the forecast', '/payments/notices/forecast?days=14'],
    ['an export', `/payments/payments/export.csv?state=all&customer=${customer}`],
    ['recurring obligations', '/payments/series'],
    ["a month's grid", '/payments/series/grid?month=2027-02'],
    ['imports', '/payments/imports'],
    ['extensions', '/payments/extensions'],
  ] as [string, string][])('reads for staff no more than it shows: %s', async (_name, path) => {
    await expectNarrow(() => ok(staff, path));
  });

  const writes: [string, string, object][] = [
    ['an extension', '/payments/extensions/preview', { institution, from: '2027-03-08', to: '2027-03-31' }],
    ['a list that settles', '/payments/payments/settlements/preview', { text: 'CODE1000003;154,32;14/01/2027' }],
    [
      'one obligation of many',
      '/payments/payments/many/preview',
      {
        title: 'Fee',
        currency: 'EUR',
        plan: { kind: 'single', date: '2027-02-01' },
        rows: [{ customer, amount: '10.00' }],
      },
    ],
    [
      'a recurring obligation, whose periods are made',
      '/payments/series',
      {
        customer,
        title: 'Contributions',
        period: 'monthly',
        rule: { kind: 'month-end' },
        currency: 'EUR',
        amount: '238.22',
        start: '2027-01-01',
      },
    ],
    ['an action on many', '/payments/bulk', { action: 'settle', payments: [payment], sendEmail: true }],
  ];

  test.each(writes)('looks for no more than it shows or touches: %s', async (_name, path, body) => {
    await expectNarrow(async () => {
      const answer = await staff.post(path, body);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    });
  });

  test('reads at the tick what is due and no more', async () => {
    await server.evaluate(async ({ strapi }) => {
      const knex = strapi.db.connection;
      await knex('payments_instalments')
        .where('id', '<=', 24)
        .update({ remind_on: '2027-01-15', due_date: '2027-01-22' });
    });
    await expectNarrow(() => server.evaluate(({ strapi }) => strapi.plugin('payments').service('notices').tick()));
  });

  test('reads for Today the arrangements that are in danger and no others, with their instalments', async () => {
    await server.evaluate(async ({ strapi }) => {
      const knex = strapi.db.connection;
      await knex('payments_payments').where('id', '<=', 400).update({ lost_after: 1, loss_date: '2030-01-01' });
      await knex('payments_payments').where('id', '<=', 24).update({ loss_date: '2027-01-15' });
    });
    await expectNarrow(() => ok(staff, '/payments/today'));
  });

  test('reads in the morning, and for what is kept no longer, what it takes and no more', async () => {
    await server.evaluate(async ({ strapi }) => {
      const settings = strapi.plugin('payments').service('settings');
      await settings.update({ keepNoticesMonths: 6, keepEventsMonths: 6 });
      strapi.plugin('payments').service('clock').set('2027-01-18T10:00:00Z');
    });
    await expectNarrow(() => server.evaluate(({ strapi }) => strapi.plugin('payments').service('notices').tick()));
  });

  async function expectNarrow(work: () => Promise<unknown>): Promise<void> {
    const planned = await planStatements(server, work);
    const wide = planned.flatMap((one) => growingReads(one).map((line) => `${line}  IN  ${one.sql}`));
    expect(planned.length).toBeGreaterThan(0);
    expect(wide).toEqual([]);
  }

  async function ok(http: Http, path: string): Promise<void> {
    const { status, body } = await http.get(path);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  }
});
