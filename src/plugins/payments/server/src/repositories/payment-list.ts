import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { QueryOf } from '../../../contracts/route';
import type { listPayments } from '../../../contracts/payment-routes';
import { normaliseSearch } from '../../../domain/search-text';
import type { Day } from '../../../domain/day';
import { minor } from '../../../domain/money';
import type { MinorUnits } from '../../../domain/money';
import { table } from '../constants';
import { connect } from './database';
import type { Connection } from './database';
import { contains, countUpTo } from './paging';

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

/** Payments that match, without page or order. */
function matching(db: Connection, query: PaymentListQuery, today: Day): Knex.QueryBuilder {
  const rows = db(p);
  if (query.state === 'overdue') rows.where(`${p}.state`, 'open').andWhere(`${p}.next_due_date`, '<', today);
  else if (query.state !== 'all') rows.where(`${p}.state`, query.state);
  if (query.customer) {
    rows.where(`${p}.customer_ref`, db(c).where({ document_id: query.customer }).select('id'));
  }
  if (query.institution) {
    rows.where(`${p}.institution_ref`, db(i).where({ document_id: query.institution }).select('id'));
  }
  if (query.from) rows.where(`${p}.next_due_date`, '>=', query.from);
  if (query.to) rows.where(`${p}.next_due_date`, '<=', query.to);
  return query.q ? searched(db, rows, query.q) : rows;
}

/** By title, code or reference, or by a customer's name, tax number or email. */
function searched(db: Connection, rows: Knex.QueryBuilder, q: string): Knex.QueryBuilder {
  const text = normaliseSearch(q);
  const compact = text.replace(/[\s-]/g, '');
  return rows.where((either) => {
    contains(either, `${p}.search_text`, text);
    if (compact !== text && compact !== '') either.orWhere((code) => contains(code, `${p}.search_text`, compact));
    either.orWhereIn(`${p}.customer_ref`, contains(db(c).select('id'), 'search_text', text));
  });
}

/** A page of payments and how many there are. */
export async function listPaymentRows(
  strapi: Core.Strapi,
  query: PaymentListQuery,
  today: Day,
): Promise<{ rows: PaymentListRow[]; count: { total: number; more: boolean } }> {
  const db = await connect(strapi);
  const count = await countUpTo(db, matching(db, query, today).select(`${p}.id`));
  const { field, direction } = query.sort;
  const ids = matching(db, query, today).select(`${p}.id`);
  if (field === 'customer') ids.leftJoin(c, `${c}.id`, `${p}.customer_ref`);
  const order = [
    { column: sortColumns[field], order: direction },
    { column: `${p}.id`, order: direction },
  ];
  const page = await ids
    .orderBy(order)
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize);
  return { rows: await inOrder(db, page), count };
}

/** The page's rows with customer and institution, in the page's order. */
async function inOrder(db: Connection, page: { id: number }[]): Promise<PaymentListRow[]> {
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
    .andWhere({ state: 'open' })
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
