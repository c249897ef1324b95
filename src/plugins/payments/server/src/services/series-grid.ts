import type { Core } from '@strapi/strapi';
import type { fillSeriesGrid, getSeriesGrid } from '../../../contracts/series-grid';
import type { AnswerOf, BodyOf, QueryOf } from '../../../contracts/route';
import { lastDayOfMonth } from '../../../domain/day';
import type { Day } from '../../../domain/day';
import { firstPeriodFrom } from '../../../domain/series';
import type { Actor } from '../record/actor';
import { readMadeLines, readRunningSeries, readTitles } from '../repositories/series-grid';
import type { SeriesRow } from '../repositories/series';
import { fillGrid } from './series-filling';
import { gridRowView } from './series-grid-row';
import type { GridLine } from './series-grid-row';
import { datesOf, officeRules } from './series-making';
import type { OfficeRules } from './series-making';

const MOST_ROWS = 1_000;
const MOST_TITLES = 200;

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
