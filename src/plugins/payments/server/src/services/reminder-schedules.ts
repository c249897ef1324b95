import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { firstReminder } from '../../../domain/ladder';
import type { SendingTime } from '../../../domain/ladder';
import { pointsOf } from '../record/reminder-schedule';
import type { ReminderRules } from '../record/reminder-schedule';
import { errorName, inTransaction } from '../repositories/database';
import { lockOpenPayments, readReminderRows, writeReminders } from '../repositories/open-payments';
import type { Owner, ReminderRow } from '../repositories/open-payments';
import { getService } from './get-service';

/** Payments of one transaction, so that neither readers nor other writers wait long. */
const BATCH = 250;
/** Rows of one statement: every driver has its limit of bound values. */
const ROWS = 500;

const STORE = 'strapi::core-store';
const NOTE = 'plugin_payments_stale_reminders_';

type Next = Pick<ReminderRow, 'remindOn' | 'remindStep'>;

/** A reminder whose moment has come is the sweep's: it asks the new ladder itself, and nothing due is skipped. */
const isDue = ({ remindOn }: ReminderRow, { today, hourPassed }: SendingTime): boolean =>
  remindOn !== null && (remindOn < today || (remindOn === today && hourPassed));

/**
 * Keeps the stored day of the next reminder right when what it follows from changes for many instalments at once: an institution's ladder
 * or bank days, the office's ladder, the closed days.
 */
export const reminderSchedules = ({ strapi }: { strapi: Core.Strapi }) => {
  async function rulesAndTime(): Promise<{ rules: ReminderRules; now: SendingTime }> {
    const { ladder, reminderHour } = await getService(strapi, 'settings').get();
    const { today, hour } = await getService(strapi, 'clock').office();
    const rules = { calendar: await getService(strapi, 'calendar').get(), ladder };
    return { rules, now: { today, hourPassed: hour >= reminderHour } };
  }

  /** The rows whose next reminder is another by these rules. Many share a due date, whose points are counted once. */
  function stale(rows: readonly ReminderRow[], rules: ReminderRules, now: SendingTime): ReminderRow[] {
    const known = new Map<string, Next>();
    return rows.flatMap((row) => {
      if (isDue(row, now)) return [];
      const key = `${row.dueDate} ${row.pinned} ${row.institution?.id ?? ''}`;
      const next = known.get(key) ?? nextOf(row, rules, now);
      known.set(key, next);
      return next.remindOn === row.remindOn && next.remindStep === row.remindStep ? [] : [{ ...row, ...next }];
    });
  }

  function nextOf(row: ReminderRow, rules: ReminderRules, now: SendingTime): Next {
    const point = firstReminder(pointsOf(row, row.institution, rules), now);
    return { remindOn: point?.on ?? null, remindStep: point?.step ?? null };
  }

  async function reschedule(owner: Owner): Promise<void> {
    const { rules, now } = await rulesAndTime();
    let last = 0;
    for (let more = true; more;) {
      await inTransaction(strapi, async () => {
        const batch = await lockOpenPayments(strapi, owner, last, BATCH);
        const ids = batch.map(({ id }) => id);
        const changed = ids.length === 0 ? [] : stale(await readReminderRows(strapi, ids), rules, now);
        for (let start = 0; start < changed.length; start += ROWS) {
          await writeReminders(strapi, changed.slice(start, start + ROWS));
        }
        last = ids.at(-1) ?? last;
        more = batch.length === BATCH;
      });
    }
  }

  return {
    /**
     * Notes, in the caller's transaction, that schedules are stale: an institution's (its row's id), or all. A crash before `workOff`
     * is done loses nothing, because the note stays.
     */
    async note(institutionId: number | null): Promise<void> {
      await strapi.db.query(STORE).create({
        data: { key: `${NOTE}${randomUUID()}`, value: JSON.stringify({ institutionId }), type: 'object' },
      });
    },

    /**
     * Computes the noted schedules anew, in batches with a transaction each, and forgets the notes. Doing it twice changes nothing, so
     * that replicas need not agree. A failure is logged and the notes stay for the next call: at bootstrap, or after the next change.
     */
    async workOff(): Promise<void> {
      try {
        const notes: { id: number; value: string }[] = await strapi.db
          .query(STORE)
          .findMany({ where: { key: { $startsWith: NOTE } } });
        if (notes.length === 0) return;
        getService(strapi, 'calendar').forget();
        const institutions = new Set(
          notes.map(({ value }) => (JSON.parse(value) as { institutionId: number | null }).institutionId),
        );
        const owners: Owner[] = institutions.has(null)
          ? [null]
          : [...institutions].map((id) => ({ column: 'institution_ref', id: id as number }));
        for (const owner of owners) await reschedule(owner);
        await strapi.db.query(STORE).deleteMany({ where: { id: { $in: notes.map(({ id }) => id) } } });
      } catch (error) {
        strapi.log.error(`payments: reminders were not rescheduled: ${errorName(error)}`);
      }
    },
  };
};
