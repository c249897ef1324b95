import { adjust, isOpen } from '../../../domain/calendar';
import type { BusinessCalendar, Convention } from '../../../domain/calendar';
import { toEpochDay } from '../../../domain/day';
import type { Day } from '../../../domain/day';
import { recalculateDueDates } from '../../../domain/edit-plan';
import type { InstalmentRecord, PaymentRecord } from '../repositories/payment-record';

/** A row whose date would be another, as it stands and as it would stand. */
export interface Move {
  readonly before: InstalmentRecord;
  readonly after: InstalmentRecord;
}

interface Placed {
  readonly nominalDate: Day;
  readonly dueDate: Day;
}

/**
 * Whether a date lies on the side of its nominal date that the convention never moves to: then the convention was another when the date
 * was made, and closed days have nothing to do with it, unless they close it now.
 */
function madeOtherwise({ nominalDate, dueDate }: Placed, convention: Convention, calendar: BusinessCalendar): boolean {
  const wrongSide =
    convention === 'unadjusted' ||
    (convention === 'following' && dueDate < nominalDate) ||
    (convention === 'preceding' && dueDate > nominalDate);
  return wrongSide && isOpen(toEpochDay(dueDate), calendar);
}

/** Whether the closed days of now may ask for another due date; a collision with a neighbour is the plan's to tell. */
export function mayHaveMoved(placed: Placed, convention: Convention, calendar: BusinessCalendar): boolean {
  if (convention === 'unadjusted') return false;
  const due = adjust(toEpochDay(placed.nominalDate), convention, calendar);
  return due !== toEpochDay(placed.dueDate) && !madeOtherwise(placed, convention, calendar);
}

/** The rows of a payment that the closed days of now would move. */
export function movesOf(payment: PaymentRecord, officeConvention: Convention, calendar: BusinessCalendar): Move[] {
  const convention = conventionOf(payment, officeConvention);
  if (payment.state.state !== 'open' || convention === 'unadjusted') return [];
  const { instalments } = payment.state;
  const plan = recalculateDueDates(instalments, { calendar, convention, spaced: payment.kind === 'automatic' });
  // A date that would leave the years we know stays where it is.
  if (!plan.ok) return [];
  const now = new Map(plan.value.rows.map((row) => [row.id, row]));
  return instalments.flatMap((before) => {
    const after = now.get(before.id);
    if (!after || after.dueDate === before.dueDate || madeOtherwise(before, convention, calendar)) return [];
    return [{ before, after: { ...after, number: before.number } }];
  });
}

/**
 * By which the dates of a payment's plan move: its own convention, else the institution's, else the office's. The last open day of a
 * month lies before its end, whatever these say.
 */
export function conventionOf(
  { period, convention, institution }: PaymentRecord,
  officeConvention: Convention,
): Convention {
  if (period === 'month-end') return 'preceding';
  return convention ?? institution?.convention ?? officeConvention;
}
