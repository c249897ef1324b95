import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { getStatement } from '../../../contracts/customer-actions';
import type { QueryOf } from '../../../contracts/route';
import type { CurrencyCode } from '../../../domain/money';
import { table } from '../constants';
import { connect, exactSum, toBigint } from './database';
import { readShownInstalments } from './staff-calendar';
import type { CalendarRow } from './staff-calendar';

export type StatementQuery = QueryOf<typeof getStatement>;

/** Sums of a statement in one currency, in minor units. */
export interface StatementSum {
  readonly currency: CurrencyCode;
  readonly amount: bigint;
  readonly paid: bigint;
}

const t = table.instalment;
const p = table.payment;

/** A customer's instalments by due date, the first `most` of them, and the sums of all: three statements. */
export async function readStatement(
  strapi: Core.Strapi,
  customerId: number,
  { state, from, to }: StatementQuery,
  most: number,
): Promise<{ rows: CalendarRow[]; sums: StatementSum[] }> {
  const db = await connect(strapi);
  const matching = (): Knex.QueryBuilder => {
    const rows = db(t).join(p, `${p}.id`, `${t}.payment_ref`).where(`${p}.customer_ref`, customerId);
    if (state === 'open') rows.where(`${t}.state`, 'open');
    else rows.whereNot(`${t}.state`, 'cancelled');
    if (from) rows.where(`${t}.due_date`, '>=', from);
    if (to) rows.where(`${t}.due_date`, '<=', to);
    return rows;
  };
  const ids: { id: number }[] = await matching()
    .orderBy([`${t}.due_date`, `${t}.id`])
    .limit(most)
    .select(`${t}.id`);
  const sums: Record<string, unknown>[] = await matching()
    .groupBy(`${p}.currency`)
    .orderBy(`${p}.currency`)
    .select({ currency: `${p}.currency` })
    .select({ amount: exactSum(db, '??', [`${t}.amount`]), paid: exactSum(db, 'coalesce(??, 0)', [`${t}.paid`]) });
  return {
    rows: await readShownInstalments(
      db,
      ids.map(({ id }) => Number(id)),
    ),
    sums: sums.map((row) => ({
      currency: String(row.currency) as CurrencyCode,
      amount: toBigint(row.amount),
      paid: toBigint(row.paid),
    })),
  };
}
