import path from 'node:path';
import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];

/** What better-sqlite3 hands to knex's pool for every new connection. */
interface SqliteConnection {
  pragma(statement: string): unknown;
}

const applicationRoot = path.resolve(__dirname, '..', '..');

const sqlite = (env: Env) => ({
  connection: { filename: path.resolve(applicationRoot, env('DATABASE_FILENAME', '.tmp/data.db')) },
  useNullAsDefault: true,
  pool: {
    // Strapi sets neither: without WAL a reader blocks the writer, without a timeout a busy file fails at once.
    afterCreate(connection: SqliteConnection, done: (error: Error | null, connection: SqliteConnection) => void) {
      connection.pragma('journal_mode = WAL');
      connection.pragma('busy_timeout = 10000');
      done(null, connection);
    },
  },
});

const ssl = (env: Env) =>
  env.bool('DATABASE_SSL', false) && {
    ca: env('DATABASE_SSL_CA', undefined),
    rejectUnauthorized: env.bool('DATABASE_SSL_REJECT_UNAUTHORIZED', true),
  };

const pool = (env: Env) => ({ min: env.int('DATABASE_POOL_MIN', 2), max: env.int('DATABASE_POOL_MAX', 10) });

const postgres = (env: Env) => ({
  connection: {
    connectionString: env('DATABASE_URL'),
    host: env('DATABASE_HOST', 'localhost'),
    port: env.int('DATABASE_PORT', 5432),
    database: env('DATABASE_NAME', 'strapi'),
    user: env('DATABASE_USERNAME', 'strapi'),
    password: env('DATABASE_PASSWORD', 'strapi'),
    schema: env('DATABASE_SCHEMA', 'public'),
    ssl: ssl(env),
  },
  pool: pool(env),
});

/** mysql2 reads no connection string through Strapi, so DATABASE_URL is taken apart here; the single names fill the gaps. */
const mysql = (env: Env) => {
  const url = env('DATABASE_URL');
  const address = url ? new URL(url) : undefined;
  return {
    connection: {
      host: address?.hostname ?? env('DATABASE_HOST', 'localhost'),
      port: address?.port ? Number(address.port) : env.int('DATABASE_PORT', 3306),
      database: address?.pathname.slice(1) ?? env('DATABASE_NAME', 'strapi'),
      user: address ? decodeURIComponent(address.username) : env('DATABASE_USERNAME', 'strapi'),
      password: address ? decodeURIComponent(address.password) : env('DATABASE_PASSWORD', 'strapi'),
      ssl: ssl(env),
    },
    pool: pool(env),
  };
};

const clients = { sqlite, postgres, mysql };

const isClient = (name: string): name is keyof typeof clients => Object.hasOwn(clients, name);

export default ({ env }: Core.Config.Shared.ConfigParams) => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  if (!isClient(client)) {
    throw new Error(`DATABASE_CLIENT is "${client}"; use one of ${Object.keys(clients).join(', ')}.`);
  }
  return {
    connection: {
      client,
      ...clients[client](env),
      acquireConnectionTimeout: env.int('DATABASE_CONNECTION_TIMEOUT', 60000),
    },
  };
};
