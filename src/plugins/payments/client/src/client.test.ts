import type { IncomingMessage, ServerResponse } from 'node:http';
import { getObligation, getSummary, listInstalments, listObligations } from '../../contracts/obligation';
import { getMe } from '../../contracts/me';
import { createPaymentsClient } from './client';
import { answerJson, startTestServer } from './test-server';
import type { TestServer } from './test-server';

describe('the client', () => {
  let server: TestServer;
  let requests: IncomingMessage[];
  let handle: (response: ServerResponse, request: IncomingMessage) => void;

  beforeEach(async () => {
    requests = [];
    server = await startTestServer((request, response) => {
      requests.push(request);
      handle(response, request);
    });
  });
  afterEach(() => server.stop());

  const client = (token = 'secret') => createPaymentsClient({ baseUrl: `${server.url}/`, token });
  const answers = (body: unknown) => {
    handle = (response) => answerJson(response, 200, body);
  };

  it("answers each of the contract's examples", async () => {
    answers(listObligations.example.answer);
    const page = await client().listObligations();
    expect(page.items[0]?.title).toBe('Income tax 2026');
    expect(page.pagination.total).toBe(1);
    answers(getObligation.example.answer);
    expect((await client().getObligation('k2f9')).history).toHaveLength(1);
    answers(getSummary.example.answer);
    expect((await client().getSummary()).office).toBe('Papadaki & Partners');
    answers(listInstalments.example.answer);
    expect((await client().listInstalments({ from: '2026-12-01' })).items[0]?.obligation.title).toBe('Income tax 2026');
    expect(requests.map(({ url }) => url)).toEqual([
      '/api/payments/obligations',
      '/api/payments/obligations/k2f9',
      '/api/payments/summary',
      '/api/payments/instalments?from=2026-12-01',
    ]);
  });

  it('sends the filters that are set', async () => {
    answers(listObligations.example.answer);
    await client().listObligations({
      q: 'φόρος & co',
      state: 'open',
      pageSize: 50,
      customer: undefined,
      institution: '',
    });
    const { searchParams } = new URL(requests[0]?.url ?? '', server.url);
    expect(Object.fromEntries(searchParams)).toEqual({ q: 'φόρος & co', state: 'open', pageSize: '50' });
  });

  it('does not let an identifier escape its place in the path', async () => {
    answers(getObligation.example.answer);
    await client().getObligation('../summary?x=1');
    expect(requests[0]?.url).toBe('/api/payments/obligations/..%2Fsummary%3Fx%3D1');
  });

  it('reads and changes own settings', async () => {
    const methods: string[] = [];
    handle = (response, request) => {
      methods.push(`${request.method} ${request.url}`);
      answerJson(response, 200, getMe.example.answer);
    };
    const payments = client();
    expect((await payments.getMe()).name).toBe('Eleni Papadaki');
    await payments.updateMe({ reminders: false });
    await payments.renewCalendarFeed();
    await payments.revokeCalendarFeed();
    expect(methods).toEqual([
      'GET /api/payments/me',
      'PUT /api/payments/me',
      'POST /api/payments/me/calendar-feed',
      'DELETE /api/payments/me/calendar-feed',
    ]);
  });

  it('gives the bytes of an attachment', async () => {
    handle = (response) => response.writeHead(200, { 'Content-Type': 'application/pdf' }).end('%PDF');
    const file = await client().getAttachment('k2f9', 'a1');
    expect(file.type).toBe('application/pdf');
    expect(await file.text()).toBe('%PDF');
    expect(requests[0]?.url).toBe('/api/payments/obligations/k2f9/attachments/a1');
  });

  it('throws the error that the server describes', async () => {
    const details = { errors: [{ path: ['sort'], message: 'must be one of …', name: 'ValidationError' }] };
    const error = { status: 400, name: 'ValidationError', message: 'Invalid query', details };
    handle = (response) => answerJson(response, 400, { data: null, error });
    await expect(client().listObligations()).rejects.toMatchObject(error);
  });

  it("understands a proxy's page, and how long to wait", async () => {
    handle = (response) => response.writeHead(503, { 'Retry-After': '7' }).end('<h1>Sorry</h1>');
    await expect(client().getSummary()).rejects.toMatchObject({ status: 503, name: 'HttpError', retryAfter: 7 });
  });

  it('says when the server cannot be reached', async () => {
    await server.stop();
    await expect(client().getSummary()).rejects.toMatchObject({ status: 0, name: 'NetworkError' });
  });

  it('says when what answers is not the server', async () => {
    handle = (response) => response.end('<h1>Welcome to the hotel network</h1>');
    await expect(client().getSummary()).rejects.toMatchObject({ status: 0, name: 'NetworkError' });
  });

  it('renews a refused token once', async () => {
    handle = (response, request) =>
      request.headers.authorization === 'Bearer new'
        ? answerJson(response, 200, getSummary.example.answer)
        : answerJson(response, 401, { error: {} });
    const asked: Array<string | undefined> = [];
    const payments = createPaymentsClient({
      baseUrl: server.url,
      getAccessToken: (rejected) => {
        asked.push(rejected);
        return rejected === undefined ? 'old' : 'new';
      },
    });
    expect((await payments.getSummary()).today).toBe('2026-11-23');
    expect(asked).toEqual([undefined, 'old']);
  });

  it('throws 401 when the token cannot be renewed', async () => {
    handle = (response) => answerJson(response, 401, { error: { name: 'UnauthorizedError', message: 'no' } });
    await expect(client().getSummary()).rejects.toMatchObject({ status: 401, name: 'UnauthorizedError' });
    expect(requests).toHaveLength(1);
  });

  it('keeps an aborted request an AbortError', async () => {
    handle = () => undefined;
    await expect(client().getSummary({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  });
});
