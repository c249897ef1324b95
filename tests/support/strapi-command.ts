import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { root } from './paths';
import { databaseEnvironment, secrets, type Database } from './server-process';

const run = promisify(execFile);

/** Strapi's own command (`export`, `import`, …) of the built host, on a database that no server of the test runs on. */
export const strapiCommand = (database: Database, args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  run(process.execPath, [path.join(root, 'node_modules/.bin/strapi'), ...args], {
    cwd: root,
    env: {
      ...process.env,
      ...secrets,
      ...databaseEnvironment(database),
      NODE_ENV: 'test',
      STRAPI_TELEMETRY_DISABLED: 'true',
      ...env,
    },
    maxBuffer: 20_000_000,
  });
