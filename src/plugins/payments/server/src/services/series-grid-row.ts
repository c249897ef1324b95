import type { SeriesGridRow } from '../../../contracts/series-grid';
import { termsOf } from '../../../domain/series';
import type { SeriesRow } from '../repositories/series';
import type { PeriodRow } from '../repositories/series-periods';
import { shownCode } from './payment-codes';
import { moneyOf } from './payment-view';
import { datesOf, titleOf, usualCode } from './series-making';
import type { OfficeRules } from './series-making';
import { stateOfPeriod } from './series-view';

/** A line of the grid: a period of a series, made or not. */
export interface GridLine {
  readonly series: SeriesRow;
  readonly number: number;
  readonly period: PeriodRow | null;
}

/** A line as the grid shows it, or null where the series has no such period. */
export function gridRowView({ series, number, period }: GridLine, rules: OfficeRules): SeriesGridRow | null {
  const dates = period ?? datesOf(series, number, rules);
  if (!dates) return null;
  const payment = period?.payment ?? null;
  const amount = payment?.amount ?? termsOf(series, number).amount;
  const code = payment ? payment.paymentCode : (period?.paymentCode ?? usualCode(series, number));
  return {
    series: series.documentId,
    number,
    revision: payment?.revision ?? period?.revision ?? 0,
    customer: {
      documentId: series.customer.documentId,
      name: series.customer.name,
      taxNumber: series.customer.taxNumber,
    },
    institution: series.institution && { documentId: series.institution.documentId, name: series.institution.name },
    title: titleOf(series, dates.nominalDate),
    nominalDate: dates.nominalDate,
    dueDate: payment?.dueDate ?? dates.dueDate,
    state: period ? stateOfPeriod(period) : 'expected',
    currency: series.currency,
    amount: amount === null ? null : moneyOf(amount, series.currency),
    paymentCode: shownCode(code),
    scheme: code?.scheme ?? series.institution?.codeScheme ?? 'free',
    payment: payment && { documentId: payment.documentId, reference: payment.reference, state: payment.state },
  };
}
