// `npm run bench`: what of the product is fast, each figure beside a comparison of the same run. `npm run bench -- growth postgres` runs the
// measurements whose names contain one of the words, on the databases named.
import { openDatabases, type Databases } from './lib/databases';
import { passes, tableOf, type Figure } from './lib/figures';
import { measureGrowth, measureLists, measureSearch } from './measures/lists';
import type { Dialect } from '../tests/support/seed';

type Measure = (databases: Databases) => Promise<Figure[]>;

/** In the order of the table. */
const measures: Readonly<Record<string, Measure>> = {
  lists: measureLists,
  growth: measureGrowth,
  search: measureSearch,
};

const dialects: readonly Dialect[] = ['sqlite', 'postgres'];

const chosen = <Name extends string>(names: readonly Name[], words: readonly string[]): readonly Name[] => {
  const wanted = names.filter((name) => words.includes(name));
  return wanted.length > 0 ? wanted : names;
};

const main = async (): Promise<void> => {
  const words = process.argv.slice(2);
  const figures: Figure[] = [];
  for (const dialect of chosen(dialects, words)) {
    const databases = await openDatabases(dialect);
    for (const name of chosen(Object.keys(measures), words)) {
      console.log(`Measuring ${name} on ${dialect} …`);
      figures.push(...((await measures[name]?.(databases)) ?? []));
    }
    await databases.close();
  }
  console.log(`\n${tableOf(figures)}`);
  process.exitCode = figures.every(passes) ? 0 : 1;
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
