import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { root } from './run.mjs';

const ignored = new Set(['node_modules', 'dist', 'generated', '.tmp']);
const isTest = (name) => /\.test\.tsx?$/.test(name);

const filesUnder = (entry) => {
  if (!fs.existsSync(entry)) return [];
  if (fs.statSync(entry).isFile()) return [entry];
  return fs
    .readdirSync(entry, { withFileTypes: true })
    .filter(({ name }) => !ignored.has(name) && !isTest(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name }) => filesUnder(path.join(entry, name)));
};

/**
 * One hash over the names and contents of files, whatever their times say.
 *
 * @param {string[]} entries Files and folders, relative to the repository; a missing one counts as empty.
 */
export const hashOf = (entries) => {
  const hash = createHash('sha256');
  for (const file of entries.flatMap((entry) => filesUnder(path.join(root, entry)))) {
    hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
};
