import { clockAt } from '../support/fault-office';
import { editHeader, freezeAt, readFrozen, readSteps, watchEdits, type Standstill } from '../support/freezer';
import type { Http } from '../support/http';
import { ended, sendImport } from '../support/imports';
import { createCustomer } from '../support/office';
import { by, figures } from '../support/scale';
import { startServer, type Server } from '../support/server';
import { adminLogin } from '../support/users';
import { eventually } from '../support/wait';

jest.setTimeout(by({ short: 600_000, normal: 600_000, long: 600_000 }));

const lines = 40;

let server: Server;
let staff: Http;
/** As staff, with the header by which the server knows the import. */
let watched: Http;
/** How often a whole import writes. */
let writes = 0;

const fileOf = (title: string): string =>
  [
    'Tax number;Title;Total;Due date',
    ...Array.from({ length: lines }, (_, index) => `094259216;${title} ${index};${index + 1},50;29/1/2027`),
  ].join('\n');

/** What of a file is there: payments, instalments, history. */
const written = (title: string): Promise<{ payments: number; instalments: number; events: number }> =>
  server.evaluate(async ({ strapi }, start) => {
    const payments: { id: number; documentId: string }[] = await strapi.db
      .query('plugin::payments.payment')
      .findMany({ where: { title: { $startsWith: `${start} ` } } });
    const rows = { paymentRef: { $in: [-1, ...payments.map(({ id }) => id)] } };
    const told = { paymentDocumentId: { $in: ['', ...payments.map(({ documentId }) => documentId)] } };
    return {
      payments: payments.length,
      instalments: await strapi.db.query('plugin::payments.instalment').count({ where: rows }),
      events: await strapi.db.query('plugin::payments.event').count({ where: told }),
    };
  }, title);

const whole = { payments: lines, instalments: lines, events: lines };
const nothing = { payments: 0, instalments: 0, events: 0 };

const begin = async (title: string): Promise<string> => {
  const { status, body } = await sendImport(watched, fileOf(title), { locale: 'el' });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.data.batch?.documentId ?? '';
};

/** An import whose process is gone is over after two minutes; they pass at once here. */
const letItBeOver = (): Promise<unknown> =>
  server.evaluate(({ strapi }) =>
    strapi.db
      .connection('payments_import_batches')
      .where({ state: 'running' })
      .update({ updated_at: new Date(Date.now() - 3_600_000) }),
  );

beforeAll(async () => {
  server = await startServer({ env: clockAt('2026-11-23T08:00:00Z') });
  staff = await adminLogin(server.url);
  watched = staff.with({ [editHeader]: 'import' });
  await createCustomer(staff, 'Papadaki Eleni', 'eleni@example.com', { taxNumber: '094259216' });
  await watchEdits(server);
  await ended(staff, await begin('Whole'));
  expect(await written('Whole')).toEqual(whole);
  writes = ((await readSteps(server)).import ?? []).filter((step) => step === 'write').length;
  await server.restart();
});

afterAll(() => server.stop());

/** The first write is the import's own row, before its transaction. */
const moments: readonly (readonly [string, () => Standstill, object])[] = [
  ['at its second write', () => 2, nothing],
  ['half way', () => Math.ceil(writes / 2), nothing],
  ['before its commit', () => 'before commit', nothing],
  ['after its commit', () => 'after commit', whole],
];

test.each(moments)('kill -9 of an import %s: all of the file or nothing', async (moment, standstill, expected) => {
  const title = `Import ${moment}`;
  await watchEdits(server);
  await freezeAt(server, { import: standstill() });
  const refusal = begin(title).then(
    () => null,
    (error: Error) => error,
  );
  await eventually(
    async () => (await readFrozen(server)).length === 1,
    `the import stands still ${moment}`,
    120_000,
  ).catch(async (late: Error) => {
    throw (await Promise.race([refusal, Promise.resolve(null)])) ?? late;
  });
  await server.kill();
  await refusal;
  await server.restart();
  expect(await written(title)).toEqual(expected);
  await letItBeOver();
  figures(`torn import, ${moment}`, { lines, writes });
});
