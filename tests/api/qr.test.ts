import { createCustomerSide, editPayment, registerPayment } from '../support/customer-side';
import type { CustomerSide } from '../support/customer-side';
import { startServer } from '../support/server';
import type { Server } from '../support/server';

let server: Server;
let office: CustomerSide;

beforeAll(async () => {
  server = await startServer();
  office = await createCustomerSide(server);
});

afterAll(() => server.stop());

describe('the QR code of an instalment', () => {
  const register = (more: Record<string, unknown> = {}) =>
    registerPayment(office, {
      customer: office.customers.papadaki,
      title: 'With a QR code',
      instalments: [{ amount: '100.00', date: '2026-12-31' }],
      more: { paymentCode: { value: 'RF18539007547034', scheme: 'rf' }, confirmed: ['duplicate'], ...more },
    });
  const get = (instalment: string | undefined) =>
    office.eleni.http.get<string & { error: { message: string } }>(`/api/payments/instalments/${instalment}/qr.svg`);

  it('is a picture that loads and runs nothing', async () => {
    const payment = await register();
    const { status, headers, body } = await get(payment.instalments[0]?.documentId);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('image/svg+xml');
    expect(body).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 (\d+) \1"/);
    expect(body).not.toMatch(/script|href|style/);
  });

  it('is 409 with the reason where the institution takes none', async () => {
    const payment = await register({ institution: null });
    const { status, body } = await get(payment.instalments[0]?.documentId);
    expect(status).toBe(409);
    expect(body.error.message).toBe('This institution takes no payment by QR code');
  });

  it('is 409 as long as the payment code is to follow: money without it could not be booked', async () => {
    const payment = await register({ paymentCode: null });
    const instalment = payment.instalments[0]?.documentId;
    const { status, body } = await get(instalment);
    expect([status, body.error.message]).toEqual([409, expect.stringMatching(/^The payment code is to follow/)]);
    const address = `/api/payments/obligations/${payment.documentId}`;
    const offered = async () =>
      (await office.eleni.http.get<{ data: { instalments: { qr: boolean }[] } }>(address)).body.data.instalments[0]?.qr;
    expect(await offered()).toBe(false);
    await editPayment(office.admin, payment, {
      paymentCode: { value: 'RF18539007547034', scheme: 'rf' },
      confirmed: ['duplicate'],
    });
    expect(await offered()).toBe(true);
  });
});
