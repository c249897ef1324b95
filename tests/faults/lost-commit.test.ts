import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import { clockAt } from '../support/fault-office';
import { editHeader } from '../support/freezer';
import type { Http } from '../support/http';
import { createCustomer, createPayment, type Envelope } from '../support/office';
import { by, database } from '../support/scale';
import { startServer, type Server } from '../support/server';
import { adminLogin } from '../support/users';

jest.setTimeout(by({ short: 300_000, normal: 300_000, long: 300_000 }));

/** A file has no connection that could be lost on the way to its COMMIT. */
const whereConnectionsBreak = database === 'sqlite' ? describe.skip : describe;

whereConnectionsBreak('a connection that breaks as COMMIT is sent', () => {
  let server: Server;
  let staff: Http;
  let payment: StaffPayment;

  beforeAll(async () => {
    server = await startServer({ env: clockAt('2026-11-23T08:00:00Z') });
    staff = await adminLogin(server.url);
    const customer = await createCustomer(staff, 'Papadaki Eleni', null);
    payment = await createPayment(staff, customer.documentId, { sendEmail: false });
    await server.evaluate(({ strapi }, header) => {
      type Socket = { stream: { destroy(): void } };
      type Connection = Socket | { connection: Socket };
      type Query = (this: unknown, connection: Connection, query: string | { sql: string }) => Promise<unknown>;
      const { prototype } = (
        strapi.db.connection as unknown as { client: { constructor: { prototype: { query: Query } } } }
      ).client.constructor;
      const original = prototype.query;
      const flag = globalThis as { breakOff?: boolean };
      prototype.query = function query(connection, question) {
        const sql = typeof question === 'string' ? question : question.sql;
        const named = strapi.requestContext.get()?.get(header) || flag.breakOff;
        if (named && /^\s*commit/i.test(sql)) {
          const socket = 'stream' in connection ? connection : connection.connection;
          socket.stream.destroy();
        }
        return original.call(this, connection, question);
      };
    }, editHeader);
  });

  afterAll(() => server.stop());

  const path = () => `/payments/payments/${payment.documentId}`;
  const read = async () => (await staff.get<Envelope<StaffPayment>>(path())).body.data;

  test('an edit is not answered as saved, nothing of it is, and saving again works', async () => {
    const body = { revision: payment.revision, title: 'Never committed', sendEmail: false };
    const { status } = await staff.put(path(), body, { headers: { [editHeader]: 'lost' } });
    expect(status).toBeGreaterThanOrEqual(500);
    expect(await read()).toEqual(payment);
    expect((await staff.put(path(), body)).status).toBe(200);
  });

  test.each(['documents', 'db.query'])('a script that writes through %s is told', async (way) => {
    const before = await read();
    const told = await server.evaluate(
      async ({ strapi }, { documentId, byDocuments }) => {
        const flag = globalThis as { breakOff?: boolean };
        const data: object = { title: 'Never committed either' };
        flag.breakOff = true;
        try {
          if (byDocuments) await strapi.documents('plugin::payments.payment').update({ documentId, data });
          else await strapi.db.query('plugin::payments.payment').update({ where: { documentId }, data });
          return 'saved';
        } catch {
          return 'an error';
        } finally {
          flag.breakOff = false;
        }
      },
      { documentId: payment.documentId, byDocuments: way === 'documents' },
    );
    expect(told).toBe('an error');
    expect(await read()).toEqual(before);
  });
});
