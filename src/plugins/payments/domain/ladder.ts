import { nextOpen, previousOpen } from './calendar';
import type { BusinessCalendar } from './calendar';
import { daysAfter, fromEpochDay, isInRange, toEpochDay } from './day';
import type { Day, EpochDay } from './day';

/** A step of the ladder for one instalment, on the day on which it is sent. */
export interface ReminderPoint {
  step: number;
  on: Day;
}

export interface LadderInput {
  dueDate: Day;
  /** Negative steps count from here. */
  payBy: Day;
  pinned: boolean;
  /** In days, such as `[-7, -1, 0, 3]`. */
  ladder: ReadonlyArray<number>;
  calendar: BusinessCalendar;
}

/** Today, and whether the office's hour of sending has come. */
export interface SendingTime {
  today: Day;
  hourPassed: boolean;
}

/** How late the ladder's last step may still be sent after downtime. */
const LAST_STEP_MOST_DAYS_LATE = 7;

/**
 * When each step is sent, in order. Steps before the due date move off closed days to the working day before, later ones
 * to the next. Where two fall on one day only the later step stays.
 */
export function reminderPoints({ dueDate, payBy, pinned, ladder, calendar }: LadderInput): ReminderPoint[] {
  const due = toEpochDay(dueDate);
  const transfer = toEpochDay(payBy);
  const latestStepOn = new Map<EpochDay, number>();
  // a later step is never on an earlier day, so the days come in order too
  for (const step of [...ladder].sort((a, b) => a - b)) {
    const day = dayOfStep(step);
    if (isInRange(day)) latestStepOn.set(day, step);
  }
  return Array.from(latestStepOn, ([day, step]) => ({ step, on: fromEpochDay(day) }));

  function dayOfStep(step: number): EpochDay {
    if (step > 0) return nextOpen(daysAfter(due, step), calendar);
    if (step < 0) return previousOpen(daysAfter(transfer, step), calendar);
    return pinned ? due : previousOpen(due, calendar);
  }
}

function hasPassed({ on }: ReminderPoint, { today, hourPassed }: SendingTime): boolean {
  return on < today || (on === today && hourPassed);
}

/**
 * The first reminder of an instalment that was created, reopened or moved just now: steps whose day, or today's hour, has
 * passed are overtaken, and nothing catches up.
 */
export function firstReminder(points: ReadonlyArray<ReminderPoint>, now: SendingTime): ReminderPoint | null {
  return points.find((point) => !hasPassed(point, now)) ?? null;
}

export interface DueReminder {
  /** The one reminder to send now. */
  send: ReminderPoint | null;
  /** What a later step, or too long a downtime, has made pointless. */
  overtaken: ReminderPoint[];
  /** What the instalment waits for next. */
  next: ReminderPoint | null;
}

/**
 * What is due of an instalment that waits for `storedStep` (null: for none). After downtime only the latest passed step
 * goes, and the ladder's last step at most seven days late.
 */
export function dueReminder(
  points: ReadonlyArray<ReminderPoint>,
  storedStep: number | null,
  now: SendingTime,
): DueReminder {
  const waiting = points.filter(({ step }) => storedStep !== null && step >= storedStep);
  const passed = waiting.filter((point) => hasPassed(point, now));
  const next = waiting[passed.length] ?? null;
  const latest = passed.pop();
  if (latest === undefined) return { send: null, overtaken: passed, next };
  if (next === null && daysLate(latest, now) > LAST_STEP_MOST_DAYS_LATE) {
    return { send: null, overtaken: [...passed, latest], next };
  }
  return { send: latest, overtaken: passed, next };
}

function daysLate({ on }: ReminderPoint, { today }: SendingTime): number {
  return toEpochDay(today) - toEpochDay(on);
}
