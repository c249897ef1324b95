import { createCustomer, createPayment } from '../support/office';
import { startServer } from '../support/server';
import { adminLogin } from '../support/users';

test('a start with the plugin disabled keeps every row', async () => {
  const server = await startServer();
  try {
    const staff = await adminLogin(server.url);
    const customer = await createCustomer(staff, 'Papadaki Eleni', 'eleni@example.com');
    const payment = await createPayment(staff, customer.documentId);

    await server.restart({ env: { PAYMENTS_ENABLED: 'false' } });
    expect(await server.evaluate(({ strapi }) => Object.keys(strapi.plugins).includes('payments'))).toBe(false);

    await server.restart({ env: { PAYMENTS_ENABLED: 'true' } });
    const again = await adminLogin(server.url);
    const { body } = await again.get<{ data: unknown }>(`/payments/payments/${payment.documentId}`);
    expect(body.data).toEqual(payment);
  } finally {
    await server.stop();
  }
});
