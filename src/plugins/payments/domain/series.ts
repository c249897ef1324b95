import { adjust } from './calendar';
import type { BusinessCalendar, Convention } from './calendar';
import { civil, daysAfter, daysInMonth, fromEpochDay, isInRange, toEpochDay } from './day';
import type { Day, EpochDay } from './day';
import { shiftOf } from './plan/due-dates';
import { monthsAnchored, periodLength } from './plan/periods';
import type { Period } from './plan/periods';
import type { Shift } from './plan';

/** How often a recurring obligation comes back; that it falls on a month's end is its rule's to say. */
export type SeriesPeriod = Exclude<Period, 'month-end'>;

/** On which day of its period a payment falls: the month's last, a day of the month, or the day on which the series began. */
export type SeriesRule = { kind: 'month-end' } | { kind: 'day-of-month'; day: number } | { kind: 'from-start' };

/** How a payment of the series is named besides its title: by nothing, by when it is due, or by the period before that. */
export type SeriesNaming = 'none' | 'due' | 'before';

/** The days that a series asks for from one period on. */
export interface SeriesDates {
  /** Number of the first period that these hold for; periods are counted from 1. */
  readonly from: number;
  readonly rule: SeriesRule;
  /** Else the institution's, else the office's; none with `month-end`, which is the last open day. */
  readonly convention: Convention | null;
}

export interface Series<Terms extends SeriesDates = SeriesDates> {
  /** No period's nominal date lies before. */
  readonly start: Day;
  /** No period's nominal date lies after. */
  readonly end: Day | null;
  readonly period: SeriesPeriod;
  /** In the order of their `from`; the first is from 1. */
  readonly terms: readonly [Terms, ...Terms[]];
}

export interface SeriesPeriodDates {
  readonly number: number;
  readonly nominalDate: Day;
  readonly dueDate: Day;
  readonly shift: Shift | null;
}

/** What holds for a period: what was agreed last from it or from an earlier one on. */
export function termsOf<Terms extends SeriesDates>({ terms }: Pick<Series<Terms>, 'terms'>, number: number): Terms {
  return terms.reduce((found, next) => (next.from <= number ? next : found), terms[0]);
}

/** A rule of months has no meaning for weeks, which are counted from the start. */
export function fitsPeriod(rule: SeriesRule, period: SeriesPeriod): boolean {
  return rule.kind === 'from-start' || 'months' in periodLength(period);
}

/**
 * The day that a period asks for, before closed days are considered, or null beyond 2199. Months are counted from the series' first month
 * and the day is set within each, so that nothing drifts and a later rule moves no period into another's place.
 */
export function nominalDay(series: Series, number: number): EpochDay | null {
  const start = toEpochDay(series.start);
  const length = periodLength(series.period);
  if ('days' in length) return inRange(daysAfter(start, length.days * (number - 1)));
  const { rule } = termsOf(series, number);
  const months = length.months * (number - 1) + firstMonthOffset(series);
  return inRange(monthsAnchored(start, dayOf(rule, start), months));
}

const inRange = (day: EpochDay): EpochDay | null => (isInRange(day) ? day : null);

const dayOf = (rule: SeriesRule, start: EpochDay): number => {
  if (rule.kind === 'month-end') return 31;
  return rule.kind === 'day-of-month' ? rule.day : civil(start).day;
};

/** Whether the first period's day is still to come in the month of the start: else the first period is the month after. */
function firstMonthOffset({ start, terms }: Series): 0 | 1 {
  const { year, month, day } = civil(toEpochDay(start));
  const asked = Math.min(dayOf(terms[0].rule, toEpochDay(start)), daysInMonth(year, month));
  return asked < day ? 1 : 0;
}

/** A period's dates, or null where the series has no such period. */
export function periodDates(
  series: Series,
  number: number,
  { calendar, convention }: { calendar: BusinessCalendar; convention: Convention },
): SeriesPeriodDates | null {
  const nominal = nominalDay(series, number);
  if (nominal === null || (series.end !== null && fromEpochDay(nominal) > series.end)) return null;
  const terms = termsOf(series, number);
  const own = terms.rule.kind === 'month-end' ? 'preceding' : (terms.convention ?? convention);
  const due = adjust(nominal, own, calendar);
  if (!isInRange(due)) return null;
  return {
    number,
    nominalDate: fromEpochDay(nominal),
    dueDate: fromEpochDay(due),
    shift: shiftOf(nominal, due, false, calendar),
  };
}

/** The number of the first period whose nominal date is not before a day. */
export function firstPeriodFrom(series: Series, day: Day): number {
  const target = toEpochDay(day);
  const length = periodLength(series.period);
  const start = toEpochDay(series.start);
  const daysOfPeriod = 'days' in length ? length.days : length.months * 31;
  // No period is longer than this, so the one that is looked for is not before.
  let number = Math.max(1, Math.floor((target - start) / daysOfPeriod) - 1);
  for (let nominal = nominalDay(series, number); nominal !== null && nominal < target;) {
    number += 1;
    nominal = nominalDay(series, number);
  }
  return number;
}

/**
 * What a payment of the series is called besides its title: `04/2027` for a month, `01–03/2027` for the quarter before, `2026` for the year before; a
 * week by the day. Null where it is not named.
 */
export function periodLabel(nominalDate: Day, period: SeriesPeriod, naming: SeriesNaming): string | null {
  if (naming === 'none') return null;
  const { year, month, day } = civil(toEpochDay(nominalDate));
  const length = periodLength(period);
  if ('days' in length) return `${two(day)}/${two(month)}/${year}`;
  if (period === 'annual') return String(naming === 'due' ? year : year - 1);
  if (naming === 'due') return `${two(month)}/${year}`;
  const last = year * 12 + month - 2;
  const first = last - length.months + 1;
  const monthOf = (index: number) => two((index % 12) + 1);
  const yearOf = (index: number) => Math.floor(index / 12);
  if (first === last) return `${monthOf(last)}/${yearOf(last)}`;
  if (yearOf(first) === yearOf(last)) return `${monthOf(first)}–${monthOf(last)}/${yearOf(last)}`;
  return `${monthOf(first)}/${yearOf(first)}–${monthOf(last)}/${yearOf(last)}`;
}

const two = (value: number): string => String(value).padStart(2, '0');
