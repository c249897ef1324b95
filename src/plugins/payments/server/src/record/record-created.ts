import type { Core } from '@strapi/strapi';
import { wakeLive } from '../live';
import { wakeDispatcher } from '../notices';
import { announceRegistered } from '../notices/announce-many';
import { afterCommit } from '../repositories/database';
import { appendEvents } from '../repositories/event-log';
import { markAnnounced } from '../repositories/payment-batch';
import { readPayments } from '../repositories/payment-reads';
import type { PaymentRecord } from '../repositories/payment-record';
import { getService } from '../services/get-service';
import { tellRegistered } from '../webhooks';
import type { Intent } from './actor';

/** Payments of one look at the database. */
const PIECE = 400;

/**
 * What `record` does for one new payment, for many at once, in a number of statements that grows by the piece and not by the payment. Called once, after
 * they were inserted with what `derivedOf` says of them, and in the same transaction. A contact of several of them is told of all in one mail.
 *
 * @returns the payments as they stand now
 */
export async function recordCreated(
  strapi: Core.Strapi,
  ids: readonly number[],
  { actor, loud, batch }: Intent,
): Promise<PaymentRecord[]> {
  const now = getService(strapi, 'clock').now();
  const created: PaymentRecord[] = [];
  for (let start = 0; start < ids.length; start += PIECE) {
    created.push(...(await readPayments(strapi, ids.slice(start, start + PIECE))));
  }
  await appendEvents(
    strapi,
    created.map(({ documentId, customer }) => ({
      paymentDocumentId: documentId,
      customerDocumentId: customer?.documentId ?? null,
      kind: 'created' as const,
      actor,
      loud,
      visible: true,
      version: 1,
      at: now,
      changes: [],
      staffChanges: [],
      ...(batch !== undefined && { batch }),
    })),
  );
  const announced = loud ? await announceRegistered(strapi, created, now) : new Set<number>();
  await markAnnounced(strapi, [...announced], now);
  await tellRegistered(strapi, created);
  await afterCommit(strapi, () => {
    wakeLive(strapi);
    wakeDispatcher(strapi);
  });
  return created.map((payment) => ({ ...payment, announcedAt: announced.has(payment.id) ? now : null }));
}
