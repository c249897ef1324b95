import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Day } from '../../../domain/day';
import { table } from '../constants';
import { connect } from './database';
import { countUpTo } from './paging';
import { selectSeries, seriesOf, seriesQuery } from './series';
import type { SeriesRow } from './series';

/** A period that waits for its amount, with its series. */
export interface WaitingPeriod {
  readonly series: SeriesRow;
  readonly number: number;
  readonly nominalDate: Day;
  readonly dueDate: Day;
}

/** The first periods that wait for their amount and are due by a day, and how many there are; never of archived customers. */
export async function readWaiting(
  strapi: Core.Strapi,
  until: Day,
  most: number,
): Promise<{ rows: WaitingPeriod[]; count: { total: number; more: boolean } }> {
  const db = await connect(strapi);
  const waiting = (): Knex.QueryBuilder =>
    seriesQuery(db)
      .join(`${table.seriesPeriod} as r`, 'r.series_ref', 's.id')
      .where('r.state', 'waiting')
      .where('r.due_date', '<=', until)
      .whereNull('c.archived_at');
  const count = await countUpTo(db, waiting().select('r.id'));
  const rows: Record<string, unknown>[] = await selectSeries(waiting())
    .select({ period_number: 'r.number', period_nominal: 'r.nominal_date', period_due: 'r.due_date' })
    .orderBy([{ column: 'r.due_date' }, { column: 'r.id' }])
    .limit(most);
  return {
    rows: rows.map((row) => ({
      series: seriesOf(row),
      number: Number(row.period_number),
      nominalDate: String(row.period_nominal) as Day,
      dueDate: String(row.period_due) as Day,
    })),
    count,
  };
}
