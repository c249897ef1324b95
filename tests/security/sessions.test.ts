import { createCustomerSide, password } from '../support/customer-side';
import type { CustomerSide } from '../support/customer-side';
import { openEvents } from '../support/event-stream';
import { startServer } from '../support/server';
import type { Server } from '../support/server';
import { contactLogin } from '../support/users';

let server: Server;
let office: CustomerSide;

beforeAll(async () => {
  server = await startServer();
  office = await createCustomerSide(server);
});

afterAll(() => server.stop());

const log = '/api/payments/obligations';

describe('a host in legacy mode, whose tokens are never taken back', () => {
  beforeAll(() =>
    server.evaluate(({ strapi }) => {
      strapi.config.set('plugin::users-permissions.jwtManagement', 'legacy-support');
    }),
  );

  const edit = (values: object) =>
    server.evaluate(
      async ({ strapi }, { id, values }) => {
        await strapi.plugin('users-permissions').service('user').edit(id, values);
      },
      { id: office.eleni.userId, values },
    );
  /** Tokens tell seconds apart, and no less. */
  const nextSecond = () => new Promise((resolve) => setTimeout(resolve, 1_000 - (Date.now() % 1_000) + 5));

  it('lets a token in until the password changes', async () => {
    const before = await contactLogin(server.url, office.eleni.email, password);
    expect((await before.get(log)).status).toBe(200);
    const stream = await openEvents(before);
    expect(stream.status).toBe(200);
    await nextSecond();
    await edit({ password });
    await stream.waitFor(({ event }) => event === 'bye', 2_000);
    expect((await before.get(log)).status).toBe(401);
    expect((await openEvents(before)).status).toBe(401);
    const after = await contactLogin(server.url, office.eleni.email, password);
    expect((await after.get(log)).status).toBe(200);
  });

  it('ends the stream of a user who is blocked', async () => {
    const http = await contactLogin(server.url, office.eleni.email, password);
    const stream = await openEvents(http);
    await edit({ blocked: true });
    await stream.waitFor(({ event }) => event === 'bye', 2_000);
    expect((await http.get(log)).status).toBe(401);
  });
});

const sessionOfRequest = "select * from strapi_sessions where session_id in ('a') and origin = 'users-permissions'";

/** How a database says by which index it would read; told not to scan, since these tables are small. */
const explain: Record<Server['database']['client'], readonly string[]> = {
  sqlite: [`explain query plan ${sessionOfRequest}`],
  postgres: ['set local enable_seqscan = off', `explain ${sessionOfRequest}`],
  mysql: [`explain ${sessionOfRequest}`],
};

it('finds sessions by an index, since every request looks one up', async () => {
  const plan = await server.evaluate(
    ({ strapi }, statements) =>
      strapi.db.connection.transaction(async (trx) => {
        let answer: unknown;
        for (const statement of statements) answer = await trx.raw(statement);
        return JSON.stringify(answer);
      }),
    explain[server.database.client],
  );
  expect(plan).toContain('payments_sessions_session_idx');
});

it('tells whoever signs in too often how long to wait', async () => {
  await server.evaluate(({ strapi }) => {
    strapi.config.set('plugin::users-permissions.ratelimit', { enabled: true, max: 2, interval: { min: 5 } });
  });
  const guess = () => office.anonymous.post('/api/auth/local', { identifier: 'eleni@example.com', password: 'wrong' });
  const answers = [await guess(), await guess(), await guess(), await guess()];
  const refused = answers.find(({ status }) => status === 429);
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
});
