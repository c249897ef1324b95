import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { listSeries } from '../../../contracts/series';
import type { QueryOf } from '../../../contracts/route';
import type { Day } from '../../../domain/day';
import { minor } from '../../../domain/money';
import type { CurrencyCode, MinorUnits } from '../../../domain/money';
import type { SchemeId } from '../../../domain/payment-code';
import type { Convention } from '../../../domain/plan';
import type { Series, SeriesDates, SeriesNaming, SeriesPeriod } from '../../../domain/series';
import { table } from '../constants';
import { connect, toBoolean, toJson, updateEach } from './database';
import type { Connection } from './database';
import type { DocumentKey } from './documents';
import { countUpTo } from './paging';
import { matchesSearch } from './search';

/** What holds from a period on; null follows later. */
export interface SeriesTerms extends SeriesDates {
  readonly amount: MinorUnits | null;
  readonly paymentCode: { readonly value: string; readonly scheme: SchemeId } | null;
}

/** A recurring obligation as it stands in the database. */
export interface SeriesRow extends DocumentKey, Series<SeriesTerms> {
  readonly revision: number;
  readonly title: string;
  readonly description: string | null;
  readonly naming: SeriesNaming;
  readonly currency: CurrencyCode;
  readonly daysAhead: number;
  readonly sendEmail: boolean;
  readonly state: 'active' | 'stopped';
  readonly nextNumber: number;
  readonly nextOn: Day | null;
  readonly customer: DocumentKey & {
    readonly name: string;
    readonly taxNumber: string | null;
    readonly phone: string | null;
    readonly archived: boolean;
  };
  readonly institution:
    | (DocumentKey & {
        readonly name: string;
        readonly convention: Convention | null;
        readonly codeScheme: SchemeId;
        readonly singleUseCodes: boolean;
      })
    | null;
}

type Row = Record<string, unknown>;

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

/** Selects what `seriesOf` reads, from a query whose series, customer and institution are `s`, `c` and `i`. */
export const selectSeries = (query: Knex.QueryBuilder): Knex.QueryBuilder =>
  query.select('s.*', {
    customer_id: 'c.id',
    customer_document_id: 'c.document_id',
    customer_name: 'c.name',
    customer_tax_number: 'c.tax_number',
    customer_phone: 'c.phone',
    customer_archived: 'c.archived_at',
    institution_document_id: 'i.document_id',
    institution_name: 'i.name',
    institution_convention: 'i.convention',
    institution_code_scheme: 'i.code_scheme',
    institution_single_use: 'i.single_use_codes',
  });

const termsFrom = (value: unknown): Series<SeriesTerms>['terms'] => {
  const terms = toJson<SeriesTerms[]>(value) ?? [];
  return terms.map((each) => ({
    ...each,
    amount: each.amount === null ? null : minor(each.amount),
  })) as unknown as Series<SeriesTerms>['terms'];
};

function institutionOf(row: Row): SeriesRow['institution'] {
  if (!row.institution_document_id) return null;
  return {
    id: Number(row.institution_ref),
    documentId: String(row.institution_document_id),
    name: String(row.institution_name),
    convention: text(row.institution_convention) as Convention | null,
    codeScheme: (text(row.institution_code_scheme) ?? 'free') as SchemeId,
    singleUseCodes: toBoolean(row.institution_single_use),
  };
}

export const seriesOf = (row: Row): SeriesRow => ({
  id: Number(row.id),
  documentId: String(row.document_id),
  revision: Number(row.revision ?? 1),
  title: String(row.title),
  description: text(row.description),
  naming: row.naming as SeriesNaming,
  currency: String(row.currency) as CurrencyCode,
  daysAhead: Number(row.days_ahead),
  sendEmail: toBoolean(row.send_email),
  state: row.state as SeriesRow['state'],
  nextNumber: Number(row.next_number ?? 1),
  nextOn: text(row.next_on) as Day | null,
  start: String(row.start_date) as Day,
  end: text(row.end_date) as Day | null,
  period: row.period as SeriesPeriod,
  terms: termsFrom(row.terms),
  customer: {
    id: Number(row.customer_id),
    documentId: String(row.customer_document_id),
    name: String(row.customer_name),
    taxNumber: text(row.customer_tax_number),
    phone: text(row.customer_phone),
    archived: row.customer_archived !== null && row.customer_archived !== undefined,
  },
  institution: institutionOf(row),
});

/** Series with their customers and institutions. */
export const seriesQuery = (db: Connection): Knex.QueryBuilder =>
  db(`${table.series} as s`)
    .join(`${table.customer} as c`, 'c.id', 's.customer_ref')
    .leftJoin(`${table.institution} as i`, 'i.id', 's.institution_ref');

/** Series by their ids, in the order of these; unknown ones, and those whose customer is gone, are left out. */
export async function readSeries(strapi: Core.Strapi, ids: readonly number[]): Promise<SeriesRow[]> {
  if (ids.length === 0) return [];
  const db = await connect(strapi);
  const rows: Row[] = await selectSeries(seriesQuery(db).whereIn('s.id', ids).orderBy('s.id'));
  return rows.map(seriesOf);
}

export type SeriesListQuery = QueryOf<typeof listSeries>;

const sortColumns = { title: 's.title', nextOn: 's.next_on', createdAt: 's.created_at' } as const;

/** A page of series, and how many there are. */
export async function listSeriesRows(
  strapi: Core.Strapi,
  { q, customer, institution, state, sort, page, pageSize }: SeriesListQuery,
): Promise<{ rows: SeriesRow[]; count: { total: number; more: boolean } }> {
  const db = await connect(strapi);
  const matching = (): Knex.QueryBuilder => {
    const query = seriesQuery(db);
    if (state !== 'all') query.where('s.state', state);
    if (customer) query.where('c.document_id', customer);
    if (institution) query.where('i.document_id', institution);
    if (q) {
      query.where((either) => {
        void either.where((title) => matchesSearch(title, 's.search_text', q));
        void either.orWhere((name) => matchesSearch(name, 'c.search_text', q));
      });
    }
    return query;
  };
  const count = await countUpTo(db, matching().select('s.id'));
  const rows: Row[] = await selectSeries(matching())
    .orderBy([
      { column: sortColumns[sort.field], order: sort.direction },
      { column: 's.id', order: sort.direction },
    ])
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return { rows: rows.map(seriesOf), count };
}

/**
 * Locks series until the transaction ends, in the order of their ids; SQLite has one writer at a time and needs none. Who makes periods holds
 * this lock, so that of several replicas the others find nothing left.
 */
export async function lockSeries(strapi: Core.Strapi, ids: readonly number[]): Promise<void> {
  const db = await connect(strapi);
  if (ids.length === 0 || db.dialect === 'sqlite') return;
  await db(table.series).whereIn('id', ids).orderBy('id').forUpdate().select('id');
}

/** Ids of series of which a period is to be made by a day, those that wait longest first; never of archived customers. */
export async function readDueSeries(
  strapi: Core.Strapi,
  today: Day,
  { limit, except }: { limit: number; except: readonly number[] },
): Promise<number[]> {
  const db = await connect(strapi);
  const rows: { id: number }[] = await db(`${table.series} as s`)
    .join(`${table.customer} as c`, 'c.id', 's.customer_ref')
    .where('s.state', 'active')
    .where('s.next_on', '<=', today)
    .whereNull('c.archived_at')
    .whereNotIn('s.id', except)
    .orderBy([{ column: 's.next_on' }, { column: 's.id' }])
    .limit(limit)
    .select('s.id');
  return rows.map(({ id }) => Number(id));
}

/** Where a series' next period stands. */
export interface SeriesProgress {
  readonly id: number;
  readonly nextNumber: number;
  readonly nextOn: Day | null;
}

export async function writeProgress(strapi: Core.Strapi, series: readonly SeriesProgress[]): Promise<void> {
  await updateEach(
    await connect(strapi),
    table.series,
    { next_number: 'integer', next_on: 'date' },
    series.map(({ id, nextNumber, nextOn }) => ({ id, values: { next_number: nextNumber, next_on: nextOn } })),
  );
}

/** Stops the series of a customer; they go on only when staff let them. */
export async function stopSeriesOf(strapi: Core.Strapi, customerId: number, now: Date): Promise<void> {
  const db = await connect(strapi);
  await db(table.series)
    .where({ customer_ref: customerId, state: 'active' })
    .update({ state: 'stopped', next_on: null, updated_at: now })
    .increment('revision', 1);
}

/** Whether a series, running or stopped, names the institution. */
export async function namesInstitution(strapi: Core.Strapi, institutionId: number): Promise<boolean> {
  const db = await connect(strapi);
  return Boolean(await db(table.series).where({ institution_ref: institutionId }).first('id'));
}
