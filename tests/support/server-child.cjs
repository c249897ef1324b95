// Plain JavaScript, because Node runs it without the tests' transformer: boots the built host and answers `evaluate`.
'use strict';

const path = require('node:path');
const { createRequire } = require('node:module');

const root = path.resolve(__dirname, '..', '..');
const hostRequire = createRequire(path.join(root, 'package.json'));
const { createStrapi } = hostRequire('@strapi/strapi');

const describeError = (error) => {
  if (!(error instanceof Error)) return { name: 'NonError', message: String(error) };
  const { name, message, stack, details, status, code } = error;
  return { name, message, stack, details, status, code };
};

/** `source` is the text of a function in the test; it sees nothing of the test's scope but its argument. */
const evaluate = async ({ id, source, arg }, strapi) => {
  try {
    const run = (0, eval)(`(${source})`);
    process.send({ id, value: await run({ strapi, require: hostRequire }, arg) });
  } catch (error) {
    process.send({ id, error: JSON.parse(JSON.stringify(describeError(error))) });
  }
};

const main = async () => {
  process.chdir(root);
  const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist') });
  // A bench measures the product beside routes of its own.
  if (process.env.SERVER_EXTENSION) require(process.env.SERVER_EXTENSION)(strapi);
  process.on('message', (message) => void evaluate(message, strapi));
  process.on('disconnect', () => process.exit(0));
  await strapi.start();
  // On a busy machine a connection that was idle for Node's five seconds is cut just as a test asks on it again.
  strapi.server.httpServer.keepAliveTimeout = 60_000;
  // Every process of an office shows the same time, also one that comes back.
  if (process.env.TEST_CLOCK_OFFSET) {
    const now = new Date(Date.now() + Number(process.env.TEST_CLOCK_OFFSET));
    strapi.plugin('payments').service('clock').set(now.toISOString());
  }
  process.send({ ready: true });
};

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
