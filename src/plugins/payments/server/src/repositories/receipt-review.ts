import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { listReceipts } from '../../../contracts/receipt-review';
import type { QueryOf } from '../../../contracts/route';
import type { Day } from '../../../domain/day';
import { minor } from '../../../domain/money';
import type { CurrencyCode, MinorUnits } from '../../../domain/money';
import { table } from '../constants';
import { connect, toDate, toJson } from './database';
import type { Connection } from './database';
import { countUpTo } from './paging';
import type { StoredAttachment } from './payment-record';
import { receiptOf } from './receipt-row';
import type { ReceiptRow } from './receipt-row';

export type ReceiptListQuery = QueryOf<typeof listReceipts>;

/** A receipt with what it is about, as staff review it. */
export interface ReviewRow extends ReceiptRow {
  readonly file: StoredAttachment | null;
  readonly createdAt: Date;
  readonly reviewedAt: Date | null;
  readonly reviewedBy: string | null;
  readonly contactName: string | null;
  readonly customer: { readonly documentId: string; readonly name: string; readonly phone: string | null };
  readonly payment: {
    readonly id: number;
    readonly documentId: string;
    readonly title: string;
    readonly reference: string;
    readonly revision: number;
    readonly currency: CurrencyCode;
    readonly count: number;
  };
  readonly instalmentDocumentId: string;
}

/** An instalment of a payment that a receipt is about. */
export interface ReviewedInstalment {
  readonly documentId: string;
  readonly number: number;
  readonly dueDate: Day;
  readonly amount: MinorUnits;
  readonly paid: MinorUnits;
  readonly state: 'open' | 'paid' | 'cancelled';
}

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

function reviewOf(row: Record<string, unknown>): ReviewRow {
  return {
    ...receiptOf(row, ''),
    file: toJson<StoredAttachment>(row.file),
    createdAt: toDate(row.created_at) ?? new Date(0),
    reviewedAt: toDate(row.reviewed_at),
    reviewedBy: text(row.reviewed_by),
    contactName: text(row.contact_name),
    customer: {
      documentId: text(row.customer) ?? '',
      name: text(row.customer_name) ?? '',
      phone: text(row.customer_phone),
    },
    payment: {
      id: Number(row.payment_id),
      documentId: String(row.payment),
      title: String(row.title),
      reference: text(row.reference) ?? '',
      revision: Number(row.revision),
      currency: String(row.currency) as CurrencyCode,
      count: Number(row.instalment_count),
    },
    instalmentDocumentId: String(row.instalment),
  };
}

const columns = {
  ...{ id: 'r.id', document_id: 'r.document_id', contact: 'r.contact_document_id', state: 'r.state' },
  ...{ paid_on: 'r.paid_on', amount: 'r.amount', comment: 'r.comment', reason: 'r.reason', file: 'r.file' },
  ...{ created_at: 'r.created_at', reviewed_at: 'r.reviewed_at', reviewed_by: 'r.reviewed_by' },
  ...{ instalment: 'r.instalment_document_id', contact_name: 'k.name' },
  ...{ payment_id: 'p.id', payment: 'p.document_id', title: 'p.title', reference: 'p.reference' },
  ...{ revision: 'p.revision', currency: 'p.currency', instalment_count: 'p.instalment_count' },
  ...{ customer: 'c.document_id', customer_name: 'c.name', customer_phone: 'c.phone' },
};

const reviewed = (db: Connection): Knex.QueryBuilder =>
  db(`${table.receipt} as r`)
    .join(`${table.payment} as p`, 'p.document_id', 'r.payment_document_id')
    .leftJoin(`${table.customer} as c`, 'c.id', 'p.customer_ref')
    .leftJoin(`${table.contact} as k`, 'k.document_id', 'r.contact_document_id')
    .select(columns);

/** A page of receipts and how many there are. */
export async function listReviewRows(
  strapi: Core.Strapi,
  { state, payment, sort, page, pageSize }: ReceiptListQuery,
): Promise<{ rows: ReviewRow[]; count: { total: number; more: boolean } }> {
  const db = await connect(strapi);
  const matching = () => {
    const rows = db(table.receipt);
    if (state !== 'all') rows.where({ state });
    if (payment) rows.where({ payment_document_id: payment });
    return rows.select('id');
  };
  const count = await countUpTo(db, matching());
  const ids: { id: number }[] = await matching()
    .orderBy('id', sort.direction)
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  if (ids.length === 0) return { rows: [], count };
  const rows: Record<string, unknown>[] = await reviewed(db)
    .whereIn(
      'r.id',
      ids.map(({ id }) => id),
    )
    .orderBy('r.id', sort.direction);
  return { rows: rows.map(reviewOf), count };
}

/** One receipt, or null where there is none. */
export async function readReviewRow(strapi: Core.Strapi, documentId: string): Promise<ReviewRow | null> {
  const db = await connect(strapi);
  const [row] = (await reviewed(db).where('r.document_id', documentId).limit(1)) as Record<string, unknown>[];
  return row ? reviewOf(row) : null;
}

/** The instalments of payments, in their order, by the payment's id: one statement. */
export async function readReviewedInstalments(
  strapi: Core.Strapi,
  paymentIds: readonly number[],
): Promise<Map<number, ReviewedInstalment[]>> {
  if (paymentIds.length === 0) return new Map();
  const db = await connect(strapi);
  const rows: Record<string, unknown>[] = await db(table.instalment)
    .whereIn('payment_ref', [...new Set(paymentIds)])
    .orderBy([{ column: 'payment_ref' }, { column: 'number' }])
    .select('payment_ref', 'document_id', 'number', 'due_date', 'amount', 'paid', 'state');
  const byPayment = new Map<number, ReviewedInstalment[]>();
  for (const row of rows) {
    const key = Number(row.payment_ref);
    const list = byPayment.get(key) ?? [];
    byPayment.set(key, list);
    list.push({
      documentId: String(row.document_id),
      number: Number(row.number),
      dueDate: String(row.due_date) as Day,
      amount: minor(Number(row.amount)),
      paid: minor(Number(row.paid ?? 0)),
      state: row.state as ReviewedInstalment['state'],
    });
  }
  return byPayment;
}

/** What staff decided. */
export interface Review {
  readonly state: 'accepted' | 'rejected';
  readonly reason: string | null;
  readonly by: string | null;
}

/** Decides a receipt that waits; false where it was decided or taken back meanwhile. */
export async function decideReceipt(
  strapi: Core.Strapi,
  id: number,
  { state, reason, by }: Review,
  now: Date,
): Promise<boolean> {
  const db = await connect(strapi);
  const changed = await db(table.receipt)
    .where({ id, state: 'pending' })
    .update({ state, reason, reviewed_by: by, reviewed_at: now, pending_key: null, updated_at: now });
  return Number(changed) === 1;
}
