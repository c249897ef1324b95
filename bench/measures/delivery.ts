import type { Databases } from '../lib/databases';
import { makeDue, sweepBy } from '../lib/due';
import { perSecond, type Figure } from '../lib/figures';
import { median } from '../lib/load';
import { openOffice, type Office } from '../lib/office';
import { startSink } from '../lib/sink';

const MAILS = 2_000;
const CONNECTIONS = 10;
const ROUNDS = 3;

/** Sends what is queued by the product. @returns mails a second */
const byProduct = async (office: Office): Promise<number> => {
  await makeDue(office, MAILS);
  await sweepBy(office);
  return office.evaluate(async ({ strapi }, count) => {
    const start = performance.now();
    await strapi.plugin('payments').service('ticker').drain();
    return (count * 1000) / (performance.now() - start);
  }, MAILS);
};

/** Sends the same mails from the same process by nodemailer's pool alone, from memory. @returns mails a second */
const byPool = (office: Office, port: number): Promise<number> =>
  office.evaluate(
    async ({ strapi, require }, { port, connections }) => {
      const columns = ['message_id', 'recipient', 'subject', 'html', 'text'];
      const rows = await strapi.db.connection('payments_notices').where('state', 'sent').select(columns);
      const options = { host: '127.0.0.1', port, pool: true, maxConnections: connections, maxMessages: Infinity };
      const transport = require('nodemailer').createTransport(options);
      const start = performance.now();
      await Promise.all(
        rows.map((row: Record<string, string>) =>
          transport.sendMail({
            from: 'Office <office@example.com>',
            to: { name: 'Contact', address: row.recipient },
            subject: row.subject,
            text: row.text,
            html: row.html,
            messageId: row.message_id,
            headers: { 'Auto-Submitted': 'auto-generated' },
          }),
        ),
      );
      const rate = (rows.length * 1000) / (performance.now() - start);
      transport.close();
      return rate;
    },
    { port, connections: CONNECTIONS },
  );

/** Mails a second of the product (claimed, made, written down before and after) and of a bare pool of as many connections, in turn. */
export const measureDelivery = async (databases: Databases): Promise<Figure[]> => {
  const sink = await startSink();
  const office = await openOffice(await databases.copy(1_000_000), {
    smtpPort: sink.port,
    env: { SMTP_MAX_CONNECTIONS: String(CONNECTIONS), TEST_PAYMENTS_CONFIG: '{"tick":false}' },
  });
  const rates: [number, number][] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [mails, bytes] = [sink.count(), sink.bytes()];
    const ours = await byProduct(office);
    const size = (sink.bytes() - bytes) / (sink.count() - mails);
    if (sink.count() - mails !== MAILS) throw new Error(`${sink.count() - mails} of ${MAILS} mails arrived.`);
    const theirs = await byPool(office, sink.port);
    const theirSize = (sink.bytes() - bytes - size * MAILS) / (sink.count() - mails - MAILS);
    if (Math.abs(size / theirSize - 1) > 0.05) throw new Error(`Mails of ${size} bytes beside mails of ${theirSize}.`);
    if (round > 0) rates.push([ours, theirs]);
  }
  await office.stop();
  await sink.close();
  const [ours, theirs] = [0, 1].map((side) => median(rates.map((pair) => pair[side] as number))) as [number, number];
  return [
    {
      what: `notices delivered over ${CONNECTIONS} connections`,
      where: databases.dialect,
      measured: perSecond(ours),
      comparison: `${perSecond(theirs)} by nodemailer's pool`,
      value: ours / theirs,
      unit: '×',
      bar: { least: 0.8 },
    },
  ];
};
