import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { listClosedDays, OfficeClosedDay } from '../../../contracts/closed-days';
import type { listOfficeClosures, OfficeClosure } from '../../../contracts/office-closures';
import type { QueryOf } from '../../../contracts/route';
import type { Day } from '../../../domain/day';
import { table } from '../constants';
import { connect } from './database';
import { countUpTo } from './paging';

export interface ClosedDayRow {
  readonly date: Day;
  readonly name: string;
  readonly effect: 'add' | 'remove';
}

/** What the office added to the public holidays, and removed from them, by date. */
export async function readClosedDays(strapi: Core.Strapi): Promise<ClosedDayRow[]> {
  const db = await connect(strapi);
  return db(table.closedDay).select('date', 'name', 'effect').orderBy('date');
}

/** Office closures that touch a window, both ends included. */
export async function readOfficeClosures(
  strapi: Core.Strapi,
  from: Day,
  to: Day,
): Promise<{ startDate: Day; endDate: Day; name: string }[]> {
  const db = await connect(strapi);
  return db(table.officeClosure)
    .where('start_date', '<=', to)
    .andWhere('end_date', '>=', from)
    .orderBy('start_date')
    .select({ startDate: 'start_date', endDate: 'end_date', name: 'name' });
}

type Page<Row> = { rows: Row[]; count: { total: number; more: boolean } };

const closedDayColumns = {
  documentId: 'document_id',
  date: 'date',
  name: 'name',
  effect: 'effect',
  reference: 'reference',
};

const closureColumns = { documentId: 'document_id', startDate: 'start_date', endDate: 'end_date', name: 'name' };

/** A page of what the office added and removed, by date. */
export async function listClosedDayRows(
  strapi: Core.Strapi,
  { from, to, sort, page, pageSize }: QueryOf<typeof listClosedDays>,
): Promise<Page<OfficeClosedDay>> {
  const db = await connect(strapi);
  const matching = (): Knex.QueryBuilder => {
    const query = db(table.closedDay);
    if (from) query.where('date', '>=', from);
    if (to) query.where('date', '<=', to);
    return query;
  };
  const count = await countUpTo(db, matching().select('id'));
  const rows: OfficeClosedDay[] = await matching()
    .orderBy('date', sort.direction)
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select(closedDayColumns);
  return { rows, count };
}

/** One closed day of the office, by its documentId or by its date. */
export async function readClosedDay(
  strapi: Core.Strapi,
  key: { documentId: string } | { date: Day },
): Promise<OfficeClosedDay | null> {
  const db = await connect(strapi);
  const where = 'date' in key ? { date: key.date } : { document_id: key.documentId };
  return (await db(table.closedDay).where(where).first(closedDayColumns)) ?? null;
}

/** A page of office closures that touch a window, by their first day. */
export async function listOfficeClosureRows(
  strapi: Core.Strapi,
  { from, to, sort, page, pageSize }: QueryOf<typeof listOfficeClosures>,
): Promise<Page<OfficeClosure>> {
  const db = await connect(strapi);
  const matching = (): Knex.QueryBuilder => {
    const query = db(table.officeClosure);
    if (from) query.where('end_date', '>=', from);
    if (to) query.where('start_date', '<=', to);
    return query;
  };
  const count = await countUpTo(db, matching().select('id'));
  const rows: OfficeClosure[] = await matching()
    .orderBy([
      { column: 'start_date', order: sort.direction },
      { column: 'id', order: sort.direction },
    ])
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select(closureColumns);
  return { rows, count };
}

export async function readOfficeClosure(strapi: Core.Strapi, documentId: string): Promise<OfficeClosure | null> {
  const db = await connect(strapi);
  return (await db(table.officeClosure).where({ document_id: documentId }).first(closureColumns)) ?? null;
}
