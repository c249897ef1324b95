import type { Pagination } from '../../../contracts/lists';
import type { Connection } from './database';
import { rowsOf } from './database';
import type { Knex } from 'knex';

/** Staff lists count exactly to here: beyond it a count would cost more than the page. */
export const MOST_COUNTED = 10_000;

/** Counts a query's rows, giving up after `MOST_COUNTED`. The query must select something narrow and have no order. */
export async function countUpTo(db: Connection, query: Knex.QueryBuilder): Promise<{ total: number; more: boolean }> {
  const { sql, bindings } = query
    .clone()
    .limit(MOST_COUNTED + 1)
    .toSQL();
  const [row] = rowsOf(
    db.dialect,
    await db.raw(`select count(*) as total from (${sql}) as counted`, bindings as Knex.RawBinding[]),
  );
  const total = Number(row?.total ?? 0);
  return { total: Math.min(total, MOST_COUNTED), more: total > MOST_COUNTED };
}

/** A list's `meta.pagination`. */
export const paginationOf = (
  page: number,
  pageSize: number,
  { total, more }: { total: number; more: boolean },
): Pagination => ({
  page,
  pageSize,
  pageCount: Math.ceil(total / pageSize),
  total,
  ...(more && { more: true as const }),
});

/**
 * Narrows a query to rows whose column contains a text anywhere. The text's own wildcards stand for themselves; the escape
 * character is said because SQLite has none unless told, and is `!` because MariaDB reads a backslash twice.
 */
export const contains = (query: Knex.QueryBuilder, column: string, text: string): Knex.QueryBuilder =>
  query.whereRaw(`?? like ? escape '!'`, [column, `%${text.replace(/[!%_]/g, (sign) => `!${sign}`)}%`]);
