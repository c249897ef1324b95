import type { ContactState, ContactWithCustomers } from '../../src/plugins/payments/contracts/customer';
import { dataOf, refusalOf } from '../support/answers';
import { createCustomerSide, signIn, type CustomerSide } from '../support/customer-side';
import { startServer, type Server } from '../support/server';

let server: Server;
let office: CustomerSide;

beforeAll(async () => {
  server = await startServer();
  office = await createCustomerSide(server);
});

afterAll(() => server.stop());

const listed = async (query: string): Promise<string[]> =>
  (await dataOf<ContactWithCustomers[]>(office.admin.get(`/payments/contacts?${query}`))).map(({ name }) => name);

const read = (documentId: string): Promise<ContactWithCustomers> =>
  dataOf(office.admin.get(`/payments/contacts/${documentId}`));

describe('what is amiss with contacts', () => {
  beforeAll(async () => {
    const customers = [office.customers.kafe];
    for (const more of [
      { name: 'No Address' },
      { name: 'No Reminders', email: 'no-reminders@example.com', receivesReminders: false },
      { name: 'No Notices', email: 'no-notices@example.com', receivesNotices: false },
      { name: 'Bounced', email: 'bounced@example.com' },
    ]) {
      await dataOf(office.admin.post('/payments/contacts', { ...more, customers }));
    }
    await server.evaluate(async ({ strapi }) => {
      const data = { undeliverableSince: '2026-11-01T08:00:00.000Z' };
      await strapi.db.query('plugin::payments.contact').update({ where: { name: 'Bounced' }, data });
      // a script that says nothing of what the contact receives has refused nothing
      await strapi.db.connection('payments_contacts').where('name', 'Bounced').update({ receives_notices: null });
    });
  });

  it.each<[ContactState, string[]]>([
    ['flagged', ['Bounced']],
    ['no-address', ['No Address']],
    ['opted-out', ['No Notices', 'No Reminders']],
    ['no-login', ['Bounced', 'No Address', 'No Notices', 'No Reminders']],
    ['all', ['Boris Vorias', 'Bounced', 'Eleni Papadaki', 'No Address', 'No Notices', 'No Reminders']],
  ])('lists those who are %s', async (state, names) => {
    expect(await listed(`state=${state}`)).toEqual(names);
  });

  it('searches within them', async () => {
    expect(await listed('state=opted-out&q=remind')).toEqual(['No Reminders']);
    expect(await listed('state=flagged&q=eleni')).toEqual([]);
  });

  it('refuses a state that there is not, by name', async () => {
    expect(await refusalOf(office.admin.get('/payments/contacts?state=lost'))).toEqual({
      status: 400,
      fields: ['state'],
    });
  });
});

/** To the minute: the tests' clock goes on. */
const lastSignIn = async (documentId: string): Promise<string | undefined> =>
  (await read(documentId)).lastSignInAt?.slice(0, 16);

describe('the last sign-in', () => {
  it('is unknown until somebody signs in, and not moved by a wrong password or a refreshed session', async () => {
    expect(await lastSignIn(office.boris.contact)).toBe('2026-11-23T08:00');
    await server.evaluate(({ strapi }) => {
      strapi.plugin('payments').service('clock').set('2026-11-24T09:00:00.000Z');
    });
    const wrong = await office.anonymous.post('/api/auth/local', {
      identifier: 'boris@example.com',
      password: 'wrong',
    });
    expect(wrong.status).toBe(400);
    expect(await lastSignIn(office.boris.contact)).toBe('2026-11-23T08:00');

    const { refreshToken } = await signIn(server.url, 'boris@example.com');
    expect(await lastSignIn(office.boris.contact)).toBe('2026-11-24T09:00');
    expect(await lastSignIn(office.eleni.contact)).toBe('2026-11-23T08:00');

    await server.evaluate(({ strapi }) => {
      strapi.plugin('payments').service('clock').set('2026-11-25T09:00:00.000Z');
    });
    expect((await office.anonymous.post('/api/auth/refresh', { refreshToken })).status).toBe(200);
    expect(await lastSignIn(office.boris.contact)).toBe('2026-11-24T09:00');
  });

  it('is the first password of who was invited, too', async () => {
    const contact = await dataOf<ContactWithCustomers>(
      office.admin.post('/payments/contacts', {
        name: 'Nikos',
        email: 'nikos@example.com',
        customers: [office.customers.kafe],
      }),
    );
    expect(contact.lastSignInAt).toBeNull();
    const token = await server.evaluate(async ({ strapi }, documentId) => {
      const issued = await strapi
        .plugin('payments')
        .service('tokens')
        .issueFor('invitation', documentId, 'nikos@example.com');
      return issued.token as string;
    }, contact.documentId);
    const accepted = await office.anonymous.post('/api/payments/invitations/accept', {
      token,
      password: 'nikos-pass-1234',
    });
    expect(accepted.status).toBe(200);
    expect(await lastSignIn(contact.documentId)).toBe('2026-11-25T09:00');
  });

  it('is told to no customer', async () => {
    const answers = await Promise.all(
      ['me', 'obligations?state=all', 'summary'].map((path) => office.eleni.http.get(`/api/payments/${path}`)),
    );
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(/sign_?in/i);
    }
  });
});
