import type { Core } from '@strapi/types';
import { schedule } from 'node-cron';
import type { ScheduledTask } from 'node-cron';
import { errorName } from '../repositories/database';
import { drainNotices } from '../notices';
import { queueDigests } from '../notices/digest';
import { sweep } from '../notices/sweep';
import { makeSeriesPeriods } from '../services/series-making';
import { getConfig, getService } from '../services/get-service';
import { tellOfOverdue } from '../services/overdue';
import { retain } from '../services/retention';

/** One task for each Strapi in this process. */
const tasks = new WeakMap<Core.Strapi, ScheduledTask>();

/** Every minute, on every replica; what is due is asked of the database, so that a minute left out loses nothing. */
const EVERY_MINUTE = '* * * * *';

/** Looks for what is due and sends it; resolves when that is done. Two at once do no harm. */
export async function tick(strapi: Core.Strapi): Promise<void> {
  await makeSeriesPeriods(strapi);
  await sweep(strapi);
  await queueDigests(strapi);
  await tellOfOverdue(strapi);
  await drainNotices(strapi);
  await retain(strapi);
  await getService(strapi, 'health').noteTick();
}

/** Starts the minute's tick, unless the host's configuration says that this process does not tick. */
export function startCron(strapi: Core.Strapi): void {
  if (!getConfig(strapi, 'tick')) return;
  const run = () =>
    tick(strapi).catch((error: unknown) => strapi.log.error(`payments: the minute's tick failed: ${errorName(error)}`));
  tasks.set(strapi, schedule(EVERY_MINUTE, run, { name: 'payments', noOverlap: true }));
}

export async function stopCron(strapi: Core.Strapi): Promise<void> {
  await tasks.get(strapi)?.destroy();
  tasks.delete(strapi);
}

/** The minute's tick as a service, for tests and for hosts that have a scheduler of their own; its two large parts also alone. */
export const ticker = ({ strapi }: { strapi: Core.Strapi }) => ({
  tick: (): Promise<void> => tick(strapi),

  /** Queues the reminders that are due. */
  sweep: (): Promise<void> => sweep(strapi),

  /** Sends what is queued and due; resolves when it is sent, given back or put off. */
  drain: (): Promise<void> => drainNotices(strapi),
});
