import { civil, daysAfter, monthEndAfter, monthsAfterDate } from '../day';
import type { EpochDay } from '../day';

export type Period =
  'weekly' | 'biweekly' | 'monthly' | 'bimonthly' | 'quarterly' | 'semiannual' | 'annual' | 'month-end';

export const PERIODS: ReadonlyArray<Period> = [
  'weekly',
  'biweekly',
  'monthly',
  'bimonthly',
  'quarterly',
  'semiannual',
  'annual',
  'month-end',
];

const LENGTHS: Readonly<Record<Period, { days: number } | { months: number }>> = {
  weekly: { days: 7 },
  biweekly: { days: 14 },
  monthly: { months: 1 },
  bimonthly: { months: 2 },
  quarterly: { months: 3 },
  semiannual: { months: 6 },
  annual: { months: 12 },
  'month-end': { months: 1 },
};

export function periodLength(period: Period): { days: number } | { months: number } {
  return LENGTHS[period];
}

/** A day of the month that is `months` after another day's; 31 is the last of every month. */
export function monthsAnchored(from: EpochDay, dayOfMonth: number, months: number): EpochDay {
  const { year, month } = civil(from);
  return monthsAfterDate({ year, month, day: dayOfMonth }, months);
}

/** Weekly periods, which no month's end can be pinned to. */
export function countsInDays(period: Period): boolean {
  return 'days' in LENGTHS[period];
}

/**
 * The nominal date `index` periods after the first, counted from the first and therefore without drift:
 * 31 Jan, 28 Feb, 31 Mar. `atMonthEnd` makes it the last day of its month.
 */
export function nominalDates(first: EpochDay, period: Period, atMonthEnd: boolean): (index: number) => EpochDay {
  const length = LENGTHS[period];
  if ('days' in length) return (index) => daysAfter(first, length.days * index);
  const { year, month, day } = civil(first);
  const anchor = { year, month, day: atMonthEnd ? 31 : day };
  return (index) => monthsAfterDate(anchor, length.months * index);
}

/** Whether every nominal date is a month's end: always with `month-end`, else if asked for and the first date is one. */
export function staysAtMonthEnd(first: EpochDay, period: Period, endOfMonth: boolean): boolean {
  return period === 'month-end' || (endOfMonth && monthEndAfter(first, 0) === first);
}
