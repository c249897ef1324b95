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
 * One of jest's projects, on SQLite or on the `database` named: `postgres`, `mysql`.
 *
 * @returns {Promise<{ passed: number, failed: number }>} A file that cannot be loaded counts as a failed test.
 */
export const jestSuite = async (project, { workers = '50%', database } = {}) => {
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
    ],
    { show: true, env: { FORCE_COLOR: '0', ...(database && { TEST_DATABASE: database }) } },
  );
  const report = readReport(file);
  return counted(
    report?.numPassedTests ?? 0,
    (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0),
    code,
  );
};

/** Playwright's tests whose titles match `grep` (all of them without one). */
export const browserSuite = async (name, { chromium, grep }) => {
  const file = reportFile(name);
  const { code } = await run(
    tool('playwright'),
    ['test', '--reporter=list,json', '--pass-with-no-tests', ...(grep ? ['--grep', grep] : [])],
    { show: true, env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file, FORCE_COLOR: '0', CI: '1' } },
  );
  const stats = readReport(file)?.stats;
  return counted((stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected ?? 0, code);
};
