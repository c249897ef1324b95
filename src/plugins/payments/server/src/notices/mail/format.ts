import { toEpochDay } from '../../../../domain/day';
import type { Day } from '../../../../domain/day';
import { exponentOf, toDecimal } from '../../../../domain/money';
import type { CurrencyCode, MinorUnits } from '../../../../domain/money';

/** The languages that mails are written in. */
export type Language = 'en' | 'el';

/** English is written with the day before the month, as the offices that use it here do. */
const LOCALE: Record<Language, string> = { en: 'en-GB', el: 'el-GR' };

const DAY_MS = 86_400_000;

/** Amounts and days as a language writes them. */
export interface Format {
  money(amount: MinorUnits, currency: CurrencyCode): string;
  /** An amount as the wire writes it, `"123.45"`. */
  decimal(amount: string, currency: CurrencyCode): string;
  /** `Tue 27 Oct 2026` */
  day(day: Day): string;
  /** `27 October 2026, 14:30`, in a time zone. */
  instant(at: Date, timeZone: string): string;
  /** Several things, `a, b and c`. */
  list(items: readonly string[]): string;
}

const formats = new Map<Language, Format>();

export function formatFor(language: Language): Format {
  const known = formats.get(language);
  if (known) return known;
  const format = makeFormat(LOCALE[language]);
  formats.set(language, format);
  return format;
}

function makeFormat(locale: string): Format {
  const numbers = new Map<CurrencyCode, Intl.NumberFormat>();
  const days = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const lists = new Intl.ListFormat(locale);

  function numberFormat(currency: CurrencyCode): Intl.NumberFormat {
    let number = numbers.get(currency);
    if (!number) {
      // Intl's own decimals differ from ISO 4217's for some currencies.
      const decimals = exponentOf(currency);
      const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
      number = new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits });
      numbers.set(currency, number);
    }
    return number;
  }

  // A string keeps every digit; a number would not.
  const decimal = (amount: string, currency: CurrencyCode) =>
    numberFormat(currency).format(amount as Intl.StringNumericLiteral);

  return {
    decimal,
    money: (amount, currency) => decimal(toDecimal(amount, currency), currency),
    // English puts a comma behind the weekday, which reads badly within a sentence.
    day: (day) => days.format(toEpochDay(day) * DAY_MS).replace(/^(\p{L}+\.?),/u, '$1'),
    instant: (at, timeZone) =>
      new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(at),
    list: (items) => lists.format(items),
  };
}
