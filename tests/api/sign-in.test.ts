import { createCustomerSide, registerPayment, signIn } from '../support/customer-side';
import type { CustomerSide } from '../support/customer-side';
import { bearer, createHttp } from '../support/http';
import { startMailbox } from '../support/mailbox';
import type { Mailbox } from '../support/mailbox';
import { startServer } from '../support/server';
import type { Server } from '../support/server';
import { eventually } from '../support/wait';

let mailbox: Mailbox;
let server: Server;
let office: CustomerSide;

beforeAll(async () => {
  mailbox = await startMailbox();
  server = await startServer({ smtpPort: mailbox.port });
  office = await createCustomerSide(server);
});

afterAll(async () => {
  await server.stop();
  await mailbox.close();
});

const newContact = (email: string): Promise<string> =>
  server.evaluate(
    async ({ strapi }, { email, customer }) =>
      (
        await strapi
          .documents('plugin::payments.contact' as never)
          .create({ data: { name: 'Nikos', email, language: 'en', customers: [customer] } } as never)
      ).documentId as string,
    { email, customer: office.customers.kafe },
  );

const invite = (contact: string) =>
  server.evaluate(async ({ strapi }, contact) => {
    await strapi.plugin('payments').service('signIn').invite(contact);
  }, contact);

/** The secret of the newest mail to an address. */
const secretFor = async (email: string, after = 0): Promise<string> => {
  const mail = await eventually(() => mailbox.to(email)[after], `mail ${after + 1} to ${email}`);
  return /\/portal\/invitation#([\w-]{43})/.exec(mail.text ?? '')?.[1] ?? '';
};

const accept = (token: string, password: string, http = office.anonymous) =>
  http.post<{ data: { jwt: string; refreshToken?: string; user: object } }>('/api/payments/invitations/accept', {
    token,
    password,
  });

describe('an invitation', () => {
  it('leads to a first password and signs in, once', async () => {
    const contact = await newContact('nikos@example.com');
    await invite(contact);
    const token = await secretFor('nikos@example.com');
    expect((await accept(token, 'short')).status).toBe(400);
    const accepted = await accept(token, 'nikos-pass-1234');
    expect(accepted.status).toBe(200);
    expect(accepted.body.data.user).toEqual({ username: 'nikos@example.com', email: 'nikos@example.com' });
    const http = createHttp(server.url, bearer(accepted.body.data.jwt));
    expect((await http.get('/api/payments/obligations')).status).toBe(200);
    expect((await accept(token, 'another-pass-1234')).status).toBe(400);
  });

  it('sets a cookie that no script can read where it is asked to', async () => {
    const contact = await newContact('maria@example.com');
    await invite(contact);
    const http = office.anonymous.with({ 'x-strapi-refresh-cookie': 'httpOnly' });
    const accepted = await accept(await secretFor('maria@example.com'), 'maria-pass-1234', http);
    expect(accepted.body.data.refreshToken).toBeUndefined();
    expect(accepted.headers.get('set-cookie')).toMatch(/strapi_up_refresh=.*httponly/i);
  });

  it('is replaced by a later one, expires, and dies when the contact’s address changes', async () => {
    const contact = await newContact('petros@example.com');
    await invite(contact);
    const first = await secretFor('petros@example.com');
    await invite(contact);
    const second = await secretFor('petros@example.com', 1);
    expect((await accept(first, 'petros-pass-1234')).status).toBe(400);
    const setClock = (now: string) =>
      server.evaluate(({ strapi }, now) => strapi.plugin('payments').service('clock').set(now), now);
    await setClock('2026-12-01T09:00:00.000Z');
    expect((await accept(second, 'petros-pass-1234')).status).toBe(400);
    await setClock('2026-11-23T09:00:00.000Z');
    await server.evaluate(async ({ strapi }, documentId) => {
      await strapi
        .documents('plugin::payments.contact' as never)
        .update({ documentId, data: { email: 'petros.new@example.com' } } as never);
    }, contact);
    expect((await accept(second, 'petros-pass-1234')).status).toBe(400);
  });

  it.each(['', 'guessed', 'A'.repeat(43), `${'A'.repeat(43)}\u0000`, "' or 1=1 --"])(
    'cannot be guessed: %j',
    async (token) => {
      expect((await accept(token, 'guess-pass-1234')).status).toBe(400);
    },
  );
});

describe('a forgotten password', () => {
  const request = (email: string) => office.anonymous.post('/api/payments/password-resets', { email });

  it('is answered alike for any address, and mailed to contacts alone', async () => {
    const known = await request('BORIS@example.com');
    const unknown = await request('nobody@example.com');
    const { date: _a, ...knownHeaders } = Object.fromEntries(known.headers);
    const { date: _b, ...unknownHeaders } = Object.fromEntries(unknown.headers);
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    expect(Object.keys(knownHeaders)).toEqual(Object.keys(unknownHeaders));
    await secretFor('boris@example.com');
    expect(mailbox.to('nobody@example.com')).toEqual([]);
  });

  it('ends every older session with the new password', async () => {
    const older = await signIn(server.url, 'boris@example.com');
    const accepted = await accept(await secretFor('boris@example.com'), 'boris-new-1234');
    expect(accepted.status).toBe(200);
    expect((await older.http.get('/api/payments/obligations')).status).toBe(401);
    const refreshed = await office.anonymous.post('/api/auth/refresh', { refreshToken: older.refreshToken });
    expect(refreshed.status).toBe(401);
  });

  it('sends no more than three mails in an hour', async () => {
    for (let time = 0; time < 6; time += 1) await request('eleni@example.com');
    await secretFor('eleni@example.com', 2);
    const marker = await newContact('marker@example.com');
    await invite(marker);
    await secretFor('marker@example.com');
    expect(mailbox.to('eleni@example.com')).toHaveLength(3);
  });

  it('is limited, with a time to wait', async () => {
    const answers = await Promise.all(Array.from({ length: 15 }, () => request('nobody@example.com')));
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('a signed link', () => {
  const tokens = <Result>(method: string, ...args: unknown[]) =>
    server.evaluate(
      ({ strapi }, { method, args }) => {
        const service = strapi.plugin('payments').service('tokens');
        return service[method](...args) as Result;
      },
      { method, args },
    );
  const linkTo = async (contact: string, payment: string) =>
    (await tokens<string[]>('issueLinks', [{ contact, payment }]))[0] ?? '';

  it('opens the one obligation, to read and to report as paid, until it is revoked', async () => {
    const payment = await registerPayment(office, {
      customer: office.customers.papadaki,
      title: 'By link',
      instalments: [{ amount: '100.00', date: '2026-12-31' }],
    });
    const other = await registerPayment(office, {
      customer: office.customers.papadaki,
      title: 'Another one of the same customer',
      instalments: [{ amount: '5.00', date: '2026-12-31' }],
    });
    const token = await linkTo(office.eleni.contact, payment.documentId);
    const address = `/api/payments/links/${token}`;
    const opened = await office.anonymous.get<{ data: { obligation: { title: string } } }>(address);
    expect(opened.body.data.obligation.title).toBe('By link');
    expect(JSON.stringify(opened.body)).not.toContain('Another one');
    const claim = { paidOn: '2026-11-23', amount: '100.00' };
    const instalment = payment.instalments[0]?.documentId;
    expect((await office.anonymous.post(`${address}/receipts`, { ...claim, instalment })).status).toBe(201);
    const foreign = other.instalments[0]?.documentId;
    expect((await office.anonymous.post(`${address}/receipts`, { ...claim, instalment: foreign })).status).toBe(404);
    await tokens('revoke', ['link'], office.eleni.contact);
    expect((await office.anonymous.get(address)).status).toBe(404);
    expect((await office.anonymous.post(`${address}/receipts`, { ...claim, instalment })).status).toBe(404);
  });

  it('opens nothing once the contact no longer acts for the customer, and nothing of another customer', async () => {
    const payment = await registerPayment(office, {
      customer: office.customers.boreas,
      title: 'Of Boreas',
      instalments: [{ amount: '100.00', date: '2026-12-31' }],
    });
    const never = await linkTo(office.eleni.contact, payment.documentId);
    expect((await office.anonymous.get(`/api/payments/links/${never}`)).status).toBe(404);
    const token = await linkTo(office.boris.contact, payment.documentId);
    expect((await office.anonymous.get(`/api/payments/links/${token}`)).status).toBe(200);
    await server.evaluate(async ({ strapi }, documentId) => {
      await strapi
        .documents('plugin::payments.customer' as never)
        .update({ documentId, data: { contacts: { set: [] } } } as never);
    }, office.customers.boreas);
    expect((await office.anonymous.get(`/api/payments/links/${token}`)).status).toBe(404);
  });

  it('that unsubscribes switches reminders off in one click, however often', async () => {
    const token = await tokens<string>('unsubscribeOf', office.eleni.contact);
    expect(await tokens<string>('unsubscribeOf', office.eleni.contact)).toBe(token);
    const click = () =>
      office.anonymous.post(`/api/payments/unsubscribe/${token}`, 'List-Unsubscribe=One-Click', {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    expect((await click()).status).toBe(200);
    expect((await click()).status).toBe(200);
    const { http } = await signIn(server.url, 'eleni@example.com');
    expect((await http.get<{ data: { reminders: boolean } }>('/api/payments/me')).body.data.reminders).toBe(false);
    expect((await office.anonymous.get(`/api/payments/unsubscribe/${token}`)).status).toBe(404);
  });
});
