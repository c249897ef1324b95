import type { Core } from '@strapi/strapi';
import { readPayments, lockPayments } from '../repositories/payment-reads';
import type { PaymentRecord } from '../repositories/payment-record';

/** What a lifecycle hook is given, as far as ours look at it; `state` is what a before-hook hands on to its after-hook. */
export interface HookEvent<State = { before?: ReadonlyMap<number, PaymentRecord>; rows?: readonly number[] }> {
  readonly action: string;
  readonly model: { readonly uid: string };
  readonly params: {
    readonly data?: unknown;
    readonly where?: unknown;
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

/** Ids of the rows that a write is about to touch: the first match for a single one, every match for `*Many`. */
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
  return rows.flatMap((row) => (row ? [Number(row.id)] : []));
}

/** Ids that a create answered. */
export function createdRows({ result }: HookEvent<unknown>): number[] {
  const { id, ids } = (result ?? {}) as { id?: number; ids?: number[] };
  return ids ? ids.map(Number) : id === undefined ? [] : [Number(id)];
}

/** Locks payments and reads them as they are before the write. */
export async function lockAndRead(strapi: Core.Strapi, ids: readonly number[]): Promise<Map<number, PaymentRecord>> {
  const sorted = [...new Set(ids)].sort((a, b) => a - b);
  await lockPayments(strapi, sorted);
  const records = await readPayments(strapi, sorted);
  return new Map(records.map((record) => [record.id, record]));
}
