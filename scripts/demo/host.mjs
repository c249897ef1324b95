// The demo's Strapi: the built host, seeded at its first start.
import { createRequire } from 'node:module';
import path from 'node:path';

import { root } from '../lib/run.mjs';
import { seed } from '../demo-seed/index.mjs';

const { createStrapi } = createRequire(path.join(root, 'package.json'))('@strapi/strapi');

process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));

const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist') });
await strapi.start();
process.send({ logins: await seed(strapi) });
