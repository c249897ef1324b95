import type { Core } from '@strapi/strapi';
import { inTransaction } from '../repositories/database';

const METHODS = ['create', 'createMany', 'update', 'updateMany', 'delete', 'deleteMany'] as const;

type Write = (uid: string, params: unknown) => Promise<unknown>;

/**
 * Makes a bare `strapi.db.query(uid)` write of the plugin's types one transaction with its hooks: without it a hook that throws would
 * leave the row behind.
 */
export function wrapWrites(strapi: Core.Strapi, uids: ReadonlySet<string>): void {
  const manager = strapi.db.entityManager as unknown as Record<(typeof METHODS)[number], Write>;
  for (const method of METHODS) {
    const original = manager[method];
    manager[method] = function write(this: unknown, uid, params) {
      const run = () => original.call(this, uid, params);
      return uids.has(uid) && !strapi.db.inTransaction() ? inTransaction(strapi, run) : run();
    };
  }
}
