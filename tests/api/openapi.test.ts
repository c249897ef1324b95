import { createCustomerSide, registerPayment } from '../support/customer-side';
import type { CustomerSide } from '../support/customer-side';
import type { Http, RequestOptions } from '../support/http';
import { checkDocument, createChecker, operationsOf } from '../support/openapi';
import type { OpenApiDocument } from '../support/openapi';
import { attachFile, png } from '../support/private-files';
import { startServer } from '../support/server';
import type { Server } from '../support/server';

let server: Server;
let office: CustomerSide;
let document: OpenApiDocument;
let checker: ReturnType<typeof createChecker>;
let call: Record<string, () => Promise<Response>>;

const token = (purpose: string, payment?: string): Promise<string> =>
  server.evaluate(
    async ({ strapi }, { purpose, payment, contact }) => {
      const tokens = strapi.plugin('payments').service('tokens');
      if (payment) return (await tokens.issueLinks([{ contact, payment }]))[0] as string;
      if (purpose === 'calendar') return (await tokens.renewCalendar(contact)) as string;
      if (purpose === 'unsubscribe') return (await tokens.unsubscribeOf(contact)) as string;
      return (await tokens.issueFor('invitation', contact, 'boris@example.com')).token as string;
    },
    { purpose, payment, contact: purpose === 'invitation' ? office.boris.contact : office.eleni.contact },
  );

/** The start of a stream, until its first event; `prepare` makes one happen. */
const firstEvent = async (http: Http, prepare: () => Promise<unknown>): Promise<Response> => {
  const stop = new AbortController();
  const response = await http.raw('GET', '/api/payments/events', { signal: stop.signal });
  await prepare();
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('event: ')) text += (await reader?.read())?.value ?? '';
  stop.abort();
  const { status, headers } = response;
  return new Response(text, { status, headers });
};

const claimForm = (amount: string) => {
  const form = new FormData();
  form.set('paidOn', '2026-11-20');
  form.set('amount', amount);
  form.set('comment', 'by e-banking');
  form.set('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'proof.png');
  return form;
};

/** A real call of each operation that is answered well, by its `operationId`, in an order in which they can happen. */
const createCalls = async (): Promise<typeof call> => {
  const { eleni, anonymous, customers } = office;
  const payment = await registerPayment(office, {
    customer: customers.papadaki,
    title: 'Income tax 2026',
    instalments: ['2026-11-20', '2026-11-27', '2026-12-31'].map((date) => ({ amount: '100.00', date })),
    more: { description: 'Read this', paymentCode: { value: 'RF18539007547034', scheme: 'rf' } },
  });
  const [first = '', second = '', third = ''] = payment.instalments.map(({ documentId }) => documentId);
  await attachFile(server, payment.documentId, { name: 'notice.png', bytes: png });
  const asEleni = (method: string, path: string, options?: RequestOptions) => () =>
    eleni.http.raw(method, `/api/payments${path}`, options);
  const asAnybody = (method: string, path: string, options?: RequestOptions) => () =>
    anonymous.raw(method, `/api/payments${path}`, options);
  const link = await token('link', payment.documentId);
  let receipt = '';
  return {
    listObligations: asEleni('GET', '/obligations?state=open&pageSize=10'),
    getObligation: asEleni('GET', `/obligations/${payment.documentId}`),
    listInstalments: asEleni('GET', '/instalments?from=2026-11-01&to=2026-12-31'),
    getSummary: asEleni('GET', '/summary'),
    getAttachment: asEleni('GET', `/obligations/${payment.documentId}/attachments/a1`),
    getQrCode: asEleni('GET', `/instalments/${second}/qr.svg`),
    streamEvents: () =>
      firstEvent(eleni.http, () =>
        registerPayment(office, {
          customer: customers.papadaki,
          title: 'While the stream is open',
          instalments: [{ amount: '7.00', date: '2026-12-31' }],
        }),
      ),
    createReceipt: async () => {
      const response = await asEleni('POST', `/instalments/${first}/receipts`, { body: claimForm('100.00') })();
      receipt = ((await response.clone().json()) as { data: { documentId: string } }).data.documentId;
      return response;
    },
    getReceiptFile: () => asEleni('GET', `/receipts/${receipt}/file`)(),
    withdrawReceipt: () => asEleni('DELETE', `/receipts/${receipt}`)(),
    getMe: asEleni('GET', '/me'),
    updateMe: asEleni('PUT', '/me', { body: { language: 'el', reminders: true } }),
    renewCalendarFeed: asEleni('POST', '/me/calendar-feed'),
    revokeCalendarFeed: asEleni('DELETE', '/me/calendar-feed'),
    getLink: asAnybody('GET', `/links/${link}`),
    createReceiptByLink: asAnybody('POST', `/links/${link}/receipts`, {
      body: { instalment: third, paidOn: '2026-11-20', amount: '100.00' },
    }),
    getCalendarFeed: async () => asAnybody('GET', `/calendar/${await token('calendar')}.ics`)(),
    unsubscribe: asAnybody('POST', `/unsubscribe/${await token('unsubscribe')}`, { body: {} }),
    requestPasswordReset: asAnybody('POST', '/password-resets', { body: { email: 'nobody@example.com' } }),
    acceptInvitation: asAnybody('POST', '/invitations/accept', {
      body: { token: await token('invitation'), password: 'correct horse battery' },
    }),
    getOpenApi: asAnybody('GET', '/openapi.json'),
  };
};

beforeAll(async () => {
  server = await startServer();
  office = await createCustomerSide(server);
  document = (await office.anonymous.get<OpenApiDocument>('/api/payments/openapi.json')).body;
  checker = createChecker(document);
  call = await createCalls();
});

afterAll(() => server.stop());

const bodyOf = async (response: Response): Promise<unknown> => {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('json')) return response.json();
  const text = await response.text();
  if (!type.startsWith('text/event-stream')) return text;
  return JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? 'null');
};

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1 to an independent validator', () => {
    expect(checkDocument(document)).toEqual({ valid: true, version: '3.1', errors: [] });
    expect(document.openapi).toBe('3.1.0');
    expect(document.servers).toEqual([{ url: `${server.url}/api/payments` }]);
  });

  it('is found wrong by that validator when something is wrong with it', () => {
    const broken = structuredClone(document) as unknown as { paths: Record<string, { get: { responses?: object } }> };
    delete broken.paths['/me']?.get.responses;
    Object.assign(broken.paths['/summary']?.get ?? {}, { parameters: [{ name: 'x', in: 'nowhere' }] });
    expect(checkDocument(broken).valid).toBe(false);
  });

  it('describes every route of the contact’s half, and no other', async () => {
    const served = await server.evaluate(({ strapi }) => {
      const routers = strapi.plugin('payments').routes as unknown as Record<
        string,
        { type: string; routes: { method: string; path: string }[] }
      >;
      return Object.values(routers)
        .filter(({ type }) => type === 'content-api')
        .flatMap(({ routes }) => routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`));
    });
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(served.sort());
  });

  it('gives examples that fit their own schemas', () => {
    for (const [id, { requestBody, responses }] of operationsOf(document)) {
      const contents = [requestBody, ...Object.values(responses)].flatMap((part) => Object.values(part?.content ?? {}));
      for (const { schema, example } of contents) {
        if (example !== undefined) expect([id, checker.errorsOf(schema, example)]).toEqual([id, []]);
      }
    }
  });
});

describe('a real answer', () => {
  it('of every operation is what the document promises', async () => {
    const operations = operationsOf(document);
    expect(Object.keys(call).sort()).toEqual([...operations.keys()].sort());
    for (const [id, ask] of Object.entries(call)) {
      const response = await ask();
      const body = await bodyOf(response);
      const type = response.headers.get('content-type') ?? '';
      const operation = operations.get(id);
      const schema = operation && checker.answerSchema(operation, response.status, type);
      expect([id, response.status, type, typeof schema]).toEqual([id, response.status, type, 'object']);
      expect([id, response.status < 300, checker.errorsOf(schema ?? {}, body)]).toEqual([id, true, []]);
    }
  });

  it('with a field that the document does not know would be noticed', async () => {
    const operation = operationsOf(document).get('getMe');
    const schema = operation && checker.answerSchema(operation, 200, 'application/json');
    const me = (await office.eleni.http.get<{ data: object; meta: object }>('/api/payments/me')).body;
    expect(checker.errorsOf(schema ?? {}, me)).toEqual([]);
    expect(checker.errorsOf(schema ?? {}, { ...me, data: { ...me.data, managerComments: 'x' } })).not.toEqual([]);
    expect(checker.errorsOf(schema ?? {}, { ...me, data: { ...me.data, reminders: 'yes' } })).not.toEqual([]);
  });

  const refusals: [string, number, string, string, RequestOptions, 'eleni' | 'anonymous'][] = [
    ['listObligations', 400, 'GET', '/obligations?pageSize=1000', {}, 'eleni'],
    ['getSummary', 403, 'GET', '/summary', {}, 'anonymous'],
    ['getObligation', 404, 'GET', '/obligations/k2f9w0x8p4l7m1n3b5v6c8z0', {}, 'eleni'],
    ['updateMe', 400, 'PUT', '/me', { body: { language: 'klingon' } }, 'eleni'],
    ['withdrawReceipt', 404, 'DELETE', '/receipts/k2f9w0x8p4l7m1n3b5v6c8z0', {}, 'eleni'],
    ['getLink', 404, 'GET', '/links/guessed', {}, 'anonymous'],
    ['acceptInvitation', 400, 'POST', '/invitations/accept', { body: { token: 'x', password: 'y' } }, 'anonymous'],
    ['getCalendarFeed', 404, 'GET', '/calendar/guessed.ics', {}, 'anonymous'],
  ];
  it.each(refusals)('that refuses %s with %i is described as well', async (id, status, method, path, options, who) => {
    const http = who === 'eleni' ? office.eleni.http : office.anonymous;
    const response = await http.raw(method, `/api/payments${path}`, options);
    expect(response.status).toBe(status);
    const operation = operationsOf(document).get(id);
    const schema = operation && checker.answerSchema(operation, status, response.headers.get('content-type') ?? '');
    expect(checker.errorsOf(schema ?? { not: {} }, await response.json())).toEqual([]);
  });
});
