import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';

import { eventually } from '../support/wait';

/**
 * Commands that start children of their own (npm, Strapi's bundler). Their output goes to a file: a pipe that such a child inherits
 * would stay open after the command's end, and keep Jest waiting for it.
 */
const launch = (command: string, cwd: string, env: NodeJS.ProcessEnv, log: string): ChildProcess => {
  const file = fs.openSync(log, 'a');
  fs.writeSync(file, `\n$ ${command}\n`);
  try {
    return spawn('sh', ['-c', command], { cwd, env, detached: true, stdio: ['ignore', file, file] });
  } finally {
    fs.closeSync(file);
  }
};

const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code));
  });

/** The whole group, since npm starts what it starts as children; a group that is gone is no error. */
const signal = (child: ChildProcess, name: NodeJS.Signals): void => {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

const tailOf = (log: string): string => fs.readFileSync(log, 'utf8').slice(-6_000);

/** Runs a command to its end; throws with what it said when it fails. */
export const perform = async (command: string, cwd: string, env: NodeJS.ProcessEnv, log: string): Promise<void> => {
  const child = launch(command, cwd, env, log);
  const code = await exitOf(child);
  // What a command leaves behind (a bundler's service) ends with it.
  signal(child, 'SIGKILL');
  if (code !== 0) throw new Error(`${command} failed (${code}).\n${tailOf(log)}`);
};

/** A server started by a command. */
export interface Running {
  stop(): Promise<void>;
}

const START_LIMIT_MS = 240_000;
const STOP_LIMIT_MS = 60_000;

/** Starts a server and waits until it answers at `url`. */
export const startByCommand = async (
  command: string,
  { cwd, env, log, url }: { cwd: string; env: NodeJS.ProcessEnv; log: string; url: string },
): Promise<Running> => {
  const child = launch(command, cwd, env, log);
  const stop = async (): Promise<void> => {
    if (!ended(child)) {
      const exit = exitOf(child);
      signal(child, 'SIGTERM');
      const impatience = setTimeout(() => signal(child, 'SIGKILL'), STOP_LIMIT_MS);
      await exit;
      clearTimeout(impatience);
    }
    await eventually(() => isDown(url), `${url} is free`, STOP_LIMIT_MS);
    signal(child, 'SIGKILL');
  };
  const isUp = async (): Promise<boolean> => {
    if (ended(child)) throw new Error(`${command} ended while it started.\n${tailOf(log)}`);
    return fetch(`${url}/_health`).then(
      ({ status }) => status === 204,
      () => false,
    );
  };
  await eventually(isUp, `${command} answers`, START_LIMIT_MS).catch(async (error: Error) => {
    signal(child, 'SIGKILL');
    throw new Error(`${error.message}\n${tailOf(log)}`, { cause: error });
  });
  return { stop };
};

/** npm may end before the Strapi that it started: the next start needs the port. */
const isDown = (url: string): Promise<boolean> =>
  fetch(`${url}/_health`).then(
    () => false,
    () => true,
  );
