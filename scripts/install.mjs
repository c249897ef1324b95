// `npm run test:install`: the built package in a Strapi project outside of this repository, in TypeScript, as every change must pass it.
// `-- --all` adds JavaScript, the upgrade from an earlier commit, and what an operator may have changed in the host.
import { buildOnce } from './build-once.mjs';
import { packCommit } from './lib/pack-commit.mjs';
import { ensureChromium, installDependencies } from './lib/prepare.mjs';
import { installSuite } from './lib/suites.mjs';

/** The last state before the package's first files for other hosts: its tables are what an upgrade finds. */
const earlier = { commit: 'd4eb0994d66f2d0e6efc0dad83b654dfb8ff6aa8', version: '0.0.9' };

const main = async () => {
  await installDependencies();
  const chromium = await ensureChromium();
  await buildOnce();
  if (!process.argv.includes('--all')) return installSuite({ chromium });
  const { tarball, remove } = await packCommit(earlier.commit, earlier.version);
  return installSuite({ chromium, all: true, previous: tarball }).finally(remove);
};

await main()
  .then(({ passed, failed }) => {
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
  })
  .catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
