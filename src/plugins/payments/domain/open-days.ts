import type { BusinessCalendar } from './business-calendar';
import { daysAfter, fromEpochDay, toEpochDay } from './day';
import type { Day, EpochDay } from './day';

export function isOpen(day: EpochDay, calendar: BusinessCalendar): boolean {
  return calendar.closed(day) === null;
}

/**
 * The day itself if open, else the next one that is. Where everything to the end of 2199 is closed the answer lies in
 * 2200, since calendars know no closed day there: `isInRange` tells.
 */
export function nextOpen(day: EpochDay, calendar: BusinessCalendar): EpochDay {
  let candidate = day;
  while (calendar.closed(candidate) !== null) candidate = daysAfter(candidate, 1);
  return candidate;
}

/** The day itself if open, else the last one before it that is; at the beginning of 1970 as `nextOpen` at the end. */
export function previousOpen(day: EpochDay, calendar: BusinessCalendar): EpochDay {
  let candidate = day;
  while (calendar.closed(candidate) !== null) candidate = daysAfter(candidate, -1);
  return candidate;
}

/** The open day that lies `count` open days before `day`, which may itself be closed; with 0, `day` as it is. */
export function subtractOpenDays(day: EpochDay, count: number, calendar: BusinessCalendar): EpochDay {
  let candidate = day;
  for (let left = count; left > 0; left -= 1) candidate = previousOpen(daysAfter(candidate, -1), calendar);
  return candidate;
}

/** When the customer must order the transfer so that it arrives in time: the due date less the institution's bank days. */
export function payBy(dueDate: Day, bankDays: number, calendar: BusinessCalendar): Day {
  return fromEpochDay(subtractOpenDays(toEpochDay(dueDate), bankDays, calendar));
}
