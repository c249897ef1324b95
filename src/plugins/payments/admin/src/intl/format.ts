import type { Day } from '../../../domain/day';
import { exponentOf } from '../../../domain/money';
import type { CurrencyCode } from '../../../domain/money';

/** An amount of money on the wire. */
export interface MoneyText {
  value: string;
  currency: string;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

const numberFormat = (locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = numberFormats.get(key);
  if (!format) numberFormats.set(key, (format = new Intl.NumberFormat(locale, options)));
  return format;
};

const decimalsOf = (currency: string) => {
  const digits = exponentOf(currency as CurrencyCode);
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
};

/** `{ value: '1234.56', currency: 'EUR' }` in `el` is `1.234,56 €`; read as text, so exact at any size. */
export const formatMoney = (locale: string, { value, currency }: MoneyText): string =>
  numberFormat(locale, { style: 'currency', currency, ...decimalsOf(currency) }).format(value as `${number}`);

/** `1234.5` in EUR and `el` is `1.234,50`: how an amount field echoes what it understood. */
export const formatAmount = (locale: string, value: string, currency: string): string =>
  numberFormat(locale, decimalsOf(currency)).format(value as `${number}`);

/** Noon UTC, so that no time zone shows another day. */
const atNoon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** The order and signs of the office's locale, always with two and four digits: `31/07/2026`. */
export const formatDay = (locale: string, day: Day | string): string =>
  new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }).format(
    atNoon(day),
  );

/** The weekday's short name in the reader's language: `Fri`. */
export const formatWeekday = (language: string, day: Day | string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(atNoon(day));

/** `October 2026` in the reader's language. */
export const formatMonth = (language: string, day: Day | string): string =>
  new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(atNoon(day));

/** An instant in the office's time zone. */
export const formatInstant = (locale: string, timeZone: string, instant: string): string =>
  new Intl.DateTimeFormat(locale, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(new Date(instant));

/** Monday is 1, Sunday 7, as ISO 8601 counts. */
export const isoWeekday = (day: Day | string): number => atNoon(day).getUTCDay() || 7;

/** From one day to another: 0 for the same. */
export const daysBetween = (from: Day | string, to: Day | string): number =>
  Math.round((atNoon(to).getTime() - atNoon(from).getTime()) / 86_400_000);
