import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { elapsed, run, root } from './run.mjs';

const lockFile = path.join(root, 'package-lock.json');
/** npm writes this copy of the lock file last: it names what is really there. */
const installedLock = path.join(root, 'node_modules', '.package-lock.json');

const entriesOf = (file) => JSON.parse(fs.readFileSync(file, 'utf8')).packages;

const optionalOrAbsent = (wanted) => wanted.optional || wanted.devOptional || wanted.peer;

/** @returns {boolean} Whether `node_modules` holds every package of the lock file in its version. */
const dependenciesAreFresh = () => {
  if (!fs.existsSync(installedLock)) return false;
  const installed = entriesOf(installedLock);
  return Object.entries(entriesOf(lockFile)).every(([name, wanted]) => {
    if (!name.includes('node_modules/') || optionalOrAbsent(wanted)) return true;
    return installed[name] !== undefined && installed[name].version === wanted.version;
  });
};

const failWith = (message) => {
  throw new Error(message);
};

/** Runs `npm ci` when `node_modules` is missing or does not match the lock file. */
export const installDependencies = async (say = console.log) => {
  if (dependenciesAreFresh()) return;
  const start = performance.now();
  say('Installing dependencies (npm ci) …');
  const { code } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'], { show: true });
  if (code !== 0)
    failWith('npm ci failed. Strapi needs Node 20 to 24; better-sqlite3 may need a C++ toolchain and Python.');
  say(`Installed the dependencies in ${elapsed(start)}.`);
};

const works = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;

const chromiumNames = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const findChromium = () => [process.env.CHROMIUM_PATH, ...chromiumNames].find((name) => name && works(name));

/** Installs packages of Debian or Ubuntu where that is possible; else throws, naming what is to be installed by hand. */
const aptInstall = async (what, packages, advice, say) => {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !works('apt-get')) failWith(`${what} is missing: ${advice}`);
  say(`Installing ${what} (apt-get) …`);
  for (const step of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { code, output } = await run('apt-get', step, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
    if (code !== 0) failWith(`apt-get ${step[0]} failed; install ${what} by hand.\n${output}`);
  }
};

/** @returns The path of a Chromium that runs; installs one where that is possible. */
export const ensureChromium = async (say = console.log) => {
  const packages = ['chromium', 'fonts-liberation', 'fonts-dejavu-core'];
  const advice = 'install it (Debian, Ubuntu: apt-get install chromium), or name one in CHROMIUM_PATH.';
  if (!findChromium()) await aptInstall('Chromium', packages, advice, say);
  return findChromium() ?? failWith('Chromium is installed but does not start.');
};

const hasMariadb = () => ['mariadbd', '/usr/sbin/mariadbd', 'mysqld', '/usr/sbin/mysqld'].some(works);

/** The tests start a server of their own from the installed programs; they need no running one. */
export const ensureMariadb = async (say = console.log) => {
  const advice = 'install it (Debian, Ubuntu: apt-get install mariadb-server).';
  if (!hasMariadb()) await aptInstall('MariaDB', ['mariadb-server'], advice, say);
};

const hasNginx = () =>
  ['nginx', '/usr/sbin/nginx'].some((name) => spawnSync(name, ['-v'], { stdio: 'ignore' }).status === 0);

/** The tests start one of their own with the configuration of docs/deploy.md. */
export const ensureNginx = async (say = console.log) => {
  if (hasNginx()) return;
  await aptInstall('nginx', ['nginx-light'], 'install it (Debian, Ubuntu: apt-get install nginx-light).', say);
  // Debian's package starts the service, where there is an init system; the tests need the program alone.
};
