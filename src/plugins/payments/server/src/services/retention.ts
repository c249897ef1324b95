import type { Core } from '@strapi/strapi';
import type { Day } from '../../../domain/day';
import { deleteOldEvents, deleteOldNotices } from '../repositories/retention';
import { getService } from './get-service';

/** Rows of one statement, and statements of one tick: what is left over goes with the next. */
const BATCH = 500;
const BATCHES_A_TICK = 40;

/** The day on which a process last found nothing more to do: it looks once a day. */
const doneOn = new WeakMap<Core.Strapi, string>();

/** So many months ago, on the same day of the month as far as that month has one. */
function monthsBefore(now: Date, months: number): Date {
  const then = new Date(now);
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - months);
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(now.getUTCDate(), last));
  return then;
}

async function work(remove: (limit: number) => Promise<number>): Promise<boolean> {
  for (let batch = 0; batch < BATCHES_A_TICK; batch += 1) {
    if ((await remove(BATCH)) < BATCH) return true;
  }
  return false;
}

/**
 * Deletes what the office's settings say is kept no longer: mails with their texts, and the history of payments with nothing left to pay. Any number of
 * processes may do it at once: a row that another deleted is gone all the same.
 */
export async function retain(strapi: Core.Strapi): Promise<void> {
  const { keepNoticesMonths, keepEventsMonths } = await getService(strapi, 'settings').get();
  const clock = getService(strapi, 'clock');
  const today: Day = await clock.today();
  const key = [today, keepNoticesMonths, keepEventsMonths].join();
  if (doneOn.get(strapi) === key) return;
  const now = clock.now();
  const notices =
    keepNoticesMonths === null ||
    (await work((limit) => deleteOldNotices(strapi, monthsBefore(now, keepNoticesMonths), limit)));
  const events =
    keepEventsMonths === null ||
    (await work((limit) => deleteOldEvents(strapi, monthsBefore(now, keepEventsMonths), limit)));
  if (notices && events) doneOn.set(strapi, key);
}
