import { addDays } from './day';
import type { Day } from './day';
import type { MinorUnits } from './money';
import type { InstalmentRow } from './payment-state';
import { outstandingOf } from './state';

/** An instalment as an arrangement counts it. */
export type ArrangementRow = Pick<InstalmentRow, 'state' | 'amount' | 'paid' | 'dueDate'> & {
  /** What a receipt that waits for review claims was paid; null or absent without one. */
  readonly reported?: MinorUnits | null;
};

/** How a plan stands that is lost after so many missed instalments. */
export interface ArrangementStanding {
  /** Instalments that are unpaid past their due date. */
  readonly missed: number;
  /** The deadline whose missing loses it; null where so few are open that it can no longer be lost. */
  readonly lossDate: Day | null;
  /** `over`: that deadline is past. `at-risk`: it is near. `kept`: neither. */
  readonly state: 'kept' | 'at-risk' | 'over';
}

/**
 * Whether it may still be missed, or is: open with something outstanding. A part paid is not the instalment paid; what a contact reported as
 * paid in full waits for staff and counts once they reject it.
 */
const isUnpaid = (row: ArrangementRow): boolean =>
  row.state === 'open' && (row.reported == null || row.reported < outstandingOf(row));

/**
 * The deadline that decides: with the first `lostAfter` unpaid instalments missed the plan is lost, so it is the due date of the last of
 * them. Missed ones need not follow one another; one that is paid late is no longer missed.
 *
 * @param lostAfter so many missed instalments lose the plan, from 1; null where nothing does
 */
export function lossDateOf(rows: readonly ArrangementRow[], lostAfter: number | null): Day | null {
  if (lostAfter === null) return null;
  const dates = rows.filter(isUnpaid).map(({ dueDate }) => dueDate);
  return dates.sort()[lostAfter - 1] ?? null;
}

/** How the plan stands on a day; a deadline within `nearDays` from it is near. */
export function arrangementStanding(
  rows: readonly ArrangementRow[],
  lostAfter: number,
  today: Day,
  nearDays: number,
): ArrangementStanding {
  const missed = rows.filter((row) => isUnpaid(row) && row.dueDate < today).length;
  const lossDate = lossDateOf(rows, lostAfter);
  if (missed >= lostAfter) return { missed, lossDate, state: 'over' };
  const isNear = lossDate !== null && lossDate <= addDays(today, nearDays);
  return { missed, lossDate, state: isNear ? 'at-risk' : 'kept' };
}
