import type { Core } from '@strapi/strapi';
import { table } from '../constants';
import { connect, toDate } from './database';

export interface QueueState {
  /** Queued or on its way. */
  readonly waiting: number;
  readonly failed: number;
  readonly uncertain: number;
  /** When the notice that waits longest was to go. */
  readonly oldest: Date | null;
}

/** How the queue stands, in one statement over its index. */
export async function readQueueState(strapi: Core.Strapi): Promise<QueueState> {
  const db = await connect(strapi);
  const rows: { state: string; count: number | string; oldest: unknown }[] = await db(table.notice)
    .whereIn('state', ['queued', 'claimed', 'handing-over', 'failed', 'uncertain'])
    .groupBy('state')
    .select('state')
    .count({ count: '*' })
    .min({ oldest: 'send_after' });
  const of = (...states: string[]) => rows.filter(({ state }) => states.includes(state));
  const count = (...states: string[]) => of(...states).reduce((sum, row) => sum + Number(row.count), 0);
  const times = of('queued', 'claimed', 'handing-over').flatMap(({ oldest }) => toDate(oldest) ?? []);
  return {
    waiting: count('queued', 'claimed', 'handing-over'),
    failed: count('failed'),
    uncertain: count('uncertain'),
    oldest: times.sort((a, b) => a.getTime() - b.getTime())[0] ?? null,
  };
}
