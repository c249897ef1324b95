import path from 'node:path';

import type { HostProject } from './host';

interface Statement {
  all(): unknown[];
  pluck(): Statement;
}
interface Sqlite {
  prepare(sql: string): Statement;
  close(): void;
}
type SqliteClass = new (file: string, options: { readonly: true }) => Sqlite;

type Rows = Readonly<Record<string, readonly unknown[]>>;

/** Reads the host's database file past Strapi, while it is stopped. */
const reading = <Value>(project: HostProject, read: (database: Sqlite) => Value): Value => {
  const Database = jest.requireActual<SqliteClass>('better-sqlite3');
  const database = new Database(path.join(project.folder, '.tmp', 'data.db'), { readonly: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
};

const namesOf = (database: Sqlite): string[] =>
  database
    .prepare(
      "select name from sqlite_master where type = 'table' and name like 'payments\\_%' escape '\\' order by name",
    )
    .pluck()
    .all() as string[];

/** Every row of every table of the plugin. */
export const rowsOfPlugin = (project: HostProject): Rows =>
  reading(project, (database) =>
    Object.fromEntries(
      namesOf(database).map((name) => [name, database.prepare(`select * from "${name}" order by id`).all()]),
    ),
  );

/** Where Strapi's own tables still speak of the plugin: settings, permissions, tables to keep. */
export const tracesOfPlugin = (project: HostProject): string[] =>
  reading(project, (database) => {
    const pluck = (sql: string) => database.prepare(sql).pluck().all() as string[];
    const kept = JSON.parse(
      pluck("select value from strapi_core_store_settings where key = 'core_persisted_tables'")[0] ?? '[]',
    ) as (string | { name: string })[];
    return [
      ...pluck("select key from strapi_core_store_settings where key like 'plugin_payments_%'"),
      ...pluck("select key from strapi_core_store_settings where key like '%plugin::payments.%'"),
      ...pluck("select action from up_permissions where action like 'plugin::payments.%'"),
      ...pluck("select action from admin_permissions where action like 'plugin::payments.%'"),
      ...kept
        .map((entry) => (typeof entry === 'string' ? entry : entry.name))
        .filter((name) => /^payments_/.test(name)),
    ];
  });
