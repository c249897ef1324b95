import fs from 'node:fs';

const MB = 1024;

const field = (pid: number, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / MB;

/**
 * By how many MB a process's resident memory exceeds what it held before, at its highest while the work goes on. The kernel keeps the
 * highest mark, so that no peak falls between two looks.
 *
 * @returns NaN where the kernel does not tell (elsewhere than on Linux)
 */
export const peakOf = async (pid: number, work: () => Promise<unknown>): Promise<number> => {
  if (!fs.existsSync(`/proc/${pid}/clear_refs`)) {
    await work();
    return Number.NaN;
  }
  fs.writeFileSync(`/proc/${pid}/clear_refs`, '5');
  const before = field(pid, 'VmRSS');
  await work();
  return field(pid, 'VmHWM') - before;
};
