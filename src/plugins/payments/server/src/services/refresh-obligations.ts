import type { Core } from '@strapi/strapi';
import type { Change } from '../../../domain/diff';
import { wakeLive } from '../live';
import type { Actor } from '../record/actor';
import { afterCommit } from '../repositories/database';
import { appendEvents } from '../repositories/event-log';
import { lockOpenPayments, raiseVersions, readCustomerDocumentIds } from '../repositories/open-payments';
import type { OpenPayment, Owner } from '../repositories/open-payments';
import { getService } from './get-service';

const BATCH = 500;

/** What changed for the customers of several payments at once, and by whose hand. */
export interface SharedChange {
  readonly changes: readonly Change[];
  readonly actor: Actor;
}

/**
 * Tells the portal, and nobody by email, that something changed which an owner's open payments show but do not hold: the institution's
 * pay link, the customer's name. Raises each payment's version and appends the change to its history; staff's revision stays, because no
 * edit of theirs is overtaken by it. Call in the transaction of the change; the statements grow with the batches of 500, not with the rows.
 */
export async function refreshObligations(
  strapi: Core.Strapi,
  owner: NonNullable<Owner>,
  change: SharedChange,
): Promise<void> {
  if (change.changes.length === 0) return;
  const now = getService(strapi, 'clock').now();
  let last = 0;
  for (;;) {
    const batch = await lockOpenPayments(strapi, owner, last, BATCH);
    last = batch.at(-1)?.id ?? last;
    await refreshBatch(strapi, batch, change, now);
    if (batch.length < BATCH) break;
  }
  await afterCommit(strapi, () => wakeLive(strapi));
}

async function refreshBatch(
  strapi: Core.Strapi,
  batch: readonly OpenPayment[],
  { changes, actor }: SharedChange,
  now: Date,
): Promise<void> {
  if (batch.length === 0) return;
  const refs = batch.flatMap(({ customerRef }) => customerRef ?? []);
  const customers = await readCustomerDocumentIds(strapi, refs);
  await raiseVersions(
    strapi,
    batch.map(({ id }) => id),
    now,
  );
  await appendEvents(
    strapi,
    batch.map(({ documentId, version, customerRef }) => ({
      paymentDocumentId: documentId,
      customerDocumentId: customers.get(customerRef ?? 0) ?? null,
      kind: 'updated' as const,
      actor,
      loud: false,
      visible: true,
      version: version + 1,
      at: now,
      changes,
      staffChanges: [],
    })),
  );
}
