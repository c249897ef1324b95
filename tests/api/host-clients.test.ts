import type { CustomerValue } from '../../src/plugins/payments/contracts/customer';
import { dataOf } from '../support/answers';
import type { Http } from '../support/http';
import { startServer, type Server } from '../support/server';
import { adminLogin } from '../support/users';

let server: Server;
let staff: Http;

beforeAll(async () => {
  server = await startServer();
  staff = await adminLogin(server.url);
});

afterAll(() => server.stop());

const createClient = (client: object): Promise<string> =>
  server.evaluate(async ({ strapi }, data) => {
    const created = await strapi.documents('api::client.client' as never).create({ data: data as never });
    return created.documentId;
  }, client);

const updateClient = (documentId: string, changes: object) =>
  server.evaluate(
    async ({ strapi }, { id, data }) => {
      await strapi.documents('api::client.client' as never).update({ documentId: id, data: data as never });
    },
    { id: documentId, data: changes },
  );

const customers = () => dataOf<CustomerValue[]>(staff.get('/payments/customers'));

it('a client of the host’s own register is a customer of the plugin, and stays one as it changes', async () => {
  const client = { number: '17', name: 'Host Client', vatNumber: '094259216', email: 'client@example.com' };
  const documentId = await createClient(client);
  const [customer] = await customers();
  expect(customer).toMatchObject({
    name: 'Host Client',
    taxNumber: '094259216',
    reference: 'client 17',
    contacts: [{ name: 'Host Client', email: 'client@example.com' }],
  });
  await updateClient(documentId, { name: 'Host Client IKE', email: 'new@example.com' });
  const renamed = await customers();
  expect(renamed).toHaveLength(1);
  expect(renamed[0]).toMatchObject({ documentId: customer?.documentId, name: 'Host Client IKE' });
  // Nobody is taken off a customer: staff may have added them.
  expect(renamed[0]?.contacts.map(({ email }) => email)).toEqual(['client@example.com', 'new@example.com']);
});

it('a client that cannot be a customer is refused with the field, and not written', async () => {
  await expect(createClient({ number: '18', name: 'two\nlines' })).rejects.toMatchObject({
    name: 'ValidationError',
    details: { errors: [{ path: ['name'] }] },
  });
  expect(await server.evaluate(({ strapi }) => strapi.db.query('api::client.client').count())).toBe(1);
});
