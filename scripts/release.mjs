// `npm run release -- 0.2.0`: writes the version everywhere, turns the changelog's "Unreleased" into it, checks what would be published,
// commits and tags. Publishing stays by hand: `npm publish -w strapi-plugin-payments`, then `git push --follow-tags`.
import fs from 'node:fs';
import path from 'node:path';

import { mustRun, root } from './lib/run.mjs';

const name = 'strapi-plugin-payments';
const folder = 'src/plugins/payments';
const changelog = path.join(root, folder, 'CHANGELOG.md');

const parse = (version) => /^(\d+)\.(\d+)\.(\d+)(-[\w.]+)?$/.exec(version)?.slice(1, 4).map(Number);

const isEarlier = (next, current) => {
  const at = next.findIndex((number, index) => number !== current[index]);
  return at >= 0 && next[at] < current[at];
};

/** The changelog with its unreleased part under the new version and a new, empty one above. Throws where there is nothing to release. */
const releaseNotes = (text, version, day) => {
  const [, before, unreleased, after] =
    /^([\s\S]*?)^## Unreleased\n([\s\S]*?)(?=^## |(?![\s\S]))([\s\S]*)$/m.exec(text) ?? [];
  if (!unreleased?.trim()) throw new Error('CHANGELOG.md has nothing under "## Unreleased".');
  return `${before}## Unreleased\n\n## ${version} (${day})\n${unreleased}${after}`;
};

const edit = (file, change) => {
  const target = path.join(root, file);
  const manifest = JSON.parse(fs.readFileSync(target, 'utf8'));
  change(manifest);
  fs.writeFileSync(target, `${JSON.stringify(manifest, null, 2)}\n`);
};

const writeVersion = (version) => {
  edit(`${folder}/package.json`, (manifest) => (manifest.version = version));
  edit('package.json', (manifest) => (manifest.dependencies[name] = version));
  edit('package-lock.json', ({ packages }) => {
    packages[folder].version = version;
    packages[''].dependencies[name] = version;
  });
};

const refuse = (message) => {
  throw new Error(message);
};

const main = async (version = '') => {
  const current = JSON.parse(fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8')).version;
  const next = parse(version) ?? refuse(`Name the version: npm run release -- X.Y.Z (now ${current}).`);
  if (isEarlier(next, parse(current))) refuse(`${version} is earlier than ${current}.`);
  if ((await mustRun('git', ['tag', '--list', `v${version}`])).trim()) refuse(`${version} was released already.`);
  if ((await mustRun('git', ['status', '--porcelain'])).trim()) refuse('Commit or put away what you changed first.');
  const notes = releaseNotes(fs.readFileSync(changelog, 'utf8'), version, new Date().toISOString().slice(0, 10));
  writeVersion(version);
  fs.writeFileSync(changelog, notes);
  await mustRun('node', ['scripts/test.mjs', 'check', 'build', 'package'], { show: true });
  await mustRun('git', ['commit', '-am', `chore: release ${version}`]);
  await mustRun('git', ['tag', '-a', `v${version}`, '-m', `${name} ${version}`]);
  console.log(`v${version} is committed and tagged. Next:\n  npm publish -w ${name}\n  git push --follow-tags`);
};

await main(process.argv[2]).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
