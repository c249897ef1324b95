import { isDeepStrictEqual } from 'node:util';

import { measured } from '../../tests/support/seed';
import type { Databases } from '../lib/databases';
import { inMs, perSecond, type Figure } from '../lib/figures';
import { measureInTurn, median, type Load, type Request } from '../lib/load';
import { openOffice, type Office } from '../lib/office';

/** One page, as the product, plain SQL and (where there is such a bar) Strapi's documents give it. */
interface Page {
  readonly name: string;
  readonly by: 'contact' | 'staff';
  readonly product: string;
  readonly plain: string;
  readonly documents?: { readonly path: string; readonly least: Readonly<Record<'sqlite' | 'postgres', number>> };
}

const { from, to } = measured.month;

const pages: readonly Page[] = [
  {
    name: 'obligation log, page of 25',
    by: 'contact',
    product: '/api/payments/obligations?state=open',
    plain: '/api/plain/log',
    documents: { path: '/api/plain/log-of-documents', least: { sqlite: 12, postgres: 2 } },
  },
  {
    name: 'calendar month, page of 100',
    by: 'staff',
    product: `/payments/calendar?from=${from}&to=${to}&pageSize=100`,
    plain: `/plain/calendar?from=${from}&to=${to}`,
  },
  {
    name: 'calendar month, day by day',
    by: 'staff',
    product: `/payments/calendar?from=${from}&to=${to}&groupBy=day`,
    plain: `/plain/calendar-by-day?from=${from}&to=${to}`,
    documents: { path: `/plain/calendar-of-documents?from=${from}&to=${to}`, least: { sqlite: 6, postgres: 6 } },
  },
  {
    name: 'list of payments, page of 25',
    by: 'staff',
    product: '/payments/payments?state=open&sort=nextDueDate:asc',
    plain: '/plain/list',
  },
];

const requestTo = (office: Office, { by }: Page, path: string): Request => ({
  url: office.url + path,
  headers: office[by],
});

interface Listing {
  readonly data: unknown;
  readonly meta: { readonly pagination?: { readonly total: number } };
}

/** Only the product knows until when to tell the bank. */
const comparable = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (key, inner: unknown) => (key === 'payBy' ? undefined : inner)) as unknown;

const read = async ({ url, headers }: Request): Promise<Listing> => {
  const answer = await fetch(url, { headers });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  return (await answer.json()) as Listing;
};

/** @throws where the plain route and the product do not tell the same */
const assertSame = async (product: Request, plain: Request): Promise<void> => {
  const [ours, theirs] = [await read(product), await read(plain)];
  const [total, other] = [ours, theirs].map(({ meta }) => meta.pagination?.total);
  if (total !== other) throw new Error(`${product.url} counts ${total}, ${plain.url} ${other}`);
  if (!isDeepStrictEqual(comparable(ours.data), comparable(theirs.data))) {
    throw new Error(`${product.url} and ${plain.url} do not answer the same`);
  }
};

/** Two requests in turn. */
const measureBoth = async (one: Request, other: Request): Promise<[Load, Load]> => {
  const [first, second] = await measureInTurn([one, other]);
  if (!first || !second) throw new Error('Two requests have two loads.');
  return [first, second];
};

const rateFigure = (
  what: string,
  where: string,
  [ours, theirs]: [Load, Load],
  than: string,
  least: number,
): Figure => ({
  what,
  where,
  measured: perSecond(ours.rate),
  comparison: `${perSecond(theirs.rate)} ${than}`,
  value: ours.rate / theirs.rate,
  unit: '×',
  bar: { least },
});

/** Requests per second at a million instalments, against SQL by hand in the same process and against Strapi's own queries. */
export const measureLists = async (databases: Databases): Promise<Figure[]> => {
  const { dialect } = databases;
  const office = await openOffice(await databases.copy(1_000_000));
  const figures: Figure[] = [];
  for (const page of pages) {
    const product = requestTo(office, page, page.product);
    const plain = requestTo(office, page, page.plain);
    await assertSame(product, plain);
    figures.push(rateFigure(page.name, dialect, await measureBoth(product, plain), 'by hand in SQL', 0.8));
    if (!page.documents) continue;
    const generic = requestTo(office, page, page.documents.path);
    // The log's documents carry all that Strapi keeps of a row; a month's are counted into the very answer.
    if (page.by === 'staff') await assertSame(product, generic);
    const least = page.documents.least[dialect];
    figures.push(rateFigure(page.name, dialect, await measureBoth(product, generic), "by Strapi's documents", least));
  }
  await office.stop();
  return figures;
};

/** The same page in an office a hundred times as large: what it feels must not change. */
export const measureGrowth = async (databases: Databases): Promise<Figure[]> => {
  const { dialect } = databases;
  const small = await openOffice(await databases.copy(10_000));
  const large = await openOffice(await databases.copy(1_000_000));
  const figures: Figure[] = [];
  for (const page of pages) {
    const [before, after] = await measureBoth(
      requestTo(small, page, page.product),
      requestTo(large, page, page.product),
    );
    figures.push({
      what: `${page.name}, from 10,000 to 1,000,000 instalments, p95`,
      where: dialect,
      measured: inMs(after.p95),
      comparison: `${inMs(before.p95)} at 10,000`,
      value: after.p95 / before.p95,
      unit: '×',
      bar: { most: 1.5 },
    });
  }
  await small.stop();
  await large.stop();
  return figures;
};

const SEARCHES = 15;

/** Free text, the one list that may read more than it returns: a text that is nowhere reads all. */
export const measureSearch = async (databases: Databases): Promise<Figure[]> => {
  const office = await openOffice(await databases.copy(1_000_000));
  const url = `${office.url}/payments/payments?state=all&q=nowhere`;
  const took: number[] = [];
  for (let round = 0; round < SEARCHES; round += 1) {
    const start = performance.now();
    await read({ url, headers: office.staff });
    took.push(performance.now() - start);
  }
  await office.stop();
  const value = median(took);
  return [
    {
      what: 'free-text search that finds nothing at 1,000,000 instalments',
      where: databases.dialect,
      measured: inMs(value),
      value,
      unit: 'ms',
      bar: { most: 150 },
    },
  ];
};
