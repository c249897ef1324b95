import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { QueryOf } from '../../../contracts/route';
import type { listPayments } from '../../../contracts/payment-routes';
import type { Day } from '../../../domain/day';
import { minor } from '../../../domain/money';
import type { MinorUnits } from '../../../domain/money';
import { table } from '../constants';
import { connect, equalsUnindexed } from './database';
import type { Connection } from './database';
import { countUpTo } from './paging';
import { matchingPayments } from './payment-filter';
import type { PaymentFilter } from './payment-filter';
import { sortedIds } from './sorted-ids';

export type PaymentListQuery = QueryOf<typeof listPayments>;

/** A row of the staff's list, as the database tells it. */
export type PaymentListRow = Readonly<Record<string, unknown>>;

const p = table.payment;
const c = table.customer;
const i = table.institution;

const sortColumns: Readonly<Record<PaymentListQuery['sort']['field'], string>> = {
  nextDueDate: `${p}.next_due_date`,
  title: `${p}.title`,
  customer: `${c}.name`,
  total: `${p}.total`,
  createdAt: `${p}.created_at`,
  updatedAt: `${p}.updated_at`,
};

/** A search that finds no more is answered from what it found: it reads the whole table, and would read it again for the page. */
const FEW_FOUND = 500;

/** Ids of what a search finds, in no order; null where nothing is searched, or more is found. */
async function findFew(strapi: Core.Strapi, db: Connection, filter: PaymentFilter): Promise<number[] | null> {
  if (!filter.q) return null;
  const rows: { id: number }[] = await matchingPayments(strapi, db, filter)
    .select(`${p}.id`)
    .limit(FEW_FOUND + 1);
  return rows.length > FEW_FOUND ? null : rows.map(({ id }) => Number(id));
}

/** A page of payments and how many there are. */
export async function listPaymentRows(
  strapi: Core.Strapi,
  query: Pick<PaymentListQuery, 'page' | 'pageSize' | 'sort'>,
  filter: PaymentFilter,
): Promise<{ rows: PaymentListRow[]; count: { total: number; more: boolean } }> {
  const db = await connect(strapi);
  const found = await findFew(strapi, db, filter);
  const count = found
    ? { total: found.length, more: false }
    : await countUpTo(db, matchingPayments(strapi, db, filter).select(`${p}.id`));
  const matching = found ? db(p).whereIn(`${p}.id`, found) : matchingPayments(strapi, db, filter);
  const page: { id: number }[] = await inSortOrder(matching, query.sort)
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize);
  return {
    rows: await inOrder(
      db,
      page.map(({ id }) => Number(id)),
    ),
    count,
  };
}

/** Ids of what matches, sorted. */
function inSortOrder(matching: Knex.QueryBuilder, { field, direction }: PaymentListQuery['sort']): Knex.QueryBuilder {
  const ids = matching.select(`${p}.id`);
  if (field === 'customer') ids.leftJoin(c, `${c}.id`, `${p}.customer_ref`);
  return ids.orderBy([
    { column: sortColumns[field], order: direction },
    { column: `${p}.id`, order: direction },
  ]);
}

/** Rows in one piece of an export. */
const PIECE = 500;

/** All that matches, piece by piece: the ids are read once, so that what is edited meanwhile is neither twice nor missing. */
export async function* readAllPaymentRows(
  strapi: Core.Strapi,
  sort: PaymentListQuery['sort'],
  filter: PaymentFilter,
): AsyncGenerator<PaymentListRow[]> {
  const db = await connect(strapi);
  const ids = await sortedIds(db, inSortOrder(matchingPayments(strapi, db, filter), sort));
  for (let start = 0; start < ids.length; start += PIECE) yield inOrder(db, [...ids.subarray(start, start + PIECE)]);
}

/** The page's rows with customer and institution, in the page's order. */
async function inOrder(db: Connection, page: readonly number[]): Promise<PaymentListRow[]> {
  if (page.length === 0) return [];
  const rows: PaymentListRow[] = await db(p)
    .leftJoin(c, `${c}.id`, `${p}.customer_ref`)
    .leftJoin(i, `${i}.id`, `${p}.institution_ref`)
    .whereIn(`${p}.id`, page)
    .select(`${p}.*`, {
      customer_document_id: `${c}.document_id`,
      customer_name: `${c}.name`,
      customer_tax_number: `${c}.tax_number`,
      customer_phone: `${c}.phone`,
      institution_document_id: `${i}.document_id`,
      institution_name: `${i}.name`,
    });
  const byId = new Map(rows.map((row) => [Number(row.id), row]));
  return page.flatMap((id) => {
    const row = byId.get(id);
    return row ? [row] : [];
  });
}

/** What of a payment is open. */
export interface OpenPart {
  readonly outstanding: MinorUnits;
  /** The open instalment that is due first. */
  readonly next: { readonly number: number; readonly amount: MinorUnits; readonly dueDate: Day };
}

/** The open part of each payment that has one, by the payment's id. */
export async function readOpenParts(
  strapi: Core.Strapi,
  paymentIds: readonly number[],
): Promise<Map<number, OpenPart>> {
  if (paymentIds.length === 0) return new Map();
  const db = await connect(strapi);
  const rows: Record<string, unknown>[] = await db(table.instalment)
    .whereIn('payment_ref', paymentIds)
    .andWhere(equalsUnindexed(db, 'state', 'open'))
    .orderBy([{ column: 'due_date' }, { column: 'number' }])
    .select('payment_ref', 'number', 'amount', 'paid', 'due_date');
  const parts = new Map<number, OpenPart>();
  for (const row of rows) {
    const key = Number(row.payment_ref);
    const amount = minor(Number(row.amount));
    const earlier = parts.get(key);
    const outstanding = minor((earlier?.outstanding ?? 0) + amount - Number(row.paid ?? 0));
    const next = earlier?.next ?? { number: Number(row.number), amount, dueDate: row.due_date as Day };
    parts.set(key, { outstanding, next });
  }
  return parts;
}
