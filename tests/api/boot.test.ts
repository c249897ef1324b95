import { createHttp } from '../support/http';
import { startServer, type Server } from '../support/server';
import { adminLogin, createContactUser } from '../support/users';

let server: Server;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.stop());

test('the built product answers, with the plugin in it', async () => {
  const { status } = await createHttp(server.url).get('/admin/init');
  expect(status).toBe(200);
  const plugins = await server.evaluate(({ strapi }) => Object.keys(strapi.plugins));
  expect(plugins).toContain('payments');
});

test('a function of the test runs in the server; its errors come back', async () => {
  expect(await server.evaluate((_context, [a, b]) => a + b, [2, 3] as const)).toBe(5);
  await expect(
    server.evaluate(({ require: load }) => {
      const { errors } = load('@strapi/utils') as { errors: { ValidationError: new (m: string, d: object) => Error } };
      throw new errors.ValidationError('Wrong', { field: 'amount' });
    }),
  ).rejects.toMatchObject({ name: 'ValidationError', message: 'Wrong', details: { field: 'amount' } });
});

test('an administrator and a contact sign in', async () => {
  const admin = await adminLogin(server.url);
  expect((await admin.get('/admin/users/me')).status).toBe(200);
  const contact = await createContactUser(server, 'contact@example.com');
  expect((await contact.http.get<{ id: number }>('/api/users/me')).body.id).toBe(contact.id);
});

test('a restart keeps the database, a kill too', async () => {
  await server.kill();
  await server.restart();
  const admin = await adminLogin(server.url);
  expect((await admin.get('/admin/users/me')).status).toBe(200);
});
