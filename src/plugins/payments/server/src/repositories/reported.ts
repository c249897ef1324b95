import type { Core } from '@strapi/strapi';
import { minor } from '../../../domain/money';
import type { MinorUnits } from '../../../domain/money';
import { table } from '../constants';
import { connect } from './database';

/** What receipts that wait for review claim was paid, by the instalment's documentId: the largest claim of each. */
export async function readReported(
  strapi: Core.Strapi,
  paymentDocumentIds: readonly string[],
): Promise<Map<string, MinorUnits>> {
  if (paymentDocumentIds.length === 0) return new Map();
  const db = await connect(strapi);
  const rows: { instalment: string; amount: unknown }[] = await db(table.receipt)
    .whereIn('payment_document_id', paymentDocumentIds)
    .andWhere({ state: 'pending' })
    .groupBy('instalment_document_id')
    .select({ instalment: 'instalment_document_id' })
    .max({ amount: 'amount' });
  return new Map(rows.map(({ instalment, amount }) => [instalment, minor(Number(amount))]));
}
