import http from 'node:http';
import type { AddressInfo } from 'node:net';

import { createCustomerSide, registerPayment, editPayment, type CustomerSide } from '../support/customer-side';
import type { StaffPayment } from '../support/customer-side';
import { startReplicas, type Server } from '../support/server';
import { eventually } from '../support/wait';

interface Call {
  readonly event: string;
  readonly createdAt: string;
  readonly payment: { readonly documentId: string; readonly reference?: string; readonly state?: string };
  readonly instalment?: unknown;
  readonly receipt?: unknown;
  readonly customer: string | null;
}

/** A program of the office's own that Strapi's webhooks call. */
const startReceiver = async () => {
  const calls: Call[] = [];
  const texts: string[] = [];
  const server = http.createServer((request, response) => {
    let text = '';
    request.on('data', (piece: Buffer) => (text += piece.toString()));
    request.on('end', () => {
      texts.push(text);
      calls.push(JSON.parse(text) as Call);
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    calls,
    texts,
    of: (event: string, payment: string) =>
      calls.filter((call) => call.event === event && call.payment.documentId === payment),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
};

let replicas: Server[];
let office: CustomerSide;
let receiver: Awaited<ReturnType<typeof startReceiver>>;

const events = ['payment.registered', 'payment.settled', 'instalment.overdue', 'receipt.submitted'];

beforeAll(async () => {
  receiver = await startReceiver();
  replicas = await startReplicas(2);
  office = await createCustomerSide(replicas[0] as Server);
  const webhook = { name: 'office', url: receiver.url, headers: {}, events };
  expect((await office.admin.post('/admin/webhooks', webhook)).status).toBe(201);
  // Every process reads the webhooks when it starts; a new one is known to the process that made it.
  for (const replica of replicas.slice(1)) await replica.restart();
});

afterAll(async () => {
  for (const replica of replicas) await replica.stop();
  await receiver.close();
});

const register = (title: string, date = '2026-12-15', more: object = {}) =>
  registerPayment(office, {
    customer: office.customers.papadaki,
    title,
    instalments: [{ amount: '40.00', date }],
    more: { ...more, confirmed: ['duplicate'] },
  });

const tickAt = (instant: string) =>
  Promise.all(
    replicas.map((replica) =>
      replica.evaluate(async ({ strapi }, at) => {
        strapi.plugin('payments').service('clock').set(at);
        await strapi.plugin('payments').service('ticker').tick();
      }, instant),
    ),
  );

const heard = (event: string, payment: string, times: number) =>
  eventually(() => receiver.of(event, payment).length >= times, `${event}, heard ${times} times`).then(() =>
    expect(receiver.of(event, payment)).toHaveLength(times),
  );

const settle = (payment: StaffPayment) =>
  office.admin.post(`/payments/instalments/${payment.instalments[0]?.documentId}/settle`, {
    revision: payment.revision,
    paidOn: '2026-11-20',
    sendEmail: false,
  });

describe('a webhook of Strapi', () => {
  test('hears once that a payment was registered, with its ids and amounts and nobody’s name', async () => {
    const { documentId, reference } = await register('Registered tax');
    await heard('payment.registered', documentId, 1);
    const [call] = receiver.of('payment.registered', documentId);
    expect(call).toMatchObject({
      payment: { reference, state: 'open', total: { value: '40.00', currency: 'EUR' }, nextDueDate: '2026-12-15' },
      customer: office.customers.papadaki,
      institution: office.institution,
    });
  });

  test('hears once that it was settled, and not of other edits', async () => {
    const payment = await register('Settled tax');
    const edited = await editPayment(office.admin, payment, { description: 'Read this' });
    expect((await settle(edited)).status).toBe(200);
    await heard('payment.settled', payment.documentId, 1);
    expect(receiver.of('payment.settled', payment.documentId)[0]?.payment.state).toBe('settled');
  });

  test('hears of a receipt, without what the contact wrote', async () => {
    const payment = await register('Claimed tax');
    const path = `/api/payments/instalments/${payment.instalments[0]?.documentId}/receipts`;
    const claim = { paidOn: '2026-11-20', amount: '40.00', comment: 'a private remark' };
    expect((await office.eleni.http.post(path, claim)).status).toBe(201);
    await heard('receipt.submitted', payment.documentId, 1);
    expect(receiver.of('receipt.submitted', payment.documentId)[0]).toMatchObject({
      receipt: { paidOn: '2026-11-20', amount: { value: '40.00', currency: 'EUR' } },
      customer: office.customers.papadaki,
    });
  });

  test('hears once that an instalment became overdue, however many processes look and however often', async () => {
    const late = await register('Late tax', '2026-11-24');
    const ancient = await register('Ancient tax', '2026-10-01');
    await tickAt('2026-11-24T10:00:00Z');
    expect(receiver.of('instalment.overdue', late.documentId)).toEqual([]);
    await tickAt('2026-11-25T10:00:00Z');
    await tickAt('2026-11-25T10:01:00Z');
    await heard('instalment.overdue', late.documentId, 1);
    await tickAt('2026-11-26T10:00:00Z');
    expect(receiver.of('instalment.overdue', late.documentId)).toEqual([
      expect.objectContaining({
        instalment: {
          documentId: late.instalments[0]?.documentId,
          number: 1,
          dueDate: '2026-11-24',
          outstanding: { value: '40.00', currency: 'EUR' },
        },
      }),
    ]);
    expect(receiver.of('instalment.overdue', ancient.documentId)).toEqual([]);
  });

  test('hears again where the instalment got another day and that passed as well', async () => {
    const late = await register('Twice late', '2026-11-25');
    await tickAt('2026-11-26T11:00:00Z');
    await heard('instalment.overdue', late.documentId, 1);
    const path = `/payments/instalments/${late.instalments[0]?.documentId}`;
    const edit = { revision: late.revision, dueDate: '2026-11-27', sendEmail: false };
    expect((await office.admin.put(path, edit)).status).toBe(200);
    await tickAt('2026-11-30T11:00:00Z');
    await heard('instalment.overdue', late.documentId, 2);
  });

  test('hears of nothing that was rolled back', async () => {
    const before = receiver.calls.length;
    await (replicas[0] as Server).evaluate(async ({ strapi }, customer) => {
      const data = { title: 'Never was', customer, currency: 'EUR', instalments: [] };
      await strapi.db
        .transaction(async () => {
          await strapi.documents('plugin::payments.payment' as never).create({ data } as never);
          throw new Error('changed my mind');
        })
        .catch(() => undefined);
    }, office.customers.papadaki);
    const { documentId } = await register('After the rollback');
    await heard('payment.registered', documentId, 1);
    expect(receiver.calls.length).toBe(before + 1);
  });

  test('was told nothing personal in all of this', () => {
    expect(receiver.texts.join()).not.toMatch(/papadaki|eleni|private remark|tax|secret of|094259216/i);
  });
});
