import type { Core } from '@strapi/strapi';
import { wakeLive } from '../live';
import { wakeDispatcher } from '../notices';
import { announceRegistered } from '../notices/announce-many';
import { afterCommit } from '../repositories/database';
import { appendEvents } from '../repositories/event-log';
import { writeDerivedPayments, writeSchedules } from '../repositories/payment-batch';
import { readPayments } from '../repositories/payment-reads';
import type { PaymentRecord } from '../repositories/payment-record';
import { getService } from '../services/get-service';
import { tellRegistered } from '../webhooks';
import type { Intent } from './actor';
import { derive, settleRows } from './derive';
import { reminderRules, scheduleOf } from './reminder-schedule';

/** Payments of one look at the database. */
const PIECE = 400;

/**
 * What `record` does for one new payment, for many at once, in a number of statements that grows by the piece and not by the payment. Called once, after
 * their rows were inserted and in the same transaction. A contact of several of them is told of all in one mail.
 *
 * @returns the payments as they stand now
 */
export async function recordCreated(
  strapi: Core.Strapi,
  ids: readonly number[],
  { actor, loud, batch }: Intent,
): Promise<PaymentRecord[]> {
  const now = getService(strapi, 'clock').now();
  const payments: PaymentRecord[] = [];
  for (let start = 0; start < ids.length; start += PIECE) {
    payments.push(...(await readPayments(strapi, ids.slice(start, start + PIECE))));
  }
  const created = await withDerived(strapi, payments);
  await writeSchedules(
    strapi,
    created.flatMap(({ state }) => state.instalments),
  );
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
  await writeDerivedPayments(strapi, created, now, announced);
  await tellRegistered(strapi, created);
  await afterCommit(strapi, () => {
    wakeLive(strapi);
    wakeDispatcher(strapi);
  });
  return created.map((payment) => ({
    ...payment,
    revision: 1,
    version: 1,
    updatedAt: now,
    changedAt: now,
    announcedAt: announced.has(payment.id) ? now : null,
  }));
}

async function withDerived(strapi: Core.Strapi, payments: readonly PaymentRecord[]): Promise<PaymentRecord[]> {
  const { rules, now } = await reminderRules(strapi);
  return payments.map((payment) => {
    const rows = settleRows(payment.state.instalments).map((row) => ({
      ...row,
      ...scheduleOf(row, payment.institution, rules, now),
    }));
    const { total, paid, nextDueDate, count, state, searchText, reference, lossDate } = derive(payment, rows);
    return {
      ...payment,
      reference,
      stored: { total, paid, nextDueDate, instalmentCount: count, searchText, lossDate },
      state: { ...payment.state, total, state, instalments: rows },
    };
  });
}
