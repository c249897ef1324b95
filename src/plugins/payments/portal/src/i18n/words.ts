import { formatDay, formatDistance, formatInstant, formatTime } from '../format/day';
import { formatMoney, formatTyped } from '../format/money';
import type { Money } from '../format/money';
import { parseAmount } from '../format/parse-amount';
import { localeFor } from './language';
import type { Dictionary, Language, MessageKey } from './language';
import { fillIn } from './message';
import type { Values } from './message';

/** How the portal says things to this reader. Days are `YYYY-MM-DD`. */
export interface Words {
  readonly language: Language;
  t(key: MessageKey, values?: Values): string;
  /** Whether there is a message for a key that is made up of data. */
  has(key: string): key is MessageKey;
  money(amount: Money): string;
  /** Several currencies: "120,00 € + $30.00". */
  moneys(amounts: readonly Money[]): string;
  /** As the reader types it: "1234,56". */
  typed(amount: Money): string;
  /** What the reader typed as a decimal of the contract; null where it cannot be understood. */
  parse(typed: string, digits: number): string | null;
  day(day: string, today: string): string;
  distance(day: string, today: string): string | null;
  instant(instant: string): string;
  time(milliseconds: number): string;
}

/** `preferred` are the device's languages, for their regions' way of writing amounts and dates. */
export const createWords = (language: Language, dictionary: Dictionary, preferred: readonly string[]): Words => {
  const locale = localeFor(language, preferred);
  const plurals = new Intl.PluralRules(locale);
  return {
    language,
    t: (key, values = {}) => fillIn(dictionary[key], values, plurals),
    has: (key): key is MessageKey => Object.hasOwn(dictionary, key),
    money: (amount) => formatMoney(amount, locale),
    moneys: (amounts) => amounts.map((amount) => formatMoney(amount, locale)).join(' + '),
    typed: (amount) => formatTyped(amount, locale),
    parse: (typed, digits) => parseAmount(typed, locale, digits),
    day: (day, today) => formatDay(day, locale, today),
    distance: (day, today) => formatDistance(day, locale, today),
    instant: (instant) => formatInstant(instant, locale),
    time: (milliseconds) => formatTime(milliseconds, locale),
  };
};
