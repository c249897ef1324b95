import type { Words } from '../i18n/words';
import type { Change } from './difference';

/** A change in the reader's words: a plain sentence, or a field with its two values. */
export type Described =
  | { readonly key: string; readonly sentence: string }
  | { readonly key: string; readonly what: string; readonly before: string | null; readonly after: string | null };

interface Surroundings {
  words: Words;
  currency: string;
  today: string;
}

const valueOf = (field: string, value: Change['after'], { words, currency, today }: Surroundings): string | null => {
  if (value === null || value === '') return null;
  const text = String(value);
  switch (field) {
    case 'amount':
    case 'paid':
    case 'total':
      return words.money({ value: text, currency });
    case 'dueDate':
    case 'nominalDate':
      return words.day(text, today);
    case 'receipt':
    case 'state':
    case 'shift': {
      const key = field === 'receipt' ? `receipt.state.${text}` : `${field}.${text}`;
      return words.has(key) ? words.t(key) : text;
    }
    default:
      return text;
  }
};

const isOf = (change: Change, other: Change): boolean =>
  other.number !== undefined && change.number === other.number && change.of === other.of;

const describeField = (change: Change, surroundings: Surroundings): Described => {
  const { t, has } = surroundings.words;
  const fieldKey = `field.${change.field}`;
  const field = t(has(fieldKey) ? fieldKey : 'field.other');
  return {
    key: `${change.number ?? ''} ${change.of ?? ''} ${change.field}`,
    what: change.number === undefined ? field : `${t('change.instalment', { number: change.number })} · ${field}`,
    before: valueOf(change.field, change.before, surroundings),
    after: valueOf(change.field, change.after, surroundings),
  };
};

/** An instalment that came or went is one sentence, not one for each of its fields. */
const describeInstalmentAsAWhole = (
  amount: Change,
  changes: readonly Change[],
  surroundings: Surroundings,
): Described | null => {
  const { t } = surroundings.words;
  const { number, of } = amount;
  if (amount.field !== 'amount' || number === undefined) return null;
  const key = `${number} ${of ?? ''}`;
  if (amount.after === null) return { key, sentence: t('change.removed', { number }) };
  const due = changes.find((change) => isOf(change, amount) && change.field === 'dueDate');
  if (amount.before !== null || due === undefined) return null;
  const values = {
    number,
    amount: valueOf('amount', amount.after, surroundings) ?? '',
    day: valueOf('dueDate', due.after, surroundings) ?? '',
  };
  return { key, sentence: t('change.added', values) };
};

/** Whether `other` says that the instalment of `change` came or went as a whole. */
const isWholeOf = (other: Change, change: Change): boolean =>
  other.field === 'amount' && isOf(other, change) && (other.before === null || other.after === null);

/**
 * A list of changes in words. A registration says only that it is one: what was registered is the page itself, and the
 * history keeps it without changes.
 */
export const describeChanges = (changes: readonly Change[], surroundings: Surroundings): Described[] => {
  const isRegistration =
    changes.length === 0 || changes.some(({ field, before }) => field === 'title' && before === null);
  if (isRegistration) return [{ key: 'registered', sentence: surroundings.words.t('change.registered') }];
  return changes.flatMap((change) => {
    const whole = describeInstalmentAsAWhole(change, changes, surroundings);
    if (whole !== null) return [whole];
    return changes.some((other) => isWholeOf(other, change)) ? [] : [describeField(change, surroundings)];
  });
};

/** The same for those who listen. */
export const spoken = (described: readonly Described[], { t }: Words): string =>
  described
    .map((change) => {
      if ('sentence' in change) return change.sentence;
      const [before, after] = [change.before ?? t('change.none'), change.after ?? t('change.none')];
      return t('change.spoken', { what: change.what, before, after });
    })
    .join('. ');
