import type { createSeries, updateSeries } from '../../../contracts/series';
import type { BodyOf } from '../../../contracts/route';
import { parseDecimal } from '../../../domain/money';
import type { CurrencyCode, MinorUnits } from '../../../domain/money';
import { fitsPeriod, termsOf } from '../../../domain/series';
import type { SeriesPeriod } from '../../../domain/series';
import { invalidField, valueOf } from '../http/errors';
import type { SeriesRow, SeriesTerms } from '../repositories/series';
import { checkedCode } from './payment-codes';

type Said = Pick<BodyOf<typeof updateSeries>, 'rule' | 'convention' | 'amount' | 'paymentCode'>;

/** What of a request is said of a series' terms. */
export const saysTerms = ({ rule, convention, amount, paymentCode }: Said): boolean =>
  rule !== undefined || convention !== undefined || amount !== undefined || paymentCode !== undefined;

/** A usual amount, or null where it follows. Throws a 400. */
export function amountOf(value: string | null | undefined, currency: CurrencyCode): MinorUnits | null {
  if (value === null || value === undefined) return null;
  const amount = valueOf(parseDecimal(value, currency, ['amount']));
  if (amount > 0) return amount;
  throw invalidField(
    ['amount'],
    'The amount must be more than zero; leave it out where it follows',
    'amount-not-positive',
  );
}

interface Rules {
  readonly period: SeriesPeriod;
  readonly currency: CurrencyCode;
  readonly institution: { readonly singleUseCodes: boolean } | null;
}

/** The terms of a request upon those that held before, checked. Throws a 400 that names the field. */
export function mergedTerms(
  before: Omit<SeriesTerms, 'from'>,
  said: Said,
  { period, currency, institution }: Rules,
): Omit<SeriesTerms, 'from'> {
  const rule = said.rule ?? before.rule;
  const convention = said.convention === undefined ? before.convention : said.convention;
  if (!fitsPeriod(rule, period)) {
    const message =
      'Weeks are counted from the start and fall on no day of the month: choose that, or a period of months';
    throw invalidField(['rule'], message, 'rule-of-weeks');
  }
  if (rule.kind === 'month-end' && convention !== null) {
    const message = 'The last open day of a month needs no convention: leave it out, or choose day 31';
    throw invalidField(['convention'], message, 'convention-refused');
  }
  const code = said.paymentCode === undefined ? before.paymentCode : said.paymentCode && checkedCode(said.paymentCode);
  if (code && institution?.singleUseCodes) {
    const message = 'This institution’s codes serve one payment each: leave it out here and enter each in the grid';
    throw invalidField(['paymentCode'], message, 'code-used-twice');
  }
  const amount = said.amount === undefined ? before.amount : amountOf(said.amount, currency);
  return { rule, convention, amount, paymentCode: code };
}

/** The terms of a new series. */
export const firstTerms = (said: BodyOf<typeof createSeries>, institution: Rules['institution']): SeriesTerms => ({
  from: 1,
  ...mergedTerms({ rule: said.rule, convention: null, amount: null, paymentCode: null }, said, {
    period: said.period,
    currency: said.currency,
    institution,
  }),
});

/** A series' terms with what is said from a period on: it holds from then on, whatever was agreed for later. */
export function termsFrom(series: SeriesRow, from: number, said: Said): SeriesRow['terms'] {
  const merged = { from, ...mergedTerms(termsOf(series, from), said, series) };
  const [first, ...later] = [...series.terms.filter((each) => each.from < from), merged];
  return [first as SeriesTerms, ...later];
}
