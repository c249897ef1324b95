import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import { findDocuments } from '../repositories/documents';
import type { TableName } from '../constants';
import { readPayments, lockPayments } from '../repositories/payment-reads';
import type { PaymentRecord } from '../repositories/payment-record';

/** What a lifecycle hook is given, as far as ours look at it; `state` is what a before-hook hands on to its after-hook. */
export interface HookEvent<State = { before?: ReadonlyMap<number, PaymentRecord>; rows?: readonly number[] }> {
  readonly action: string;
  readonly model: { readonly uid: string };
  readonly params: {
    readonly data?: unknown;
    where?: unknown;
    readonly filters?: unknown;
    readonly _q?: string;
  };
  readonly result?: unknown;
  state: State;
}

/** The data of a write, one entry for each document. */
export const dataOf = ({ params: { data } }: HookEvent<unknown>): Record<string, unknown>[] =>
  (Array.isArray(data) ? data : [data]).filter(
    (entry): entry is Record<string, unknown> => typeof entry === 'object' && entry !== null,
  );

/**
 * Ids of the rows that a write is about to touch: the first match for a single one, every match for `*Many`. The write looks for its rows again, after
 * we waited for locks; so it is kept to these, lest one that another writer made match meanwhile is changed without history.
 */
export async function touchedRows(
  strapi: Core.Strapi,
  { action, model, params }: HookEvent<unknown>,
): Promise<number[]> {
  const { where, filters, _q } = params;
  const query = strapi.db.entityManager
    .createQueryBuilder(model.uid)
    .init({ where, filters, _q, select: ['id'] } as never);
  const many = action.endsWith('Many');
  const found: unknown = await (many ? query : query.first()).execute({ mapResults: false });
  const rows = (many ? found : [found]) as ({ id: number } | null | undefined)[];
  const ids = rows.flatMap((row) => (row ? [Number(row.id)] : []));
  if (many || !isEmpty(where)) params.where = keptTo(ids, where);
  return ids;
}

/** An update or delete of nothing in particular is refused by Strapi. */
const isEmpty = (where: unknown): boolean => Object.keys(where ?? {}).length === 0;

/** The same condition for these rows alone; its own keys stay where other plugins' hooks look for them. */
function keptTo(ids: readonly number[], where: unknown): unknown {
  if (ids.length > MOST_NAMED || Array.isArray(where)) return where;
  const { $and = [], ...rest } = (where ?? {}) as { $and?: readonly unknown[] };
  return { ...rest, $and: [...$and, { id: { $in: ids } }] };
}

/** Bound values of one statement are limited; a write of more rows than this is trusted to find the same ones. */
const MOST_NAMED = 10_000;

/**
 * Ids that a relation's value names, as the document service hands them on or a script writes them. What a write links to is locked before it: the
 * link's own lock could not be raised to ours while another writer waits for the same.
 */
export function linkedIds(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(linkedIds);
  if (typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))) return [Number(value)];
  if (typeof value !== 'object' || value === null) return [];
  const { id, set, connect } = value as Record<string, unknown>;
  return [id, set, connect].flatMap(linkedIds);
}

/** Gives each of several new documents its documentId before it is inserted, for `createdRows` to find it again. */
export function nameDocuments(event: HookEvent<unknown>): void {
  if (event.action === 'beforeCreateMany') for (const data of dataOf(event)) data.documentId ??= createId();
}

/** Ids of the rows that a create made. Of several, MariaDB answers the first one's alone, so they are found by what they were named. */
export async function createdRows(strapi: Core.Strapi, event: HookEvent<unknown>): Promise<number[]> {
  if (event.action === 'afterCreateMany') {
    const { tableName } = strapi.db.metadata.get(event.model.uid);
    const named = dataOf(event).map(({ documentId }) => String(documentId));
    return [...(await findDocuments(strapi, tableName as TableName, named)).values()];
  }
  const { id } = (event.result ?? {}) as { id?: number };
  return id === undefined ? [] : [Number(id)];
}

/** Locks payments and reads them as they are before the write. */
export async function lockAndRead(strapi: Core.Strapi, ids: readonly number[]): Promise<Map<number, PaymentRecord>> {
  const sorted = [...new Set(ids)].sort((a, b) => a - b);
  await lockPayments(strapi, sorted);
  const records = await readPayments(strapi, sorted);
  return new Map(records.map((record) => [record.id, record]));
}
