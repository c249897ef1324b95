import type { CalendarDay, CalendarInstalment } from '../../../../contracts/calendar';
import { minor, parseDecimal, toDecimal } from '../../../../domain/money';
import type { CurrencyCode } from '../../../../domain/money';
import type { MoneyText } from '../../intl/format';

/** One entry of a day in the month view. */
export type Chip =
  | { kind: 'instalment'; key: string; date: string; instalment: CalendarInstalment }
  /** Those of the day that have no chip of their own, and what is outstanding of them. */
  | { kind: 'more'; key: string; date: string; count: number; outstanding: MoneyText[] };

const minorOf = ({ value, currency }: MoneyText): number => {
  const amount = parseDecimal(value, currency as CurrencyCode);
  return amount.ok ? amount.value : 0;
};

/** What is outstanding of the day less what the shown ones have of it, in each currency. */
const restOf = (day: CalendarDay): MoneyText[] =>
  day.outstanding.flatMap((sum) => {
    const shown = day.first
      .filter(({ outstanding }) => outstanding.currency === sum.currency)
      .reduce((total, { outstanding }) => total + minorOf(outstanding), 0);
    const rest = minorOf(sum) - shown;
    return rest > 0 ? [{ value: toDecimal(minor(rest), sum.currency), currency: sum.currency }] : [];
  });

/** A month's days as chips: the first four of each day, then how many more and how much. */
export const chipsOf = (days: readonly CalendarDay[]): Chip[] =>
  days.flatMap((day): Chip[] => {
    const chips = day.first.map((instalment): Chip => ({
      kind: 'instalment',
      key: instalment.documentId,
      date: day.date,
      instalment,
    }));
    const count = day.count - day.first.length;
    if (count < 1) return chips;
    return [...chips, { kind: 'more', key: `more-${day.date}`, date: day.date, count, outstanding: restOf(day) }];
  });

/** The same for a narrow window: one chip a day with all of it. */
export const dayChipsOf = (days: readonly CalendarDay[]): Chip[] =>
  days
    .filter(({ count }) => count > 0)
    .map(({ date, count, outstanding }) => ({ kind: 'more', key: `all-${date}`, date, count, outstanding }));
