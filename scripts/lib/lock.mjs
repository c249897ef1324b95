import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const tryLock = (file) => {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const holder = Number(fs.existsSync(file) && fs.readFileSync(file, 'utf8'));
  if (holder && !alive(holder)) fs.rmSync(file, { force: true });
  return false;
};

/** Runs `work` while no other process of this machine runs it; what a crashed process left behind is taken over. */
export const withLock = async (file, work) => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  while (!tryLock(file)) await wait(200);
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
};
