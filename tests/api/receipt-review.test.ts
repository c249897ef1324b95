import { listReceipts } from '../../src/plugins/payments/contracts/receipt-review';
import type { StaffReceipt } from '../../src/plugins/payments/contracts/receipt-review';
import type { StaffPayment as WholePayment } from '../../src/plugins/payments/contracts/payment';
import { createCustomerSide, registerPayment, today } from '../support/customer-side';
import type { CustomerSide, StaffPayment } from '../support/customer-side';
import { startMailbox, type Mailbox } from '../support/mailbox';
import { startServer, type Server } from '../support/server';

const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(64, 7)]);

let server: Server;
let mailbox: Mailbox;
let office: CustomerSide;

beforeAll(async () => {
  mailbox = await startMailbox();
  server = await startServer({ smtpPort: mailbox.port });
  office = await createCustomerSide(server);
});

beforeEach(() => mailbox.reset());

afterAll(async () => {
  await server.stop();
  await mailbox.close();
});

const tick = () => server.evaluate(({ strapi }) => strapi.plugin('payments').service('notices').tick());

interface Case {
  readonly payment: StaffPayment;
  readonly receipt: StaffReceipt;
}

const waiting = async (payment: StaffPayment): Promise<StaffReceipt> => {
  const answer = await office.admin.get<{ data: StaffReceipt[] }>(`/payments/receipts?payment=${payment.documentId}`);
  expect(answer.status).toBe(200);
  listReceipts.answer.parse(answer.body);
  return answer.body.data[0] as StaffReceipt;
};

/** A payment of 100.00, 50.00 and 50.00 whose contact says that an amount was paid. */
const reported = async (title: string, amount: string, file = false): Promise<Case> => {
  const payment = await registerPayment(office, {
    customer: office.customers.boreas,
    title,
    instalments: [
      { amount: '100.00', date: '2026-11-20' },
      { amount: '50.00', date: '2026-12-18' },
      { amount: '50.00', date: '2027-01-29' },
    ],
  });
  const body = new FormData();
  body.set('paidOn', today);
  body.set('amount', amount);
  if (file) body.append('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'proof.png');
  const path = `/api/payments/instalments/${payment.instalments[0]?.documentId}/receipts`;
  expect((await office.boris.http.post(path, body)).status).toBe(201);
  return { payment, receipt: await waiting(payment) };
};

const review = (receipt: StaffReceipt, decision: 'accept' | 'reject', body: object) =>
  office.admin.post<{ data: StaffReceipt; error?: { message: string; details: { errors?: { path: unknown[] }[] } } }>(
    `/payments/receipts/${receipt.documentId}/${decision}`,
    body,
  );

const read = async (payment: StaffPayment): Promise<WholePayment> =>
  (await office.admin.get<{ data: WholePayment }>(`/payments/payments/${payment.documentId}`)).body.data;

const paidOf = async (payment: StaffPayment) => (await read(payment)).instalments.map(({ paid }) => paid.value);

describe('a receipt that waits', () => {
  it('is listed with what it is about, and with what accepting it would mark paid', async () => {
    const { payment, receipt } = await reported('Listed', '100.00');
    expect(receipt).toMatchObject({
      state: 'pending',
      paidOn: today,
      contact: { name: 'Boris Vorias' },
      customer: { name: 'Boreas AE' },
      payment: { documentId: payment.documentId, title: 'Listed', revision: payment.revision },
      instalment: { number: 1, of: 3, outstanding: { value: '100.00' } },
      proposal: [{ number: 1, amount: { value: '100.00' } }],
    });
  });

  it('proposes the following instalments where more was paid', async () => {
    const { receipt } = await reported('More than one', '175.00');
    expect(receipt.proposal.map(({ number, amount }) => [number, amount.value])).toEqual([
      [1, '100.00'],
      [2, '50.00'],
      [3, '25.00'],
    ]);
  });

  it('shows its file to staff and to nobody else', async () => {
    const { receipt } = await reported('With a file', '100.00', true);
    expect(receipt.file).toMatchObject({ name: 'proof.png', type: 'image/png' });
    const path = `/payments/receipts/${receipt.documentId}/file`;
    const answer = await office.admin.raw('GET', path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(png);
    expect((await office.boris.http.get(path)).status).toBe(401);
    const { receipt: without } = await reported('Without a file', '100.00');
    expect((await office.admin.get(`/payments/receipts/${without.documentId}/file`)).status).toBe(404);
  });
});

describe('accepting', () => {
  it('marks paid on the day that the contact said, tells them, and leaves nothing to review', async () => {
    const { payment, receipt } = await reported('Accepted', '100.00');
    const answer = await review(receipt, 'accept', { revision: payment.revision, sendEmail: true });
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({ state: 'accepted', reviewedBy: 'Anna Admin', proposal: [] });
    expect((await read(payment)).instalments[0]).toMatchObject({ state: 'paid', paidOn: today });
    expect(await waiting(payment)).toBeUndefined();
    await tick();
    const mail = await mailbox.waitFor(({ recipients }) => recipients.includes(office.boris.email));
    expect(`${mail.subject} ${mail.text}`).toContain('Accepted');
    expect(mailbox.mails).toHaveLength(1);
  });

  it('marks the following ones as proposed, or as staff say', async () => {
    const proposed = await reported('As proposed', '150.00');
    await review(proposed.receipt, 'accept', { revision: proposed.payment.revision, sendEmail: false });
    expect(await paidOf(proposed.payment)).toEqual(['100.00', '50.00', '0.00']);

    const said = await reported('As said', '150.00');
    const allocations = [{ instalment: said.payment.instalments[2]?.documentId, amount: '50.00' }];
    const body = { revision: said.payment.revision, sendEmail: false, allocations };
    expect((await review(said.receipt, 'accept', body)).status).toBe(200);
    expect(await paidOf(said.payment)).toEqual(['0.00', '0.00', '50.00']);
    await tick();
    expect(mailbox.mails).toHaveLength(0);
  });

  it('refuses more than the receipt says, and what is of another payment, and writes nothing', async () => {
    const { payment, receipt } = await reported('Refused', '60.00');
    const other = await reported('Another', '10.00');
    const wrong = [
      [{ instalment: payment.instalments[0]?.documentId, amount: '60.01' }],
      [{ instalment: other.payment.instalments[0]?.documentId, amount: '10.00' }],
      [{ instalment: payment.instalments[1]?.documentId, amount: '60.00' }],
    ];
    for (const allocations of wrong) {
      const answer = await review(receipt, 'accept', { revision: payment.revision, sendEmail: false, allocations });
      expect(answer.status).toBe(400);
      expect(answer.body.error?.details.errors?.[0]?.path[0]).toBe('allocations');
    }
    expect(await paidOf(payment)).toEqual(['0.00', '0.00', '0.00']);
    expect((await waiting(payment)).state).toBe('pending');
  });

  it('is 409 for a payment that somebody changed meanwhile, and for a receipt that was reviewed', async () => {
    const { payment, receipt } = await reported('Twice', '100.00');
    expect((await review(receipt, 'accept', { revision: payment.revision + 1, sendEmail: false })).status).toBe(409);
    const body = { revision: payment.revision, sendEmail: false };
    const both = await Promise.all([review(receipt, 'accept', body), review(receipt, 'accept', body)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await paidOf(payment)).toEqual(['100.00', '0.00', '0.00']);
    expect((await review(receipt, 'reject', { reason: 'Too late' })).status).toBe(409);
  });

  it('of an instalment that staff marked paid meanwhile accepts the contact’s word and pays nothing twice', async () => {
    const { payment, receipt } = await reported('Paid meanwhile', '100.00');
    const settled = await office.admin.post<{ data: WholePayment }>(
      `/payments/instalments/${payment.instalments[0]?.documentId}/settle`,
      { revision: payment.revision, paidOn: today, sendEmail: false },
    );
    const { revision } = settled.body.data;
    const allocations: object[] = [];
    const answer = await review(receipt, 'accept', { revision, sendEmail: false, allocations });
    expect(answer.status).toBe(200);
    expect(await paidOf(payment)).toEqual(['100.00', '0.00', '0.00']);
  });
});

describe('rejecting', () => {
  it('asks for a reason, tells the contact, and shows it in the portal', async () => {
    const { payment, receipt } = await reported('Rejected', '100.00');
    expect((await review(receipt, 'reject', { reason: ' ' })).status).toBe(400);
    const answer = await review(receipt, 'reject', { reason: 'The file shows another payment' });
    expect(answer.body.data).toMatchObject({ state: 'rejected', reason: 'The file shows another payment' });
    await tick();
    const mail = await mailbox.waitFor(({ recipients }) => recipients.includes(office.boris.email));
    expect(mail.text).toContain('The file shows another payment');
    const obligation = await office.boris.http.get<{ data: { history: unknown[]; instalments: object[] } }>(
      `/api/payments/obligations/${payment.documentId}`,
    );
    expect(obligation.body.data.history[0]).toMatchObject({
      by: 'office',
      changes: [{ field: 'receipt', number: 1, before: 'pending', after: 'rejected' }],
    });
    expect(await paidOf(payment)).toEqual(['0.00', '0.00', '0.00']);
  });
});
