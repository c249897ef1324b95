import type { Size } from '../../tests/support/seed';
import type { Databases } from '../lib/databases';
import { countReminders, makeDue, plainSweep, runSql, sweepBy, undoDue } from '../lib/due';
import { inMs, type Figure } from '../lib/figures';
import { median } from '../lib/load';
import { peakOf } from '../lib/memory';
import { openOffice, type Office } from '../lib/office';

const DUE = 10_000;
const ROUNDS = 3;

/** Nothing ticks by itself, so that only the measurement sweeps. */
const quiet = { env: { TEST_PAYMENTS_CONFIG: '{"tick":false}' } };

/** Makes so many due and has them swept. @throws unless every one of them is reminded of */
const swept = async (office: Office, count: number, sweep: () => Promise<number>): Promise<number> => {
  await makeDue(office, count);
  const took = await sweep();
  const reminders = await countReminders(office);
  if (reminders !== count) throw new Error(`A sweep of ${count} made ${reminders} reminders.`);
  await undoDue(office);
  return took;
};

const measureLarge = async (databases: Databases): Promise<Figure[]> => {
  const { dialect } = databases;
  const office = await openOffice(await databases.copy(1_000_000), quiet);
  const plain = () => runSql(office, plainSweep(dialect));
  const ours = () => sweepBy(office);
  const times: [number, number][] = [];
  // The first of both only warms up. It is the one that memory is asked of: later ones reuse what it took.
  const memory = await peakOf(office.pid, () => swept(office, DUE, ours));
  await swept(office, DUE, plain);
  for (let round = 0; round < ROUNDS; round += 1) {
    times.push([await swept(office, DUE, ours), await swept(office, DUE, plain)]);
  }
  await office.stop();
  const [mine, theirs] = [0, 1].map((side) => median(times.map((pair) => pair[side] as number))) as [number, number];
  const what = 'sweep of 10,000 due, 1,000,000 open';
  return [
    {
      what,
      where: dialect,
      measured: inMs(mine),
      comparison: `${inMs(theirs)} by INSERT … SELECT`,
      value: mine / theirs,
      unit: '×',
      bar: { most: 2 },
    },
    {
      what: `${what}, resident memory added`,
      where: dialect,
      measured: 'highest mark of the process',
      value: memory,
      unit: 'MB',
      bar: { most: 64 },
    },
  ];
};

const FEW = 400;
const FEW_ROUNDS = 9;

/** As many due in an office a hundred times as large. */
const measureGrowth = async (databases: Databases): Promise<Figure> => {
  const offices: Office[] = [];
  for (const size of [10_000, 1_000_000] as Size[]) offices.push(await openOffice(await databases.copy(size), quiet));
  const times = offices.map((): number[] => []);
  for (let round = 0; round <= FEW_ROUNDS; round += 1) {
    for (const [index, office] of offices.entries()) {
      const took = await swept(office, FEW, () => sweepBy(office));
      if (round > 0) times[index]?.push(took / FEW);
    }
  }
  for (const office of offices) await office.stop();
  const [small, large] = times.map(median) as [number, number];
  return {
    what: 'sweep per due row, from 10,000 to 1,000,000 instalments',
    where: databases.dialect,
    measured: inMs(large),
    comparison: `${inMs(small)} at 10,000`,
    value: large / small,
    unit: '×',
    bar: { most: 1.5 },
  };
};

export const measureSweep = async (databases: Databases): Promise<Figure[]> => [
  ...(await measureLarge(databases)),
  await measureGrowth(databases),
];
