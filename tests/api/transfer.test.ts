import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { createCustomerSide, editPayment, registerPayment } from '../support/customer-side';
import { startMailbox } from '../support/mailbox';
import { root } from '../support/paths';
import { startServer, type Server } from '../support/server';
import { readEveryTable } from '../support/stored';

const run = promisify(execFile);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'payments-transfer-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const secrets = {
  APP_KEYS: 'testAppKeyOne,testAppKeyTwo',
  API_TOKEN_SALT: 'testApiTokenSalt',
  ADMIN_JWT_SECRET: 'testAdminJwtSecret',
  TRANSFER_TOKEN_SALT: 'testTransferTokenSalt',
  JWT_SECRET: 'testJwtSecret',
  ENCRYPTION_KEY: 'testEncryptionKey-of-32-characters',
};

/** Strapi's own command on a database of a server that does not run. */
const strapi = ({ database }: Server, ...args: string[]) => {
  const where =
    database.client === 'sqlite'
      ? { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: database.filename }
      : { DATABASE_CLIENT: database.client, DATABASE_URL: database.url };
  return run(process.execPath, [path.join(root, 'node_modules/.bin/strapi'), ...args], {
    cwd: root,
    env: { ...process.env, ...secrets, ...where, NODE_ENV: 'test', STRAPI_TELEMETRY_DISABLED: 'true' },
    maxBuffer: 20_000_000,
  });
};

/** Rows as they mean the same on two databases: row numbers are each database's own. */
const meant = (tables: Readonly<Record<string, unknown[]>>, name: string): unknown[] => {
  const rows = (tables[name] ?? []) as Record<string, unknown>[];
  const own = ['id', 'created_by_id', 'updated_by_id', 'customer_ref', 'institution_ref', 'payment_ref'];
  return rows
    .map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !own.includes(column))))
    .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
};

const kept = [
  'payments_customers',
  'payments_contacts',
  'payments_institutions',
  'payments_payments',
  'payments_instalments',
  'payments_events',
  'payments_notices',
  'payments_receipts',
  'payments_access_tokens',
];

/** What the command reads and writes are documents, the same on every database. */
const onSqlite = process.env.TEST_DATABASE ? it.skip : it;

onSqlite(
  'carries everything by Strapi’s export and import, and the office goes on there',
  async () => {
    const mailbox = await startMailbox();
    const from = await startServer({ smtpPort: mailbox.port });
    const to = await startServer();
    try {
      const office = await createCustomerSide(from);
      const payment = await registerPayment(office, {
        customer: office.customers.papadaki,
        title: 'Carried over',
        instalments: [{ amount: '12.50', date: '2026-12-15' }],
        more: { sendEmail: true },
      });
      await editPayment(office.admin, payment, { description: 'With its history' });
      const claim = { paidOn: '2026-11-20', amount: '1.00', comment: 'a part of it' };
      const receipts = `/api/payments/instalments/${payment.instalments[0]?.documentId}/receipts`;
      expect((await office.eleni.http.post(receipts, claim)).status).toBe(201);
      await office.eleni.http.post('/api/payments/me/calendar-feed');
      // What waits to be sent would be sent by whichever process runs: the command starts the host, too.
      await from.evaluate(({ strapi }) => strapi.plugin('payments').service('ticker').tick());
      const before = await readEveryTable(from);
      await from.kill();
      await to.kill();

      const file = path.join(folder, 'office');
      await strapi(from, 'export', '--no-encrypt', '--no-compress', '--file', file, '--exclude', 'files');
      await strapi(to, 'import', '--force', '--file', `${file}.tar`, '--exclude', 'files');
      await to.restart();

      const after = await readEveryTable(to);
      for (const name of kept) expect([name, meant(after, name)]).toEqual([name, meant(before, name)]);
      const seen = await to.evaluate(
        async ({ strapi }, documentId) =>
          strapi.plugin('payments').service('payments').get(documentId) as Promise<{
            title: string;
            customer: { name: string };
            instalments: unknown[];
          }>,
        payment.documentId,
      );
      expect(seen).toMatchObject({ title: 'Carried over', customer: { name: 'Papadaki Eleni' } });
      expect(seen.instalments).toHaveLength(1);
    } finally {
      await Promise.all([from.stop(), to.stop()]);
      await mailbox.close();
    }
  },
  300_000,
);
