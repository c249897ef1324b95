import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { dialectOf, errorName } from './database';

/** A connection of mysql2, as far as it is used here. */
interface MysqlConnection {
  query(sql: string, done: (error: Error | null) => void): unknown;
}

/** The pool that knex keeps; its events are part of its interface (tarn). */
interface ConnectionPool {
  on(event: 'createSuccess', listener: (request: number, connection: MysqlConnection) => void): unknown;
}

/** Where knex begins a transaction, on behalf of everybody. */
interface TransactionSource {
  transaction(work: (trx: Knex.Transaction) => unknown, ...rest: unknown[]): unknown;
}

const READ_COMMITTED = 'set session transaction isolation level read committed';

/**
 * Makes transactions on MariaDB and MySQL see what is committed, as on PostgreSQL. Their default, REPEATABLE READ, locks the gaps between
 * rows as well: an edit that queues a notice and the dispatcher that claims others then wait for each other, and one of them is broken
 * off. A connection runs its queries in order, so this one comes before all. Called before the first connection is made.
 */
export function readCommitted(strapi: Core.Strapi): void {
  if (dialectOf(strapi) !== 'mysql') return;
  const { pool } = strapi.db.connection.client as { pool: ConnectionPool };
  pool.on('createSuccess', (_request, connection) => {
    connection.query(READ_COMMITTED, (error) => {
      if (error) strapi.log.error(`payments: transactions keep the database's isolation: ${errorName(error)}`);
    });
  });
}

/**
 * Makes a transaction whose COMMIT failed say so. Knex resolves `commit()` all the same and rejects `executionPromise` alone, at which Strapi
 * does not look: an edit would be answered as saved, and a mail taken for acknowledged, though the database has neither.
 */
export function tellFailedCommits(strapi: Core.Strapi): void {
  const client = strapi.db.connection.client as TransactionSource;
  const begin = client.transaction;
  client.transaction = function transaction(work, ...rest) {
    return begin.call(this, (trx) => work(awaitingItsCommit(trx)), ...rest);
  };
}

function awaitingItsCommit(trx: Knex.Transaction): Knex.Transaction {
  const { commit } = trx;
  trx.commit = (async (value?: unknown) => {
    const answer: unknown = await commit.call(trx, value);
    await trx.executionPromise;
    return answer;
  }) as typeof commit;
  return trx;
}
