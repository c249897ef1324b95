import { fork } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { root } from '../lib/run.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

/** How long a process may take to end by itself, in milliseconds. */
const patience = 10_000;

const ended = (child) => child.exitCode !== null || child.signalCode !== null;

const endOne = (child) =>
  new Promise((resolve) => {
    if (ended(child)) return resolve();
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });

/**
 * The demo's processes, which live and die together: Ctrl-C, a signal or the end of one of them ends all. Should this process be
 * killed outright, they notice the closed channel and end themselves.
 */
export const createChildren = () => {
  const children = [];
  let ending = false;

  const endAll = async (code, words) => {
    if (ending) return;
    ending = true;
    console.log(words);
    // The last started first: Strapi gives back its mails before the mailbox goes.
    for (const child of [...children].reverse()) await endOne(child);
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void endAll(0, '\nStopping …'));

  return {
    /** Resolves with the first message that the process sends: what it has to say when it is ready. */
    start: (name, script, env) =>
      new Promise((resolve) => {
        const child = fork(path.join(here, script), [], {
          cwd: root,
          env,
          stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
        });
        const words = [];
        child.stdout.on('data', (chunk) => words.push(chunk));
        child.once('message', (message) => {
          child.stdout.removeAllListeners('data').resume();
          resolve(message);
        });
        child.once('exit', (code, signal) => {
          if (!ending) process.stdout.write(Buffer.concat(words));
          void endAll(1, `${name} ended (${signal ?? code}).`);
        });
        children.push(child);
      }),
  };
};
