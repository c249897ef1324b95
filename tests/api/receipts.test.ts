import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as contract from '../../src/plugins/payments/contracts/receipt';
import type { ObligationInstalment } from '../../src/plugins/payments/contracts/instalment';
import type { Obligation } from '../../src/plugins/payments/contracts/obligation';
import { createCustomerSide, registerPayment } from '../support/customer-side';
import type { CustomerSide, StaffPayment } from '../support/customer-side';
import { openEvents } from '../support/event-stream';
import type { Answer, Http } from '../support/http';
import { attachFile, png } from '../support/private-files';
import { startServer } from '../support/server';
import type { Server } from '../support/server';

interface Receipt {
  data: { documentId: string; state: string; hasFile: boolean };
}
interface Failure {
  error: { message: string; details: { errors?: { path: string[] }[] } };
}

let server: Server;
let office: CustomerSide;

beforeAll(async () => {
  server = await startServer();
  office = await createCustomerSide(server);
});

afterAll(() => server.stop());

const register = (title: string, customer = office.customers.papadaki): Promise<StaffPayment> =>
  registerPayment(office, {
    customer,
    title,
    instalments: [
      { amount: '100.00', date: '2026-11-20' },
      { amount: '50.00', date: '2026-12-31' },
    ],
  });

const form = (
  fields: Record<string, string>,
  file?: { bytes: Buffer; name: string; field?: string; type?: string },
) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  if (file)
    body.append(
      file.field ?? 'file',
      new Blob([new Uint8Array(file.bytes)], { type: file.type ?? 'image/png' }),
      file.name,
    );
  return body;
};

const claim = { paidOn: '2026-11-20', amount: '100.00' };
const first = ({ instalments }: StaffPayment): string => instalments[0]?.documentId ?? '';
const hand = <Body = Receipt>(
  instalment: string,
  body: unknown = claim,
  http: Http = office.eleni.http,
): Promise<Answer<Body>> => http.post<Body>(`/api/payments/instalments/${instalment}/receipts`, body);

const instalmentsOf = async (payment: StaffPayment): Promise<readonly ObligationInstalment[]> => {
  const { body } = await office.eleni.http.get<{ data: Obligation }>(`/api/payments/obligations/${payment.documentId}`);
  return body.data.instalments;
};

describe('"I have paid"', () => {
  it('shows the instalment as reported, tells open pages and history, and asks for the next one', async () => {
    const payment = await register('Reported in full');
    const stream = await openEvents(office.boris.http);
    const own = await openEvents(office.eleni.http);
    const { status, body } = await hand(first(payment), { ...claim, comment: 'by e-banking' });
    expect(status).toBe(201);
    contract.createReceipt.answer.parse(body);
    await own.waitFor(({ data }) => data.obligation === payment.documentId && data.version === 2, 1_000);
    expect(stream.events).toEqual([]);
    stream.close();
    own.close();

    const answer = await office.eleni.http.get<{ data: Obligation }>(`/api/payments/obligations/${payment.documentId}`);
    expect(answer.body.data.instalments.map(({ state }) => state)).toEqual(['reported', 'upcoming']);
    expect(answer.body.data.instalments[0]?.receipt).toMatchObject({ state: 'pending', comment: 'by e-banking' });
    expect(answer.body.data.history[0]).toMatchObject({
      by: 'contact',
      changes: [{ field: 'receipt', number: 1, before: null, after: 'pending' }],
    });
    const list = await office.eleni.http.get<{ data: { documentId: string; next: { number: number } }[] }>(
      '/api/payments/obligations?q=Reported in full',
    );
    expect(list.body.data[0]?.next.number).toBe(2);
  });

  it('is not reported as paid when less was paid', async () => {
    const payment = await register('Reported in part');
    expect((await hand(first(payment), { ...claim, amount: '99.99' })).status).toBe(201);
    expect((await instalmentsOf(payment))[0]).toMatchObject({
      state: 'overdue',
      receipt: { amount: { value: '99.99' } },
    });
  });

  it('is said once, even by two at the same moment, until it is taken back', async () => {
    const payment = await register('Said twice');
    const answers = await Promise.all([hand(first(payment)), hand(first(payment)), hand(first(payment))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const { documentId } = answers.find(({ status }) => status === 201)?.body.data ?? { documentId: '' };
    const withdrawn = await office.eleni.http.delete<Receipt>(`/api/payments/receipts/${documentId}`);
    expect(withdrawn.body.data.state).toBe('withdrawn');
    expect((await office.eleni.http.delete(`/api/payments/receipts/${documentId}`)).status).toBe(409);
    expect((await instalmentsOf(payment))[0]?.state).toBe('overdue');
    expect((await hand(first(payment))).status).toBe(201);
  });

  it.each([
    [{ paidOn: '2026-11-24', amount: '100.00' }, 'paidOn'],
    [{ paidOn: '2026-02-30', amount: '100.00' }, 'paidOn'],
    [{ paidOn: '2026-11-20', amount: '0.00' }, 'amount'],
    [{ paidOn: '2026-11-20', amount: '-1.00' }, 'amount'],
    [{ paidOn: '2026-11-20', amount: '1.005' }, 'amount'],
    [{ paidOn: '2026-11-20', amount: '1e3' }, 'amount'],
    [{ amount: '100.00' }, 'paidOn'],
    [{ ...claim, state: 'accepted' }, 'state'],
    [{ ...claim, contact: 'x' }, 'contact'],
    [{ ...claim, comment: 'x'.repeat(1_001) }, 'comment'],
  ])('refuses %j and names the field', async (body, field) => {
    const payment = await register(`Refused ${field}`);
    const answer = await hand<Failure>(first(payment), body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors?.[0]?.path).toEqual([field]);
    expect((await instalmentsOf(payment))[0]?.receipt).toBeNull();
  });

  it('is refused where nothing is outstanding', async () => {
    const payment = await register('Paid already');
    const body = { revision: payment.revision, paidOn: '2026-11-20', sendEmail: false };
    expect((await office.admin.post(`/payments/instalments/${first(payment)}/settle`, body)).status).toBe(200);
    expect((await hand(first(payment))).status).toBe(409);
  });
});

describe("a receipt's file", () => {
  it('comes back as it went, and to nobody else', async () => {
    const payment = await register('With a file');
    const body = form(claim, { bytes: png, name: '../../απόδειξη.html', type: 'text/html' });
    const answer = await hand(first(payment), body);
    expect(answer.status).toBe(201);
    expect(answer.body.data.hasFile).toBe(true);
    const address = `/api/payments/receipts/${answer.body.data.documentId}/file`;
    const response = await office.eleni.http.raw('GET', address);
    expect(Buffer.from(await response.arrayBuffer()).equals(png)).toBe(true);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    const disposition = response.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="_+\.png"; filename\*=UTF-8''/);
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe('απόδειξη.png');
    expect((await office.boris.http.get(address)).status).toBe(404);
    expect((await office.boris.http.delete(address.replace('/file', ''))).status).toBe(404);
    expect([401, 403]).toContain((await office.anonymous.get(address)).status);
  });

  it.each([
    ['a page that says it is a picture', { bytes: Buffer.from('<script>alert(1)</script>'), name: 'a.png' }],
    [
      'an SVG',
      { bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), name: 'a.svg', type: 'image/svg+xml' },
    ],
    ['a ZIP', { bytes: Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), name: 'a.pdf', type: 'application/pdf' }],
    ['nothing', { bytes: Buffer.alloc(0), name: 'a.pdf' }],
    ['a part of another name', { bytes: png, name: 'a.png', field: 'files' }],
  ])('is refused when it is %s, and nothing is kept', async (_name, file) => {
    const payment = await register('Refused file');
    expect((await hand(first(payment), form(claim, file))).status).toBe(400);
    expect((await instalmentsOf(payment))[0]?.receipt).toBeNull();
  });

  it('is refused when it has more than 5 MB', async () => {
    const payment = await register('Large file');
    const bytes = Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)]);
    expect((await hand(first(payment), form(claim, { bytes, name: 'a.png' }))).status).toBe(413);
  });

  it('is one', async () => {
    const payment = await register('Two files');
    const body = form(claim, { bytes: png, name: 'a.png' });
    body.append('file', new Blob([new Uint8Array(png)]), 'b.png');
    expect((await hand(first(payment), body)).status).toBe(400);
  });

  it('leaves nothing behind in the folder for uploads, whatever became of it', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'payments-uploads-'));
    await server.restart({ env: { TMPDIR: folder } });
    const payment = await register('Temporary files');
    const refused = { bytes: Buffer.from('no'), name: 'a.png' };
    for (const body of [
      form({ ...claim, nonsense: '1' }, refused),
      form(claim, refused),
      form(claim, { bytes: png, name: 'a.png' }),
    ]) {
      await hand(first(payment), body);
    }
    expect(fs.readdirSync(folder)).toEqual([]);
    fs.rmSync(folder, { recursive: true });
  });
});

describe('an attachment', () => {
  it('is served to the contacts of its customer, and to nobody else', async () => {
    const payment = await register('With the notice attached');
    await attachFile(server, payment.documentId, { name: 'notice.png', bytes: png });
    const address = `/api/payments/obligations/${payment.documentId}/attachments/a1`;
    const detail = await office.eleni.http.get<{ data: Obligation }>(`/api/payments/obligations/${payment.documentId}`);
    expect(detail.body.data.attachments).toEqual([{ id: 'a1', name: 'notice.png', size: 72, type: 'image/png' }]);
    const response = await office.eleni.http.raw('GET', address);
    expect(Buffer.from(await response.arrayBuffer()).equals(png)).toBe(true);
    expect(response.headers.get('content-disposition')).toContain('attachment; filename="notice.png"');
    expect((await office.boris.http.get(address)).status).toBe(404);
    expect([401, 403]).toContain((await office.anonymous.get(address)).status);
  });
});
