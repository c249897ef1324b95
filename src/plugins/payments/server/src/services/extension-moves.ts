import type { ExtensionOutcome, UndoOutcome } from '../../../contracts/extension';
import type { BusinessCalendar, Convention } from '../../../domain/calendar';
import type { Day } from '../../../domain/day';
import { changeDueDate } from '../../../domain/edit-plan';
import { invalidField } from '../http/errors';
import type { Placed, StoredMove } from '../repositories/extensions';
import { placedOf } from '../repositories/extensions';
import type { InstalmentRecord, PaymentRecord } from '../repositories/payment-record';
import { conventionOf } from './closed-day-moves';

/** Where the instalments of an extension go. */
export interface Target {
  readonly to: Day;
  readonly pinned: boolean;
  readonly calendar: BusinessCalendar;
  /** The office's, where neither plan nor institution has one. */
  readonly convention: Convention;
}

/**
 * An instalment as it stands on the new date, which is nominal as any that staff type: a closed day moves it by its plan's convention.
 *
 * @throws a 400 that names the new date, where the convention would lead out of the years that are known
 */
export function extendedRow(payment: PaymentRecord, row: InstalmentRecord, target: Target): InstalmentRecord {
  const { to, pinned, calendar } = target;
  const convention = conventionOf(payment, target.convention);
  const moved = changeDueDate(payment.state.instalments, row.number, { date: to, pinned }, { calendar, convention });
  if (!moved.ok) {
    const [problem] = moved.problems;
    throw invalidField(['to'], problem?.message ?? 'This date cannot be used', problem?.code ?? 'date-impossible');
  }
  return { ...row, ...placedOf(moved.value.rows.find(({ id }) => id === row.id) ?? row) };
}

/** Why an instalment that was shown stays where it is; null where it may move. */
export function whyItStays(
  payment: PaymentRecord,
  row: InstalmentRecord,
  from: Day,
  revision: number,
): Exclude<ExtensionOutcome, 'moved' | 'not-found'> | null {
  if (row.state !== 'open') return row.state;
  if (row.dueDate !== from) return 'elsewhere';
  if (row.paid > 0) return 'part-paid';
  return payment.revision === revision ? null : 'changed-meanwhile';
}

export const moveOf = (payment: PaymentRecord, before: InstalmentRecord, after: InstalmentRecord): StoredMove => ({
  instalment: before.documentId,
  payment: payment.documentId,
  before: placedOf(before),
  after: placedOf(after),
  amount: before.amount,
});

const samePlace = (a: Placed, b: Placed): boolean =>
  a.nominalDate === b.nominalDate && a.dueDate === b.dueDate && a.pinned === b.pinned;

/** What undoing a move does: only what nobody has paid or edited since goes back. */
export function undoOf({ after, amount }: StoredMove, row: InstalmentRecord | undefined): UndoOutcome {
  if (!row) return 'not-found';
  if (row.state !== 'open') return row.state;
  return row.paid === 0 && row.amount === amount && samePlace(placedOf(row), after) ? 'back' : 'changed-since';
}
