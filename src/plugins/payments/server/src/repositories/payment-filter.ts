import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { listPayments } from '../../../contracts/payment-routes';
import type { QueryOf } from '../../../contracts/route';
import type { Day } from '../../../domain/day';
import type { CurrencyCode, MinorUnits } from '../../../domain/money';
import { normaliseSearch } from '../../../domain/search-text';
import { table, uid } from '../constants';
import type { Connection } from './database';
import { linkOf } from './links';
import { contains } from './paging';

/** The window of the total, in minor units of the only currency that it can mean. */
export interface TotalWindow {
  readonly currency: CurrencyCode;
  readonly least: MinorUnits | null;
  readonly most: MinorUnits | null;
}

/** What narrows a list of payments. */
export interface PaymentFilter extends Pick<
  QueryOf<typeof listPayments>,
  'q' | 'state' | 'customer' | 'institution' | 'responsible' | 'from' | 'to'
> {
  readonly total: TotalWindow | null;
  readonly today: Day;
}

const p = table.payment;
const c = table.customer;
const i = table.institution;

/** Payments that match, without page or order. */
export function matchingPayments(strapi: Core.Strapi, db: Connection, filter: PaymentFilter): Knex.QueryBuilder {
  const rows = db(p);
  if (filter.state === 'overdue') rows.where(`${p}.state`, 'open').andWhere(`${p}.next_due_date`, '<', filter.today);
  else if (filter.state !== 'all') rows.where(`${p}.state`, filter.state);
  if (filter.customer) {
    rows.where(`${p}.customer_ref`, db(c).where({ document_id: filter.customer }).select('id'));
  }
  if (filter.institution) {
    rows.where(`${p}.institution_ref`, db(i).where({ document_id: filter.institution }).select('id'));
  }
  if (filter.responsible) rows.whereIn(`${p}.customer_ref`, customersOf(strapi, db, filter.responsible));
  if (filter.from) rows.where(`${p}.next_due_date`, '>=', filter.from);
  if (filter.to) rows.where(`${p}.next_due_date`, '<=', filter.to);
  if (filter.total) within(rows, filter.total);
  return filter.q ? searched(db, rows, filter.q) : rows;
}

/** The customers that a member of staff answers for. */
function customersOf(strapi: Core.Strapi, db: Connection, responsible: string): Knex.QueryBuilder {
  const link = linkOf(strapi, uid.customer, 'responsible');
  const users = strapi.db.metadata.get('admin::user').tableName;
  return db(`${link.table} as l`)
    .join(`${users} as u`, 'u.id', `l.${link.target}`)
    .where('u.document_id', responsible)
    .select(`l.${link.source}`);
}

function within(rows: Knex.QueryBuilder, { currency, least, most }: TotalWindow): void {
  rows.where(`${p}.currency`, currency);
  if (least !== null) rows.where(`${p}.total`, '>=', least);
  if (most !== null) rows.where(`${p}.total`, '<=', most);
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
