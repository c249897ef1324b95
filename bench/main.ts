// `npm run bench`: what of the product is fast, each figure beside a comparison of the same run. `npm run bench -- growth postgres` runs the
// measurements whose names contain one of the words, on the databases named; only a whole run is written to docs/performance.md.
import { openDatabases, type Databases } from './lib/databases';
import { passes, tableOf, type Figure } from './lib/figures';
import { writeReport } from './lib/report';
import { measureCreate } from './measures/create';
import { measureDelivery } from './measures/delivery';
import { measureExport } from './measures/export';
import { measureGrowth, measureLists, measureSearch } from './measures/lists';
import { measureLive } from './measures/live';
import { measurePlan } from './measures/plan';
import { measureSizes } from './measures/sizes';
import { measureSweep } from './measures/sweep';
import type { Dialect } from '../tests/support/seed';

type Measure = (databases: Databases) => Promise<Figure[]>;

/** In the order of the table. */
const measures: Readonly<Record<string, Measure>> = {
  plan: measurePlan,
  lists: measureLists,
  search: measureSearch,
  create: measureCreate,
  sweep: measureSweep,
  delivery: measureDelivery,
  growth: measureGrowth,
  live: measureLive,
  export: measureExport,
  sizes: measureSizes,
};

const dialects: readonly Dialect[] = ['sqlite', 'postgres'];

const chosen = <Name extends string>(names: readonly Name[], words: readonly string[]): readonly Name[] => {
  const wanted = names.filter((name) => words.includes(name));
  return wanted.length > 0 ? wanted : names;
};

/** A measurement that breaks is a bar that is not met, and no reason to lose the others. */
const broken = (what: string, where: string, error: unknown): Figure => {
  console.error(error);
  const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  return { what, where, measured: reason.slice(0, 120), value: Number.NaN, unit: '×', bar: { least: 0 } };
};

const measureAll = async (words: readonly string[]): Promise<Figure[]> => {
  const figures: Figure[] = [];
  for (const dialect of chosen(dialects, words)) {
    const databases = await openDatabases(dialect);
    for (const [name, measure] of Object.entries(measures)) {
      if (!chosen(Object.keys(measures), words).includes(name)) continue;
      console.log(`Measuring ${name} on ${dialect} …`);
      figures.push(...(await measure(databases).catch((error: unknown) => [broken(name, dialect, error)])));
      await databases.forget();
    }
    await databases.close();
  }
  return figures;
};

const main = async (): Promise<void> => {
  const words = process.argv.slice(2);
  const start = performance.now();
  const figures = await measureAll(words);
  console.log(`\n${tableOf(figures)}`);
  if (words.length === 0) await writeReport(figures, (performance.now() - start) / 60_000);
  process.exitCode = figures.every(passes) ? 0 : 1;
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
