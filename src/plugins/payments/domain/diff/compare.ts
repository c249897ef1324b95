import { changeKey } from './change';
import type { Change } from './change';
import type { Entry } from './entries';

/** The entries that differ, first those that are there now, then those that are gone. */
export function compareEntries(before: ReadonlyArray<Entry>, after: ReadonlyArray<Entry>): Change[] {
  const then = entriesByKey(before);
  const now = entriesByKey(after);
  const kept = after.flatMap((entry) => {
    const old = then.get(changeKey(entry));
    const same = old ? identityOf(old) === identityOf(entry) : entry.value === entry.blank;
    return same ? [] : [{ ...subjectOf(entry), before: old?.value ?? null, after: entry.value }];
  });
  const gone = before
    .filter((entry) => !now.has(changeKey(entry)) && entry.value !== entry.blank)
    .map((entry) => ({ ...subjectOf(entry), before: entry.value, after: null }));
  return [...kept, ...gone];
}

export function entriesByKey(entries: ReadonlyArray<Entry>): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [changeKey(entry), entry]));
}

/** What an entry or a change is about, without its values. */
export function subjectOf({
  field,
  number,
  of,
}: Pick<Change, 'field' | 'number' | 'of'>): Omit<Change, 'before' | 'after'> {
  return { field, ...(number === undefined ? {} : { number }), ...(of === undefined ? {} : { of }) };
}

function identityOf({ identity, value }: Entry) {
  return identity === undefined ? value : identity;
}
