import {
  createCustomerSide,
  editPayment,
  morning,
  registerPayment,
  signIn,
  type CustomerSide,
} from '../support/customer-side';
import { openEvents, type EventStream } from '../support/event-stream';
import { clockAt } from '../support/fault-office';
import { by, database, figures } from '../support/scale';
import { startReplicas, type Server } from '../support/server';
import type { Http } from '../support/http';

jest.setTimeout(by({ short: 300_000, normal: 600_000, long: 600_000 }));

let replicas: Server[];
let office: CustomerSide;
const open = new Set<EventStream>();

beforeAll(async () => {
  replicas = await startReplicas(2, { env: clockAt(morning) });
  office = await createCustomerSide(replicas[0] as Server);
});
afterEach(() => {
  open.forEach((stream) => stream.close());
  open.clear();
});
afterAll(() => Promise.all(replicas.map((server) => server.stop())));

/** The process that a reader is sent to at its n-th connection, as a balancer would. */
const replica = (number: number): Server => replicas[number % replicas.length] as Server;
const reader = async (number: number): Promise<Http> => (await signIn(replica(number).url, office.eleni.email)).http;

const register = (title: string) =>
  registerPayment(office, {
    customer: office.customers.papadaki,
    title,
    instalments: [{ amount: '100.00', date: '2026-12-31' }],
  });

const listen = async (http: Http, last?: string): Promise<EventStream> => {
  const stream = await openEvents(http, last ? { 'Last-Event-ID': last } : {});
  expect(stream.status).toBe(200);
  open.add(stream);
  return stream;
};

/** Keeps what a reader saw over all its connections. */
const createMemory = () => {
  const versions = new Set<number>();
  let last: string | undefined;
  return {
    versions,
    last: () => last,
    take(stream: EventStream, documentId: string) {
      for (const { id, data } of stream.events) {
        if (id) last = id;
        if (data.obligation === documentId) versions.add(data.version ?? 0);
      }
    },
  };
};

test('a reader whose process is killed misses nothing at the next one', async () => {
  const payment = await register('Followed over a crash');
  const first = await listen(await reader(1));
  const seen = await editPayment(office.admin, payment, { title: 'Seen before the crash' });
  const { id } = await first.waitFor(
    ({ data }) => data.obligation === payment.documentId && data.version === 2,
    30_000,
  );
  if (replicas.length > 1) await replica(1).kill();
  else first.close();
  const missed = await editPayment(office.admin, seen, { title: 'Edited while nobody listened' });
  if (replicas.length === 1) {
    await replica(0).kill();
    await replica(0).restart();
  }
  const second = await listen(await reader(0), id);
  await second.waitFor(({ data }) => data.obligation === payment.documentId && data.version === 3, 30_000);
  expect(missed.revision).toBe(3);
  if (replicas.length > 1) await replica(1).restart();
});

test('a reader that reconnects again and again, to one process after the other, sees every edit', async () => {
  const edits = by({ short: 20, normal: 60, long: 300 });
  const memory = createMemory();
  let payment = await register('Followed by a phone on a train');
  let stream = await listen(await reader(0));
  let connections = 1;
  const http = await Promise.all([reader(0), reader(1)]);
  for (let edit = 0; edit < edits; edit += 1) {
    payment = await editPayment(office.admin, payment, { title: `Edit ${edit}` });
    if (edit % 4 !== 1) continue;
    memory.take(stream, payment.documentId);
    stream.close();
    payment = await editPayment(office.admin, payment, { description: `Edit ${edit}, unheard` });
    stream = await listen(http[connections % 2] as Http, memory.last());
    connections += 1;
  }
  const { version } = { version: payment.revision };
  await stream.waitFor(({ data }) => data.obligation === payment.documentId && data.version === version, 30_000);
  memory.take(stream, payment.documentId);
  figures('live', {
    edits: version - 1,
    connections,
    processes: replicas.length,
    missed: version - memory.versions.size,
  });
  const expected = Array.from({ length: version }, (_, index) => index + 1);
  expect([...memory.versions].sort((a, b) => a - b)).toEqual(memory.versions.has(1) ? expected : expected.slice(1));
});

/** SQLite has one writer at a time: there nothing commits out of order. */
const whereWritersAreMany = database === 'sqlite' ? test.skip : test;

whereWritersAreMany('an edit that was begun first and committed last is missed by nobody', async () => {
  const late = await register('Committed late');
  const early = await register('Committed early');
  const staying = await listen(await reader(1));
  const leaving = await listen(await reader(1));
  const writing = replica(0).evaluate(async ({ strapi }, documentId) => {
    const held = globalThis as { releaseLate?: () => void };
    await strapi.db.transaction(async () => {
      await strapi.db.query('plugin::payments.payment').update({ where: { documentId }, data: { title: 'Late' } });
      await new Promise<void>((resolve) => (held.releaseLate = resolve));
    });
  }, late.documentId);
  await replica(0).evaluate(async () => {
    const held = globalThis as { releaseLate?: () => void };
    while (!held.releaseLate) await new Promise((resolve) => setTimeout(resolve, 20));
  });
  await editPayment(office.admin, early, { title: 'Early' });
  const { id } = await leaving.waitFor(
    ({ data }) => data.obligation === early.documentId && data.version === 2,
    30_000,
  );
  leaving.close();
  await replica(0).evaluate(() => (globalThis as { releaseLate?: () => void }).releaseLate?.());
  await writing;
  const isLate = ({ id: of, data }: EventStream['events'][number]) =>
    data.obligation === late.documentId && data.version === 2 && Number(of) < Number(id);
  await staying.waitFor(isLate, 30_000);
  const back = await listen(await reader(0), id);
  await back.waitFor(isLate, 30_000);
});
