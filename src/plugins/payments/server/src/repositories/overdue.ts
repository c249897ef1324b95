import type { Core } from '@strapi/strapi';
import type { Day } from '../../../domain/day';
import { minor } from '../../../domain/money';
import type { CurrencyCode, MinorUnits } from '../../../domain/money';
import { table } from '../constants';
import { connect } from './database';

/** An instalment that became overdue. */
export interface OverdueInstalment {
  readonly documentId: string;
  readonly number: number;
  readonly dueDate: Day;
  readonly outstanding: MinorUnits;
  readonly currency: CurrencyCode;
  readonly payment: { readonly documentId: string; readonly reference: string };
  readonly customer: string | null;
}

/**
 * Instalments that became overdue since `from` and of which nobody told yet for this due date, marked as told. In a transaction: another process passes
 * over the rows that this one holds, and finds them marked afterwards. Those reported as paid in full are left for the review.
 */
export async function claimOverdue(
  strapi: Core.Strapi,
  { from, today }: { from: Day; today: Day },
  limit: number,
): Promise<OverdueInstalment[]> {
  const db = await connect(strapi);
  const reported = db(`${table.receipt} as r`)
    .whereRaw('?? = ??', ['r.instalment_document_id', `${table.instalment}.document_id`])
    .where('r.state', 'pending')
    .whereRaw(`r.amount >= ${table.instalment}.amount - ${table.instalment}.paid`)
    .select(db.raw('1'));
  const query = db(table.instalment)
    .where({ state: 'open' })
    .where('due_date', '>=', from)
    .where('due_date', '<', today)
    .where(
      (untold) => void untold.whereNull('overdue_told_for').orWhereRaw('?? <> ??', ['overdue_told_for', 'due_date']),
    )
    .whereNotExists(reported)
    .orderBy('id')
    .limit(limit)
    .select('id');
  const claimed: { id: number }[] = await (db.dialect === 'sqlite' ? query : query.forUpdate().skipLocked());
  const ids = claimed.map(({ id }) => Number(id));
  if (ids.length === 0) return [];
  await db(table.instalment)
    .whereIn('id', ids)
    .update({ overdue_told_for: db.raw('??', ['due_date']) });
  return readOverdue(strapi, ids);
}

async function readOverdue(strapi: Core.Strapi, ids: readonly number[]): Promise<OverdueInstalment[]> {
  const db = await connect(strapi);
  const rows: Record<string, unknown>[] = await db(`${table.instalment} as i`)
    .join(`${table.payment} as p`, 'p.id', 'i.payment_ref')
    .leftJoin(`${table.customer} as c`, 'c.id', 'p.customer_ref')
    .whereIn('i.id', ids)
    .where('p.state', 'open')
    .orderBy('i.id')
    .select('i.document_id', 'i.number', 'i.due_date', 'i.amount', 'i.paid', 'p.currency', 'p.reference')
    .select({ payment: 'p.document_id', customer: 'c.document_id' });
  return rows.map((row) => ({
    documentId: String(row.document_id),
    number: Number(row.number),
    dueDate: String(row.due_date) as Day,
    outstanding: minor(Number(row.amount) - Number(row.paid ?? 0)),
    currency: String(row.currency) as CurrencyCode,
    payment: { documentId: String(row.payment), reference: String(row.reference) },
    customer: (row.customer as string | null) ?? null,
  }));
}
