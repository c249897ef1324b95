import type { Core } from '@strapi/strapi';
import { table } from '../constants';
import { connect } from './database';

/** Whether receipts, of whatever state, speak of a payment. */
export async function hasReceipts(strapi: Core.Strapi, paymentDocumentId: string): Promise<boolean> {
  const db = await connect(strapi);
  return Boolean(await db(table.receipt).where({ payment_document_id: paymentDocumentId }).first('id'));
}

/** Pending receipts of payments become void. */
export async function voidReceipts(
  strapi: Core.Strapi,
  paymentDocumentIds: readonly string[],
  now: Date,
): Promise<void> {
  const db = await connect(strapi);
  await db(table.receipt)
    .whereIn('payment_document_id', paymentDocumentIds)
    .andWhere({ state: 'pending' })
    .update({ state: 'void', pending_key: null, reviewed_at: now, updated_at: now });
}
