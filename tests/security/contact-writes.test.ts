import { registerPayment } from '../support/customer-side';
import type { Refusal } from '../support/office';
import { startServer } from '../support/server';
import type { Server } from '../support/server';
import type { Targets } from './route-table';
import { createTargets } from './targets';

let server: Server;
let targets: Targets;

beforeAll(async () => {
  server = await startServer();
  targets = await createTargets(server);
});

afterAll(() => server.stop());

const claim = { paidOn: '2026-11-20', amount: '1.00' };

/** Every route by which somebody without rights of staff writes: a body that would be taken, and where it goes. */
const writes: Record<string, { method: 'PUT' | 'POST'; path: () => string; body: object; signedIn?: true }> = {
  'own settings': { method: 'PUT', path: () => '/api/payments/me', body: { reminders: true }, signedIn: true },
  'a receipt': {
    method: 'POST',
    path: () => `/api/payments/instalments/${targets.mine.instalments[0]?.documentId}/receipts`,
    body: claim,
    signedIn: true,
  },
  'a receipt by link': {
    method: 'POST',
    path: () => `/api/payments/links/${targets.secrets[1]}/receipts`,
    body: { ...claim, instalment: 'x1' },
  },
  'an invitation': {
    method: 'POST',
    path: () => '/api/payments/invitations/accept',
    body: { token: 'A'.repeat(43), password: 'a-new-pass-1234' },
  },
  'a forgotten password': {
    method: 'POST',
    path: () => '/api/payments/password-resets',
    body: { email: 'nobody@example.com' },
  },
  unsubscribing: { method: 'POST', path: () => `/api/payments/unsubscribe/${targets.secrets[2]}`, body: {} },
};

/** What nobody may write by them: derived, foreign, or the rights of a login. */
const fields = {
  id: 1,
  documentId: 'k2f9w0x8p4l7m1n3b5v6c8z0',
  createdBy: 1,
  updatedBy: 1,
  managerComments: 'secret',
  state: 'accepted',
  paid: '100.00',
  total: { value: '0.01', currency: 'EUR' },
  customer: 'k2f9w0x8p4l7m1n3b5v6c8z0',
  customers: [],
  contact: 'k2f9w0x8p4l7m1n3b5v6c8z0',
  user: 1,
  role: 1,
  blocked: false,
  confirmed: true,
  username: 'root',
  revision: 1,
  sendEmail: true,
  calendarFeed: 'https://example.com',
};

const send = (name: string, body: unknown) => {
  const { method, path, signedIn } = writes[name] ?? { method: 'POST' as const, path: () => '/', signedIn: undefined };
  return (signedIn ? targets.eleni.http : targets.anonymous).request<Refusal>(method, path(), { body });
};

const seen = async () => {
  const paths = ['/me', `/obligations/${targets.mine.documentId}`, '/summary'];
  return Promise.all(paths.map(async (path) => (await targets.eleni.http.get(`/api/payments${path}`)).body));
};

describe('mass assignment by a contact', () => {
  it.each(Object.entries(writes).map(([name, { body }]) => [name, body] as const))(
    'is refused by name, and nothing is changed: %s',
    async (name, body) => {
      const before = await seen();
      const { status, body: refusal } = await send(name, { ...body, ...fields });
      expect(status).toBe(400);
      expect(refusal.error.details.errors?.map(({ path: [field] }) => field)).toEqual(Object.keys(fields));
      expect(await seen()).toEqual(before);
    },
  );
});

describe('a body', () => {
  it.each(Object.keys(writes))('of 10 MB is refused: %s', async (name) => {
    const { status } = await send(name, { ...writes[name]?.body, comment: 'a'.repeat(10_000_000) });
    expect(status).toBe(413);
  });

  it.each(Object.keys(writes))('that is no object is refused: %s', async (name) => {
    for (const body of ['[]', '"text"', '{', 'null', '[[[[[[[[[[]]]]]]]]]]']) {
      const { method, path, signedIn } = writes[name] ?? {
        method: 'POST' as const,
        path: () => '/',
        signedIn: undefined,
      };
      const headers = { 'content-type': 'application/json' };
      const http = signedIn ? targets.eleni.http : targets.anonymous;
      const { status } = await http.request(method, path(), { body, headers });
      expect([body, status]).toEqual([body, name === 'unsubscribing' && body === 'null' ? expect.any(Number) : 400]);
    }
  });
});

describe('what a contact writes', () => {
  it.each([
    '<script>alert(1)</script>',
    '{{managerComments}} <%= 7*7 %> ${7*7}',
    '\u202Egnp.exe',
    '=HYPERLINK("http://example.com")',
    'line one\r\nBcc: x@example.com',
  ])('comes back as JSON, as it was written: %j', async (comment) => {
    const { instalments } = await registerPayment(targets, {
      customer: targets.customers.papadaki,
      title: `Commented ${comment.length}`,
      instalments: [{ amount: '9.00', date: '2026-12-31' }],
      more: { confirmed: ['duplicate'] },
    });
    const answer = await targets.eleni.http.post<{ data: { comment: string } }>(
      `/api/payments/instalments/${instalments[0]?.documentId}/receipts`,
      { ...claim, comment },
    );
    expect([answer.status, answer.body.data.comment]).toEqual([201, comment]);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
