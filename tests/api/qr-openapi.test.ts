import { createCustomerSide, registerPayment } from '../support/customer-side';
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
      more,
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
});

describe('the OpenAPI document', () => {
  interface Operation {
    operationId: string;
    responses: Record<string, unknown>;
  }
  interface Document {
    openapi: string;
    servers: { url: string }[];
    paths: Record<string, Record<string, Operation>>;
  }

  it('describes every route of the contact’s half, and no other', async () => {
    const { status, body } = await office.anonymous.get<Document>('/api/payments/openapi.json');
    expect(status).toBe(200);
    expect(body.openapi).toBe('3.1.0');
    expect(body.servers).toEqual([{ url: `${server.url}/api/payments` }]);
    const served = await server.evaluate(({ strapi }) => {
      const routers = strapi.plugin('payments').routes as unknown as Record<
        string,
        { type: string; routes: { method: string; path: string }[] }
      >;
      return Object.values(routers)
        .filter(({ type }) => type === 'content-api')
        .flatMap(({ routes }) => routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`));
    });
    const described = Object.entries(body.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(served.sort());
  });
});
