import type { BusinessCalendar } from './business-calendar';
import { daysAfter, fromEpochDay, isInRange, toEpochDay } from './day';
import type { Day } from './day';
import { isOpen } from './open-days';

/** Days on which the office is away, both ends included. They move no due date and no mail to a customer. */
export interface OfficeAbsence {
  readonly startDate: Day;
  readonly endDate: Day;
}

/** Whether staff are at work: the day is open, and the office is not away. */
export const isWorkingDay = (day: Day, calendar: BusinessCalendar, absences: ReadonlyArray<OfficeAbsence>): boolean =>
  isOpen(toEpochDay(day), calendar) && !absences.some(({ startDate, endDate }) => startDate <= day && day <= endDate);

/** The first working day after `day`; the last day of the calendar where there is none. */
export function nextWorkingDay(day: Day, calendar: BusinessCalendar, absences: ReadonlyArray<OfficeAbsence>): Day {
  let candidate = day;
  for (;;) {
    const next = daysAfter(toEpochDay(candidate), 1);
    if (!isInRange(next)) return candidate;
    candidate = fromEpochDay(next);
    if (isWorkingDay(candidate, calendar, absences)) return candidate;
  }
}
