import { createCustomerSide, registerPayment, signIn } from '../support/customer-side';
import type { CustomerSide } from '../support/customer-side';
import { openEvents } from '../support/event-stream';
import type { EventStream } from '../support/event-stream';
import { bearer } from '../support/http';
import { startServer } from '../support/server';
import type { Server } from '../support/server';

let server: Server;
let office: CustomerSide;
const open: EventStream[] = [];

beforeAll(async () => {
  server = await startServer();
  office = await createCustomerSide(server);
});

afterEach(() => open.splice(0).forEach((stream) => stream.close()));
afterAll(() => server.stop());

const register = (title: string) =>
  registerPayment(office, {
    customer: office.customers.papadaki,
    title,
    instalments: [{ amount: '100.00', date: '2026-12-31' }],
  });

const listen = async (http = office.eleni.http): Promise<EventStream> => {
  const stream = await openEvents(http);
  open.push(stream);
  return stream;
};

const about =
  ({ documentId }: { documentId: string }) =>
  ({ data }: EventStream['events'][number]) =>
    data.obligation === documentId;

describe('a stream', () => {
  it('is refused with 429 and a time to wait when one user has too many', async () => {
    const streams = await Promise.all(Array.from({ length: 12 }, () => listen()));
    const refused = streams.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(4);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await listen(office.boris.http)).status).toBe(200);
  });
});

describe('a stream ends', () => {
  it('with sign-out, and its token opens no other', async () => {
    const { http, refreshToken } = await signIn(server.url, office.eleni.email);
    const stream = await listen(http);
    expect((await http.post('/api/auth/logout', { refreshToken })).status).toBe(200);
    await stream.waitFor(({ event }) => event === 'bye', 2_000);
    await stream.waitForEnd();
    expect((await listen(http)).status).toBe(401);
    expect((await http.get('/api/payments/obligations')).status).toBe(401);
  });

  it('not when the session is refreshed, but when the refreshed one signs out', async () => {
    const { http, refreshToken } = await signIn(server.url, office.eleni.email);
    const stream = await listen(http);
    const refreshed = await office.anonymous.post<{ jwt: string; refreshToken: string }>('/api/auth/refresh', {
      refreshToken,
    });
    expect(refreshed.status).toBe(200);
    expect((await http.get('/api/payments/obligations')).status).toBe(200);
    await server.evaluate(({ strapi }) =>
      strapi.db.query('admin::session').deleteMany({ where: { sessionId: 'none' } }),
    );
    const marker = await register('After the refresh');
    await stream.waitFor(about(marker));
    expect(stream.events.some(({ event }) => event === 'bye')).toBe(false);
    const later = office.anonymous.with(bearer(refreshed.body.jwt));
    expect((await later.post('/api/auth/logout', { refreshToken: refreshed.body.refreshToken })).status).toBe(200);
    await stream.waitFor(({ event }) => event === 'bye', 2_000);
    expect((await http.get('/api/payments/obligations')).status).toBe(401);
  });

  it('when the password changes, whoever changes it', async () => {
    const { http } = await signIn(server.url, office.boris.email);
    const stream = await listen(http);
    await server.evaluate(
      ({ strapi }, { id, password }) => strapi.plugin('users-permissions').service('user').edit(id, { password }),
      { id: office.boris.userId, password: 'Contact-pass-1234' },
    );
    await stream.waitFor(({ event }) => event === 'bye', 2_000);
    expect((await http.get('/api/payments/obligations')).status).toBe(401);
  });

  it('when the user is blocked', async () => {
    const { http } = await signIn(server.url, office.boris.email);
    const stream = await listen(http);
    const block = (blocked: boolean) =>
      server.evaluate(
        ({ strapi }, { id, blocked }) => strapi.plugin('users-permissions').service('user').edit(id, { blocked }),
        { id: office.boris.userId, blocked },
      );
    await block(true);
    await stream.waitFor(({ event }) => event === 'bye', 2_000);
    expect((await listen(http)).status).toBe(401);
    await block(false);
  });
});
