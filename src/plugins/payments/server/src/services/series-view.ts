import type { Core } from '@strapi/strapi';
import type { SeriesItem, SeriesPeriodValue, SeriesValue } from '../../../contracts/series';
import { addDays } from '../../../domain/day';
import type { MinorUnits } from '../../../domain/money';
import { termsOf } from '../../../domain/series';
import type { HolidayNameOf } from '../closed-days/names';
import type { SeriesRow, SeriesTerms } from '../repositories/series';
import { readPeriods } from '../repositories/series-periods';
import type { PeriodRow } from '../repositories/series-periods';
import { shownCode } from './payment-codes';
import { shiftView } from './holiday-words';
import { moneyOf } from './payment-view';
import { staffHolidayNames } from './reader';
import { datesOf, officeRules, titleOf } from './series-making';
import type { OfficeRules } from './series-making';

/** How many of the periods that exist a series shows, and how many of those to come. */
const SHOWN = 36;
const TO_COME = 6;

interface Context {
  readonly rules: OfficeRules;
  /** Public holidays as the reader names them. */
  readonly holidayName: HolidayNameOf;
}

const moneyOrNull = (amount: MinorUnits | null, { currency }: SeriesRow) =>
  amount === null ? null : moneyOf(amount, currency);

const termsView = (series: SeriesRow, { rule, convention, amount, paymentCode }: SeriesTerms) => ({
  rule,
  convention,
  amount: moneyOrNull(amount, series),
  paymentCode: shownCode(paymentCode),
});

function nextOf(series: SeriesRow, rules: OfficeRules): SeriesItem['next'] {
  const dates = series.state === 'active' ? datesOf(series, series.nextNumber, rules) : null;
  if (!dates) return null;
  const { number, nominalDate, dueDate } = dates;
  return { number, nominalDate, dueDate, madeOn: addDays(dueDate, -series.daysAhead) };
}

/** A series as a list shows it. */
export const seriesItemView = (series: SeriesRow, rules: OfficeRules): SeriesItem => ({
  documentId: series.documentId,
  revision: series.revision,
  customer: {
    documentId: series.customer.documentId,
    name: series.customer.name,
    archived: series.customer.archived,
  },
  institution: series.institution && { documentId: series.institution.documentId, name: series.institution.name },
  title: series.title,
  description: series.description,
  naming: series.naming,
  end: series.end,
  daysAhead: series.daysAhead,
  sendEmail: series.sendEmail,
  period: series.period,
  currency: series.currency,
  start: series.start,
  state: series.state,
  ...termsView(series, termsOf(series, series.nextNumber)),
  next: nextOf(series, rules),
});

/** What became of a period: its payment may be gone since. */
export const stateOfPeriod = ({ state, payment }: PeriodRow) =>
  state === 'created' && payment === null ? ('deleted' as const) : state;

function madeView(series: SeriesRow, row: PeriodRow, { rules, holidayName }: Context): SeriesPeriodValue {
  const { number, nominalDate, payment } = row;
  const amount = payment?.amount ?? termsOf(series, number).amount;
  return {
    number,
    nominalDate,
    dueDate: payment?.dueDate ?? row.dueDate,
    shift: shiftView(datesOf(series, number, rules)?.shift ?? null, nominalDate, holidayName),
    title: titleOf(series, nominalDate),
    state: stateOfPeriod(row),
    amount: moneyOrNull(amount, series),
    payment: payment && { documentId: payment.documentId, reference: payment.reference, state: payment.state },
  };
}

function toCome(series: SeriesRow, made: readonly PeriodRow[], { rules, holidayName }: Context): SeriesPeriodValue[] {
  const known = new Set(made.map(({ number }) => number));
  const found: SeriesPeriodValue[] = [];
  for (let number = series.nextNumber; series.state === 'active' && found.length < TO_COME; number += 1) {
    if (known.has(number)) continue;
    const dates = datesOf(series, number, rules);
    if (!dates) break;
    const amount = moneyOrNull(termsOf(series, number).amount, series);
    const title = titleOf(series, dates.nominalDate);
    const shift = shiftView(dates.shift, dates.nominalDate, holidayName);
    found.push({ ...dates, shift, title, state: 'expected', amount, payment: null });
  }
  return found;
}

/** A series with its terms and periods. */
export async function seriesView(strapi: Core.Strapi, series: SeriesRow): Promise<SeriesValue> {
  const rules = await officeRules(strapi);
  const context = { rules, holidayName: await staffHolidayNames(strapi) };
  const rows = await readPeriods(strapi, [series.id]);
  const made = rows.slice(-SHOWN).map((row) => madeView(series, row, context));
  return {
    ...seriesItemView(series, rules),
    terms: series.terms.map((terms) => ({ from: terms.from, ...termsView(series, terms) })),
    periods: [...made, ...toCome(series, rows, context)].sort((a, b) => a.number - b.number),
  };
}
