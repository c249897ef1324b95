import type { Server } from './server';

const tablesOf = {
  sqlite: "select name as name from sqlite_master where type = 'table'",
  postgres: 'select table_name as name from information_schema.tables where table_schema = current_schema()',
  mysql: 'select table_name as name from information_schema.tables where table_schema = database()',
} as const;

/** Every row of every table of a server's database, by table; also of tables that are not the plugin's. */
export const readEveryTable = (server: Pick<Server, 'evaluate' | 'database'>): Promise<Record<string, unknown[]>> =>
  server.evaluate(async ({ strapi }, list) => {
    const db = strapi.db.connection;
    const answer = (await db.raw(list)) as unknown;
    const rows = (
      Array.isArray(answer) ? (Array.isArray(answer[0]) ? answer[0] : answer) : (answer as { rows: unknown[] }).rows
    ) as { name: string }[];
    const tables: Record<string, unknown[]> = {};
    for (const { name } of rows) tables[name] = await db(name).select('*');
    return JSON.parse(JSON.stringify(tables)) as Record<string, unknown[]>;
  }, tablesOf[server.database.client]);

/** In which tables a word stands, and the rows that have it. */
export const findStored = (tables: Readonly<Record<string, unknown[]>>, word: string): string[] =>
  Object.entries(tables).flatMap(([name, rows]) =>
    rows.filter((row) => JSON.stringify(row).includes(word)).map((row) => `${name}: ${JSON.stringify(row)}`),
  );
