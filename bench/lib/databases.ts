import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { Client } from 'pg';

import { startPostgres } from '../../tests/support/engine-postgres';
import { createDatabase, type Engine } from '../../tests/support/engines';
import { root } from '../../tests/support/paths';
import { forkServer, type Database } from '../../tests/support/server-process';
import { copyTemplate } from '../../tests/support/template';
import { seedStatements, type Dialect, type Size } from '../../tests/support/seed';

/** Seeded databases, and copies of them that a measurement may write to. */
export interface Databases {
  readonly dialect: Dialect;
  /** A fresh copy of the seed, to be forgotten with the run. */
  copy(size: Size): Promise<Database>;
  /** The copies made so far go: nobody uses them any more. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

/** Whatever the seed depends on: another schema, or another seed, needs new databases. */
const seedHash = (): string => {
  const hash = createHash('sha256').update(fs.readFileSync(path.join(root, 'tests', 'support', 'seed.ts')));
  const types = path.join(root, 'src', 'plugins', 'payments', 'server', 'src', 'content-types');
  for (const name of fs.readdirSync(types).sort()) {
    const schema = path.join(types, name, 'schema.json');
    if (fs.existsSync(schema)) hash.update(fs.readFileSync(schema));
  }
  return hash.digest('hex').slice(0, 12);
};

const fill = async (database: Database, size: Size): Promise<void> => {
  const server = await forkServer({ database });
  const dialect = database.client as Dialect;
  const start = performance.now();
  for (const statement of seedStatements(dialect, size)) {
    await server.evaluate(async ({ strapi }, sql) => void (await strapi.db.connection.raw(sql)), statement);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`Seeded ${size.toLocaleString('en')} instalments on ${dialect} in ${seconds} s.`);
  await server.stop();
};

const sqlite = (): Databases => {
  const folder = path.join(root, '.tmp', 'bench');
  const work = path.join(folder, 'work');
  fs.rmSync(work, { recursive: true, force: true });
  fs.mkdirSync(work, { recursive: true });
  let copies = 0;
  const seeded = async (size: Size): Promise<string> => {
    const file = path.join(folder, `${size}-${seedHash()}.db`);
    if (fs.existsSync(file)) return file;
    for (const old of fs.readdirSync(folder)) if (old.startsWith(`${size}-`)) fs.rmSync(path.join(folder, old));
    const draft = path.join(work, `draft-${size}.db`);
    await copyTemplate(draft);
    await fill({ client: 'sqlite', filename: draft }, size);
    fs.renameSync(draft, file);
    return file;
  };
  return {
    dialect: 'sqlite',
    async copy(size) {
      const filename = path.join(work, `copy-${(copies += 1)}.db`);
      fs.copyFileSync(await seeded(size), filename);
      return { client: 'sqlite', filename };
    },
    forget: () => Promise.resolve(fs.readdirSync(work).forEach((name) => fs.rmSync(path.join(work, name)))),
    close: () => Promise.resolve(fs.rmSync(work, { recursive: true, force: true })),
  };
};

/** Where the engine keeps its data between runs; its own user must reach the folder. */
const postgresFolder = path.join(os.tmpdir(), 'payments-bench-postgres');

const ask = async (engine: Engine, sql: string): Promise<Record<string, unknown>[]> => {
  const connectionString = `postgres://postgres:postgres@127.0.0.1:${engine.port}/postgres`;
  const connection = new Client({ connectionString });
  await connection.connect();
  const { rows } = await connection.query<Record<string, unknown>>(sql);
  await connection.end();
  return rows;
};

const postgres = async (): Promise<Databases> => {
  const engine = await startPostgres(postgresFolder);
  const named = (start: string) => ask(engine, `select datname from pg_database where datname ~ '^${start}'`);
  const forget = async () => {
    for (const { datname } of await named('copy_')) await ask(engine, `drop database ${String(datname)} with (force)`);
  };
  await forget();
  let copies = 0;
  const seeded = async (size: Size): Promise<string> => {
    const name = `seed_${size}_${seedHash()}`;
    if ((await named(name)).length > 0) return name;
    for (const { datname } of await named(`seed_${size}_`)) await ask(engine, `drop database ${String(datname)}`);
    const draft = `copy_draft_${size}`;
    await fill({ client: 'postgres', url: await createDatabase(engine, draft) }, size);
    await ask(engine, `alter database ${draft} rename to ${name}`);
    return name;
  };
  return {
    dialect: 'postgres',
    async copy(size) {
      const name = `copy_${(copies += 1)}`;
      return { client: 'postgres', url: await createDatabase(engine, name, await seeded(size)) };
    },
    forget,
    close: () => engine.stop(),
  };
};

export const openDatabases = (dialect: Dialect): Promise<Databases> =>
  dialect === 'sqlite' ? Promise.resolve(sqlite()) : postgres();
