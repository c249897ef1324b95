/** Money as the contract writes it: a decimal string with the currency's own number of decimals. */
export interface Money {
  readonly value: string;
  readonly currency: string;
}

/** How many decimals an amount is written with. */
export const digitsOf = ({ value }: Money): number => value.split('.')[1]?.length ?? 0;

const formatters = new Map<string, Intl.NumberFormat>();

const formatterFor = (locale: string, currency: string, digits: number): Intl.NumberFormat => {
  const key = `${locale} ${currency} ${digits}`;
  const known = formatters.get(key);
  if (known) return known;
  const options = {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  } as const;
  const formatter = new Intl.NumberFormat(locale, options);
  formatters.set(key, formatter);
  return formatter;
};

/**
 * An amount as its reader writes it: "154,32 €", "€154.32". The decimals shown are those of the value, because Intl's own
 * differ from ISO 4217 for some currencies; the string goes to Intl as it is, for a float would lose cents of large sums.
 */
export const formatMoney = (amount: Money, locale: string): string =>
  formatterFor(locale, amount.currency, digitsOf(amount)).format(amount.value as `${number}`);

/** An amount as its reader types it into a field: "1234,56". */
export const formatTyped = (amount: Money, locale: string): string => {
  const digits = digitsOf(amount);
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false };
  return new Intl.NumberFormat(locale, options).format(amount.value as `${number}`);
};

/** How much of the whole, 0 to 1, for a bar; never for a figure. */
export const fractionOf = (part: Money, whole: Money): number => {
  const total = Number(whole.value);
  return total > 0 ? Math.min(1, Math.max(0, Number(part.value) / total)) : 0;
};

export const isNothing = ({ value }: Money): boolean => /^-?0*(\.0*)?$/.test(value);
