import type { Core } from '@strapi/strapi';
import type { fillSeriesGrid, getSeriesGrid, SeriesGridRow } from '../../../contracts/series-grid';
import type { AnswerOf, BodyOf, QueryOf } from '../../../contracts/route';
import { lastDayOfMonth } from '../../../domain/day';
import type { Day } from '../../../domain/day';
import { firstPeriodFrom, termsOf } from '../../../domain/series';
import type { Actor } from '../record/actor';
import { readMadeLines, readRunningSeries, readTitles } from '../repositories/series-grid';
import type { SeriesRow } from '../repositories/series';
import type { PeriodRow } from '../repositories/series-periods';
import { shownCode } from './payment-codes';
import { moneyOf } from './payment-view';
import { fillGrid } from './series-filling';
import { datesOf, officeRules, titleOf, usualCode } from './series-making';
import type { OfficeRules } from './series-making';
import { stateOfPeriod } from './series-view';

const MOST_ROWS = 1_000;
const MOST_TITLES = 200;

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

/** Periods of a month that are still to be made. */
function expectedOf(
  series: readonly SeriesRow[],
  known: ReadonlySet<string>,
  { from, to }: { from: Day; to: Day },
  rules: OfficeRules,
): GridLine[] {
  return series.flatMap((each) => {
    const lines: GridLine[] = [];
    for (let number = Math.max(each.nextNumber, firstPeriodFrom(each, from)); ; number += 1) {
      const dates = datesOf(each, number, rules);
      if (!dates || dates.nominalDate > to) return lines;
      if (!known.has(`${each.id} ${number}`)) lines.push({ series: each, number, period: null });
    }
  });
}

/** The grid of a month: what each customer's period costs, and under which code. */
export const seriesGrid = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Lines by customer, in a number of statements that does not grow with them. */
  async get({
    month,
    institution,
    title,
  }: QueryOf<typeof getSeriesGrid>): Promise<AnswerOf<typeof getSeriesGrid>['data']> {
    const from = `${month}-01` as Day;
    const window = { from, to: lastDayOfMonth(from), institution, title };
    const rules = await officeRules(strapi);
    const made = await readMadeLines(strapi, window, MOST_ROWS + 1);
    const running = await readRunningSeries(strapi, window, MOST_ROWS + 1);
    const known = new Set(made.map(({ series, period }) => `${series.id} ${period.number}`));
    const lines: GridLine[] = [
      ...made.map(({ series, period }) => ({ series, number: period.number, period })),
      ...expectedOf(running, known, window, rules),
    ];
    const rows = lines
      .flatMap((line) => gridRowView(line, rules) ?? [])
      .sort((a, b) => a.customer.name.localeCompare(b.customer.name) || a.dueDate.localeCompare(b.dueDate));
    return {
      month,
      rows: rows.slice(0, MOST_ROWS),
      ...((rows.length > MOST_ROWS || running.length > MOST_ROWS) && { more: true as const }),
      titles: await readTitles(strapi, institution, MOST_TITLES),
    };
  },

  /** Writes cells of many lines, and says what became of each. */
  fill: (order: BodyOf<typeof fillSeriesGrid>, actor: Actor): Promise<AnswerOf<typeof fillSeriesGrid>['data']> =>
    fillGrid(strapi, order, actor),
});
