import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** @returns {string} Seconds since `start` (from `performance.now()`), for people: `3.4 s`, `2 min 05 s`. */
export const elapsed = (start) => {
  const seconds = (performance.now() - start) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${String(Math.round(seconds % 60)).padStart(2, '0')} s`;
};

/** The path of a tool that npm installed, without a shell in between. */
export const tool = (name) => path.join(root, 'node_modules', '.bin', name);

/**
 * Runs a command and waits for it.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, show?: boolean }} options `show` passes the output on as it comes.
 * @returns {Promise<{ code: number, output: string }>} Standard output and standard error in the order they came.
 */
export const run = (command, args, { cwd = root, env = {}, show = false } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve({ code: code ?? (signal ? 1 : 0), output: Buffer.concat(chunks).toString() }),
    );
  });

/** As `run`, but a failure throws with the command's own output. */
export const mustRun = async (command, args, options) => {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new Error(`${path.basename(command)} ${args.join(' ')} failed (${code}).\n${output}`);
  return output;
};
