import type { Core } from '@strapi/strapi';
import type { BusinessCalendar } from '../../../domain/calendar';
import { payBy } from '../../../domain/calendar';
import type { Day } from '../../../domain/day';
import { firstReminder, reminderPoints } from '../../../domain/ladder';
import type { ReminderPoint, SendingTime } from '../../../domain/ladder';
import type { InstalmentRecord, InstitutionRules } from '../repositories/payment-record';
import { getService } from '../services/get-service';

/** What the days of an instalment's reminders depend on, besides the instalment. */
export interface ReminderRules {
  readonly calendar: BusinessCalendar;
  /** The office's ladder; an institution's own goes before it. */
  readonly ladder: readonly number[];
}

/** The office's rules and hour, by which schedules are made now. */
export async function reminderRules(strapi: Core.Strapi): Promise<{ rules: ReminderRules; now: SendingTime }> {
  const { ladder, reminderHour } = await getService(strapi, 'settings').get();
  const { today, hour } = await getService(strapi, 'clock').office();
  const calendar = await getService(strapi, 'calendar').get();
  return { rules: { calendar, ladder }, now: { today, hourPassed: hour >= reminderHour } };
}

/** Every step of an instalment's ladder with the day it is sent on. */
export function pointsOf(
  row: Pick<InstalmentRecord, 'dueDate' | 'pinned'>,
  institution: Pick<InstitutionRules, 'bankDays' | 'ladder'> | null,
  rules: ReminderRules,
): ReminderPoint[] {
  return reminderPoints({
    dueDate: row.dueDate,
    payBy: payBy(row.dueDate, institution?.bankDays ?? 0, rules.calendar),
    pinned: row.pinned,
    ladder: institution?.ladder ?? rules.ladder,
    calendar: rules.calendar,
  });
}

/** The columns the sweep looks for: the day and step of the next reminder, or nothing where none will come. */
export interface Schedule {
  readonly remindOn: Day | null;
  readonly remindStep: number | null;
}

const NEVER: Schedule = { remindOn: null, remindStep: null };

/** When a row that was created, opened again or moved just now is first reminded; what has passed is not caught up. */
export function scheduleOf(
  row: Pick<InstalmentRecord, 'state' | 'dueDate' | 'pinned'>,
  institution: Pick<InstitutionRules, 'bankDays' | 'ladder'> | null,
  rules: ReminderRules,
  now: SendingTime,
): Schedule {
  if (row.state !== 'open') return NEVER;
  const point = firstReminder(pointsOf(row, institution, rules), now);
  return point ? { remindOn: point.on, remindStep: point.step } : NEVER;
}

/** Whether a row's stored schedule no longer says what its date, state and institution ask for. */
export function scheduleIsStale(
  before: InstalmentRecord | undefined,
  after: InstalmentRecord,
  institutionChanged: boolean,
): boolean {
  if (!before || institutionChanged) return true;
  return before.dueDate !== after.dueDate || before.state !== after.state || before.pinned !== after.pinned;
}
