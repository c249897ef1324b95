import type { PaymentState } from '../payment-state';
import { changeKey } from './change';
import type { Change } from './change';
import { entriesByKey, subjectOf } from './compare';
import { withoutEchoes } from './echoes';
import { visibleEntries } from './entries';

/**
 * What a notice that waits for its edit window remembers of one field: its value before the first edit in the window, and
 * whether any of the edits asked for an email.
 */
export type PendingChange = Omit<Change, 'after'> & { loud: boolean };

/** Adds the visible changes of one more edit. The earliest value stays; a field once loud stays loud. */
export function collectChanges(
  pending: ReadonlyArray<PendingChange>,
  changes: ReadonlyArray<Change>,
  loud: boolean,
): PendingChange[] {
  const collected = new Map(pending.map((change) => [changeKey(change), change]));
  for (const change of changes) {
    const earlier = collected.get(changeKey(change));
    const before = earlier ? earlier.before : change.before;
    collected.set(changeKey(change), { ...subjectOf(change), before, loud: loud || earlier?.loud === true });
  }
  return [...collected.values()];
}

/**
 * What the email of an edit window says: for each field that was changed loudly, its value before the first edit → now.
 * Fields that are back where they were are left out; with nothing left there is nothing to send.
 */
export function foldChanges(pending: ReadonlyArray<PendingChange>, now: PaymentState): Change[] {
  const entries = entriesByKey(visibleEntries(now));
  const folded = pending
    .filter(({ loud }) => loud)
    .flatMap((change): Change[] => {
      const entry = entries.get(changeKey(change));
      const after = entry?.value ?? null;
      const nothingBefore = entry ? entry.blank : null;
      if (after === (change.before ?? nothingBefore)) return [];
      return [{ ...subjectOf(entry ?? change), before: change.before, after }];
    });
  return withoutEchoes(folded);
}
