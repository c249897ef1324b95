import { createCustomer, createInstitution, createPayment } from '../support/office';
import { startServer, type Server } from '../support/server';
import { adminLogin } from '../support/users';

/** The plugin's tables and join tables, as Strapi knows them while the plugin is there. */
const tablesOf = (server: Server) =>
  server.evaluate(({ strapi }) =>
    Object.keys(strapi.contentTypes)
      .filter((uid) => uid.startsWith('plugin::payments.'))
      .flatMap((uid) => {
        const { tableName, attributes } = strapi.db.metadata.get(uid);
        const joins = Object.values(attributes).flatMap((attribute) =>
          'joinTable' in attribute && attribute.joinTable ? [attribute.joinTable.name] : [],
        );
        return [tableName, ...joins];
      }),
  );

/** Every row of the tables, and the names of their indexes' columns where the database tells them simply. */
const rowsOf = (server: Server, tables: readonly string[]) =>
  server.evaluate(async ({ strapi }, names) => {
    const rows: Record<string, unknown[]> = {};
    for (const name of names) rows[name] = await strapi.db.connection(name).orderBy('id').select('*');
    return rows;
  }, tables);

test('a start with the plugin disabled keeps every row of every table, join tables too', async () => {
  const server = await startServer();
  try {
    const staff = await adminLogin(server.url);
    const customer = await createCustomer(staff, 'Papadaki Eleni', 'eleni@example.com');
    const { documentId: institution } = await createInstitution(staff, 'Tax office');
    const payment = await createPayment(staff, customer.documentId, { institution });
    await server.evaluate(async ({ strapi }, contact) => {
      await strapi.plugin('payments').service('logins').create(contact, 'Contact-pass-1234');
    }, customer.contacts[0]?.documentId ?? '');
    const tables = [...new Set(await tablesOf(server))];
    const before = await rowsOf(server, tables);
    const joins = Object.keys(before).filter((name) => name.endsWith('_lnk'));
    const filled = joins.filter((name) => (before[name] ?? []).length > 0);
    expect(filled.sort()).toEqual([
      'payments_contacts_user_lnk',
      'payments_customers_contacts_lnk',
      'payments_instalments_payment_lnk',
      'payments_payments_customer_lnk',
      'payments_payments_institution_lnk',
    ]);

    await server.restart({ env: { PAYMENTS_ENABLED: 'false' } });
    expect(await server.evaluate(({ strapi }) => Object.keys(strapi.plugins).includes('payments'))).toBe(false);
    expect(await rowsOf(server, tables)).toEqual(before);

    await server.restart({ env: { PAYMENTS_ENABLED: 'true' } });
    const again = await adminLogin(server.url);
    const { body } = await again.get<{ data: unknown }>(`/payments/payments/${payment.documentId}`);
    expect(body.data).toEqual(payment);
    const after = await rowsOf(server, tables);
    for (const name of joins) expect([name, after[name]]).toEqual([name, before[name]]);
  } finally {
    await server.stop();
  }
});
