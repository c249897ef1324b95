import type { Core } from '@strapi/strapi';
import { USER_UID } from '../constants';
import { checkStreams } from '../live';
import { afterCommit } from '../repositories/database';
import { SESSION_UID, writePasswordChange } from '../repositories/sessions';
import { watchGrants } from './grant';
import { usesSessions } from './session';

interface UpdateParams {
  where?: { id?: unknown };
  data?: { password?: unknown; blocked?: unknown };
}

/** Ids that an update of users touches, read before it runs: its condition may be any. */
const idsOf = async (strapi: Core.Strapi, where: unknown): Promise<number[]> => {
  const rows = await strapi.db.query(USER_UID).findMany({ select: ['id'], where: where ?? {} });
  return rows.map(({ id }: { id: number }) => Number(id));
};

/**
 * A new password ends every session that the old one opened, by whatever path it was set: Strapi does so for the user's own change, but not where an
 * administrator sets one.
 */
async function endSessions(strapi: Core.Strapi, userIds: readonly number[]): Promise<void> {
  await writePasswordChange(strapi, userIds, new Date());
  if (!usesSessions(strapi)) return;
  for (const id of userIds) await strapi.sessionManager('users-permissions').invalidateRefreshToken(String(id));
}

/**
 * Sees passwords change, users blocked and sessions end, and lets open streams know at once (other replicas see it at their next heartbeat); and sees
 * which customer actions an administrator takes away.
 */
export function watchUsers(strapi: Core.Strapi): void {
  watchGrants(strapi);
  const look = () => afterCommit(strapi, () => checkStreams(strapi));

  const before = async ({ params, state }: { params: UpdateParams; state: Record<string, unknown> }) => {
    if (params.data?.password) state.paymentsUserIds = await idsOf(strapi, params.where);
  };
  const after = async ({ params, state }: { params: UpdateParams; state: Record<string, unknown> }) => {
    const ids = state.paymentsUserIds as number[] | undefined;
    if (ids?.length) await endSessions(strapi, ids);
    if (ids || params.data?.blocked) await look();
  };

  strapi.db.lifecycles.subscribe({
    models: [USER_UID],
    beforeUpdate: before,
    beforeUpdateMany: before,
    afterUpdate: after,
    afterUpdateMany: after,
    afterDelete: look,
    afterDeleteMany: look,
  });
  strapi.db.lifecycles.subscribe({ models: [SESSION_UID], afterDelete: look, afterDeleteMany: look });
}
