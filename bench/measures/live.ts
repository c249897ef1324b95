import { bearer } from '../../tests/support/http';
import type { Databases } from '../lib/databases';
import { inMs, withUnit, type Figure } from '../lib/figures';
import { percentile, type Request } from '../lib/load';
import { peakOf } from '../lib/memory';
import { openAnother, openOffice, signIn, type Office } from '../lib/office';
import { openStreams } from '../lib/streams';

const STREAMS = 1_000;
const READERS = 10;
const EACH = STREAMS / READERS;
const EDITS = 200;
const WARM_UP = 20;

const env = { TEST_PAYMENTS_CONFIG: `{"tick":false,"streamsPerUser":${EACH}}` };

/** The first payment of each of the measured customers, whose contacts are the readers. */
const paymentOf = (reader: number): string => `pay${String(1 + reader * 40).padStart(21, '0')}`;

/** Gives the contacts of the measured customers logins, and signs them in here. */
const readersAt = async (office: Office): Promise<Request[]> => {
  const url = `${office.url}/api/payments/events`;
  const readers: Request[] = [{ url, headers: office.contact }];
  for (let reader = 1; reader < READERS; reader += 1) {
    readers.push({ url, headers: bearer(await signIn(office, reader + 1)) });
  }
  return readers;
};

/** Edits a payment at one process. @returns from asking until each of its reader's streams heard, in milliseconds */
const edit = async (at: Office, reader: number, title: string, heard: Heard): Promise<number[]> => {
  const url = `${at.url}/payments/payments/${paymentOf(reader)}`;
  const headers = { ...at.staff, 'content-type': 'application/json' };
  const { data } = (await (await fetch(url, { headers })).json()) as { data: { revision: number } };
  const hearing = heard(paymentOf(reader), EACH);
  const start = performance.now();
  const body = JSON.stringify({ revision: data.revision, sendEmail: false, title });
  const answer = await fetch(url, { method: 'PUT', headers, body });
  if (answer.status !== 200) throw new Error(`An edit answers ${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
  return (await hearing).map((at) => at - start);
};

type Heard = Awaited<ReturnType<typeof openStreams>>['heard'];

const latencies = async (at: Office, heard: Heard): Promise<number[]> => {
  const took: number[] = [];
  for (let count = 0; count < WARM_UP + EDITS; count += 1) {
    const times = await edit(at, count % READERS, `Edited ${count}`, heard);
    if (count >= WARM_UP) took.push(...times);
  }
  return took;
};

const figure = (what: string, where: string, took: readonly number[], most: number): Figure => {
  const value = percentile(took, 99);
  return {
    what,
    where,
    measured: `p50 ${inMs(percentile(took, 50))}, p99 ${inMs(value)}`,
    value,
    unit: 'ms',
    bar: { most },
  };
};

/** From a member of staff's click on *Save* to the customers' open pages, 1,000 of them, in one process and from one to another. */
export const measureLive = async (databases: Databases): Promise<Figure[]> => {
  const { dialect } = databases;
  const database = await databases.copy(1_000_000);
  const office = await openOffice(database, { env });
  const readers = await readersAt(office);
  const requests = Array.from({ length: STREAMS }, (_, index) => readers[index % READERS] as Request);
  let crowd: Awaited<ReturnType<typeof openStreams>> | undefined;
  const memory = await peakOf(office.pid, async () => (crowd = await openStreams(requests)));
  if (!crowd) throw new Error('No streams are open.');
  const what = 'edit → open pages, 1,000 streams';
  const figures: Figure[] = [
    figure(`${what}, one process`, dialect, await latencies(office, crowd.heard), 50),
    {
      what: '1,000 streams, resident memory added',
      where: dialect,
      measured: `${withUnit((memory * 1024) / STREAMS, 'kB')} a stream`,
      value: memory,
      unit: 'MB',
    },
  ];
  if (dialect === 'postgres') {
    const other = await openAnother(database, office, { env });
    figures.push(figure(`${what}, from one process to another`, dialect, await latencies(other, crowd.heard), 400));
    await other.stop();
  }
  crowd.close();
  await office.stop();
  return figures;
};
