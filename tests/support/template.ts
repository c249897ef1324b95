import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { dumpMariadb, loadMariadb } from './engine-mariadb';
import { createDatabase, type EngineAddress } from './engines';
import { root, scratch } from './paths';
import { forkServer, type Database } from './server-process';

const buildStamp = path.join(root, '.tmp', 'build', 'stamp.json');

const templateFile = (): string => {
  if (!fs.existsSync(buildStamp)) throw new Error('The product is not built. Run `npm run build:once` first.');
  const hash = createHash('sha256').update(fs.readFileSync(buildStamp)).digest('hex').slice(0, 16);
  return path.join(scratch, `template-${hash}.db`);
};

/**
 * Boots the built host once on an empty SQLite file and keeps that file: a server of a test starts from a copy and skips
 * the migrations. A new build gets a new template; old ones are removed.
 *
 * @returns The template's path.
 */
export const prepareTemplate = async (): Promise<string> => {
  const file = templateFile();
  if (fs.existsSync(file)) return file;
  fs.mkdirSync(scratch, { recursive: true });
  const draft = fs.mkdtempSync(path.join(scratch, 'draft-'));
  const filename = path.join(draft, 'data.db');
  const child = await forkServer({ database: { client: 'sqlite', filename } });
  await child.stop();
  for (const name of fs.readdirSync(scratch)) {
    if (name.startsWith('template-')) fs.rmSync(path.join(scratch, name));
  }
  fs.renameSync(filename, file);
  fs.rmSync(draft, { recursive: true });
  return file;
};

/** Puts a fresh copy of the template at `filename`. */
export const copyTemplate = async (filename: string): Promise<void> => {
  fs.copyFileSync(await prepareTemplate(), filename);
};

const templateDatabase = 'payments_template';

/** Where workers find what MariaDB's databases are made from. */
const dumpVariable = 'TEST_DATABASE_DUMP';

/** Boots the built host once on an empty database, which every server of a test copies. */
export const prepareDatabaseTemplate = async (engine: EngineAddress): Promise<void> => {
  const url = await createDatabase(engine, templateDatabase);
  const child = await forkServer({ database: { client: engine.client, url } });
  await child.stop();
  if (engine.client !== 'mysql') return;
  const file = path.join(scratch, `mariadb-${engine.port}.sql`);
  fs.mkdirSync(scratch, { recursive: true });
  fs.writeFileSync(file, dumpMariadb(engine.port, templateDatabase));
  process.env[dumpVariable] = file;
};

/** Removes what `prepareDatabaseTemplate` left outside of the engine. */
export const forgetDatabaseTemplate = (): void => {
  const file = process.env[dumpVariable];
  if (file) fs.rmSync(file, { force: true });
};

/** A database of its own for one server, on an engine that is running: as the template is, or empty. */
export const databaseOn = async (engine: EngineAddress, like: 'template' | 'empty' = 'template'): Promise<Database> => {
  const name = `payments_${randomUUID().replaceAll('-', '')}`;
  const copy = like === 'template' && engine.client === 'postgres' ? templateDatabase : undefined;
  const url = await createDatabase(engine, name, copy);
  const dump = process.env[dumpVariable];
  if (like === 'template' && engine.client === 'mysql' && dump) {
    loadMariadb(engine.port, name, fs.readFileSync(dump, 'utf8'));
  }
  return { client: engine.client, url };
};
