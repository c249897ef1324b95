import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { root } from '../support/paths';

const plugin = path.join(root, 'src', 'plugins', 'payments');

/** Lower than any version that was or will be published, so that installing the current one is an upgrade. */
const PREVIOUS = '0.0.9';

const pack = (from: string, into: string): string => {
  const output = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', into], {
    cwd: from,
    encoding: 'utf8',
  });
  return path.join(into, output.trim().split('\n').at(-1) ?? '');
};

/** The built package in a folder of its own, under another version. */
const restamped = (folder: string, version: string): string => {
  const copy = path.join(folder, `sources-${version}`);
  fs.cpSync(plugin, copy, { recursive: true, filter: (source) => path.basename(source) !== 'node_modules' });
  const file = path.join(copy, 'package.json');
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, unknown>;
  fs.writeFileSync(file, JSON.stringify({ ...manifest, version }, null, 2));
  return copy;
};

/** What a user would download, as files that npm installs. */
export interface Tarballs {
  readonly current: string;
  /**
   * The version before. Nothing is published yet, so it is the current build under a lower version; `PREVIOUS_TARBALL` names a file that
   * was packed from an earlier commit instead (`scripts/install.mjs`).
   */
  readonly previous: string;
  remove(): void;
}

export const packTarballs = (): Tarballs => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'payments-tarballs-'));
  return {
    current: pack(plugin, folder),
    previous: process.env.PREVIOUS_TARBALL ?? pack(restamped(folder, PREVIOUS), folder),
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
};
