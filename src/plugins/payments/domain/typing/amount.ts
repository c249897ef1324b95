import { exactMinor, exponentOf, toDecimal } from '../money';
import type { CurrencyCode, MinorUnits } from '../money';
import { refuse } from '../problem';
import type { Path, Problem, Result } from '../problem';

interface Separators {
  group: string;
  decimal: string;
}

const separatorsOf = new Map<string, Separators>();

/** How a locale groups thousands and marks decimals: `.` and `,` in Greek. Spaces of all kinds count as one. */
function separators(locale: string): Separators {
  const known = separatorsOf.get(locale);
  if (known) return known;
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1234567.8);
  const valueOf = (type: string) => plainSpaces(parts.find((part) => part.type === type)?.value ?? '');
  const found = { group: valueOf('group') || ' ', decimal: valueOf('decimal') };
  separatorsOf.set(locale, found);
  return found;
}

function plainSpaces(text: string): string {
  return text.replace(/\s/g, ' ').replace(/[’‘]/g, "'");
}

/**
 * Reads an amount as the office's locale writes it. In Greek `1.234` is 1234.00 and `1.234,56`, `1234,5` are what they
 * seem; `12,345` might mean twelve thousand elsewhere and is refused, as all that is ambiguous or impossible.
 */
export function parseTypedAmount(
  text: string,
  locale: string,
  currency: CurrencyCode,
  path: Path = [],
): Result<MinorUnits> {
  const { group, decimal } = separators(locale);
  const typed = withoutCurrency(plainSpaces(text), currency);
  const [whole = '', fraction, ...more] = typed.split(decimal);
  const digits = ungrouped(whole, group);
  const exponent = exponentOf(currency);
  const isNumber = digits !== null && more.length === 0 && (fraction === undefined || /^\d+$/.test(fraction));
  if (!isNumber) return refuse(unreadable(typed, { group, decimal }, path));
  if (fraction !== undefined && fraction.length > exponent) return refuse(tooManyDecimals(fraction, exponent, path));
  return exactMinor(digits + (fraction ?? '').padEnd(exponent, '0'), path);
}

/** The digits of a whole number, grouped in threes or not at all; null for anything else. */
function ungrouped(whole: string, group: string): string | null {
  if (/^\d+$/.test(whole)) return whole;
  const [first = '', ...rest] = whole.split(group);
  const inThrees = rest.length > 0 && /^[1-9]\d{0,2}$/.test(first) && rest.every((part) => /^\d{3}$/.test(part));
  return inThrees ? first + rest.join('') : null;
}

function withoutCurrency(typed: string, currency: CurrencyCode): string {
  const parts = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  const symbol = parts.find(({ type }) => type === 'currency')?.value ?? currency;
  for (const mark of [currency, symbol]) {
    if (typed.trim().endsWith(mark)) return typed.trim().slice(0, -mark.length).trim();
    if (typed.trim().startsWith(mark)) return typed.trim().slice(mark.length).trim();
  }
  return typed.trim();
}

/** Text that another locale would read as a number could mean two amounts; the rest means none. */
function unreadable(typed: string, { group, decimal }: Separators, path: Path): Problem {
  const example = `1${group}234${decimal}56`;
  const params = { example };
  if (/^\d[\d., ']*\d$/.test(typed)) {
    const message = `This could be several amounts: write it like ${example}, or without ${group === ' ' ? 'spaces' : group}`;
    return { code: 'amount-ambiguous', path, message, params };
  }
  return { code: 'amount-unreadable', path, message: `This is no amount: write it like ${example}`, params };
}

function tooManyDecimals(fraction: string, exponent: number, path: Path): Problem {
  if (fraction.length === 3) {
    const message =
      'These could be thousands or decimals: write the amount without separators, or with all its decimals';
    return { code: 'amount-ambiguous', path, message, params: { decimals: exponent } };
  }
  const message = `The currency has ${exponent} decimals: write no more than that`;
  return { code: 'amount-too-precise', path, message, params: { decimals: exponent } };
}

/** The amount in full, as the field echoes it: `1.234,56 €`. All decimals of ISO 4217, whatever Intl thinks of them. */
export function formatAmount(amount: MinorUnits, currency: CurrencyCode, locale: string): string {
  const decimals = exponentOf(currency);
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  // as a decimal string, which Intl formats exactly where a division would round
  return format.format(toDecimal(amount, currency) as Intl.StringNumericLiteral);
}
