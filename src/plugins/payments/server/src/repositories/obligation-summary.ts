import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Day } from '../../../domain/day';
import type { CurrencyCode } from '../../../domain/money';
import { table } from '../constants';
import type { Scope } from './access';
import { connect, equalsUnindexed, exactSum, toBigint } from './database';
import type { Connection } from './database';
import { customerIds } from './obligations';

/** How many open instalments of one currency, and what is outstanding on them. */
export interface Tally {
  readonly count: number;
  readonly outstanding: bigint;
}

export interface CurrencySummary {
  readonly currency: CurrencyCode;
  readonly overdue: Tally;
  readonly dueIn7Days: Tally;
  readonly dueIn30Days: Tally;
  readonly outstanding: bigint;
}

/** A contact said it is paid in full, and staff have not looked yet: neither overdue nor to pay. */
const reported = (db: Connection) =>
  db(`${table.receipt} as r`)
    .whereRaw('?? = ??', ['r.instalment_document_id', 'i.document_id'])
    .where(equalsUnindexed(db, 'r.state', 'pending'))
    .whereRaw('r.amount >= i.amount - i.paid');

const openInstalments = (db: Connection, ids: readonly number[]): Knex.QueryBuilder =>
  db(`${table.payment} as p`)
    .join(`${table.instalment} as i`, 'i.payment_ref', 'p.id')
    .whereIn('p.customer_ref', ids)
    .where('p.state', 'open')
    .where(equalsUnindexed(db, 'i.state', 'open'));

/** The days up to which instalments count as due soon. */
export interface Horizon {
  readonly today: Day;
  readonly in7Days: Day;
  readonly in30Days: Day;
}

const tally = (row: Record<string, unknown>, name: string): Tally => ({
  count: Number(row[`${name}_count`] ?? 0),
  outstanding: toBigint(row[`${name}_sum`]),
});

/** What is overdue, due soon and outstanding, one entry a currency, in one statement. */
export async function readSummary(
  strapi: Core.Strapi,
  scope: Scope,
  { today, in7Days, in30Days }: Horizon,
): Promise<CurrencySummary[]> {
  const ids = customerIds(scope);
  if (ids.length === 0) return [];
  const db = await connect(strapi);
  const open = openInstalments(db, ids).select({
    currency: 'p.currency',
    due_date: 'i.due_date',
    rest: db.raw('i.amount - i.paid'),
    reported: reported(db).select(db.raw('max(1)')),
  });
  const bucket = (name: string, condition: string, bindings: readonly Day[]) => ({
    [`${name}_count`]: db.raw(`sum(case when reported is null and ${condition} then 1 else 0 end)`, bindings),
    [`${name}_sum`]: exactSum(db, `case when reported is null and ${condition} then rest else 0 end`, bindings),
  });
  const rows = (await db(table.instalment)
    .from(open.as('open_rows'))
    .groupBy('currency')
    .orderBy('currency')
    .select('currency', { outstanding: exactSum(db, 'rest') })
    .select(bucket('overdue', 'due_date < ?', [today]))
    .select(bucket('week', 'due_date between ? and ?', [today, in7Days]))
    .select(bucket('month', 'due_date between ? and ?', [today, in30Days]))) as Record<string, unknown>[];
  return rows.map((row) => ({
    currency: String(row.currency) as CurrencyCode,
    overdue: tally(row, 'overdue'),
    dueIn7Days: tally(row, 'week'),
    dueIn30Days: tally(row, 'month'),
    outstanding: toBigint(row.outstanding),
  }));
}

/** Whom the scope's customers owe or have owed, by name. */
export async function readInstitutions(
  strapi: Core.Strapi,
  scope: Scope,
): Promise<{ documentId: string; name: string }[]> {
  const ids = customerIds(scope);
  if (ids.length === 0) return [];
  const db = await connect(strapi);
  const owed = db(table.payment)
    .whereIn('customer_ref', ids)
    .whereNotNull('institution_ref')
    .distinct('institution_ref');
  return db(`${table.institution} as i`)
    .whereIn('i.id', owed)
    .orderBy([{ column: 'i.search_text' }, { column: 'i.id' }])
    .select({ documentId: 'i.document_id', name: 'i.name' });
}

/** The oldest unpaid instalment of the scope that nobody reported as paid: its payment, and its own documentId. */
export async function findNext(
  strapi: Core.Strapi,
  scope: Scope,
): Promise<{ paymentId: number; instalment: string } | null> {
  const ids = customerIds(scope);
  if (ids.length === 0) return null;
  const db = await connect(strapi);
  const [row] = (await openInstalments(db, ids)
    .whereNotExists(reported(db).select(db.raw('1')))
    .orderBy([{ column: 'i.due_date' }, { column: 'i.number' }, { column: 'i.id' }])
    .limit(1)
    .select({ paymentId: 'p.id', instalment: 'i.document_id' })) as { paymentId: number; instalment: string }[];
  return row ? { paymentId: Number(row.paymentId), instalment: row.instalment } : null;
}
