import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Day } from '../../../domain/day';
import { addDays } from '../../../domain/day';
import { table } from '../constants';
import { connect, equalsUnindexed } from './database';
import type { Connection } from './database';
import { countUpTo } from './paging';
import { readShownInstalments } from './staff-calendar';
import type { CalendarRow } from './staff-calendar';

/** The lists of instalments on the Today page. */
export type TodayList = 'due' | 'overdue' | 'incomplete';

/** How soon an instalment without a payment code, or a period without an amount, is on the page. */
export const INCOMPLETE_DAYS = 10;

const t = table.instalment;

/**
 * Open instalments of customers who are not archived. The conditions on other tables are asked row by row, so that the plan walks the index
 * on state and due date in the page's order whatever those tables hold.
 */
function open(db: Connection): Knex.QueryBuilder {
  const archived = db(`${table.payment} as p`)
    .join(`${table.customer} as c`, 'c.id', 'p.customer_ref')
    .whereRaw('?? = ??', ['p.id', `${t}.payment_ref`])
    .whereNotNull('c.archived_at')
    .select(db.raw('1'));
  return db(t).where(`${t}.state`, 'open').whereNotExists(archived);
}

/** What a contact reported as paid in full waits for review and not for payment. */
function unreported(db: Connection, rows: Knex.QueryBuilder): Knex.QueryBuilder {
  const reported = db(`${table.receipt} as r`)
    .whereRaw('?? = ??', ['r.instalment_document_id', `${t}.document_id`])
    .where(equalsUnindexed(db, 'r.state', 'pending'))
    .whereRaw('?? >= ?? - coalesce(??, 0)', ['r.amount', `${t}.amount`, `${t}.paid`])
    .select(db.raw('1'));
  return rows.whereNotExists(reported);
}

function withoutCode(db: Connection, rows: Knex.QueryBuilder): Knex.QueryBuilder {
  const coded = db(`${table.payment} as q`)
    .whereRaw('?? = ??', ['q.id', `${t}.payment_ref`])
    .whereNotNull('q.payment_code')
    .select(db.raw('1'));
  return rows.whereNull(`${t}.payment_code`).whereNotExists(coded);
}

const lists: Readonly<Record<TodayList, (db: Connection, today: Day) => Knex.QueryBuilder>> = {
  due: (db, today) => unreported(db, open(db).where(`${t}.due_date`, today)),
  overdue: (db, today) => unreported(db, open(db).where(`${t}.due_date`, '<', today)),
  incomplete: (db, today) =>
    withoutCode(db, open(db).whereBetween(`${t}.due_date`, [today, addDays(today, INCOMPLETE_DAYS)])),
};

/** What is latest overdue is the likeliest to be paid by a call. */
const direction: Readonly<Record<TodayList, 'asc' | 'desc'>> = { due: 'asc', overdue: 'desc', incomplete: 'asc' };

/** The first rows of a list, and how many it has: three statements. */
export async function readTodayList(
  strapi: Core.Strapi,
  list: TodayList,
  today: Day,
  most: number,
): Promise<{ rows: CalendarRow[]; count: { total: number; more: boolean } }> {
  const db = await connect(strapi);
  const count = await countUpTo(db, lists[list](db, today).select(`${t}.id`));
  const order = direction[list];
  const ids: { id: number }[] = await lists[list](db, today)
    .orderBy([
      { column: `${t}.due_date`, order },
      { column: `${t}.id`, order },
    ])
    .limit(most)
    .select(`${t}.id`);
  const rows = await readShownInstalments(
    db,
    ids.map(({ id }) => Number(id)),
  );
  return { rows, count };
}
