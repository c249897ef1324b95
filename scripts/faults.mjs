// `npm run test:faults`: what processes, databases and mail servers do when they fail, on SQLite, PostgreSQL and MariaDB. `-- --long` is
// the form with 2,000 reminders; `-- postgres kills` runs, on PostgreSQL alone, the files whose names contain "kills".
import { buildOnce } from './build-once.mjs';
import { ensureMariadb, ensureNginx, installDependencies } from './lib/prepare.mjs';
import { elapsed } from './lib/run.mjs';
import { faultSuite } from './lib/suites.mjs';

const databases = ['sqlite', 'postgres', 'mysql'];

const main = async () => {
  const start = performance.now();
  const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const chosen = databases.filter((name) => words.includes(name));
  const files = words.filter((word) => !databases.includes(word));
  const scale = process.argv.includes('--long') ? 'long' : 'normal';
  const total = { passed: 0, failed: 0 };
  await installDependencies();
  await buildOnce();
  for (const name of chosen.length > 0 ? chosen : databases) {
    if (name === 'mysql') await ensureMariadb();
    if (name !== 'sqlite') await ensureNginx();
    const startOfOne = performance.now();
    const { passed, failed } = await faultSuite({ scale, files, ...(name !== 'sqlite' && { database: name }) });
    console.log(`── faults on ${name}: ${passed} passed, ${failed} failed, ${elapsed(startOfOne)}\n`);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`${total.passed} passed, ${total.failed} failed, ${elapsed(start)}`);
  process.exitCode = total.failed === 0 ? 0 : 1;
};

await main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
