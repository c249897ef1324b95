import path from 'node:path';
import fs from 'node:fs';

import { folderFor, type Engine, type EngineName } from './engine';
import { startEngine } from './engines';
import type { Database } from './server-process';
import { copyTemplate, databaseOn } from './template';

/** A database that a test may take away from the processes that use it. */
export interface BreakableDatabase {
  readonly database: Database;
  /** How it is away. */
  readonly how: string;
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  remove(): Promise<void>;
}

interface SqliteConnection {
  exec(sql: string): void;
  close(): void;
}
type Sqlite = new (file: string, options: { timeout: number }) => SqliteConnection;

/** A file does not go away; a backup or a tool that locks it does the same to whoever writes. */
const lockableFile = async (): Promise<BreakableDatabase> => {
  const folder = folderFor('sqlite');
  const filename = path.join(folder, 'data.db');
  await copyTemplate(filename);
  const Sqlite = jest.requireActual<Sqlite>('better-sqlite3');
  let lock: SqliteConnection | undefined;
  const comeBack = async (): Promise<void> => {
    lock?.exec('rollback');
    lock?.close();
    lock = undefined;
  };
  return {
    database: { client: 'sqlite', filename },
    how: 'locked',
    async goAway() {
      lock = new Sqlite(filename, { timeout: 30_000 });
      lock.exec('begin exclusive');
    },
    comeBack,
    async remove() {
      await comeBack();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** A database server of the test's own is shut down and started again. */
const ownEngine = async (name: EngineName): Promise<BreakableDatabase> => {
  const engine: Engine = await startEngine(name);
  return {
    database: await databaseOn(engine, 'empty'),
    how: 'shut down',
    goAway: engine.goAway,
    comeBack: engine.comeBack,
    remove: engine.stop,
  };
};

export const breakableDatabase = (): Promise<BreakableDatabase> => {
  const name = process.env.TEST_DATABASE;
  return name === 'postgres' || name === 'mysql' ? ownEngine(name) : lockableFile();
};
