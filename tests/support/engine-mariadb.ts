import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { folderFor, type Engine } from './engine';
import { freePort } from './server-process';
import { eventually } from './wait';

const startLimit = 120_000;

const program = (...names: string[]): string => {
  for (const name of names) {
    for (const folder of [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']) {
      const file = path.join(folder, name);
      if (fs.existsSync(file)) return file;
    }
  }
  throw new Error(`MariaDB is missing (${names.join(' or ')}). Install it: apt-get install mariadb-server`);
};

/** MariaDB runs as root only when it is told so. */
const asRoot = (): string[] => (process.getuid?.() === 0 ? ['--user=root'] : []);

const createDataFolder = (data: string): void => {
  const flags = ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', ...asRoot()];
  execFileSync(program('mariadb-install-db', 'mysql_install_db'), [...flags, '--skip-test-db'], { stdio: 'ignore' });
};

/**
 * The data goes to the system at every commit, but is not forced to the disk: a test's database survives its server's end, and need not
 * survive the machine's.
 */
const speed = ['--innodb-flush-log-at-trx-commit=2', '--innodb-flush-method=nosync', '--skip-innodb-doublewrite'];

const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

/** MariaDB has no package on npm: the system's is started on a folder and a port of the tests' own. */
export const startMariadb = async (): Promise<Engine> => {
  const folder = folderFor('mariadb');
  const data = path.join(folder, 'data');
  const socket = path.join(folder, 's.sock');
  const log = path.join(folder, 'server.log');
  const port = await freePort();
  createDataFolder(data);
  const flags = [`--datadir=${data}`, `--socket=${socket}`, `--port=${port}`, '--bind-address=127.0.0.1', ...asRoot()];
  const more = ['--character-set-server=utf8mb4', '--max-connections=200', `--log-error=${log}`, ...speed];
  const sql = (statement: string) =>
    execFileSync(program('mariadb', 'mysql'), ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', statement], {
      stdio: 'ignore',
    });
  const answers = () => {
    try {
      sql('select 1');
      return true;
    } catch {
      return false;
    }
  };
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    child = spawn(program('mariadbd', 'mysqld'), ['--no-defaults', ...flags, ...more], { stdio: 'ignore' });
    await eventually(answers, 'MariaDB answers', startLimit).catch((error: Error) => {
      throw new Error(`${error.message}\n${fs.existsSync(log) ? fs.readFileSync(log, 'utf8').slice(-2_000) : ''}`);
    });
  };
  const end = async (): Promise<void> => child && stopped(child);
  // A suite that is broken off leaves no server behind.
  process.once('exit', () => child?.kill('SIGKILL'));
  await start();
  sql("create user 'strapi'@'127.0.0.1' identified by 'strapi'; grant all on *.* to 'strapi'@'127.0.0.1'");
  return {
    client: 'mysql',
    port,
    goAway: end,
    comeBack: start,
    async stop() {
      await end();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
};

const login = (port: number): string[] => ['--no-defaults', '-h127.0.0.1', `-P${port}`, '-ustrapi', '-pstrapi'];

/** A database as text, from which others are made: MariaDB cannot copy one. */
export const dumpMariadb = (port: number, database: string): string =>
  execFileSync(program('mariadb-dump', 'mysqldump'), [...login(port), '--single-transaction', database], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });

export const loadMariadb = (port: number, database: string, dump: string): void => {
  execFileSync(program('mariadb', 'mysql'), [...login(port), database], {
    input: dump,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
};
