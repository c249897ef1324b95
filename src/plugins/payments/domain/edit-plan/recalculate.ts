import { adjust, directionOf, nextOpen, previousOpen } from '../calendar';
import type { BusinessCalendar, Convention } from '../calendar';
import { daysAfter, fromEpochDay, isInRange, outOfRange, toEpochDay } from '../day';
import type { EpochDay } from '../day';
import type { InstalmentRow } from '../payment-state';
import { shiftOf } from '../plan/due-dates';
import { refuse } from '../problem';
import type { Result } from '../problem';
import { edited } from './rows';
import type { Edited } from './rows';

export interface Recalculation {
  /** With the closed days as they are now. */
  calendar: BusinessCalendar;
  convention: Convention;
  /** Of an automatic plan, whose instalments share no due date. */
  spaced: boolean;
}

/**
 * The due dates after closed days changed. Only open rows move that are neither pinned nor paid in part; they give way to
 * those that stay. Rows that staff gave one nominal date may share a due date in any plan.
 */
export function recalculateDueDates<Row extends InstalmentRow>(
  rows: ReadonlyArray<Row>,
  { calendar, convention, spaced }: Recalculation,
): Result<Edited<Row>> {
  const moved = new Map<number, Row>();
  const freeDay = spaced && convention !== 'unadjusted' ? spacing(rows, convention, calendar) : (day: EpochDay) => day;
  for (const row of inDirection(rows.filter(mayMove), convention)) {
    const nominal = toEpochDay(row.nominalDate);
    const wanted = adjust(nominal, convention, calendar);
    const due = freeDay(wanted, nominal);
    if (!isInRange(due)) return refuse(outOfRange(['instalments', row.number - 1, 'dueDate']));
    const shift = shiftOf(nominal, due, due !== wanted, calendar);
    if (due !== toEpochDay(row.dueDate)) moved.set(row.number, { ...row, dueDate: fromEpochDay(due), shift });
  }
  const after = rows.map((row) => moved.get(row.number) ?? row);
  return edited(after, []);
}

function mayMove({ state, pinned, paid }: InstalmentRow): boolean {
  return state === 'open' && !pinned && paid === 0;
}

/** By nominal date, from the end where the convention moves backwards. Numbers may follow another order after edits. */
function inDirection<Row extends InstalmentRow>(rows: Row[], convention: Convention): Row[] {
  const sorted = rows.sort((a, b) => toEpochDay(a.nominalDate) - toEpochDay(b.nominalDate));
  return directionOf(convention) === 'backward' ? sorted.reverse() : sorted;
}

/** Finds each row, asked for in direction, the nearest open day that no other row has. */
function spacing(rows: ReadonlyArray<InstalmentRow>, convention: Convention, calendar: BusinessCalendar) {
  const backward = directionOf(convention) === 'backward';
  const onward = (day: EpochDay) =>
    backward ? previousOpen(daysAfter(day, -1), calendar) : nextOpen(daysAfter(day, 1), calendar);
  const staying = rows.filter((row) => row.state !== 'cancelled' && !mayMove(row));
  const taken = new Set(staying.map(({ dueDate }) => toEpochDay(dueDate)));
  let neighbour: { nominal: EpochDay; due: EpochDay } | null = null;

  return (wanted: EpochDay, nominal: EpochDay): EpochDay => {
    if (neighbour?.nominal === nominal) return neighbour.due;
    let due = wanted;
    if (neighbour && (backward ? wanted >= neighbour.due : wanted <= neighbour.due)) due = onward(neighbour.due);
    while (taken.has(due)) due = onward(due);
    neighbour = { nominal, due };
    return due;
  };
}
