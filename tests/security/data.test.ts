import { editPayment, registerPayment } from '../support/customer-side';
import { openEvents } from '../support/event-stream';
import type { Http } from '../support/http';
import { startServer } from '../support/server';
import type { Server } from '../support/server';
import { apiToken, lowRightsAdmin } from './actors';
import { queryAttacks } from './query-attacks';
import { routeTable } from './route-table';
import type { Targets } from './route-table';
import { createTargets } from './targets';

let server: Server;
let targets: Targets;

beforeAll(async () => {
  server = await startServer();
  targets = await createTargets(server);
});

afterAll(() => server.stop());

const readable = Object.values(routeTable).flatMap(({ reads }) => (reads ? [reads] : []));

describe('a query', () => {
  const plain = new Map<string, unknown>();

  beforeAll(async () => {
    for (const reads of readable) {
      const path = reads(targets);
      plain.set(path, (await targets.eleni.http.get(path)).body);
    }
  });

  const attack = async (path: string, query: string): Promise<void> => {
    const { status, body } = await targets.eleni.http.get(`${path}?${encodeURI(query)}`);
    if (status < 400 || status >= 500) {
      expect([path, status]).toEqual([path, 200]);
      if (!narrows(query)) expect(body).toEqual(plain.get(path));
    }
    expect(JSON.stringify(body)).not.toMatch(/secret of|Theirs|\$2[aby]\$|boris@/);
  };

  it.each(queryAttacks.map((query) => [query.length > 90 ? `${query.slice(0, 87)}…` : query, query]))(
    'changes nothing that a contact is answered: %s',
    async (_name, query) => {
      await Promise.all([...plain.keys()].map((path) => attack(path, query)));
    },
  );
});

describe('a query by somebody else', () => {
  let clerk: Http;
  let token: Http;

  beforeAll(async () => {
    clerk = await lowRightsAdmin(server);
    token = await apiToken(server);
  });

  /** Who is refused is refused before the query is looked at: every kind of attack, but not on every field. */
  const someAttacks = queryAttacks.filter((_query, index) => index % 10 === 0);

  /** Lists of staff, as an administrator without rights asks for them. */
  const staffLists = Object.entries(routeTable)
    .filter(([name, { access }]) => access === 'staff' && /^admin GET [^:]*$/.test(name))
    .map(([name]) => `/payments${name.split(' ')[2]}`);

  it.each(['anonymous', 'an API token', 'an administrator without rights'])(
    'opens no door that is shut without it: %s',
    async (who) => {
      const http = { anonymous: targets.anonymous, 'an API token': token }[who] ?? clerk;
      const shut = http === targets.anonymous ? [401, 403] : [401];
      for (const reads of readable) {
        for (const query of someAttacks) {
          const { status } = await http.get(`${reads(targets)}?${encodeURI(query)}`);
          expect([query, shut.includes(status)]).toEqual([query, true]);
        }
      }
    },
  );

  it('opens no list of staff to an administrator without rights', async () => {
    expect(staffLists.length).toBeGreaterThan(5);
    for (const path of staffLists) {
      for (const query of someAttacks) {
        expect([path, query, (await clerk.get(`${path}?${encodeURI(query)}`)).status]).toEqual([path, query, 403]);
      }
    }
  });

  it('gets no login out of a list of staff, even for those who may read it', async () => {
    for (const path of staffLists) {
      for (const query of someAttacks) {
        const { status, body } = await targets.admin.get(`${path}?${encodeURI(query)}`);
        expect([path, query, status < 500]).toEqual([path, query, true]);
        if (status === 200) expect(JSON.stringify(body)).not.toMatch(/\$2[aby]\$|resetPasswordToken/);
      }
    }
  });

  it('changes nothing that a secret opens', async () => {
    const [calendar = '', link = ''] = targets.secrets;
    for (const path of [`/links/${link}`, `/calendar/${calendar}.ics`, '/openapi.json']) {
      const address = `/api/payments${path}`;
      const plain = (await targets.anonymous.get(address)).body;
      // Few of them, since the address is limited to what people ask.
      for (const query of someAttacks.filter((_query, index) => index % 2 === 0)) {
        const { status, body } = await targets.anonymous.get(`${address}?${encodeURI(query)}`);
        if (status === 200) expect(body).toEqual(plain);
        else expect([path, query, status]).toEqual([path, query, 400]);
      }
    }
  });
});

/** A search or a filter of the contract may find less; what it finds is theirs all the same. */
const narrows = (query: string): boolean => query.startsWith('q=') || query === 'customer=1';

describe('what staff alone see', () => {
  /** Every key of an answer, however deep. */
  const keysOf = (value: unknown): string[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, inner]) => [...(Array.isArray(value) ? [] : [key]), ...keysOf(inner)]);

  it('is a field of no answer', async () => {
    for (const reads of readable) {
      const { body } = await targets.eleni.http.get(reads(targets));
      const staffs = [
        'id',
        'managerComments',
        'createdBy',
        'updatedBy',
        'revision',
        'updatedAt',
        'createdAt',
        'notices',
      ];
      expect(keysOf(body).filter((key) => staffs.includes(key))).toEqual([]);
    }
  });

  it('moves no version, no timestamp and no stream when it changes', async () => {
    const path = `/api/payments/obligations/${targets.mine.documentId}`;
    const before = await targets.eleni.http.get(path);
    const list = await targets.eleni.http.get('/api/payments/obligations');
    const stream = await openEvents(targets.eleni.http);
    const commented = await editPayment(targets.admin, targets.mine, { managerComments: 'secret of the afternoon' });
    const paused = await editPayment(targets.admin, commented, { remindersPaused: true });
    expect((await targets.eleni.http.get(path)).body).toEqual(before.body);
    expect((await targets.eleni.http.get('/api/payments/obligations')).body).toEqual(list.body);
    const marked = await editPayment(targets.admin, paused, { description: 'a change to see' });
    await stream.waitFor(({ data }) => data.obligation === marked.documentId);
    expect(stream.events).toHaveLength(1);
    stream.close();
  });

  it('is not in the log of the server', () => {
    expect(server.output()).not.toMatch(/secret of|094259216|papadaki|eleni@/i);
  });
});

/** What no edit may name: derived, foreign or not the editor's. */
const fieldsOfOthers: Record<string, unknown>[] = [
  { state: 'settled' },
  { paid: 10_000 },
  { total: { value: '1.00', currency: 'EUR' } },
  { id: 999 },
  { documentId: 'k2f9w0x8p4l7m1n3b5v6c8z0' },
  { createdBy: 1 },
  { updatedBy: 1 },
  { version: 99 },
  { changedAt: '2020-01-01T00:00:00.000Z' },
  { customerRef: 1 },
  { nextDueDate: '2030-01-01' },
  { instalments: [] },
  { currency: 'USD' },
  { plan: { kind: 'single', total: { value: '1.00', currency: 'EUR' }, date: '2026-12-31' } },
  { __proto__: null, constructor: { prototype: { admin: true } } },
];

describe('mass assignment', () => {
  const edit = { revision: 1, sendEmail: false };
  it.each(fieldsOfOthers)('of %j in an edit is refused by name', async (field) => {
    const path = `/payments/payments/${targets.theirs.documentId}`;
    const before = await targets.admin.get(path);
    const answer = await targets.admin.put<{ error: { details: { errors: { path: string[] }[] } } }>(path, {
      ...edit,
      ...field,
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors.map(({ path: [name] }) => name)).toEqual([Object.keys(field)[0]]);
    expect((await targets.admin.get(path)).body).toEqual(before.body);
  });

  it.each([{ paid: 5 }, { state: 'paid' }, { number: 7 }, { payment: 'x' }, { id: 1 }, { surcharge: '5.00' }])(
    'of %j in an instalment is refused by name',
    async (field) => {
      const path = `/payments/instalments/${targets.theirs.instalments[0]?.documentId}`;
      expect((await targets.admin.put(path, { ...edit, ...field })).status).toBe(400);
    },
  );
});

describe('sizes and characters', () => {
  it('refuses a body of 10 MB', async () => {
    const body = { ...edit(), description: 'a'.repeat(10_000_000) };
    const { status } = await targets.admin.put(`/payments/payments/${targets.mine.documentId}`, body);
    expect(status).toBe(413);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '{{managerComments}} <%= 7*7 %> ${7*7} {{{x}}}',
    '\u202Egnp.exe',
    '=HYPERLINK("http://example.com")',
    '+1-2@SUM(A1)',
  ])('answers %j as it was written, as JSON that nothing renders', async (title) => {
    const { documentId } = await registerPayment(targets, {
      customer: targets.customers.papadaki,
      title,
      instalments: [{ amount: '1.00', date: '2026-12-31' }],
    });
    const answer = await targets.eleni.http.get<{ data: { title: string } }>(`/api/payments/obligations/${documentId}`);
    expect(answer.body.data.title).toBe(title);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('refuses a title with line ends, which would reach a mail’s headers', async () => {
    const body = { ...edit(), title: 'Tax\r\nBcc: x@example.com' };
    expect((await targets.admin.put(`/payments/payments/${targets.mine.documentId}`, body)).status).toBe(400);
  });
});

const edit = () => ({ revision: 1, sendEmail: false });
