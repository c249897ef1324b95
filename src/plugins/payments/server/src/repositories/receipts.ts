import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import type { Day } from '../../../domain/day';
import type { MinorUnits } from '../../../domain/money';
import { table } from '../constants';
import { connect, toJson } from './database';
import type { StoredAttachment } from './payment-record';
import { receiptOf } from './receipt-row';
import type { ReceiptRow } from './receipt-row';

export interface NewReceipt {
  readonly instalment: string;
  readonly payment: string;
  readonly contact: string;
  readonly paidOn: Day;
  readonly amount: MinorUnits;
  readonly comment: string | null;
  readonly file: StoredAttachment | null;
}

/** A receipt as its contact may ask for it again. */
export interface OwnReceipt extends ReceiptRow {
  readonly instalment: string;
  readonly payment: string;
  readonly file: StoredAttachment | null;
}

/** A contact has one receipt of an instalment that waits, and no more: the key is unique, and empty once it was reviewed. */
const pendingKey = (instalment: string, contact: string) => `${instalment}:${contact}`;

/** @throws the driver's duplicate-key error where one waits already */
export async function insertReceipt(strapi: Core.Strapi, receipt: NewReceipt, now: Date): Promise<string> {
  const db = await connect(strapi);
  const documentId = createId();
  await db(table.receipt).insert({
    document_id: documentId,
    instalment_document_id: receipt.instalment,
    payment_document_id: receipt.payment,
    contact_document_id: receipt.contact,
    paid_on: receipt.paidOn,
    amount: receipt.amount,
    comment: receipt.comment,
    file: receipt.file && JSON.stringify(receipt.file),
    state: 'pending',
    pending_key: pendingKey(receipt.instalment, receipt.contact),
    created_at: now,
    updated_at: now,
    published_at: now,
  });
  return documentId;
}

/** A receipt that one of these contacts handed in; null for anybody else's as for none. */
export async function findOwnReceipt(
  strapi: Core.Strapi,
  contacts: ReadonlySet<string>,
  documentId: string,
): Promise<OwnReceipt | null> {
  const db = await connect(strapi);
  const [row] = (await db(table.receipt)
    .where({ document_id: documentId })
    .whereIn('contact_document_id', [...contacts])
    .limit(1)
    .select({
      ...{ id: 'id', document_id: 'document_id', contact: 'contact_document_id', state: 'state', paid_on: 'paid_on' },
      ...{ amount: 'amount', comment: 'comment', reason: 'reason', file: 'file' },
      ...{ instalment: 'instalment_document_id', payment: 'payment_document_id' },
    })) as Record<string, unknown>[];
  if (!row) return null;
  const file = toJson<StoredAttachment>(row.file);
  return { ...receiptOf(row, ''), instalment: String(row.instalment), payment: String(row.payment), file };
}

/** Takes a waiting receipt back; false where it was reviewed meanwhile. */
export async function withdrawReceipt(strapi: Core.Strapi, id: number, now: Date): Promise<boolean> {
  const db = await connect(strapi);
  const changed = await db(table.receipt)
    .where({ id, state: 'pending' })
    .update({ state: 'withdrawn', pending_key: null, updated_at: now });
  return Number(changed) === 1;
}
