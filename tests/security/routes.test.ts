import type { Http } from '../support/http';
import { startServer } from '../support/server';
import type { Server } from '../support/server';
import { apiToken, lowRightsAdmin } from './actors';
import { routeTable } from './route-table';
import type { RouteEntry, Targets } from './route-table';
import { createTargets } from './targets';

let server: Server;
let targets: Targets;
let clerk: Http;
let token: Http;

beforeAll(async () => {
  server = await startServer();
  targets = await createTargets(server);
  clerk = await lowRightsAdmin(server);
  token = await apiToken(server);
});

afterAll(() => server.stop());

const entries = Object.entries(routeTable).map(([name, entry]) => {
  const [type = '', method = '', path = ''] = name.split(' ');
  return { name, method, path: `${type === 'admin' ? '' : '/api'}/payments${path}`, entry };
});
const having = (access: RouteEntry['access']) => entries.filter(({ entry }) => entry.access === access);

/** The route with documents that are really there, so that a refusal is not for want of one. */
const real = (path: string) =>
  path
    .replace('/instalments/:documentId', `/instalments/${targets.mine.instalments[0]?.documentId}`)
    .replace('/customers/:documentId', `/customers/${targets.customers.papadaki}`)
    .replace('/contacts/:documentId', `/contacts/${targets.eleni.contact}`)
    .replace('/institutions/:documentId', `/institutions/${targets.institution}`)
    .replace(':documentId', targets.mine.documentId);

const call = (http: Http, method: string, path: string) =>
  http.request(method, real(path), method === 'GET' ? {} : { body: {} });

it('knows every route of the plugin, and no other', async () => {
  const found = await server.evaluate(({ strapi }) => {
    const routers = strapi.plugin('payments').routes as unknown as Record<
      string,
      { type: string; routes: { method: string; path: string }[] }
    >;
    return Object.values(routers).flatMap(({ type, routes }) =>
      routes.map(({ method, path }) => `${type} ${method} ${path}`),
    );
  });
  expect(found.sort()).toEqual(Object.keys(routeTable).sort());
});

describe('a staff route', () => {
  it.each(having('staff'))('$name is refused to all but those whose role allows it', async ({ method, path }) => {
    expect((await call(targets.anonymous, method, path)).status).toBe(401);
    expect((await call(targets.eleni.http, method, path)).status).toBe(401);
    expect((await call(token, method, path)).status).toBe(401);
    expect((await call(clerk, method, path)).status).toBe(403);
  });
});

describe("a contact's route", () => {
  it.each(having('contact'))('$name is refused to all but signed-in users', async ({ method, path }) => {
    expect([401, 403]).toContain((await call(targets.anonymous, method, path)).status);
    expect((await call(clerk, method, path)).status).toBe(401);
    expect((await call(targets.admin, method, path)).status).toBe(401);
    expect((await call(token, method, path)).status).toBe(401);
  });

  it.each(having('contact').filter(({ entry }) => entry.foreign))(
    '$name answers what is not theirs as what is not there',
    async ({ method, entry }) => {
      for (const path of entry.foreign?.(targets) ?? []) {
        const { status, body } = await targets.eleni.http.request(method, path, entry.body ? { body: entry.body } : {});
        expect([path, status]).toEqual([path, 404]);
        expect(JSON.stringify(body)).not.toContain('Theirs');
      }
    },
  );

  it('opens nothing to the public when an administrator allows the public its action', async () => {
    await server.evaluate(async ({ strapi }) => {
      const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
      for (const action of ['listObligations', 'streamEvents']) {
        await strapi.db
          .query('plugin::users-permissions.permission')
          .create({ data: { action: `plugin::payments.contact.${action}`, role: role.id } });
      }
    });
    expect((await targets.anonymous.get('/api/payments/obligations')).status).toBe(401);
    expect((await targets.anonymous.get('/api/payments/events')).status).toBe(401);
  });
});

describe('a route that a secret opens', () => {
  const broken = ['guessed', 'A'.repeat(43), '1', '%00', '..%2f..%2fme', "' or 1=1 --", '*', 'undefined', 'null'];

  it.each(having('public').filter(({ entry }) => entry.secret))(
    '$name stays shut to secrets that are guessed, broken or made for something else',
    async ({ method, entry }) => {
      const own = new Set<number>();
      for (const [index, token] of [...targets.secrets, ...broken].entries()) {
        const path = entry.secret?.(token) ?? '';
        const { status, body } = await targets.anonymous.request(
          method,
          path,
          method === 'GET' ? {} : { body: entry.body ?? {} },
        );
        if (status === 200 && index < targets.secrets.length) own.add(index);
        else expect([path, status]).toEqual([path, 404]);
        expect(JSON.stringify(body)).not.toContain('Theirs');
      }
      expect(own.size).toBeLessThanOrEqual(1);
    },
  );
});

describe('the actions of contacts', () => {
  const permission = (action: string, change: 'remove' | 'count') =>
    server.evaluate(
      async ({ strapi }, { action, change }) => {
        const query = strapi.db.query('plugin::users-permissions.permission');
        const where = { action: `plugin::payments.contact.${action}`, role: { type: 'authenticated' } };
        const rows = await query.findMany({ where });
        if (change === 'remove') for (const { id } of rows) await query.delete({ where: { id } });
        return rows.length;
      },
      { action, change },
    );

  it('stay taken away when an administrator took them away, and come back after a start without the plugin', async () => {
    expect(await permission('getSummary', 'remove')).toBe(1);
    expect((await targets.eleni.http.get('/api/payments/summary')).status).toBe(403);
    await server.restart();
    expect(await permission('getSummary', 'count')).toBe(0);
    expect(await permission('listObligations', 'count')).toBe(1);
    await server.restart({ env: { PAYMENTS_ENABLED: 'false' } });
    expect(await permission('listObligations', 'count')).toBe(0);
    await server.restart({ env: { PAYMENTS_ENABLED: 'true' } });
    expect(await permission('listObligations', 'count')).toBe(1);
    expect(await permission('getSummary', 'count')).toBe(0);
  });
});
