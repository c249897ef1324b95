import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { groupCalendar, listCalendar } from '../../../contracts/calendar';
import type { QueryOf } from '../../../contracts/route';
import type { Day } from '../../../domain/day';
import { normaliseSearch } from '../../../domain/search-text';
import { table } from '../constants';
import { connect, exactSum, rowsOf, toBigint } from './database';
import type { Connection } from './database';
import { contains, countUpTo } from './paging';

export type CalendarQuery = QueryOf<typeof listCalendar>;
export type CalendarGroupQuery = QueryOf<typeof groupCalendar>;
export type CalendarRow = Readonly<Record<string, unknown>>;

type Filters = Omit<CalendarGroupQuery, 'groupBy'>;

const t = table.instalment;
const p = table.payment;
const c = table.customer;
const i = table.institution;

const shownColumns = {
  document_id: `${t}.document_id`,
  number: `${t}.number`,
  amount: `${t}.amount`,
  paid: `${t}.paid`,
  paid_on: `${t}.paid_on`,
  due_date: `${t}.due_date`,
  state: `${t}.state`,
  own_code: `${t}.payment_code`,
  payment_document_id: `${p}.document_id`,
  title: `${p}.title`,
  reference: `${p}.reference`,
  revision: `${p}.revision`,
  currency: `${p}.currency`,
  payment_code: `${p}.payment_code`,
  payment_code_scheme: `${p}.payment_code_scheme`,
  instalment_count: `${p}.instalment_count`,
  customer_document_id: `${c}.document_id`,
  customer_name: `${c}.name`,
  customer_phone: `${c}.phone`,
  institution_document_id: `${i}.document_id`,
  institution_name: `${i}.name`,
  code_scheme: `${i}.code_scheme`,
  bank_days: `${i}.bank_days`,
};

/** Instalments of a window that match; joined with their payments only where a filter asks. */
function matching(db: Connection, query: Filters, today: Day): Knex.QueryBuilder {
  const rows = db(t).whereBetween(`${t}.due_date`, [query.from, query.to]);
  if (query.state === 'overdue') rows.where(`${t}.state`, 'open').andWhere(`${t}.due_date`, '<', today);
  else if (query.state !== 'all') rows.where(`${t}.state`, query.state);
  if (!query.customer && !query.institution && !query.q) return rows;
  rows.join(p, `${p}.id`, `${t}.payment_ref`);
  if (query.customer) rows.where(`${p}.customer_ref`, db(c).where({ document_id: query.customer }).select('id'));
  if (query.institution) {
    rows.where(`${p}.institution_ref`, db(i).where({ document_id: query.institution }).select('id'));
  }
  const text = query.q ? normaliseSearch(query.q) : '';
  if (text === '') return rows;
  return rows.where((either) => {
    contains(either, `${p}.search_text`, text);
    either.orWhereIn(`${p}.customer_ref`, contains(db(c).select('id'), 'search_text', text));
  });
}

/** Rows by their ids with what a reader sees, in the order of the ids. */
export async function readShownInstalments(db: Connection, ids: readonly number[]): Promise<CalendarRow[]> {
  if (ids.length === 0) return [];
  const rows: CalendarRow[] = await db(t)
    .join(p, `${p}.id`, `${t}.payment_ref`)
    .leftJoin(c, `${c}.id`, `${p}.customer_ref`)
    .leftJoin(i, `${i}.id`, `${p}.institution_ref`)
    .whereIn(`${t}.id`, ids)
    .select({ id: `${t}.id`, ...shownColumns });
  const byId = new Map(rows.map((row) => [Number(row.id), row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [row] : [];
  });
}

/** A page of the window's instalments by due date, and how many there are. */
export async function listCalendarRows(
  strapi: Core.Strapi,
  query: CalendarQuery,
  today: Day,
): Promise<{ rows: CalendarRow[]; count: { total: number; more: boolean } }> {
  const db = await connect(strapi);
  const count = await countUpTo(db, matching(db, query, today).select(`${t}.id`));
  const page: { id: number }[] = await matching(db, query, today)
    .orderBy([`${t}.due_date`, `${t}.id`])
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .select(`${t}.id`);
  return {
    rows: await readShownInstalments(
      db,
      page.map(({ id }) => Number(id)),
    ),
    count,
  };
}

/** What one day of the window holds in one currency. */
export interface CalendarSum {
  readonly date: Day;
  readonly currency: string;
  readonly count: number;
  readonly outstanding: bigint;
}

/** Counts and sums of every day of the window, and the first `most` instalments of each. */
export async function groupCalendarRows(
  strapi: Core.Strapi,
  query: CalendarGroupQuery,
  today: Day,
  most: number,
): Promise<{ sums: CalendarSum[]; first: CalendarRow[] }> {
  const db = await connect(strapi);
  const joined = Boolean(query.customer || query.institution || query.q);
  const sums = matching(db, query, today);
  if (!joined) sums.join(p, `${p}.id`, `${t}.payment_ref`);
  const rows: Record<string, unknown>[] = await sums
    .groupBy(`${t}.due_date`, `${p}.currency`)
    .orderBy(`${t}.due_date`)
    .select({ date: `${t}.due_date`, currency: `${p}.currency` })
    .count({ count: '*' })
    .select({
      outstanding: exactSum(db, `case when ??.state = 'open' then ??.amount - coalesce(??.paid, 0) else 0 end`, [
        t,
        t,
        t,
      ]),
    });
  const ranked = matching(db, query, today).select(
    `${t}.id`,
    db.raw('row_number() over (partition by ??.due_date order by ??.id) as place', [t, t]),
  );
  const { sql, bindings } = ranked.toSQL();
  const answer: unknown = await db.raw(`select id from (${sql}) as ranked where place <= ${most} order by id`, [
    ...(bindings as string[]),
  ]);
  const ids = rowsOf(db.dialect, answer).map(({ id }) => Number(id));
  return {
    sums: rows.map((row) => ({
      date: row.date as Day,
      currency: String(row.currency),
      count: Number(row.count),
      outstanding: toBigint(row.outstanding),
    })),
    first: await readShownInstalments(db, ids),
  };
}
