import { changeKey } from './change';
import type { Change } from './change';

/**
 * Leaves out what only repeats another change: the nominal date and the shift behind a new due date, an instalment that is
 * open or paid because of what was paid of it, and instalments that were cancelled or reopened with their payment.
 */
export function withoutEchoes(changes: ReadonlyArray<Change>): Change[] {
  const changed = new Set(changes.map(changeKey));
  const also = (change: Change, field: string) => changed.has(changeKey({ ...change, field }));
  const paymentEnds = changes.some(
    ({ field, of, before, after }) =>
      field === 'state' && of === undefined && (before === 'cancelled' || after === 'cancelled'),
  );
  return changes.filter((change) => {
    if (change.number === undefined) return true;
    switch (change.field) {
      case 'nominalDate':
        return !also(change, 'dueDate');
      case 'shift':
        return !also(change, 'dueDate') && !also(change, 'nominalDate');
      case 'state':
        return !(paymentEnds && isCancelling(change)) && (isCancelling(change) || !also(change, 'paid'));
      default:
        return true;
    }
  });
}

function isCancelling({ before, after }: Change): boolean {
  return before === 'cancelled' || after === 'cancelled';
}
