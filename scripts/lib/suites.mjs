import fs from 'node:fs';
import path from 'node:path';

import { run, root, tool } from './run.mjs';

const reports = path.join(root, '.tmp', 'test', 'reports');

const readReport = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined);

/** A suite that broke before it could report counts as one failed test, so that no failure is silent. */
const counted = (passed, failed, code) => ({ passed, failed: failed === 0 && code !== 0 ? 1 : failed });

const reportFile = (name) => {
  fs.mkdirSync(reports, { recursive: true });
  const file = path.join(reports, `${name}.json`);
  fs.rmSync(file, { force: true });
  return file;
};

/**
 * One of jest's projects, on SQLite or on the `database` named: `postgres`, `mysql`. `files` are parts of paths; without one, all run.
 *
 * @returns {Promise<{ passed: number, failed: number }>} A file that cannot be loaded counts as a failed test.
 */
export const jestSuite = async (project, { workers = '50%', database, env = {}, files = [] } = {}) => {
  const file = reportFile(database ? `${project}-${database}` : project);
  const { code } = await run(
    tool('jest'),
    [
      '--selectProjects',
      project,
      '--ci',
      '--passWithNoTests',
      `--maxWorkers=${workers}`,
      '--json',
      `--outputFile=${file}`,
      ...files,
    ],
    { show: true, env: { FORCE_COLOR: '0', ...(database && { TEST_DATABASE: database }), ...env } },
  );
  const report = readReport(file);
  return counted(
    report?.numPassedTests ?? 0,
    (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0),
    code,
  );
};

/** What `npm test` runs of the faults: on SQLite the mail server's, elsewhere what several processes do. */
const shortFaults = {
  sqlite: ['once', 'kills', 'torn-edits', 'smtp'],
  postgres: ['once', 'kills', 'stalled', 'torn-edits', 'parallel-edits', 'lost-commit', 'behind-nginx'],
};

/** What `.ci/run` runs in the normal form: on SQLite everything, elsewhere all but the mail server's failures, which no database changes. */
const normalFaults = {
  sqlite: [],
  postgres: [...shortFaults.postgres, 'clock', 'database-gone', 'live-replicas'],
};

const faultFiles = (names) => names.map((name) => `tests/faults/${name}`);

/**
 * What processes, databases and mail servers do when they fail. One file at a time, since each runs several processes and measures.
 *
 * @param {{ scale?: 'short' | 'normal' | 'long', database?: string, files?: string[] }} options
 */
export const faultSuite = ({ scale = 'normal', database, files = [] } = {}) =>
  jestSuite('faults', { workers: '1', database, files, env: { FAULTS: scale } });

export const normalFaultSuite = (database) =>
  faultSuite({ database, files: faultFiles(normalFaults[database ?? 'sqlite']) });

export const shortFaultSuite = (database) =>
  jestSuite('faults', {
    workers: '2',
    database,
    files: faultFiles(shortFaults[database ?? 'sqlite']),
    env: { FAULTS: 'short' },
  });

/**
 * The package in projects of their own, one after the other: npm and Strapi's bundler take the whole machine.
 *
 * @param {{ chromium: string, all?: boolean, previous?: string }} options `all`: every language and host; `previous`: an earlier tarball.
 */
export const installSuite = ({ chromium, all = false, previous }) =>
  jestSuite('install', {
    workers: '1',
    env: {
      CHROMIUM_PATH: chromium,
      ...(all && { INSTALL: 'all' }),
      ...(previous && { PREVIOUS_TARBALL: previous }),
    },
  });

/** Playwright's tests whose titles match `grep` (all of them without one), in each of the windows named. */
export const browserSuite = async (name, { chromium, grep, windows }) => {
  const file = reportFile(name);
  const { code } = await run(
    tool('playwright'),
    [
      'test',
      '--reporter=list,json',
      '--pass-with-no-tests',
      ...(grep ? ['--grep', grep] : []),
      ...windows.map((window) => `--project=${window}`),
    ],
    { show: true, env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file, FORCE_COLOR: '0', CI: '1' } },
  );
  const stats = readReport(file)?.stats;
  return counted((stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected ?? 0, code);
};
