import { exponentOf, isCurrency } from './currencies';
import type { CurrencyCode } from './currencies';
import { ok, refuse } from './problem';
import type { Path, Result } from './problem';

export { exponentOf, isCurrency } from './currencies';
export type { CurrencyCode } from './currencies';

/** An amount in the currency's smallest unit (cents, fils, yen): a whole number, at most 2^53−1 either way. */
export type MinorUnits = number & { readonly __brand: 'MinorUnits' };

/** Throws a RangeError for what is no whole number or too large to be exact. */
export function minor(value: number): MinorUnits {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not an exact amount of minor units`);
  return (value === 0 ? 0 : value) as MinorUnits;
}

export const ZERO = minor(0);

export function sum(amounts: Iterable<MinorUnits>): MinorUnits {
  let total = 0;
  for (const amount of amounts) total = minor(total + amount);
  return total as MinorUnits;
}

/** How often `part` fits into `whole` (neither negative), exact where a division of large numbers would round up. */
export function wholeTimes(whole: number, part: number): number {
  return (whole - (whole % part)) / part;
}

const DECIMAL = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/;

/**
 * Reads an amount as the wire writes it: `"123.45"`, a dot, no grouping, at most as many decimals as the currency has.
 * What people type is read by `parseTypedAmount`.
 */
export function parseDecimal(value: string, currency: CurrencyCode, path: Path = []): Result<MinorUnits> {
  if (!isCurrency(currency)) {
    const code = String(currency);
    return refuse({
      code: 'currency-unknown',
      path,
      message: `${code} is not a currency of ISO 4217`,
      params: { currency: code },
    });
  }
  const [, sign, whole, fraction = ''] = DECIMAL.exec(value) ?? [];
  if (whole === undefined) {
    return refuse({
      code: 'amount-format',
      path,
      message: 'Write the amount as digits with a dot for decimals, such as 123.45',
    });
  }
  const exponent = exponentOf(currency);
  if (fraction.length > exponent) {
    const message = `${currency} has ${exponent} decimals: write no more than that`;
    return refuse({ code: 'amount-too-precise', path, message, params: { currency, decimals: exponent } });
  }
  return exactMinor(sign + whole + fraction.padEnd(exponent, '0'), path);
}

/** The amount of a string of digits in minor units, refused where it would not be exact. */
export function exactMinor(digits: string, path: Path): Result<MinorUnits> {
  const amount = Number(digits);
  if (!Number.isSafeInteger(amount)) {
    return refuse({
      code: 'amount-out-of-range',
      path,
      message: 'The amount is too large to be kept exactly: write a smaller one',
    });
  }
  return ok(minor(amount));
}

/**
 * The amount as the wire writes it, with all decimals of its currency: `12345` in EUR is `"123.45"`. Sums over several payments may be beyond what a
 * number holds exactly, and come as a bigint.
 */
export function toDecimal(amount: MinorUnits | bigint, currency: CurrencyCode): string {
  const exponent = exponentOf(currency);
  const sign = amount < 0 ? '-' : '';
  const digits = String(amount)
    .replace('-', '')
    .padStart(exponent + 1, '0');
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** The amount as English messages write it: `2,000.00`. */
export function toEnglish(amount: MinorUnits, currency: CurrencyCode): string {
  return toDecimal(amount, currency).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}
