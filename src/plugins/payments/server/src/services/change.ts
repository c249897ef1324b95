import type { Core } from '@strapi/strapi';
import type { Intent } from '../record/actor';
import { record } from '../record/record';
import { ConflictError, notFound } from '../http/errors';
import { connect, inTransaction } from '../repositories/database';
import { readPayment } from '../repositories/payment-reads';
import type { PaymentRecord } from '../repositories/payment-record';
import { table } from '../constants';

/** Which payment, in whose name, and the revision that the editor saw. */
export interface Edit {
  readonly payment: string;
  readonly revision: number;
  readonly intent: Intent;
}

/** What an edit does with the payment; it may say that the payment is gone now. */
type Work = (payment: PaymentRecord, now: Date) => Promise<void | 'deleted'>;

/** Locks a payment by its documentId, as the first statement of the transaction, and answers its id. */
export async function lockPayment(strapi: Core.Strapi, documentId: string): Promise<number | null> {
  const db = await connect(strapi);
  const query = db(table.payment).where({ document_id: documentId }).first('id');
  const row = (await (db.dialect === 'sqlite' ? query : query.forUpdate())) as { id: number } | undefined;
  return row ? Number(row.id) : null;
}

/**
 * One edit of one payment: locks it, refuses a stale revision with 409, lets `work` write, and records what changed, all in one
 * transaction.
 *
 * @param view what a 409 shows of the payment as it is now
 * @throws 404 where there is no such payment
 */
export async function change(
  strapi: Core.Strapi,
  edit: Edit,
  now: Date,
  view: (payment: PaymentRecord) => Promise<unknown>,
  work: Work,
): Promise<PaymentRecord | null> {
  return inTransaction(strapi, async () => {
    const id = await lockPayment(strapi, edit.payment);
    const before = id === null ? null : await readPayment(strapi, id);
    if (!before) throw notFound('Payment');
    if (before.revision !== edit.revision) {
      const message = 'Somebody else changed this payment meanwhile; look at what changed and save again';
      throw new ConflictError(message, { current: await view(before) });
    }
    const outcome = await work(before, now);
    return record(strapi, {
      before,
      id: outcome === 'deleted' ? null : before.id,
      intent: edit.intent,
      fromElsewhere: false,
    });
  });
}
