// `npm test`: installs what is missing, then every suite that a change must pass. `npm test -- --long` runs the longer ones
// instead (all browser journeys, the other databases), as `.ci/run` does after it; `npm test -- api unit` runs the suites
// with one of these words in their names. Nothing is read from standard input.
import { ensureChromium, ensureMariadb, ensureNginx, installDependencies } from './lib/prepare.mjs';
import { elapsed, run } from './lib/run.mjs';
import { browserSuite, jestSuite, normalFaultSuite, shortFaultSuite } from './lib/suites.mjs';

/** Journeys that run on every change carry this word in their titles: one for each page. */
const journey = '@journey';

const shortSuites = [
  ['check', async () => (await import('./check.mjs')).check()],
  ['unit', () => jestSuite('unit')],
  ['build', build],
  ['package', verifyPackage],
  ['api', () => jestSuite('api')],
  ['security', () => jestSuite('security')],
  ['faults, short, on SQLite', () => shortFaultSuite()],
  ['faults, short, on PostgreSQL', () => ensureNginx().then(() => shortFaultSuite('postgres'))],
  [
    'browser journeys',
    async () => browserSuite('journeys', { chromium: await ensureChromium(), grep: journey, windows: ['wide'] }),
  ],
];

const longSuites = [
  ['build', build],
  [
    'all browser journeys',
    async () => browserSuite('e2e', { chromium: await ensureChromium(), windows: ['wide', 'phone'] }),
  ],
  ['api on PostgreSQL', () => jestSuite('api', { database: 'postgres' })],
  ['api on MariaDB', () => ensureMariadb().then(() => jestSuite('api', { database: 'mysql' }))],
  ['security on PostgreSQL', () => jestSuite('security', { database: 'postgres' })],
  ['security on MariaDB', () => ensureMariadb().then(() => jestSuite('security', { database: 'mysql' }))],
  ['faults on SQLite', () => normalFaultSuite()],
  ['faults on PostgreSQL', () => ensureNginx().then(() => normalFaultSuite('postgres'))],
];

/** The product is built once and tested by all; a broken build fails the suites behind it, so it stops the run. */
async function build() {
  const { buildOnce } = await import('./build-once.mjs');
  await buildOnce();
  return { passed: 0, failed: 0 };
}

/** What Strapi asks of a plugin's package, and what we promise of it. */
async function verifyPackage() {
  const { code } = await run('npm', ['run', '--silent', 'verify', '-w', 'strapi-plugin-payments'], { show: true });
  const { passed, failed } = await jestSuite('package');
  return code === 0 ? { passed: passed + 1, failed } : { passed, failed: failed + 1 };
}

const runSuite = async ([name, suite]) => {
  const start = performance.now();
  console.log(`\n── ${name}`);
  const result = await suite();
  const counts = result.passed + result.failed > 0 ? `${result.passed} passed, ${result.failed} failed, ` : '';
  console.log(`── ${name}: ${counts}${elapsed(start)}`);
  return result;
};

const main = async () => {
  const start = performance.now();
  const long = process.argv.includes('--long');
  const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  await installDependencies();
  // Early, so that what cannot be installed stops the run before its long part.
  if (words.length === 0) await ensureChromium();
  if (words.length === 0) await (long ? ensureMariadb() : ensureNginx());
  const suites = (long ? longSuites : shortSuites).filter(
    ([name]) => words.length === 0 || words.some((word) => name.includes(word)),
  );
  const total = { passed: 0, failed: 0 };
  try {
    for (const suite of suites) {
      const { passed, failed } = await runSuite(suite);
      total.passed += passed;
      total.failed += failed;
    }
  } catch (error) {
    console.error(error.message);
    total.failed += 1;
  }
  console.log(`\nAll suites in ${elapsed(start)}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
};

await main().catch((error) => {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});
