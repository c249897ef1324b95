import type { Core } from '@strapi/strapi';
import { table } from '../constants';
import { connect } from './database';
import type { Connection } from './database';
import { paymentsOf } from './customer-data';
import type { DocumentKey } from './documents';

/** How many payments a customer has, and how many of them have something left to pay. */
export async function countPayments(
  strapi: Core.Strapi,
  customerId: number,
): Promise<{ payments: number; open: number }> {
  const db = await connect(strapi);
  const rows: { state: string; count: number | string }[] = await db(table.payment)
    .where('customer_ref', customerId)
    .groupBy('state')
    .select('state')
    .count({ count: '*' });
  const counts = new Map(rows.map(({ state, count }) => [state, Number(count)]));
  return { payments: [...counts.values()].reduce((sum, count) => sum + count, 0), open: counts.get('open') ?? 0 };
}

/** A payment as it stands before its customer is erased. */
export interface ErasedPayment {
  readonly documentId: string;
  readonly reference: string;
  readonly version: number;
  readonly isOpen: boolean;
}

/** A customer's payments in the order of their ids, which is every writer's, locked until the transaction ends. */
export async function lockPaymentsOf(strapi: Core.Strapi, customerId: number): Promise<ErasedPayment[]> {
  const db = await connect(strapi);
  const query = db(table.payment)
    .where('customer_ref', customerId)
    .orderBy('id')
    .select('document_id', 'reference', 'version', 'state');
  const rows: Record<string, unknown>[] = await (db.dialect === 'sqlite' ? query : query.forUpdate());
  return rows.map(({ document_id, reference, version, state }) => ({
    documentId: String(document_id),
    reference: String(reference),
    version: Number(version ?? 1),
    isOpen: state === 'open',
  }));
}

/** What the customer's payments are called in mails. */
export async function readReferences(strapi: Core.Strapi, customerId: number): Promise<string[]> {
  const db = await connect(strapi);
  const rows: { reference: string | null }[] = await db(table.payment)
    .where('customer_ref', customerId)
    .select('reference');
  return rows.flatMap(({ reference }) => reference ?? []);
}

const ofCustomer = (db: Connection, customerId: number) =>
  db(table.payment).where('customer_ref', customerId).select('id');

/**
 * Takes every text, code and file out of a customer's payments and cancels what is still to pay. A payment is called by its reference then;
 * amounts, days and states stay. The statements do not grow with the payments.
 */
export async function erasePayments(strapi: Core.Strapi, customer: DocumentKey, now: Date): Promise<void> {
  const db = await connect(strapi);
  const own = () => ofCustomer(db, customer.id);
  await db(table.receipt)
    .whereIn('payment_document_id', paymentsOf(db, customer.id))
    .update({ comment: null, file: null, reason: null, updated_at: now });
  await db(table.receipt)
    .whereIn('payment_document_id', paymentsOf(db, customer.id))
    .where('state', 'pending')
    .update({ state: 'void', pending_key: null, reviewed_at: now });
  await db(table.reminder)
    .whereIn('payment_document_id', paymentsOf(db, customer.id))
    .where('state', 'pending')
    .update({ state: 'skipped', reason: 'cancelled', at: now, updated_at: now });
  await db(table.instalment).whereIn('payment_ref', own()).update({ payment_code: null, note: null, updated_at: now });
  await db(table.instalment)
    .whereIn('payment_ref', own())
    .where('state', 'open')
    .update({ state: 'cancelled', remind_on: null, remind_step: null });
  await db(table.payment)
    .where('customer_ref', customer.id)
    .update({
      title: db.raw('??', ['reference']),
      search_text: db.raw('lower(??)', ['reference']),
      description: null,
      payment_code: null,
      payment_code_scheme: null,
      manager_comments: null,
      attachments: JSON.stringify([]),
      revision: db.raw('?? + 1', ['revision']),
      version: db.raw('?? + 1', ['version']),
      changed_at: now,
      updated_at: now,
    });
  await db(table.payment)
    .where({ customer_ref: customer.id, state: 'open' })
    .update({ state: 'cancelled', next_due_date: null });
}

/** Stops a customer's series, and takes their texts and codes out. */
export async function eraseSeries(strapi: Core.Strapi, customer: DocumentKey, now: Date): Promise<void> {
  const db = await connect(strapi);
  const own = db(table.series).where('customer_ref', customer.id).select('id');
  await db(table.seriesPeriod)
    .whereIn('series_ref', own)
    .update({ payment_code: null, payment_code_scheme: null, updated_at: now });
  await db(table.series)
    .where('customer_ref', customer.id)
    .update({
      title: '—',
      description: null,
      search_text: '',
      terms: JSON.stringify([]),
      state: 'stopped',
      next_on: null,
      updated_at: now,
    });
}
