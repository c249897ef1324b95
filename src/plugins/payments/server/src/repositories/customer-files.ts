import type { Core } from '@strapi/strapi';
import { table } from '../constants';
import { connect, toJson } from './database';
import type { StoredAttachment } from './payment-record';

/** A file of one of a customer's payments, and where it belongs. */
export interface CustomerFile extends StoredAttachment {
  /** What the payment is called in mails, such as `P-2031`. */
  readonly payment: string;
  /** Of staff to a payment, or of a contact with a receipt. */
  readonly of: 'attachment' | 'receipt';
}

/** Every file of a customer's payments and of their receipts, by payment, and how many receipts there are. */
export async function readCustomerFiles(
  strapi: Core.Strapi,
  customerId: number,
): Promise<{ files: CustomerFile[]; receipts: number }> {
  const db = await connect(strapi);
  const payments: { reference: string; attachments: unknown }[] = await db(table.payment)
    .where('customer_ref', customerId)
    .whereNotNull('attachments')
    .orderBy('id')
    .select('reference', 'attachments');
  const receipts: { reference: string; file: unknown }[] = await db(`${table.receipt} as r`)
    .join(`${table.payment} as p`, 'p.document_id', 'r.payment_document_id')
    .where('p.customer_ref', customerId)
    .orderBy('r.id')
    .select({ reference: 'p.reference', file: 'r.file' });
  const attached = payments.flatMap(({ reference, attachments }) =>
    (toJson<StoredAttachment[]>(attachments) ?? []).map((file) => placed(file, reference, 'attachment')),
  );
  const handedIn = receipts.flatMap(({ reference, file }) => {
    const stored = toJson<StoredAttachment>(file);
    return stored ? [placed(stored, reference, 'receipt')] : [];
  });
  return { files: [...attached, ...handedIn].filter(({ key }) => Boolean(key)), receipts: receipts.length };
}

const placed = (file: StoredAttachment, payment: string, of: CustomerFile['of']): CustomerFile => ({
  ...file,
  payment: String(payment),
  of,
});
