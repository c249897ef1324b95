import { createCustomerSide } from '../support/customer-side';
import type { CustomerSide } from '../support/customer-side';
import type { Answer } from '../support/http';
import { startServer } from '../support/server';
import type { Server } from '../support/server';
import { routeTable } from './route-table';

let server: Server;
let office: CustomerSide;

beforeAll(async () => {
  server = await startServer();
  office = await createCustomerSide(server);
});

afterAll(() => server.stop());

const guessed = 'A'.repeat(43);
const claim = { paidOn: '2026-11-20', amount: '1.00' };

/** How often a route may be asked in its window, and one try; a try that fails counts like one that succeeds. */
const limited: Record<string, { readonly most: number; readonly attempt: () => Promise<Answer> }> = {
  'content-api POST /invitations/accept': {
    most: 60,
    attempt: () =>
      office.anonymous.post('/api/payments/invitations/accept', { token: guessed, password: 'guess-pass-1234' }),
  },
  'content-api POST /password-resets': {
    most: 10,
    attempt: () => office.anonymous.post('/api/payments/password-resets', { email: 'nobody@example.com' }),
  },
  'content-api GET /links/:token': {
    most: 60,
    attempt: () => office.anonymous.get(`/api/payments/links/${guessed}`),
  },
  'content-api POST /links/:token/receipts': {
    most: 30,
    attempt: () => office.anonymous.post(`/api/payments/links/${guessed}/receipts`, { ...claim, instalment: 'x1' }),
  },
  'content-api POST /unsubscribe/:token': {
    most: 60,
    attempt: () => office.anonymous.post(`/api/payments/unsubscribe/${guessed}`, {}),
  },
  'content-api GET /calendar/:token.ics': {
    most: 60,
    attempt: () => office.anonymous.get(`/api/payments/calendar/${guessed}.ics`),
  },
  'content-api POST /instalments/:documentId/receipts': {
    most: 30,
    attempt: () => office.eleni.http.post('/api/payments/instalments/k2f9w0x8p4l7m1n3b5v6c8z0/receipts', claim),
  },
};

const tries = async (count: number, attempt: () => Promise<Answer>): Promise<Answer[]> => {
  const answers: Answer[] = [];
  for (let time = 0; time < count; time += 1) answers.push(await attempt());
  return answers;
};

it('is known of every route that a secret or anybody’s address opens', () => {
  const open = Object.entries(routeTable)
    .filter(([name, { access }]) => access === 'public' && name !== 'content-api GET /openapi.json')
    .map(([name]) => name);
  expect(Object.keys(limited)).toEqual(expect.arrayContaining(open));
});

it.each(Object.entries(limited))(
  '%s is answered with 429 and a time to wait when asked too often',
  async (_name, { most, attempt }) => {
    const answers = await tries(most, attempt);
    expect(answers.filter(({ status }) => status === 429)).toEqual([]);
    const refused = await attempt();
    expect(refused.status).toBe(429);
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(15 * 60);
  },
);

it('counts each signed-in user alone: one who is refused keeps nobody else out', async () => {
  const path = '/api/payments/instalments/k2f9w0x8p4l7m1n3b5v6c8z0/receipts';
  expect((await office.eleni.http.post(path, claim)).status).toBe(429);
  expect((await office.boris.http.post(path, claim)).status).toBe(404);
});

it('is not lifted by a forged address: without a proxy nobody says where a request comes from', async () => {
  const forged = office.anonymous.with({ 'x-forwarded-for': '203.0.113.7' });
  expect((await forged.get(`/api/payments/links/${guessed}`)).status).toBe(429);
});
