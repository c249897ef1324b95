import type { Core } from '@strapi/strapi';
import type { Change } from '../../../domain/diff';
import { table } from '../constants';
import { wakeLive } from '../live';
import { afterCommit, connect } from '../repositories/database';
import { appendEvents } from '../repositories/event-log';
import { getService } from '../services/get-service';
import type { Actor } from './actor';

/** A change that a customer sees and that is not of the payment's own rows, such as its receipts. */
export interface Touch {
  readonly payment: { readonly id: number; readonly documentId: string };
  /** DocumentId of the customer who owes it. */
  readonly customer: string;
  readonly actor: Actor;
  readonly changes: readonly Change[];
}

/** Records it: history, version, open pages. No email, and no new `revision`: no edit of staff is overtaken. Within a transaction that locked the payment. */
export async function touch(strapi: Core.Strapi, { payment, customer, actor, changes }: Touch): Promise<void> {
  const at = getService(strapi, 'clock').now();
  const db = await connect(strapi);
  await db(table.payment).where({ id: payment.id }).increment('version', 1).update({ changed_at: at });
  const [row] = (await db(table.payment).where({ id: payment.id }).select('version')) as { version: number }[];
  const common = { paymentDocumentId: payment.documentId, customerDocumentId: customer, kind: 'updated' } as const;
  const version = Number(row?.version ?? 1);
  await appendEvents(strapi, [
    { ...common, actor, loud: false, visible: true, version, at, changes, staffChanges: [] },
  ]);
  await afterCommit(strapi, () => wakeLive(strapi));
}
