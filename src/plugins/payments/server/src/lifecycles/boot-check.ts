import type { Core } from '@strapi/strapi';
import { uid } from '../constants';

/** No row has this id. */
const NOBODY = -1;

/**
 * Checks that a bare `strapi.db.query` write runs our hooks inside a transaction, and refuses to start otherwise: an edit by a script
 * would leave no history, or half of one, and nobody would notice.
 */
export async function checkHooks(strapi: Core.Strapi): Promise<void> {
  const seen: boolean[] = [];
  const unsubscribe = strapi.db.lifecycles.subscribe({
    models: [uid.instalment],
    beforeUpdate(event: { params: { where?: { id?: unknown } } }) {
      if (event.params.where?.id === NOBODY) seen.push(strapi.db.inTransaction());
    },
  } as never);
  await strapi.db.query(uid.instalment).update({ where: { id: NOBODY }, data: {} });
  unsubscribe();
  if (seen.length > 0 && seen.every(Boolean)) return;
  throw new Error(
    seen.length > 0
      ? 'payments: writes by strapi.db.query do not run in a transaction; another plugin replaced the entity manager'
      : 'payments: lifecycle hooks are switched off, so that edits would leave no history',
  );
}
