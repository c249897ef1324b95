import type { InstalmentRecord } from '../repositories/payment-record';
import { minor } from '../../../domain/money';

/**
 * Completes what a script says in one column and means in two: `state: 'paid'` pays the whole amount, `state: 'open'` of a paid row takes
 * it back, and a due date without a nominal date is its own nominal date.
 */
export function completed(before: InstalmentRecord | undefined, after: InstalmentRecord): InstalmentRecord {
  return withDates(before, withPaid(before, after));
}

function withPaid(before: InstalmentRecord | undefined, after: InstalmentRecord): InstalmentRecord {
  if (after.state === before?.state) return after;
  if (after.state === 'paid' && after.paid < after.amount) return { ...after, paid: after.amount };
  const tookBack = after.state === 'open' && before?.state === 'paid' && after.paid === before.paid;
  return tookBack ? { ...after, paid: minor(0), paidOn: null } : after;
}

function withDates(before: InstalmentRecord | undefined, after: InstalmentRecord): InstalmentRecord {
  const moved = before !== undefined && before.dueDate !== after.dueDate;
  if (!moved || before.nominalDate !== after.nominalDate) return after;
  return { ...after, nominalDate: after.dueDate, shift: null };
}
