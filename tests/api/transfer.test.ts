import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { createCustomerSide, editPayment, registerPayment } from '../support/customer-side';
import { startMailbox } from '../support/mailbox';
import { startServer } from '../support/server';
import { readEveryTable } from '../support/stored';
import { strapiCommand } from '../support/strapi-command';
import { eventually } from '../support/wait';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'payments-transfer-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

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
      // Nothing is on its way when the process is killed, so that what is stored stays as it is.
      await from.evaluate(({ strapi }) => strapi.plugin('payments').service('ticker').tick());
      const before = await readEveryTable(from);
      await from.kill();
      await to.kill();

      const file = path.join(folder, 'office');
      await strapiCommand(from.database, [
        'export',
        '--no-encrypt',
        '--no-compress',
        '--file',
        file,
        '--exclude',
        'files',
      ]);
      await strapiCommand(to.database, ['import', '--force', '--file', `${file}.tar`, '--exclude', 'files']);
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

it('leaves what is due to the server: a command that starts the host sends nothing', async () => {
  const mailbox = await startMailbox();
  const server = await startServer({ smtpPort: mailbox.port });
  try {
    const office = await createCustomerSide(server);
    await mailbox.goAway();
    await registerPayment(office, {
      customer: office.customers.papadaki,
      title: 'Waits for the server',
      instalments: [{ amount: '12.50', date: '2026-12-15' }],
      more: { sendEmail: true },
    });
    const putOff = () =>
      server.evaluate(({ strapi }) =>
        strapi.db.connection('payments_notices').where({ state: 'queued' }).whereNotNull('retry_at').first('id'),
      );
    await eventually(putOff, 'the notice is put off');
    // Due again, for whoever looks next: the one that found the mail server gone pauses.
    await server.evaluate(({ strapi }) => strapi.db.connection('payments_notices').update({ retry_at: null }));
    await server.kill();
    await mailbox.comeBack();

    const file = path.join(folder, 'while-due');
    const smtp = { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(mailbox.port), EMAIL_FROM: 'office@example.com' };
    await strapiCommand(server.database, ['export', '--no-encrypt', '--no-compress', '--file', file], smtp);
    expect(mailbox.mails.map(({ subject }) => subject)).toEqual([]);

    await server.restart();
    await mailbox.waitFor(({ subject }) => Boolean(subject?.includes('Waits for the server')));
  } finally {
    await server.stop();
    await mailbox.close();
  }
}, 300_000);
