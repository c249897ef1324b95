import type { ContactWithCustomers, CustomerValue } from '../../src/plugins/payments/contracts/customer';
import { dataOf, refusalOf } from '../support/answers';
import type { Http } from '../support/http';
import { createCustomer } from '../support/office';
import type { Envelope } from '../support/office';
import { startServer, type Server } from '../support/server';
import { adminLogin } from '../support/users';

let server: Server;
let staff: Http;

beforeAll(async () => {
  server = await startServer();
  staff = await adminLogin(server.url);
});

afterAll(() => server.stop());

const found = async (q: string): Promise<string[]> =>
  (await dataOf<CustomerValue[]>(staff.get(`/payments/customers?q=${encodeURIComponent(q)}`))).map(({ name }) => name);

const count = (table: string) =>
  server.evaluate(async ({ strapi }, name) => Number((await strapi.db.connection(name).count('* as n'))[0]?.n), table);

describe('customers', () => {
  let angelos: CustomerValue;

  beforeAll(async () => {
    angelos = await createCustomer(staff, 'Παπαδόπουλος Άγγελος', 'Angelos@example.com', {
      taxNumber: '094259216',
      reference: 'C-17',
      phone: '+30 210 123 4567',
    });
    await createCustomer(staff, 'Οικονόμου Μαρία', 'maria@example.com');
  });

  it.each([
    'παπαδοπουλοσ',
    'ΠΑΠΑΔΌΠΟΥΛΟΣ',
    'Παπαδόπουλος',
    'αγγελοσ παπαδ',
    '094259216',
    '094 259 216',
    'angelos@EXAMPLE.com',
    'c-17',
    '210 1234567',
  ])('finds Παπαδόπουλος Άγγελος, and nobody else, by “%s”', async (q) => {
    expect(await found(q)).toEqual(['Παπαδόπουλος Άγγελος']);
  });

  it.each(['%', '_', '!', "' or 1=1 --", 'παπαδοπουλος μαρια'])('finds nobody by “%s”', async (q) => {
    expect(await found(q)).toEqual([]);
  });

  it('finds a customer by a contact’s new address at once, and no longer by the old one', async () => {
    const [contact] = (await createCustomer(staff, 'Moved Contact', 'before@example.com')).contacts;
    await staff.put(`/payments/contacts/${contact?.documentId}`, { email: 'after@example.com' });
    expect(await found('after@example.com')).toEqual(['Moved Contact']);
    expect(await found('before@example.com')).toEqual([]);
  });

  it('finds what scripts wrote, by either way of writing', async () => {
    const { contact, customer } = await server.evaluate(async ({ strapi }) => {
      const person = await strapi
        .documents('plugin::payments.contact')
        .create({ data: { name: 'Scripted', email: 'one@script.example' } });
      const owner = await strapi
        .documents('plugin::payments.customer')
        .create({ data: { name: 'Σκριπτ ΑΕ', contacts: [person.documentId] } as never });
      return { contact: person.documentId, customer: owner.documentId };
    });
    expect(await found('σκριπτ')).toEqual(['Σκριπτ ΑΕ']);
    expect(await found('one@script')).toEqual(['Σκριπτ ΑΕ']);
    await server.evaluate(async ({ strapi }, documentId) => {
      const where = { documentId };
      await strapi.db.query('plugin::payments.contact').update({ where, data: { email: 'two@script.example' } });
    }, contact);
    expect(await found('one@script')).toEqual([]);
    expect(await found('two@script')).toEqual(['Σκριπτ ΑΕ']);
    await server.evaluate(async ({ strapi }, documentId) => {
      await strapi.documents('plugin::payments.customer').update({ documentId, data: { contacts: [] } as never });
    }, customer);
    expect(await found('two@script')).toEqual([]);
  });

  it('refuses a script’s contact with more than one address, and writes nothing', async () => {
    const before = await count('payments_contacts');
    await expect(
      server.evaluate(async ({ strapi }) => {
        await strapi.db
          .query('plugin::payments.contact')
          .create({ data: { name: 'Two', email: 'a@example.com, b@example.com' } });
      }),
    ).rejects.toMatchObject({ name: 'ValidationError', details: { errors: [{ path: ['email'] }] } });
    expect(await count('payments_contacts')).toBe(before);
  });

  it.each([
    ['a list of addresses', { contacts: [{ name: 'X', email: 'a@example.com,b@example.com' }] }, 'contacts.0.email'],
    [
      'a header in an address',
      { contacts: [{ name: 'X', email: 'a@example.com\r\nBcc: b@example.com' }] },
      'contacts.0.email',
    ],
    ['a contact that does not exist', { existingContacts: ['nobody'] }, 'existingContacts.0'],
    ['an unknown field', { archivedAt: null }, 'archivedAt'],
    ['two lines of a name', { name: 'a\nb' }, 'name'],
  ])('refuses %s with the field, and writes nothing', async (_what, more, field) => {
    const before = [await count('payments_customers'), await count('payments_contacts')];
    const answer = await refusalOf(staff.post('/payments/customers', { name: 'Wrong', ...more }));
    expect(answer).toEqual({ status: 400, fields: [field] });
    expect([await count('payments_customers'), await count('payments_contacts')]).toEqual(before);
  });

  it('gives a reference to one customer alone, whoever asks at once', async () => {
    const taken = { status: 409, fields: ['reference'] };
    expect(await refusalOf(staff.post('/payments/customers', { name: 'Second', reference: 'C-17' }))).toEqual(taken);
    const other = await createCustomer(staff, 'Third', null);
    const asked = staff.put(`/payments/customers/${other.documentId}`, { reference: 'C-17' });
    expect(await refusalOf(asked)).toEqual(taken);
    const race = await Promise.all(
      [1, 2, 3, 4].map((n) => staff.post('/payments/customers', { name: `Racer ${n}`, reference: 'C-18' })),
    );
    expect(race.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('lets one contact act for several customers', async () => {
    const [contact] = angelos.contacts;
    const second = await dataOf<CustomerValue>(
      staff.post('/payments/customers', {
        name: 'Angelos IKE',
        existingContacts: [contact?.documentId],
        contacts: [{ name: 'Accountant', email: 'accountant@example.com', receivesReminders: false }],
      }),
    );
    expect(second.contacts.map(({ name, receivesReminders }) => [name, receivesReminders])).toEqual([
      ['Accountant', false],
      ['Παπαδόπουλος Άγγελος', true],
    ]);
    const read = () => dataOf<ContactWithCustomers>(staff.get(`/payments/contacts/${contact?.documentId}`));
    expect((await read()).customers.map(({ name }) => name)).toEqual(['Angelos IKE', 'Παπαδόπουλος Άγγελος']);
    await staff.put(`/payments/contacts/${contact?.documentId}`, { customers: [angelos.documentId] });
    expect((await read()).customers.map(({ name }) => name)).toEqual(['Παπαδόπουλος Άγγελος']);
    expect(await found('angelos@example')).toEqual(['Παπαδόπουλος Άγγελος']);
    const contacts = await dataOf<ContactWithCustomers[]>(staff.get('/payments/contacts?q=αγγελοσ'));
    expect(contacts.map(({ email }) => email)).toEqual(['Angelos@example.com']);
  });

  it('forgets that mail to an address failed when the address changes, and not before', async () => {
    const [contact] = (await createCustomer(staff, 'Bounced', 'bounced@example.com')).contacts;
    const documentId = contact?.documentId ?? '';
    await server.evaluate(async ({ strapi }, id) => {
      const data = { undeliverableSince: '2026-11-01T08:00:00.000Z' };
      await strapi.db.query('plugin::payments.contact').update({ where: { documentId: id }, data });
    }, documentId);
    const edit = (change: object) =>
      dataOf<ContactWithCustomers>(staff.put(`/payments/contacts/${documentId}`, change));
    expect((await edit({ name: 'Bounced Again', email: 'bounced@example.com' })).undeliverableSince).not.toBeNull();
    expect((await edit({ email: 'mended@example.com' })).undeliverableSince).toBeNull();
  });

  it('asks the database as often for many customers as for one', async () => {
    const counts = await server.evaluate(async ({ strapi }) => {
      const customers = strapi.plugin('payments').service('customers');
      const statementsOf = async (work: () => Promise<unknown>) => {
        let statements = 0;
        const listen = () => (statements += 1);
        strapi.db.connection.on('query', listen);
        await work();
        strapi.db.connection.removeListener('query', listen);
        return statements;
      };
      const query = { page: 1, sort: { field: 'name', direction: 'asc' } };
      const people = (n: number) =>
        Array.from({ length: n }, (_, i) => ({ name: `P${i}`, email: `p${n}-${i}@example.com` }));
      const record = (n: number) => ({ name: `Many ${n}`, contacts: people(n), existingContacts: [] });
      return {
        one: await statementsOf(() => customers.list({ ...query, pageSize: 1 })),
        many: await statementsOf(() => customers.list({ ...query, pageSize: 100 })),
        createOne: await statementsOf(() => customers.create(record(1))),
        createMany: await statementsOf(() => customers.create(record(20))),
      };
    });
    expect(counts.one).toBe(4);
    expect(counts.many).toBe(counts.one);
    expect(counts.createMany).toBe(counts.createOne);
  });

  it('counts exactly to 10,000', async () => {
    const page = async () =>
      (await staff.get<Envelope<CustomerValue[]>>('/payments/customers?q=bulk&page=3&pageSize=10')).body.meta
        .pagination;
    const insert = (from: number, to: number) =>
      server.evaluate(
        async ({ strapi }, [first, last]) => {
          const rows = Array.from({ length: last - first }, (_, index) => ({
            document_id: `bulk${first + index}`,
            name: `Bulk ${first + index}`,
            search_text: `bulk ${first + index}`,
          }));
          await strapi.db.connection.batchInsert('payments_customers', rows, 400);
        },
        [from, to] as const,
      );
    await insert(0, 10_000);
    expect(await page()).toEqual({ page: 3, pageSize: 10, pageCount: 1_000, total: 10_000 });
    await insert(10_000, 10_050);
    expect(await page()).toEqual({ page: 3, pageSize: 10, pageCount: 1_000, total: 10_000, more: true });
    await server.evaluate(async ({ strapi }) => {
      await strapi.db.connection('payments_customers').where('search_text', 'like', 'bulk %').delete();
    });
  });

  it('keeps in step with the host’s register, however often it is told', async () => {
    const upsert = (record: object) =>
      server.evaluate<CustomerValue, object>(
        ({ strapi }, input) => strapi.plugin('payments').service('customers').upsertByReference(input),
        record,
      );
    const nikos = { name: 'Nikos', email: 'nikos@host.example' };
    const first = await upsert({ reference: 'H-1', name: 'Host One', contacts: [nikos] });
    expect(await upsert({ reference: 'H-1', name: 'Host One', contacts: [nikos] })).toEqual(first);
    const renamed = await upsert({ reference: 'H-1', name: 'Host First', taxNumber: '123456783', contacts: [] });
    expect(renamed).toMatchObject({ documentId: first.documentId, name: 'Host First', taxNumber: '123456783' });
    expect(renamed.contacts).toEqual(first.contacts);
    const second = await upsert({
      reference: 'H-2',
      name: 'Host Two',
      contacts: [{ ...nikos, email: 'NIKOS@host.example' }],
    });
    expect(second.contacts.map(({ documentId }) => documentId)).toEqual(
      first.contacts.map(({ documentId }) => documentId),
    );
    await expect(upsert({ reference: 'H-3', name: '' })).rejects.toMatchObject({ name: 'ValidationError' });
    const race = await Promise.all([1, 2, 3].map(() => upsert({ reference: 'H-4', name: 'Host Four', contacts: [] })));
    expect(new Set(race.map(({ documentId }) => documentId)).size).toBe(1);
  });
});
