import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { forkServer, type Database, type ProcessOptions, type ServerProcess } from './server-process';
import { copyTemplate, databaseOn } from './template';

export interface ServerOptions extends Omit<ProcessOptions, 'database'> {
  /** Default: one of this server's own, on SQLite a temporary file that is removed at `stop`, else on the suite's engine. */
  readonly database?: Database;
}

/** A Strapi under test: one database, one port, and one process at a time. */
export interface Server extends Omit<ServerProcess, 'pid'> {
  readonly pid: number;
  readonly database: Database;
  /** Starts again on the same database and port, after `kill`, or else after stopping as an operator would. */
  restart(changes?: Pick<ProcessOptions, 'env' | 'smtpPort'>): Promise<void>;
}

const ownDatabase = async (): Promise<{ database: Database; remove: () => void }> => {
  const { TEST_DATABASE: client, TEST_DATABASE_PORT: port } = process.env;
  if (port && (client === 'postgres' || client === 'mysql')) {
    return { database: await databaseOn({ client, port: Number(port) }), remove: () => undefined };
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'payments-test-'));
  const filename = path.join(folder, 'data.db');
  await copyTemplate(filename);
  return {
    database: { client: 'sqlite', filename },
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
};

/**
 * Boots the built product.
 *
 * ```ts
 * const server = await startServer({ smtpPort: mailbox.port });
 * await server.evaluate(({ strapi }, title) => strapi.documents('plugin::payments.payment').findFirst({ filters: { title } }), 'Tax');
 * await server.stop();
 * ```
 */
export const startServer = async (options: ServerOptions = {}): Promise<Server> => {
  const { database, remove } = options.database
    ? { database: options.database, remove: () => undefined }
    : await ownDatabase();
  let processOptions: ProcessOptions = { ...options, database };
  let current = await forkServer(processOptions);
  processOptions = { ...processOptions, port: current.port };
  let killed = false;

  return {
    url: current.url,
    port: current.port,
    database,
    get pid() {
      return current.pid;
    },
    evaluate: (fn, arg) => current.evaluate(fn, arg),
    output: () => current.output(),
    async stop() {
      if (!killed) await current.stop();
      remove();
    },
    async kill() {
      killed = true;
      await current.kill();
    },
    async restart(changes = {}) {
      if (!killed) await current.stop();
      processOptions = { ...processOptions, ...changes, env: { ...processOptions.env, ...changes.env } };
      current = await forkServer(processOptions);
      killed = false;
    },
  };
};

/** Several processes on one database, as an office runs them behind a balancer: on SQLite one, which is what it is supported with. */
export const startReplicas = async (count: number, options: ServerOptions = {}): Promise<Server[]> => {
  const first = await startServer(options);
  if (first.database.client === 'sqlite') return [first];
  const others = Array.from({ length: count - 1 }, () => startServer({ ...options, database: first.database }));
  return [first, ...(await Promise.all(others))];
};
