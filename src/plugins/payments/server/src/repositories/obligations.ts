import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Day } from '../../../domain/day';
import { normaliseSearch } from '../../../domain/search-text';
import { table } from '../constants';
import type { Scope } from './access';
import { connect, toJson } from './database';
import type { Connection } from './database';
import { obligationOf, readable } from './obligation-row';
import type { ObligationRow } from './obligation-row';
import type { StoredAttachment } from './payment-record';

export interface ObligationFilter {
  /** DocumentId of one of the scope's customers. */
  readonly customer?: string;
  readonly state: 'open' | 'overdue' | 'settled' | 'cancelled' | 'all';
  /** Window of the next due date, both ends included. */
  readonly from?: Day;
  readonly to?: Day;
  /** The institution's documentId, or part of its name. */
  readonly institution?: string;
  readonly q?: string;
  readonly today: Day;
}

export interface ListOf<Field extends string> {
  readonly page: number;
  readonly pageSize: number;
  readonly sort: { readonly field: Field; readonly direction: 'asc' | 'desc' };
}

type ObligationSort = 'nextDueDate' | 'title' | 'total' | 'changedAt';

/** Titles sort by the searched text, which begins with them: without accents and case, the same on every database. */
const sortColumns: Record<ObligationSort, string> = {
  nextDueDate: 'next_due_date',
  title: 'search_text',
  total: 'total',
  changedAt: 'changed_at',
};

/** Ids of the scope's customers, or of the one that is asked for; the scope decides, never the request. */
export const customerIds = (scope: Scope, customer?: string): number[] =>
  scope.customers.filter(({ documentId }) => customer === undefined || documentId === customer).map(({ id }) => id);

/** `%` and `_` are letters in a search, not wildcards; `!` escapes on all three databases. */
const containing = (term: string) => `%${term.replace(/[!%_]/g, '!$&')}%`;

const contains = (query: Knex.QueryBuilder, column: string, term: string) =>
  query.whereRaw(`?? like ? escape '!'`, [column, containing(term)]);

const orContains = (query: Knex.QueryBuilder, column: string, term: string) => contains(query.or, column, term);

/** Codes are stored without the spaces and hyphens that people read and type them with. */
const searched = (typed: string) => {
  const term = normaliseSearch(typed);
  const compact = term.replace(/[\s-]/g, '');
  return /\d/.test(term) && compact !== term ? [term, compact] : [term];
};

/** The matching payments of the scope, without order and limit. */
function matching(db: Connection, ids: readonly number[], filter: ObligationFilter): Knex.QueryBuilder {
  const { state, from, to, institution, q, today } = filter;
  const query = db(`${table.payment} as m`).whereIn('m.customer_ref', ids);
  if (state !== 'all') query.where('m.state', state === 'overdue' ? 'open' : state);
  if (state === 'overdue') query.where('m.next_due_date', '<', today);
  if (from) query.where('m.next_due_date', '>=', from);
  if (to) query.where('m.next_due_date', '<=', to);
  if (institution || q) query.leftJoin(`${table.institution} as mi`, 'mi.id', 'm.institution_ref');
  if (institution) {
    query.where((either) =>
      orContains(either.where('mi.document_id', institution), 'mi.search_text', normaliseSearch(institution)),
    );
  }
  if (q) {
    query.where((either) => {
      for (const term of searched(q)) orContains(either, 'm.search_text', term);
      orContains(either, 'mi.search_text', normaliseSearch(q));
    });
  }
  return query;
}

/** Nothing due comes last whatever the direction: databases disagree on where nulls belong. */
const inOrder = (query: Knex.QueryBuilder, alias: string, { field, direction }: ListOf<ObligationSort>['sort']) => {
  const column = `${alias}.${sortColumns[field]}`;
  return query
    .orderByRaw('case when ?? is null then 1 else 0 end', [column])
    .orderBy(column, direction)
    .orderBy(`${alias}.id`, direction);
};

/** A page of the log and the number of all that match, in one statement (two where the page is empty). */
export async function listObligationRows(
  strapi: Core.Strapi,
  scope: Scope,
  filter: ObligationFilter,
  { page, pageSize, sort }: ListOf<ObligationSort>,
): Promise<{ rows: ObligationRow[]; total: number }> {
  const ids = customerIds(scope, filter.customer);
  if (ids.length === 0) return { rows: [], total: 0 };
  const db = await connect(strapi);
  const offset = (page - 1) * pageSize;
  const count = () => matching(db, ids, filter).clone().count({ total: '*' });
  // The page is cut on the narrow columns; joins and sums are made for its rows alone.
  const cut = inOrder(matching(db, ids, filter), 'm', sort)
    .limit(pageSize)
    .offset(offset)
    .select('m.id');
  const query = readable(db).join(cut.as('cut'), 'cut.id', 'p.id').select({ matching: count() });
  const rows: Record<string, unknown>[] = await inOrder(query, 'p', sort);
  if (rows.length > 0) return { rows: rows.map(obligationOf), total: Number(rows[0]?.matching) };
  if (offset === 0) return { rows: [], total: 0 };
  const [counted] = (await count()) as { total: number | string }[];
  return { rows: [], total: Number(counted?.total ?? 0) };
}

/** Readable payments (`p`) of the scope. */
const ofScope = (db: Connection, scope: Scope): Knex.QueryBuilder => {
  const query = readable(db).whereIn('p.customer_ref', customerIds(scope));
  return scope.only === undefined ? query : query.where('p.document_id', scope.only);
};

/** One obligation of the scope by its documentId; null for another's as for none. */
export async function readObligationRow(
  strapi: Core.Strapi,
  scope: Scope,
  documentId: string,
): Promise<ObligationRow | null> {
  if (scope.customers.length === 0) return null;
  const db = await connect(strapi);
  const [row] = (await ofScope(db, scope).where('p.document_id', documentId).limit(1)) as Record<string, unknown>[];
  return row ? obligationOf(row) : null;
}

/** Obligations of the scope by their ids. */
export async function readObligationRows(
  strapi: Core.Strapi,
  scope: Scope,
  paymentIds: readonly number[],
): Promise<ObligationRow[]> {
  if (paymentIds.length === 0 || scope.customers.length === 0) return [];
  const db = await connect(strapi);
  const rows: Record<string, unknown>[] = await ofScope(db, scope).whereIn('p.id', paymentIds);
  return rows.map(obligationOf);
}

/** The obligation of the scope that an instalment belongs to; null for another's instalment as for none. */
export async function readObligationRowOfInstalment(
  strapi: Core.Strapi,
  scope: Scope,
  instalmentDocumentId: string,
): Promise<ObligationRow | null> {
  if (scope.customers.length === 0) return null;
  const db = await connect(strapi);
  const [row] = (await ofScope(db, scope)
    .join(`${table.instalment} as part`, 'part.payment_ref', 'p.id')
    .where('part.document_id', instalmentDocumentId)
    .limit(1)) as Record<string, unknown>[];
  return row ? obligationOf(row) : null;
}

/** Where the files of an obligation of the scope are stored; none where it is another's. */
export async function readStoredAttachments(
  strapi: Core.Strapi,
  scope: Scope,
  documentId: string,
): Promise<readonly StoredAttachment[]> {
  const ids = customerIds(scope);
  if (ids.length === 0) return [];
  const db = await connect(strapi);
  const [row] = (await db(table.payment)
    .whereIn('customer_ref', ids)
    .where({ document_id: documentId })
    .limit(1)
    .select('attachments')) as { attachments: unknown }[];
  return toJson<StoredAttachment[]>(row?.attachments) ?? [];
}
