import type { Server } from './server';

/** One statement as the server ran it, with what the database says of how it finds the rows. */
export interface PlannedStatement {
  readonly sql: string;
  readonly bindings: readonly unknown[];
  /** Lines of `EXPLAIN` (PostgreSQL) or `EXPLAIN QUERY PLAN` (SQLite). */
  readonly plan: readonly string[];
}

/**
 * Runs `work` and asks the database how it would run each of the statements again. PostgreSQL is told to leave sequential scans out where it can: on the
 * few rows of a test it would prefer them, and one that remains says that no index serves.
 */
export const planStatements = async (
  server: Pick<Server, 'evaluate'>,
  work: () => Promise<unknown>,
): Promise<PlannedStatement[]> => {
  await server.evaluate(({ strapi }) => {
    const heard: { sql: string; bindings: unknown[] }[] = [];
    const listen = ({ sql, bindings }: { sql: string; bindings: unknown[] }) => void heard.push({ sql, bindings });
    Object.assign(globalThis, { heardStatements: { heard, listen } });
    strapi.db.connection.on('query', listen);
  });
  await work();
  return server.evaluate(async ({ strapi }) => {
    const { heard, listen } = (
      globalThis as unknown as {
        heardStatements: { heard: { sql: string; bindings: unknown[] }[]; listen: () => void };
      }
    ).heardStatements;
    strapi.db.connection.removeListener('query', listen);
    const postgres = strapi.db.dialect.client === 'postgres';
    const { client } = strapi.db.connection;
    const connection = await client.acquireConnection();
    const planned: { sql: string; bindings: unknown[]; plan: string[] }[] = [];
    if (postgres) await connection.query('set enable_seqscan = off');
    for (const { sql, bindings } of heard) {
      if (!/^\s*(select|with|update|insert)/i.test(sql)) continue;
      const values = bindings.map((value) =>
        postgres ? value : value instanceof Date ? value.getTime() : typeof value === 'boolean' ? Number(value) : value,
      );
      const plan: string[] = postgres
        ? (await connection.query({ text: `explain ${sql}`, values })).rows.map((row: object) => Object.values(row)[0])
        : connection
            .prepare(`explain query plan ${sql}`)
            .all(...values)
            .map(({ detail }: { detail: string }) => detail);
      planned.push({ sql, bindings, plan });
    }
    if (postgres) await connection.query('reset enable_seqscan');
    await client.releaseConnection(connection);
    return planned;
  });
};

/** Tables that hold more with every year of an office. */
const growing = [
  'instalments',
  'payments',
  'events',
  'notices',
  'reminders',
  'receipts',
  'access_tokens',
  'customers',
  'contacts',
  'series',
  'series_periods',
];

/** States in which rows stay, by table; in the others they wait for something, and few do at a time. */
const lasting: Readonly<Record<string, readonly string[]>> = {
  payments_instalments: ['open', 'paid', 'cancelled'],
  payments_payments: ['open', 'settled', 'cancelled'],
  payments_notices: ['sent', 'suppressed', 'discarded'],
  payments_reminders: ['sent', 'skipped'],
  payments_receipts: ['accepted', 'rejected', 'withdrawn', 'void'],
};

/** Which table each alias of a statement means. */
const tablesByAlias = (sql: string): Map<string, string> => {
  const found = [
    ...sql.matchAll(/(?:from|join|update|into) ["`](?:public["`]\.["`])?(\w+)["`](?: as ["`](\w+)["`])?/gi),
  ];
  return new Map(found.map(([, table = '', alias = table]) => [alias, table]));
};

const isGrowing = (table: string | undefined): boolean => growing.some((name) => table === `payments_${name}`);

/**
 * What of a plan reads more the more the table holds. A walk along an index in the order that is asked for ends at the page's limit; a state alone, if it
 * is one in which rows stay, narrows as little as nothing.
 */
export const growingReads = ({ sql, bindings, plan }: PlannedStatement): string[] => {
  const aliases = tablesByAlias(sql);
  const sorted = plan.some((line) => /TEMP B-TREE FOR ORDER BY/.test(line));
  const ends = /\blimit\b/i.test(sql) && !sorted;
  return plan.filter((line) => {
    const scanned = /Seq Scan on (\w+)/.exec(line)?.[1] ?? aliases.get(/^SCAN (\w+)/.exec(line)?.[1] ?? '');
    if (isGrowing(scanned)) return !(ends && /USING (COVERING )?INDEX/.test(line));
    const [, alias = ''] = /^SEARCH (\w+) USING (?:COVERING )?INDEX \w+ \(state=\?\)/.exec(line) ?? [];
    const states = lasting[aliases.get(alias) ?? ''] ?? [];
    return !ends && bindings.some((value) => states.includes(String(value)));
  });
};
