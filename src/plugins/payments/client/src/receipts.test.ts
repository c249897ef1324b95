import type { IncomingMessage } from 'node:http';
import { createReceipt, createReceiptByLink, withdrawReceipt } from '../../contracts/receipt';
import { getLink } from '../../contracts/access';
import { createPaymentsClient } from './client';
import { createPaymentsLink, unsubscribe } from './link';
import { answerJson, startTestServer } from './test-server';
import type { TestServer } from './test-server';

interface Received {
  request: IncomingMessage;
  form: FormData | null;
}

const readForm = async (request: IncomingMessage): Promise<FormData | null> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const type = request.headers['content-type'] ?? '';
  return type.startsWith('multipart/')
    ? new Response(Buffer.concat(chunks), { headers: { 'Content-Type': type } }).formData()
    : null;
};

describe('"I have paid"', () => {
  let server: TestServer;
  let received: Received[];
  let answer: { status: number; body: unknown };

  beforeEach(async () => {
    received = [];
    server = await startTestServer((request, response) => {
      void readForm(request).then((form) => {
        received.push({ request, form });
        answerJson(response, answer.status, answer.body);
      });
    });
  });
  afterEach(() => server.stop());

  const fieldsOf = (form: FormData | null | undefined): Record<string, unknown> =>
    Object.fromEntries([...(form?.entries() ?? [])].filter(([, value]) => typeof value === 'string'));

  it('sends its fields and its file as a form', async () => {
    answer = { status: 201, body: createReceipt.example.answer };
    const payments = createPaymentsClient({ baseUrl: server.url, token: 'secret' });
    const file = new File(['%PDF-1.7'], 'απόδειξη.pdf', { type: 'application/pdf' });
    const receipt = await payments.createReceipt('i1', {
      paidOn: '2026-12-29',
      amount: '850.00',
      comment: 'at the bank',
      file,
    });
    expect(receipt.state).toBe('pending');
    const [{ request, form }] = received as [Received];
    expect(`${request.method} ${request.url}`).toBe('POST /api/payments/instalments/i1/receipts');
    expect(request.headers.authorization).toBe('Bearer secret');
    expect(fieldsOf(form)).toEqual({ paidOn: '2026-12-29', amount: '850.00', comment: 'at the bank' });
    const sent = form?.get('file') as File;
    expect([sent.name, await sent.text()]).toEqual(['απόδειξη.pdf', '%PDF-1.7']);
  });

  it('leaves out what was not filled in', async () => {
    answer = { status: 201, body: createReceipt.example.answer };
    const payments = createPaymentsClient({ baseUrl: server.url, token: 'secret' });
    await payments.createReceipt('i1', { paidOn: '2026-12-29', amount: '850.00', comment: '' });
    expect([...(received[0]?.form?.keys() ?? [])]).toEqual(['paidOn', 'amount']);
  });

  it('can be taken back', async () => {
    answer = { status: 200, body: withdrawReceipt.example.answer };
    const payments = createPaymentsClient({ baseUrl: server.url, token: 'secret' });
    expect((await payments.withdrawReceipt('r1')).state).toBe('withdrawn');
    expect(`${received[0]?.request.method} ${received[0]?.request.url}`).toBe('DELETE /api/payments/receipts/r1');
  });

  it('works from a signed link, without a session', async () => {
    const link = createPaymentsLink({ baseUrl: server.url, token: 'from the mail' });
    answer = { status: 200, body: getLink.example.answer };
    expect((await link.get()).obligation.title).toBe('Income tax 2026');
    answer = { status: 201, body: createReceiptByLink.example.answer };
    await link.createReceipt('i1', { paidOn: '2026-12-29', amount: '850.00' });
    expect(received.map(({ request }) => request.url)).toEqual([
      '/api/payments/links/from%20the%20mail',
      '/api/payments/links/from%20the%20mail/receipts',
    ]);
    expect(received.every(({ request }) => request.headers.authorization === undefined)).toBe(true);
    expect(fieldsOf(received[1]?.form)).toEqual({ paidOn: '2026-12-29', amount: '850.00', instalment: 'i1' });
  });

  it('switches reminders off from a mail', async () => {
    answer = { status: 200, body: { data: {}, meta: {} } };
    await unsubscribe({ baseUrl: server.url, token: 'abc' });
    expect(`${received[0]?.request.method} ${received[0]?.request.url}`).toBe('POST /api/payments/unsubscribe/abc');
  });
});
