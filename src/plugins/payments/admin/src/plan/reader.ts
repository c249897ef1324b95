import type { Day } from '../../../domain/day';
import { toDecimal } from '../../../domain/money';
import type { CurrencyCode, MinorUnits } from '../../../domain/money';
import type { Path, Result } from '../../../domain/problem';
import { parseTypedAmount, parseTypedDate } from '../../../domain/typing';
import { formatAmount, formatDay } from '../intl/format';

/** Reads what staff type, as the office's locale writes it, and writes it back as the field's echo. */
export interface Reader {
  amount(text: string, currency: string, path?: Path): Result<MinorUnits>;
  day(text: string, path?: Path): Result<Day>;
  /** `1.234,50` */
  writeAmount(amount: MinorUnits, currency: string): string;
  /** `31/01/2027` */
  writeDay(day: Day): string;
}

/** `today` decides what a year of two digits means. */
export const readerFor = (locale: string, today: string): Reader => ({
  amount: (text, currency, path) => parseTypedAmount(text, locale, currency as CurrencyCode, path),
  day: (text, path) => parseTypedDate(text, locale, today as Day, path),
  writeAmount: (amount, currency) => formatAmount(locale, toDecimal(amount, currency as CurrencyCode), currency),
  writeDay: (day) => formatDay(locale, day),
});
