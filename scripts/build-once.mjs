// Builds what changed since the last time, and nothing else: a stamp beside the build keeps the hash of each part's sources.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { withLock } from './lib/lock.mjs';
import { elapsed, mustRun, root, tool } from './lib/run.mjs';
import { hashOf } from './lib/sources.mjs';

const plugin = 'src/plugins/payments';
const inPlugin = (...names) => names.map((name) => `${plugin}/${name}`);
const folder = path.join(root, '.tmp', 'build');
const stampFile = path.join(folder, 'stamp.json');

const npmScript = (name) => mustRun('npm', ['run', '--silent', name], { cwd: path.join(root, plugin) });

/**
 * In the order in which one needs the other. `sources` is read when the part's turn comes: the admin panel depends on what
 * the plugin's bundles became, so a change in the server alone does not build it again.
 */
const parts = [
  {
    name: 'plugin',
    sources: inPlugin(
      'package.json',
      'domain',
      'contracts',
      'server',
      'admin',
      'client',
      'scripts',
      'tsconfig.types.json',
    ),
    output: `${plugin}/dist/server/index.js`,
    build: () => npmScript('build:bundles').then(() => npmScript('build:types')),
  },
  {
    name: 'portal',
    sources: inPlugin('package.json', 'domain', 'contracts', 'client', 'portal'),
    output: `${plugin}/dist/portal/index.html`,
    build: () => npmScript('build:portal'),
  },
  {
    name: 'host',
    sources: ['config', 'database', 'tsconfig.json', 'src/index.ts', 'src/api', 'src/extensions', 'src/middlewares'],
    output: 'dist/config/server.js',
    build: () => mustRun(tool('tsc'), ['-p', 'tsconfig.json']),
  },
  {
    name: 'admin panel',
    sources: ['package-lock.json', 'src/admin', 'config', `${plugin}/package.json`],
    built: `${plugin}/dist/admin`,
    output: 'dist/build/index.html',
    build: () => mustRun(tool('strapi'), ['build'], { env: { NODE_ENV: 'production' } }),
  },
];

const hashOfBuilt = (relative) => {
  const directory = path.join(root, relative);
  return fs
    .readdirSync(directory)
    .sort()
    .map((name) => hashOf([path.posix.join(relative, name)]))
    .join();
};

const readStamp = () => (fs.existsSync(stampFile) ? JSON.parse(fs.readFileSync(stampFile, 'utf8')) : {});

const buildPart = async ({ name, sources, built, output, build }, stamp, say) => {
  const hash = hashOf(sources) + (built ? hashOfBuilt(built) : '');
  if (stamp[name] === hash && fs.existsSync(path.join(root, output))) return;
  const start = performance.now();
  say(`Building the ${name} …`);
  delete stamp[name];
  await build();
  stamp[name] = hash;
  fs.writeFileSync(stampFile, `${JSON.stringify(stamp, null, 2)}\n`);
  say(`Built the ${name} in ${elapsed(start)}.`);
};

/** Brings the built product up to date. Several processes may ask at once; one builds, the others wait for it. */
export const buildOnce = (say = console.log) =>
  withLock(path.join(folder, 'lock'), async () => {
    const stamp = readStamp();
    for (const part of parts) await buildPart(part, stamp, say);
  });

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildOnce().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
