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

/** A page of payments and how many there are. */
export async function listPaymentRows(
  strapi: Core.Strapi,
  query: Pick<PaymentListQuery, 'page' | 'pageSize' | 'sort'>,
  filter: PaymentFilter,
): Promise<{ rows: PaymentListRow[]; count: { total: number; more: boolean } }> {
  const db = await connect(strapi);
  const count = await countUpTo(db, matchingPayments(strapi, db, filter).select(`${p}.id`));
  const page: { id: number }[] = await inSortOrder(strapi, db, filter, query.sort)
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize);
  return { rows: await inOrder(db, page), count };
}

/** Ids of what matches, sorted. */
function inSortOrder(
  strapi: Core.Strapi,
  db: Connection,
  filter: PaymentFilter,
  { field, direction }: PaymentListQuery['sort'],
): Knex.QueryBuilder {
  const ids = matchingPayments(strapi, db, filter).select(`${p}.id`);
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
  const ids: { id: number }[] = await inSortOrder(strapi, db, filter, sort);
  for (let start = 0; start < ids.length; start += PIECE) yield inOrder(db, ids.slice(start, start + PIECE));
}

/** The page's rows with customer and institution, in the page's order. */
async function inOrder(db: Connection, page: { id: number }[]): Promise<PaymentListRow[]> {
  if (page.length === 0) return [];
  const rows: PaymentListRow[] = await db(p)
    .leftJoin(c, `${c}.id`, `${p}.customer_ref`)
    .leftJoin(i, `${i}.id`, `${p}.institution_ref`)
    .whereIn(
      `${p}.id`,
      page.map(({ id }) => id),
    )
    .select(`${p}.*`, {
      customer_document_id: `${c}.document_id`,
      customer_name: `${c}.name`,
      customer_tax_number: `${c}.tax_number`,
      customer_phone: `${c}.phone`,
      institution_document_id: `${i}.document_id`,
      institution_name: `${i}.name`,
    });
  const byId = new Map(rows.map((row) => [Number(row.id), row]));
  return page.flatMap(({ id }) => {
    const row = byId.get(Number(id));
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
