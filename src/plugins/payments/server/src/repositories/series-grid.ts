import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Day } from '../../../domain/day';
import { table } from '../constants';
import { connect, updateEach } from './database';
import { selectSeries, seriesOf, seriesQuery } from './series';
import type { SeriesRow } from './series';
import { periodOf, selectPeriods } from './series-periods';
import type { NewPeriod, PeriodRow } from './series-periods';

/** Which series a grid shows. */
export interface GridFilter {
  readonly from: Day;
  readonly to: Day;
  readonly institution?: string | undefined;
  readonly title?: string | undefined;
}

type Row = Record<string, unknown>;

const narrow =
  ({ institution, title }: GridFilter) =>
  (query: Knex.QueryBuilder): void => {
    query.whereNull('c.archived_at');
    if (institution) query.where('i.document_id', institution);
    if (title) query.where('s.title', title);
  };

/** Periods of a window that exist, with their series. */
export async function readMadeLines(
  strapi: Core.Strapi,
  filter: GridFilter,
  most: number,
): Promise<{ series: SeriesRow; period: PeriodRow }[]> {
  const db = await connect(strapi);
  const query = seriesQuery(db)
    .join(`${table.seriesPeriod} as r`, 'r.series_ref', 's.id')
    .leftJoin(`${table.payment} as p`, 'p.document_id', 'r.payment_document_id')
    .whereBetween('r.nominal_date', [filter.from, filter.to])
    .modify(narrow(filter))
    .orderBy([{ column: 'c.search_text' }, { column: 's.id' }, { column: 'r.number' }])
    .limit(most);
  const rows: Row[] = await selectPeriods(selectSeries(query));
  return rows.map((row) => ({ series: seriesOf(row), period: periodOf(row) }));
}

/** Active series that may have a period in the window. */
export async function readRunningSeries(strapi: Core.Strapi, filter: GridFilter, most: number): Promise<SeriesRow[]> {
  const db = await connect(strapi);
  const rows: Row[] = await selectSeries(
    seriesQuery(db)
      .where('s.state', 'active')
      .where('s.start_date', '<=', filter.to)
      .where((either) => void either.whereNull('s.end_date').orWhere('s.end_date', '>=', filter.from))
      .modify(narrow(filter))
      .orderBy([{ column: 'c.search_text' }, { column: 's.id' }])
      .limit(most),
  );
  return rows.map(seriesOf);
}

/** Titles of running series, to choose from. */
export async function readTitles(
  strapi: Core.Strapi,
  institution: string | undefined,
  most: number,
): Promise<string[]> {
  const db = await connect(strapi);
  const query = seriesQuery(db).where('s.state', 'active').whereNull('c.archived_at');
  if (institution) query.where('i.document_id', institution);
  const rows: { title: string }[] = await query.distinct({ title: 's.title' }).orderBy('s.title').limit(most);
  return rows.map(({ title }) => title);
}

/** Completes waiting periods, or writes the code of those that go on waiting. */
export async function updatePeriods(
  strapi: Core.Strapi,
  periods: ReadonlyArray<NewPeriod & { id: number; revision: number }>,
): Promise<void> {
  await updateEach(
    await connect(strapi),
    table.seriesPeriod,
    {
      state: 'text',
      payment_document_id: 'text',
      payment_code: 'text',
      payment_code_scheme: 'text',
      nominal_date: 'date',
      due_date: 'date',
      revision: 'integer',
    },
    periods.map(({ id, state, payment, paymentCode, nominalDate, dueDate, revision }) => ({
      id,
      values: {
        state,
        payment_document_id: payment,
        payment_code: paymentCode?.value ?? null,
        payment_code_scheme: paymentCode?.scheme ?? null,
        nominal_date: nominalDate,
        due_date: dueDate,
        revision,
      },
    })),
  );
}
