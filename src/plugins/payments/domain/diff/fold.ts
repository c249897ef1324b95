import type { PaymentState } from '../payment-state';
import { changeKey } from './change';
import type { Change } from './change';
import { entriesByKey, subjectOf } from './compare';
import { withoutEchoes } from './echoes';
import { visibleEntries } from './entries';
import type { Entry } from './entries';

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
    .flatMap((change) => changeSince(change, entries.get(changeKey(change))) ?? []);
  return withoutEchoes(folded);
}

/** A value that is another now, or null where it is back where it was. */
function changeSince(change: PendingChange, entry: Entry | undefined): Change | null {
  const after = entry?.value ?? null;
  const nothingBefore = entry ? entry.blank : null;
  if (after === (change.before ?? nothingBefore)) return null;
  return { ...subjectOf(entry ?? change), before: change.before, after };
}

/** The customer is another only to those who are not told of it. */
const told = (state: PaymentState): Entry[] => visibleEntries(state).filter(({ field }) => field !== 'customer');

/**
 * All that contacts know of a payment, so that they can be told what differs should it come back to them.
 *
 * @param pending loud changes that they have not been told of yet: they know what was before
 */
export function knownOf(state: PaymentState, pending: ReadonlyArray<PendingChange>): PendingChange[] {
  const untold = pending.filter(({ loud }) => loud);
  const keys = new Set(untold.map(changeKey));
  const known = told(state).filter((entry) => entry.value !== entry.blank && !keys.has(changeKey(entry)));
  return [...untold, ...known.map((entry) => ({ ...subjectOf(entry), before: entry.value, loud: true }))];
}

/** What of a payment is another than contacts know, each with the value that they know. */
export function differing(known: ReadonlyArray<PendingChange>, now: PaymentState): PendingChange[] {
  const entries = told(now);
  const keys = new Set(known.map(changeKey));
  const added = entries
    .filter((entry) => !keys.has(changeKey(entry)))
    .map((entry) => ({ ...subjectOf(entry), before: entry.blank, loud: true }));
  const byKey = entriesByKey(entries);
  return [...known, ...added].filter((change) => changeSince(change, byKey.get(changeKey(change))) !== null);
}
