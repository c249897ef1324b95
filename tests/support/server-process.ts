import { fork, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import net from 'node:net';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

import { root } from './paths';

export type Database =
  | { readonly client: 'sqlite'; readonly filename: string }
  | { readonly client: 'postgres' | 'mysql'; readonly url: string };

export interface ProcessOptions {
  readonly database: Database;
  /** Default: a free one. */
  readonly port?: number;
  /** Where the plugin's mail goes; without one every delivery is refused. */
  readonly smtpPort?: number;
  /** Added to, or in place of, the test's environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What a function given to `evaluate` receives first. */
export interface EvaluateContext {
  readonly strapi: Core.Strapi;
  /** Resolves from the host application. */
  readonly require: NodeJS.Require;
}

/**
 * Runs in the server's process. It travels as text: it may use its two arguments and globals, nothing else of the test.
 * Arguments and answers travel as JSON.
 */
export type Evaluation<Argument, Result> = (context: EvaluateContext, arg: Argument) => Result | Promise<Result>;

export type Evaluate = <Result, Argument = undefined>(
  fn: Evaluation<Argument, Result>,
  arg?: Argument,
) => Promise<Awaited<Result>>;

/** One running Strapi. */
export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly evaluate: Evaluate;
  /** Everything written to standard output and standard error so far. */
  output(): string;
  /** As an operator stops it (SIGTERM). Rejects if it does not end by itself. */
  stop(): Promise<void>;
  /** As a crash ends it (SIGKILL). */
  kill(): Promise<void>;
}

interface Reply {
  readonly id?: number;
  readonly ready?: true;
  readonly value?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** A machine may be busy with several suites. */
const startLimit = 180_000;
const stopLimit = 90_000;

/** Sample secrets: a session of one server is valid on the next one of the same database. */
export const secrets = {
  APP_KEYS: 'testAppKeyOne,testAppKeyTwo',
  API_TOKEN_SALT: 'testApiTokenSalt',
  ADMIN_JWT_SECRET: 'testAdminJwtSecret',
  TRANSFER_TOKEN_SALT: 'testTransferTokenSalt',
  JWT_SECRET: 'testJwtSecret',
  ENCRYPTION_KEY: 'testEncryptionKey-of-32-characters',
};

/** Below the ports that a system gives out by itself: one of those could be gone again while a killed server is down. */
const portRange = { from: 20_000, count: 12_000 };

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = net.createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

/** @returns A port that was free a moment ago. It is chosen ahead, because links in mails carry it. */
export const freePort = async (): Promise<number> => {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = portRange.from + randomInt(portRange.count);
    if (await isFree(port)) return port;
  }
  throw new Error('No port.');
};

/** What the host's configuration reads to find this database. */
export const databaseEnvironment = (database: Database): Record<string, string> =>
  database.client === 'sqlite'
    ? { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: database.filename }
    : { DATABASE_CLIENT: database.client, DATABASE_URL: database.url };

const environment = (options: ProcessOptions, port: number, url: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  TZ: process.env.TZ,
  NODE_ENV: 'test',
  // An .env of the developer must not leak into the tests.
  ENV_PATH: path.join(root, 'tests', 'support', 'no.env'),
  HOST: '127.0.0.1',
  PORT: String(port),
  PUBLIC_URL: url,
  STRAPI_TELEMETRY_DISABLED: 'true',
  STARTUP_MESSAGE: 'false',
  SMTP_HOST: '127.0.0.1',
  SMTP_PORT: String(options.smtpPort ?? 1),
  EMAIL_FROM: 'Office <office@example.com>',
  ...secrets,
  ...databaseEnvironment(options.database),
  ...options.env,
});

const toError = ({ name, message, ...rest }: { name: string; message: string }): Error =>
  Object.assign(new Error(message), rest, { name });

/** Asks the child to run functions and matches the answers to the questions. */
const createEvaluate = (child: ChildProcess): Evaluate => {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  child.on('message', ({ id, value, error }: Reply) => {
    const waiting = id === undefined ? undefined : pending.get(id);
    if (!waiting || id === undefined) return;
    pending.delete(id);
    if (error) waiting.reject(toError(error));
    else waiting.resolve(value);
  });
  child.once('exit', () => {
    for (const waiting of pending.values()) waiting.reject(new Error('The server ended before it answered.'));
    pending.clear();
  });
  return <Result, Argument>(fn: Evaluation<Argument, Result>, arg?: Argument) =>
    new Promise<Awaited<Result>>((resolve, reject) => {
      if (!child.connected) throw new Error('The server is not running.');
      const id = (lastId += 1);
      pending.set(id, { resolve: (value) => resolve(value as Awaited<Result>), reject });
      child.send({ id, source: fn.toString(), arg });
    });
};

const exited = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

const end = async (child: ChildProcess, signal: NodeJS.Signals, output: () => string): Promise<void> => {
  const gone = exited(child);
  let patient = true;
  child.kill(signal);
  const impatience = setTimeout(() => {
    patient = false;
    child.kill('SIGKILL');
  }, stopLimit);
  await gone;
  clearTimeout(impatience);
  if (!patient) throw new Error(`The server did not stop within ${stopLimit / 1000} s.\n${output()}`);
};

const ready = (child: ChildProcess, output: () => string): Promise<void> =>
  new Promise((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`The server ${what}.\n${output()}`));
    const limit = setTimeout(() => {
      fail(`was not ready after ${startLimit / 1000} s`);
      child.kill('SIGKILL');
    }, startLimit);
    child.once('exit', (code, signal) => fail(`ended while it started (${code ?? signal})`));
    child.once('exit', () => clearTimeout(limit));
    child.on('message', (reply: Reply) => {
      if (!reply.ready) return;
      clearTimeout(limit);
      resolve();
    });
  });

/** Boots the built host in a process of its own. Rejects with the process's output when it does not come up. */
export const forkServer = async (options: ProcessOptions): Promise<ServerProcess> => {
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const child = fork(path.join(__dirname, 'server-child.cjs'), [], {
    cwd: root,
    env: environment(options, port, url),
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const chunks: string[] = [];
  const output = () => chunks.join('');
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  await ready(child, output);
  if (child.pid === undefined) throw new Error('The server has no process id.');
  return {
    url,
    port,
    pid: child.pid,
    evaluate: createEvaluate(child),
    output,
    stop: () => end(child, 'SIGTERM', output),
    kill: () => end(child, 'SIGKILL', output),
  };
};
