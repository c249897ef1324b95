import type { HolidayNameOf } from '../closed-days/names';
import type { Day } from '../../../domain/day';
import type { Shift } from '../../../domain/plan';

/**
 * Why a date moved, with the holiday named as the reader names it: a weekend has no name, and a decree keeps the words that the office gave it.
 *
 * @param near the day that the plan asked for: the closed day is of its year
 */
export const shiftView = (shift: Shift | null, near: Day, holidayName: HolidayNameOf) =>
  shift && { kind: shift.kind, name: closedName(shift, near, holidayName) };

/** The name of what closes a day: a decree's words may be a holiday's name in another language, and stay all the same. */
export const closedName = (
  { kind, name }: { readonly kind: string; readonly name: string | null },
  near: Day,
  holidayName: HolidayNameOf,
): string | null => (name === null || kind === 'decree' ? name : holidayName(name, near));

/** Reasons that the history keeps by their kind, where no holiday is named: the reader's words for them are the reader's. */
const KINDS = new Set(['weekend', 'holiday', 'decree', 'collision']);

/** A value of the history's field `shift`, with the holiday named as the reader names it. */
export const shiftWord = <Value>(value: Value, near: Day, holidayName: HolidayNameOf): Value | string =>
  typeof value === 'string' && !KINDS.has(value) ? holidayName(value, near) : value;

/** What a warning about a closed day is filled with, the holiday named as the reader names it. */
export const warningParams = (
  params: Readonly<Record<string, string | number>>,
  holidayName: HolidayNameOf,
): Record<string, string | number> =>
  typeof params.name === 'string' && typeof params.day === 'string' && params.kind !== 'decree'
    ? { ...params, name: holidayName(params.name, params.day as Day) }
    : { ...params };
