import { setTimeout } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

export type Dialect = 'sqlite' | 'postgres' | 'mysql';

/** Which of the three dialects the host's database speaks. */
export const dialectOf = (strapi: Core.Strapi): Dialect => strapi.db.dialect.client as Dialect;

/** A query builder that stands in the current transaction where there is one. */
export interface Connection {
  /** Starts a query on a table, in the host's schema. */
  (table: string): Knex.QueryBuilder;
  raw(sql: string, bindings?: readonly Knex.RawBinding[]): Knex.Raw;
  readonly dialect: Dialect;
}

/**
 * Raw knex in the caller's transaction. Strapi keeps the transaction in an async store that raw knex does not look at:
 * without it a query inside a transaction would wait for itself on SQLite (a pool of one) and silently use another
 * connection elsewhere.
 */
export async function connect(strapi: Core.Strapi): Promise<Connection> {
  const knex: Knex = strapi.db.inTransaction() ? (await strapi.db.transaction()).get() : strapi.db.connection;
  const schema = strapi.db.getSchemaName();
  const connection = (name: string) => (schema ? knex(name).withSchema(schema) : knex(name));
  return Object.assign(connection, {
    raw: (sql: string, bindings: readonly Knex.RawBinding[] = []) => knex.raw(sql, bindings),
    dialect: dialectOf(strapi),
  });
}

/** Rows of a raw statement: each driver answers in a shape of its own. */
export function rowsOf(dialect: Dialect, answer: unknown): Record<string, unknown>[] {
  if (dialect === 'postgres') return (answer as { rows: Record<string, unknown>[] }).rows;
  if (dialect === 'mysql') return (answer as [Record<string, unknown>[]])[0];
  return answer as Record<string, unknown>[];
}

/** SQLite takes at most 500 rows in one insert as knex writes it. */
export const INSERT_CHUNK = 400;

export async function insertAll(connection: Connection, name: string, rows: readonly object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += INSERT_CHUNK) {
    await connection(name).insert(rows.slice(start, start + INSERT_CHUNK));
  }
}

/**
 * `column = value` that no index serves. SQLite keeps no statistics unless told and takes an equality for rare: asked for the open instalments of some
 * payments, it would rather read every open one through the index on the state.
 */
export const equalsUnindexed = (connection: Connection, column: string, value: string): Knex.Raw =>
  connection.raw(connection.dialect === 'sqlite' ? '+?? = ?' : '?? = ?', [column, value]);

/** The text of a sum, since the driver of SQLite rounds what a number cannot hold; `toBigint` reads it. */
export const exactSum = (
  connection: Connection,
  expression: string,
  bindings: readonly Knex.RawBinding[] = [],
): Knex.Raw =>
  connection.raw(`cast(sum(${expression}) as ${connection.dialect === 'mysql' ? 'char' : 'text'})`, bindings);

export const toBigint = (value: unknown): bigint => BigInt(String(value ?? 0));

export type ColumnType = 'integer' | 'date' | 'text' | 'boolean' | 'datetime' | 'json';

const castTo: Record<Dialect, Record<ColumnType, string>> = {
  // SQLite keeps a value's own type; a cast to date would keep the year alone.
  sqlite: { integer: '?', date: '?', text: '?', boolean: '?', datetime: '?', json: '?' },
  postgres: {
    integer: '?::bigint',
    date: '?::date',
    text: '?::varchar',
    boolean: '?::boolean',
    datetime: '?::timestamp',
    json: '?::jsonb',
  },
  mysql: {
    integer: '?',
    date: 'cast(? as date)',
    text: '?',
    boolean: '?',
    datetime: 'cast(? as datetime(6))',
    json: '?',
  },
};

/** Values that one statement takes; SQLite takes 32,766, PostgreSQL twice as many. */
const MOST_BINDINGS = 20_000;

type Values = Readonly<Record<string, string | number | boolean | Date | null>>;

/**
 * Writes different values to many rows: `set a = case id when … end`, in one statement for as many rows as one takes.
 *
 * @param columns the columns to write, by name, with their type
 * @param rows one value for each column and the row's `id`
 */
export async function updateEach(
  connection: Connection,
  name: string,
  columns: Readonly<Record<string, ColumnType>>,
  rows: ReadonlyArray<{ readonly id: number; readonly values: Values }>,
): Promise<void> {
  const chunk = Math.floor(MOST_BINDINGS / (2 * Object.keys(columns).length + 1));
  for (let start = 0; start < rows.length; start += chunk) {
    await updateChunk(connection, name, columns, rows.slice(start, start + chunk));
  }
}

async function updateChunk(
  connection: Connection,
  name: string,
  columns: Readonly<Record<string, ColumnType>>,
  rows: ReadonlyArray<{ readonly id: number; readonly values: Values }>,
): Promise<void> {
  const changes: Record<string, Knex.Raw> = {};
  for (const [column, type] of Object.entries(columns)) {
    const cast = castTo[connection.dialect][type];
    const bindings = rows.flatMap((row) => [row.id, row.values[column] ?? null]);
    changes[column] = connection.raw(`case id ${rows.map(() => `when ? then ${cast}`).join(' ')} end`, bindings);
  }
  await connection(name)
    .whereIn(
      'id',
      rows.map((row) => row.id),
    )
    .update(changes);
}

/** True for the duplicate-key error of any of the three drivers. */
export function isDuplicateKey(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === '23505' || code === 'ER_DUP_ENTRY';
}

/** A raw `datetime` column: epoch milliseconds on SQLite, a `Date` elsewhere. */
export const toDate = (value: unknown): Date | null =>
  value === null || value === undefined ? null : new Date(value as string | number | Date);

/** A raw `json` column: text on SQLite and MariaDB, parsed on PostgreSQL. */
export const toJson = <T>(value: unknown): T | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? (JSON.parse(value) as T) : (value as T);

/** A raw `boolean` column: 0 or 1 on SQLite and MariaDB. */
export const toBoolean = (value: unknown): boolean => value === true || value === 1 || value === '1';

/** True where the database gave one of two transactions up that waited for each other; the same work goes through when it starts again. */
function isDeadlock(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === 'ER_LOCK_DEADLOCK' || code === '40P01';
}

/** How often work is tried that met a deadlock. */
const MOST_TRIES = 5;

/**
 * Runs in one transaction: the caller's where there is one. Work that met a deadlock was rolled back as a whole and is run again; in a transaction of
 * the caller's it cannot be, since theirs went with it.
 */
export async function inTransaction<T>(strapi: Core.Strapi, work: () => Promise<T>): Promise<T> {
  if (strapi.db.inTransaction()) return (await strapi.db.transaction(work)) as T;
  for (let tries = 1; ; tries += 1) {
    try {
      return (await strapi.db.transaction(work)) as T;
    } catch (error) {
      if (tries === MOST_TRIES || !isDeadlock(error)) throw error;
      // Several that met in one deadlock would meet again if they all started at once.
      await setTimeout(Math.random() * tries * 20);
    }
  }
}

/**
 * Runs after the outermost commit (at once where there is no transaction), never after a rollback. Strapi does not await
 * these callbacks, so a rejection is caught and logged here.
 */
export async function afterCommit(strapi: Core.Strapi, work: () => Promise<void> | void): Promise<void> {
  const run = () =>
    void Promise.resolve()
      .then(work)
      .catch((error: unknown) => strapi.log.error(`payments: after commit: ${errorName(error)}`));
  if (!strapi.db.inTransaction()) return run();
  await strapi.db.transaction(async ({ onCommit }) => onCommit(run));
}

/** What of an error may be logged: a driver's message carries the SQL with its values. */
export function errorName(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}
