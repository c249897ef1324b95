import { ok, refuse } from './problem';
import type { Path, Result } from './problem';

/** A calendar day, `YYYY-MM-DD`, from 1970-01-01 to 2199-12-31. */
export type Day = string & { readonly __brand: 'Day' };

/** Days since 1970-01-01, for arithmetic. Outside of the range of `Day` it is a step on the way, never a result. */
export type EpochDay = number & { readonly __brand: 'EpochDay' };

/** ISO 8601 weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2199;

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (DAYS_IN_MONTH[month - 1] as number);
}

/** The epoch days on which the years begin, one more at either end for steps on the way: plans are made of these. */
const YEAR_BEGINS = Int32Array.from({ length: LAST_YEAR - FIRST_YEAR + 3 }, (_, index) =>
  firstOfYear(FIRST_YEAR - 1 + index),
);

/** Of any year, by the number of leap days before it. */
function firstOfYear(year: number): number {
  const leapDays = (before: number) => Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return (year - 1970) * 365 + leapDays(year - 1) - leapDays(1969);
}

/** `month` is 1 to 12; the date must exist. */
export function epochDayOf(year: number, month: number, dayOfMonth: number): EpochDay {
  const begin = YEAR_BEGINS[year - FIRST_YEAR + 1] ?? firstOfYear(year);
  const before = DAYS_BEFORE_MONTH[month - 1] as number;
  const leap = month > 2 && isLeap(year) ? 1 : 0;
  return (begin + before + leap + dayOfMonth - 1) as EpochDay;
}

export const FIRST_DAY = epochDayOf(FIRST_YEAR, 1, 1);
export const LAST_DAY = epochDayOf(LAST_YEAR, 12, 31);

export function isInRange(day: EpochDay): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY;
}

const SHAPE = /^(\d{4})-(\d\d)-(\d\d)$/;

export function isDay(value: unknown): value is Day {
  return typeof value === 'string' && parseDay(value).ok;
}

/** Reads `YYYY-MM-DD`; what people type is read by `parseTypedDate`. */
export function parseDay(value: string, path: Path = []): Result<Day> {
  const [, year, month, dayOfMonth] = (SHAPE.exec(value) ?? []).map(Number);
  if (year === undefined || month === undefined || dayOfMonth === undefined) {
    return refuse({ code: 'day-invalid', path, message: 'Write the date as YYYY-MM-DD' });
  }
  return dayFrom(year, month, dayOfMonth, path);
}

/** The day of these three numbers, refused where the calendar has no such day or it is outside of 1970 to 2199. */
export function dayFrom(year: number, month: number, dayOfMonth: number, path: Path = []): Result<Day> {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) {
    return refuse({ code: 'day-invalid', path, message: 'There is no such day in the calendar: correct the date' });
  }
  if (year < FIRST_YEAR || year > LAST_YEAR) return refuse(outOfRange(path));
  return ok(fromEpochDay(epochDayOf(year, month, dayOfMonth)));
}

/** The problem of a date that is, or would become, earlier than 1970 or later than 2199. */
export function outOfRange(path: Path) {
  return {
    code: 'day-out-of-range',
    path,
    message: `Dates reach from ${FIRST_YEAR} to ${LAST_YEAR}: choose a date within`,
    params: { from: FIRST_YEAR, to: LAST_YEAR },
  } as const;
}

const ZERO_CODE = 48;

/** Reads a `Day`, which is known to be one, without allocating: plans are made of these. */
export function toEpochDay(day: Day): EpochDay {
  const digit = (index: number) => day.charCodeAt(index) - ZERO_CODE;
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
  return epochDayOf(year, digit(5) * 10 + digit(6), digit(8) * 10 + digit(9));
}

export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

/** Year, month (1 to 12) and day of month. */
export function civil(day: EpochDay): CivilDate {
  let year = 1970 + Math.floor(day / 365.2425);
  if (day < epochDayOf(year, 1, 1)) year -= 1;
  else if (day >= epochDayOf(year + 1, 1, 1)) year += 1;
  // no month is longer than 31 days, so this is the month or the one before
  let month = Math.floor((day - epochDayOf(year, 1, 1)) / 31) + 1;
  if (month < 12 && day >= epochDayOf(year, month + 1, 1)) month += 1;
  return { year, month, day: day - epochDayOf(year, month, 1) + 1 };
}

const written = new Array<Day | undefined>(LAST_DAY + 1);

/** Throws a RangeError outside of 1970-01-01 to 2199-12-31. Each day is written once and then remembered. */
export function fromEpochDay(day: EpochDay): Day {
  return written[day] ?? remember(day);
}

function remember(day: EpochDay): Day {
  if (!Number.isInteger(day) || !isInRange(day))
    throw new RangeError(`Epoch day ${day} is outside of ${FIRST_YEAR} to ${LAST_YEAR}`);
  const { year, month, day: dayOfMonth } = civil(day);
  const text = `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}` as Day;
  written[day] = text;
  return text;
}

export function daysAfter(day: EpochDay, days: number): EpochDay {
  return (day + days) as EpochDay;
}

/** Throws a RangeError where the result is outside of 1970 to 2199. */
export function addDays(day: Day, days: number): Day {
  return fromEpochDay(daysAfter(toEpochDay(day), days));
}

/** The same day of month, `months` later, or the month's last day where it is shorter: 31 Jan + 1 is 28 or 29 Feb. */
export function addMonths(anchor: Day, months: number): Day {
  return fromEpochDay(monthsAfter(toEpochDay(anchor), months));
}

/** `addMonths` on epoch days. Count from one anchor: chained from the last result, 31 Jan, 28 Feb would go on 28 Mar. */
export function monthsAfter(anchor: EpochDay, months: number): EpochDay {
  return monthsAfterDate(civil(anchor), months);
}

export function monthsAfterDate({ year, month, day }: CivilDate, months: number): EpochDay {
  const target = year * 12 + month - 1 + months;
  const targetYear = Math.floor(target / 12);
  const targetMonth = target - targetYear * 12 + 1;
  const lastOfMonth = daysInMonth(targetYear, targetMonth);
  return epochDayOf(targetYear, targetMonth, day < lastOfMonth ? day : lastOfMonth);
}

/** The last day of the month that is `months` after the anchor's. */
export function monthEndAfter(anchor: EpochDay, months: number): EpochDay {
  const { year, month } = civil(anchor);
  return monthsAfterDate({ year, month, day: 31 }, months);
}

export function lastDayOfMonth(day: Day): Day {
  return fromEpochDay(monthEndAfter(toEpochDay(day), 0));
}

export function weekdayOf(day: Day): Weekday {
  return weekdayOfEpoch(toEpochDay(day));
}

export function weekdayOfEpoch(day: EpochDay): Weekday {
  // 1970-01-01 was a Thursday
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Negative, zero or positive, as `Array.sort` wants it; ISO days sort as text. */
export function compareDays(a: Day, b: Day): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
