// The Strapi of the pictures: as the demo's, but its clock stands where the script puts it, and it sends when it is told to.
import { createRequire } from 'node:module';
import path from 'node:path';

import { seed } from '../demo-seed/index.mjs';
import { root } from '../lib/run.mjs';

const { createStrapi } = createRequire(path.join(root, 'package.json'))('@strapi/strapi');

process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));

const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist') });
const service = (name) => strapi.plugin('payments').service(name);

const orders = {
  clock: (instant) => service('clock').set(instant),
  tick: () => service('notices').tick(),
  seed: (today) => seed(strapi, today),
};

process.on('message', async ({ id, order, argument }) => {
  try {
    process.send({ id, value: await orders[order](argument) });
  } catch (error) {
    process.send({ id, error: error.stack });
  }
});

await strapi.start();
process.send({ ready: true });
