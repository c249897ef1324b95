import fs from 'node:fs';
import path from 'node:path';

import { mustRun, root, run } from './run.mjs';

const inPlugin = (tree) => path.join(tree, 'src', 'plugins', 'payments');

const restamp = (folder, version) => {
  const file = path.join(folder, 'package.json');
  fs.writeFileSync(file, JSON.stringify({ ...JSON.parse(fs.readFileSync(file, 'utf8')), version }, null, 2));
};

/** A clone may hold the last commits only, as those of CI do; what is older is asked for by its full name. */
const fetchMissing = async (commit) => {
  const { code } = await run('git', ['cat-file', '-e', `${commit}^{commit}`]);
  if (code !== 0) await mustRun('git', ['fetch', '--quiet', '--depth', '1', 'origin', commit]);
};

/**
 * The plugin as it was at a commit, built by today's tools and packed under a version, as if it had been published then.
 *
 * @param {string} commit its full name
 * @returns {Promise<{ tarball: string, remove: () => Promise<void> }>}
 */
export const packCommit = async (commit, version) => {
  const scratch = path.join(root, '.tmp');
  fs.mkdirSync(scratch, { recursive: true });
  // Within the repository, so that its packages are found by walking up: behind a link TypeScript cannot name their types.
  const folder = fs.mkdtempSync(path.join(scratch, 'at-commit-'));
  const tree = path.join(folder, 'tree');
  const removeTree = () => mustRun('git', ['worktree', 'remove', '--force', tree]).catch(() => undefined);
  const remove = async () => {
    await removeTree();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    await fetchMissing(commit);
    await mustRun('git', ['worktree', 'add', '--detach', tree, commit]);
    await mustRun('npm', ['run', 'build'], { cwd: inPlugin(tree) });
    restamp(inPlugin(tree), version);
    const pack = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder];
    const name = (await mustRun('npm', pack, { cwd: inPlugin(tree) })).trim().split('\n').at(-1);
    // Nothing but the tarball is needed any more.
    await removeTree();
    return { tarball: path.join(folder, name), remove };
  } catch (error) {
    await remove();
    throw error;
  }
};
