import type { Change } from './diff/change';
import { compareEntries } from './diff/compare';
import { withoutEchoes } from './diff/echoes';
import { staffEntries, visibleEntries } from './diff/entries';
import type { PaymentState } from './payment-state';

export { changeKey } from './diff/change';
export type { Change, ChangeValue } from './diff/change';
export { collectChanges, differing, foldChanges, knownOf } from './diff/fold';
export type { PendingChange } from './diff/fold';
export type { InstalmentRow, InstalmentState, PaymentState } from './payment-state';

export interface PaymentDiff {
  /** What a customer can see: an event, a version, and perhaps an email. */
  visible: Change[];
  /** What only staff can see: in no answer, event or email for customers. */
  staffOnly: Change[];
}

/**
 * What changed between two states of one payment; null stands for before its creation or after its deletion. Instalments
 * are the same where their documentIds are, so numbers that only moved up or down are no change.
 */
export function diffPayment(before: PaymentState | null, after: PaymentState | null): PaymentDiff {
  const compare = (entriesOf: typeof visibleEntries) =>
    compareEntries(before ? entriesOf(before) : [], after ? entriesOf(after) : []);
  return { visible: withoutEchoes(compare(visibleEntries)), staffOnly: compare(staffEntries) };
}
