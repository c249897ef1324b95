import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';

import type { Engine, EngineAddress, EngineName } from './engine';
import { startMariadb } from './engine-mariadb';
import { startPostgres } from './engine-postgres';

export type { Engine, EngineAddress, EngineName } from './engine';

const user: Readonly<Record<EngineName, string>> = { postgres: 'postgres', mysql: 'strapi' };

/** A database's address on an engine; user and password are the same word. */
const addressOf = ({ client, port }: EngineAddress, database: string): string =>
  `${client}://${user[client]}:${user[client]}@127.0.0.1:${port}/${database}`;

/** Makes an empty database, or (PostgreSQL alone) a copy of another one that nobody uses, and answers its address. */
export const createDatabase = async (engine: EngineAddress, name: string, copyOf?: string): Promise<string> => {
  if (engine.client === 'postgres') {
    const connection = new Client({ connectionString: addressOf(engine, 'postgres') });
    await connection.connect();
    await connection.query(`create database ${name}${copyOf ? ` template ${copyOf}` : ''}`);
    await connection.end();
  } else {
    const connection = await createConnection(addressOf(engine, 'mysql'));
    await connection.query(`create database ${name}`);
    await connection.end();
  }
  return addressOf(engine, name);
};

/** Starts a database server for the tests. */
export const startEngine = (name: EngineName): Promise<Engine> =>
  name === 'postgres' ? startPostgres() : startMariadb();
