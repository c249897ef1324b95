import type { Databases } from '../lib/databases';
import { withUnit, type Figure } from '../lib/figures';
import { peakOf } from '../lib/memory';
import { fillUpPayments } from '../lib/more-payments';
import { openOffice, type Office } from '../lib/office';

interface Read {
  readonly lines: number;
  readonly bytes: number;
  readonly seconds: number;
}

const readFile = async (office: Office, query: string): Promise<Read> => {
  const start = performance.now();
  const url = `${office.url}/payments/payments/export.csv?language=en&sort=nextDueDate:asc&${query}`;
  const answer = await fetch(url, { headers: office.staff });
  if (answer.status !== 200 || !answer.body) throw new Error(`The export answers ${answer.status}`);
  let lines = 0;
  let bytes = 0;
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) lines += 1;
  }
  return { lines: lines - 1, bytes, seconds: (performance.now() - start) / 1000 };
};

/** An export of a million payments: what the process holds of it at a time. */
export const measureExport = async (databases: Databases): Promise<Figure[]> => {
  const { dialect } = databases;
  const office = await openOffice(await databases.copy(1_000_000), { env: { TEST_PAYMENTS_CONFIG: '{"tick":false}' } });
  const payments = await fillUpPayments(office, dialect);
  // What a first export leaves behind for good (code, caches) is no part of what a large one holds.
  await readFile(office, 'state=open&customer=cus000000000000000000001');
  let read: Read | undefined;
  const memory = await peakOf(office.pid, async () => (read = await readFile(office, 'state=all')));
  await office.stop();
  if (read?.lines !== payments) throw new Error(`An export of ${payments} payments has ${read?.lines} lines.`);
  return [
    {
      what: `export of ${payments.toLocaleString('en')} payments, resident memory added`,
      where: dialect,
      measured: `${withUnit(read.bytes / 2 ** 20, 'MB')} of CSV in ${read.seconds.toFixed(0)} s`,
      value: memory,
      unit: 'MB',
      bar: { most: 64 },
    },
  ];
};
