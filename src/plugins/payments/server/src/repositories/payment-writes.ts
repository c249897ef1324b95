import type { Core } from '@strapi/strapi';
import type { InstalmentRow } from '../../../domain/payment-state';
import { table, uid } from '../constants';
import { connect, insertAll, updateEach } from './database';
import { documentColumns, insertDocument } from './documents';
import type { Columns } from './documents';
import { linkOf } from './links';
import type { InstalmentRecord, StoredAttachment } from './payment-record';

export async function writePayment(strapi: Core.Strapi, id: number, columns: Columns): Promise<void> {
  const db = await connect(strapi);
  await db(table.payment).where({ id }).update(columns);
}

/** Writes the same columns of many payments. */
export async function writePayments(strapi: Core.Strapi, ids: readonly number[], columns: Columns): Promise<void> {
  const db = await connect(strapi);
  await db(table.payment).whereIn('id', ids).update(columns);
}

/** Writes the rows that an edit of the plan changed, every column that an edit can touch. */
export async function writeInstalments(
  strapi: Core.Strapi,
  rows: readonly InstalmentRecord[],
  now: Date,
): Promise<void> {
  const db = await connect(strapi);
  const columns = {
    number: 'integer',
    amount: 'integer',
    paid: 'integer',
    surcharge: 'integer',
    paid_on: 'date',
    nominal_date: 'date',
    due_date: 'date',
    shift_kind: 'text',
    shift_name: 'text',
    pinned: 'boolean',
    state: 'text',
    payment_code: 'text',
    note: 'text',
  } as const;
  await updateEach(
    db,
    table.instalment,
    columns,
    rows.map((row) => ({
      id: row.id,
      values: {
        number: row.number,
        amount: row.amount,
        paid: row.paid,
        surcharge: row.surcharge,
        paid_on: row.paidOn,
        nominal_date: row.nominalDate,
        due_date: row.dueDate,
        shift_kind: row.shift?.kind ?? null,
        shift_name: row.shift?.name ?? null,
        pinned: row.pinned,
        state: row.state,
        payment_code: row.paymentCode,
        note: row.note,
      },
    })),
  );
  if (rows.length > 0) {
    await db(table.instalment)
      .whereIn(
        'id',
        rows.map(({ id }) => id),
      )
      .update({ updated_at: now });
  }
}

/** A payment's own columns when it is made. */
export interface NewPayment {
  readonly title: string;
  readonly description: string | null;
  readonly customerId: number;
  readonly institutionId: number | null;
  readonly paymentCode: string | null;
  readonly paymentCodeScheme: string | null;
  readonly currency: string;
  readonly kind: string;
  readonly period: string | null;
  readonly convention: string | null;
  readonly managerComments: string | null;
  readonly attachments: readonly StoredAttachment[];
  readonly remindersPaused: boolean;
  readonly lostAfter: number | null;
  readonly createdById: number | null;
  readonly now: Date;
}

/** A new payment's columns; what is derived from its instalments is still nothing. */
export const paymentColumns = (payment: NewPayment) => ({
  title: payment.title,
  description: payment.description,
  customer_ref: payment.customerId,
  institution_ref: payment.institutionId,
  payment_code: payment.paymentCode,
  payment_code_scheme: payment.paymentCodeScheme,
  currency: payment.currency,
  kind: payment.kind,
  period: payment.period,
  convention: payment.convention,
  total: 0,
  paid: 0,
  instalment_count: 0,
  state: 'open',
  manager_comments: payment.managerComments,
  attachments: JSON.stringify(payment.attachments),
  reminders_paused: payment.remindersPaused,
  lost_after: payment.lostAfter,
  revision: 1,
  version: 1,
  changed_at: payment.now,
  created_by_id: payment.createdById,
  updated_by_id: payment.createdById,
});

/** Inserts a payment with its relations; its derived columns are `record`'s. */
export async function insertPayment(strapi: Core.Strapi, payment: NewPayment): Promise<number> {
  const { id } = await insertDocument(strapi, table.payment, paymentColumns(payment), payment.now);
  await writeLink(strapi, 'customer', id, payment.customerId);
  if (payment.institutionId !== null) await writeLink(strapi, 'institution', id, payment.institutionId);
  return id;
}

/** Points a payment at another customer or institution, in the join table and in the scalar column beside it. */
export async function relinkPayment(
  strapi: Core.Strapi,
  id: number,
  relation: 'customer' | 'institution',
  target: number | null,
): Promise<void> {
  const db = await connect(strapi);
  const link = linkOf(strapi, uid.payment, relation);
  await db(link.table)
    .where({ [link.source]: id })
    .delete();
  if (target !== null) await writeLink(strapi, relation, id, target);
  await db(table.payment)
    .where({ id })
    .update({ [`${relation}_ref`]: target });
}

async function writeLink(
  strapi: Core.Strapi,
  relation: 'customer' | 'institution',
  id: number,
  target: number,
): Promise<void> {
  const db = await connect(strapi);
  const link = linkOf(strapi, uid.payment, relation);
  await db(link.table).insert({
    [link.source]: id,
    [link.target]: target,
    // Documents made later come later, as Strapi's own order has it.
    ...(link.inverseOrderColumn && { [link.inverseOrderColumn]: id }),
  });
}

/** What of an instalment is stored when it is made. */
export type NewInstalment = Omit<InstalmentRow, 'state' | 'surcharge'>;

/** A new instalment's columns. */
export const instalmentColumns = (row: NewInstalment, paymentId: number, now: Date) => ({
  ...documentColumns(now),
  payment_ref: paymentId,
  number: row.number,
  amount: row.amount,
  paid: row.paid,
  surcharge: 0,
  paid_on: row.paidOn,
  nominal_date: row.nominalDate,
  due_date: row.dueDate,
  shift_kind: row.shift?.kind ?? null,
  shift_name: row.shift?.name ?? null,
  pinned: row.pinned,
  state: row.paid >= row.amount ? 'paid' : 'open',
  payment_code: row.paymentCode,
  note: row.note,
});

/** Inserts instalments and their links to the payment in a number of statements that does not grow with them. */
export async function insertInstalments(
  strapi: Core.Strapi,
  paymentId: number,
  rows: readonly NewInstalment[],
  now: Date,
): Promise<void> {
  const db = await connect(strapi);
  const link = linkOf(strapi, uid.instalment, 'payment');
  const added = rows.map((row) => instalmentColumns(row, paymentId, now));
  await insertAll(db, table.instalment, added);
  // Ids that several rows got in one insert are not told by every driver. They are read back and not selected into the links at once,
  // because MariaDB locks the link table's counter for that: of two plans made at a time one would fail.
  const documentIds = added.map((row) => row.document_id);
  const stored: { id: number; number: number }[] = await db(table.instalment)
    .where({ payment_ref: paymentId })
    .whereIn('document_id', documentIds)
    .select('id', 'number');
  await insertAll(
    db,
    link.table,
    stored.map(({ id, number }) => ({
      [link.source]: id,
      [link.target]: paymentId,
      ...(link.inverseOrderColumn && { [link.inverseOrderColumn]: number }),
    })),
  );
}
