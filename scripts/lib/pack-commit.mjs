import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { mustRun, root } from './run.mjs';

const inPlugin = (tree) => path.join(tree, 'src', 'plugins', 'payments');

const restamp = (folder, version) => {
  const file = path.join(folder, 'package.json');
  fs.writeFileSync(file, JSON.stringify({ ...JSON.parse(fs.readFileSync(file, 'utf8')), version }, null, 2));
};

/**
 * The plugin as it was at a commit, built by today's tools and packed under a version, as if it had been published then.
 *
 * @returns {Promise<{ tarball: string, remove: () => Promise<void> }>}
 */
export const packCommit = async (commit, version) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'payments-at-commit-'));
  const tree = path.join(folder, 'tree');
  const remove = async () => {
    await mustRun('git', ['worktree', 'remove', '--force', tree]).catch(() => undefined);
    fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    await mustRun('git', ['worktree', 'add', '--detach', tree, commit]);
    fs.symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'));
    await mustRun('npm', ['run', 'build'], { cwd: inPlugin(tree) });
    restamp(inPlugin(tree), version);
    const pack = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder];
    const name = (await mustRun('npm', pack, { cwd: inPlugin(tree) })).trim().split('\n').at(-1);
    return { tarball: path.join(folder, name), remove };
  } catch (error) {
    await remove();
    throw error;
  }
};
