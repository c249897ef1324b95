import { adjust } from '../calendar';
import type { BusinessCalendar, Convention } from '../calendar';
import { fromEpochDay, isInRange, outOfRange, toEpochDay } from '../day';
import type { Day } from '../day';
import { ok, refuse } from '../problem';
import type { Path, Problem, Result } from '../problem';
import { shiftOf } from './due-dates';
import type { PlannedInstalment, Shift, SinglePlanInput } from './types';

export interface TypedDate {
  nominalDate: Day;
  dueDate: Day;
  shift: Shift | null;
  pinned: boolean;
}

/** A date typed by staff is nominal and gets the convention, unless it is pinned. */
export function placeTypedDate(
  date: Day,
  pinned: boolean,
  convention: Convention,
  calendar: BusinessCalendar,
  path: Path,
): Result<TypedDate> {
  const nominal = toEpochDay(date);
  const due = adjust(nominal, pinned ? 'unadjusted' : convention, calendar);
  if (!isInRange(due)) return refuse(outOfRange(path));
  return ok({ nominalDate: date, dueDate: fromEpochDay(due), shift: shiftOf(nominal, due, false, calendar), pinned });
}

/** A one-off payment: one instalment with all of the total. */
export function singleRow(
  { total, date, pinned = false }: SinglePlanInput,
  convention: Convention,
  calendar: BusinessCalendar,
): Result<PlannedInstalment[]> {
  const problems: Problem[] = [];
  if (total < 1)
    problems.push({ code: 'total-not-positive', path: ['total'], message: 'The total must be more than zero' });
  const placed = placeTypedDate(date, pinned, convention, calendar, ['date']);
  if (!placed.ok) problems.push(...placed.problems);
  if (!placed.ok || problems.length > 0) return refuse(...problems);
  return ok([{ number: 1, amount: total, ...placed.value, paid: false }]);
}
