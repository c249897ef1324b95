import type { Day } from './day';
import { minor } from './money';
import type { MinorUnits } from './money';
import type { InstalmentRow } from './payment-state';
import { outstandingOf } from './state';

/** What of a claim goes on one instalment. */
export interface Allocation {
  readonly number: number;
  readonly dueDate: Day;
  readonly outstanding: MinorUnits;
  readonly amount: MinorUnits;
}

type Row = Pick<InstalmentRow, 'number' | 'dueDate' | 'state' | 'amount' | 'paid'>;

/**
 * What accepting a claim would mark as paid: the claimed instalment first, and what is more than is outstanding on it goes on the open ones
 * after it, in their order. What is left over then is in no allocation.
 *
 * @param number of the instalment that the claim names
 */
export function proposeAllocations(rows: readonly Row[], number: number, claimed: MinorUnits): Allocation[] {
  const open = rows
    .filter((row) => row.number >= number && row.state === 'open' && outstandingOf(row) > 0)
    .sort((a, b) => a.number - b.number);
  const allocations: Allocation[] = [];
  let left: number = claimed;
  for (const row of open) {
    if (left <= 0) break;
    const outstanding = outstandingOf(row);
    const amount = minor(Math.min(left, outstanding));
    allocations.push({ number: row.number, dueDate: row.dueDate, outstanding, amount });
    left -= amount;
  }
  return allocations;
}
