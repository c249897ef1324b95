import type { Core } from '@strapi/strapi';
import type { Health } from '../../../contracts/health';
import { readQueueState } from '../repositories/queue-health';
import { getConfig, getService } from './get-service';

/** Two ticks may be missed by a restart; more is a process that does not run, or cannot reach its database. */
const LATE_TICK_MS = 5 * 60_000;

/** What is due goes within a minute; what waits longer waits for a mail server, or for a dispatcher. */
const LATE_NOTICE_MS = 15 * 60_000;

/** How the work that nobody sees goes on: the minute's tick, and the queue of notices. */
export const health = ({ strapi }: { strapi: Core.Strapi }) => {
  const store = () => strapi.store({ type: 'plugin', name: 'payments', key: 'health' });
  const now = () => getService(strapi, 'clock').now();

  return {
    /** A tick ended well, in this process or another. */
    noteTick: (): Promise<void> => store().set({ value: { tickedAt: now().toISOString() } }),

    async get(): Promise<Health> {
      const { tickedAt = null } = ((await store().get({})) as { tickedAt?: string } | null) ?? {};
      const { oldest, ...queue } = await readQueueState(strapi);
      const at = now().getTime();
      const due = oldest !== null && oldest.getTime() <= at ? oldest : null;
      return {
        lastTickAt: tickedAt,
        tickIsLate: tickedAt === null || at - Date.parse(tickedAt) > LATE_TICK_MS,
        ...queue,
        oldestDueAt: due?.toISOString() ?? null,
        queueIsLate: due !== null && at - due.getTime() > LATE_NOTICE_MS,
        ticksHere: getConfig(strapi, 'tick'),
      };
    },
  };
};
