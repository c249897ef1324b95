import type { Knex } from 'knex';
import { rowsOf } from './database';
import type { Connection } from './database';

const COMMA = 44;
const ZERO = 48;

/** The numbers of a text such as `3,1,2`. */
export function idsIn(text: string): Int32Array {
  let count = text === '' ? 0 : 1;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) === COMMA) count += 1;
  const ids = new Int32Array(count);
  let index = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === COMMA) index += 1;
    else ids[index] = (ids[index] as number) * 10 + (sign - ZERO);
  }
  return ids;
}

/** MariaDB and MySQL cut a joined text at a length of their own, but hand rows over one by one. */
async function streamed(query: Knex.QueryBuilder): Promise<Int32Array> {
  let ids = new Int32Array(1_024);
  let count = 0;
  for await (const row of query.stream() as AsyncIterable<{ id: number }>) {
    if (count === ids.length) {
      const longer = new Int32Array(2 * count);
      longer.set(ids);
      ids = longer;
    }
    ids[count] = Number(row.id);
    count += 1;
  }
  return ids.subarray(0, count);
}

/**
 * All ids of a query in its order, as of one moment. The database joins them to one text: as rows a million of them would take a hundred
 * megabytes on their way.
 *
 * @param query selects `id` alone, sorted
 */
export async function sortedIds(db: Connection, query: Knex.QueryBuilder): Promise<Int32Array> {
  if (db.dialect === 'mysql') return streamed(query);
  const { sql, bindings } = query.toSQL();
  const joined = db.dialect === 'postgres' ? `string_agg(id::text, ',')` : 'group_concat(id)';
  const answer: unknown = await db.raw(
    `select ${joined} as ids from (${sql}) as sorted`,
    bindings as Knex.RawBinding[],
  );
  const [row] = rowsOf(db.dialect, answer);
  return idsIn(String(row?.ids ?? ''));
}
