import { createRequire } from 'node:module';
import path from 'node:path';

import addMonths from 'date-fns/addMonths';
import format from 'date-fns/format';
import nextDay from 'date-fns/addDays';
import parseISO from 'date-fns/parseISO';
import Holidays from 'date-holidays';
import { build } from 'esbuild';

import type { Day } from '../../src/plugins/payments/domain/day';
import type { CurrencyCode, MinorUnits } from '../../src/plugins/payments/domain/money';
import type { createPlan, PlanInput } from '../../src/plugins/payments/domain/plan';
import type { officeCalendar } from '../../src/plugins/payments/server/src/closed-days/holidays';
import { root } from '../../tests/support/paths';
import type { Databases } from '../lib/databases';
import { inMs, type Figure } from '../lib/figures';
import { median } from '../lib/load';
import { openOffice } from '../lib/office';

const FIRST = '2027-01-31';
const COUNT = 12;

const input: PlanInput = {
  kind: 'automatic',
  currency: 'EUR' as CurrencyCode,
  total: 120_000 as MinorUnits,
  amount: 10_000 as MinorUnits,
  count: COUNT,
  firstDate: FIRST as Day,
  period: 'monthly',
};

/** As one would write it with the two libraries: count months, and ask of each date whether it is open until one is. */
const byLibraries = (holidays: Holidays): string[] => {
  const first = parseISO(FIRST);
  return Array.from({ length: COUNT }, (_, index) => {
    let date = addMonths(first, index);
    const closed = () => {
      if (date.getDay() === 0 || date.getDay() === 6) return true;
      const found = holidays.isHoliday(date);
      return found !== false && found.some(({ type }) => type === 'public');
    };
    while (closed()) date = nextDay(date, 1);
    return format(date, 'yyyy-MM-dd');
  });
};

interface Built {
  readonly createPlan: typeof createPlan;
  readonly officeCalendar: typeof officeCalendar;
}

/** The two as the product's build has them: what runs this suite adds a name to each function that is made, which costs more than a plan. */
const builtParts = async (): Promise<Built> => {
  const outfile = path.join(root, '.tmp', 'bench', 'plan.cjs');
  const parts = { createPlan: 'domain/plan', officeCalendar: 'server/src/closed-days/holidays' };
  const lines = Object.entries(parts).map(
    ([name, file]) => `export { ${name} } from './src/plugins/payments/${file}';`,
  );
  await build({
    stdin: { contents: lines.join('\n'), resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['date-holidays'],
    outfile,
  });
  return createRequire(outfile)(outfile) as Built;
};

/** Many short rounds: most of them run without being interrupted, however busy the machine is. */
const ROUNDS = 101;
const PLANS = 2_000;
const LIBRARY_PLANS = 1;
const WARM_UP = 50_000;
const STARTS = 3;

/** Milliseconds that one piece of work takes, over so many. */
const timeOf = (count: number, work: () => unknown): number => {
  const start = performance.now();
  for (let done = 0; done < count; done += 1) work();
  return (performance.now() - start) / count;
};

/** A plan of twelve in Greece, in this process, beside date-fns and date-holidays in turn. */
const measurePlans = async (): Promise<Figure[]> => {
  const built = await builtParts();
  const calendar = built.officeCalendar({ country: 'GR', weekend: [6, 7], language: 'en' });
  const holidays = new Holidays('GR');
  const ours = () => built.createPlan(input, { calendar, defaultConvention: 'following' });
  const theirs = () => byLibraries(holidays);
  const plan = ours();
  const dates = plan.ok ? plan.value.instalments.map(({ dueDate }) => dueDate as string) : [];
  if (dates.join() !== theirs().join()) throw new Error('The two plans have different dates.');
  timeOf(WARM_UP, ours);
  const times: [number, number][] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push([timeOf(PLANS, ours), timeOf(LIBRARY_PLANS, theirs)]);
  const [mine, other] = [0, 1].map((side) => median(times.map((pair) => pair[side] as number))) as [number, number];
  const what = 'plan of 12 instalments in Greece, warm';
  const measured = `${Number((mine * 1000).toPrecision(3))} µs`;
  return [
    {
      what,
      measured,
      comparison: `${inMs(other)} by date-fns and isHoliday`,
      value: other / mine,
      unit: '×',
      bar: { least: 1_000 },
    },
    { what, measured, value: mine * 1000, unit: 'µs', bar: { most: 5 } },
  ];
};

/** The first plan that a process makes, settings, closed days and the country's holidays read on the way; three processes. */
const measureFirst = async (databases: Databases): Promise<Figure[]> => {
  const database = await databases.copy(10_000);
  const took: number[] = [];
  for (let round = 0; round < STARTS; round += 1) {
    const office = await openOffice(database, { env: { TEST_PAYMENTS_CONFIG: '{"tick":false}' } });
    took.push(
      await office.evaluate(
        async ({ strapi }, { first, count }) => {
          const plan = strapi.plugin('payments').service('plan');
          const total = { value: '1200.00', currency: 'EUR' };
          const part = { kind: 'automatic', total, amount: '100.00', count, firstDate: first, period: 'monthly' };
          const start = performance.now();
          await plan.make(part, null);
          return performance.now() - start;
        },
        { first: FIRST, count: COUNT },
      ),
    );
    await office.stop();
  }
  const value = median(took);
  return [
    {
      what: 'first plan after start',
      where: databases.dialect,
      measured: inMs(value),
      value,
      unit: 'ms',
      bar: { most: 50 },
    },
  ];
};

export const measurePlan = async (databases: Databases): Promise<Figure[]> =>
  databases.dialect === 'sqlite'
    ? [...(await measurePlans()), ...(await measureFirst(databases))]
    : measureFirst(databases);
