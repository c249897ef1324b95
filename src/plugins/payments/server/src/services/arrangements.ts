import type { Core } from '@strapi/strapi';
import type { Arrangement } from '../../../contracts/arrangements';
import { arrangementStanding } from '../../../domain/arrangement';
import type { ArrangementStanding } from '../../../domain/arrangement';
import { addDays } from '../../../domain/day';
import type { Day } from '../../../domain/day';
import { minor } from '../../../domain/money';
import type { MinorUnits } from '../../../domain/money';
import { outstandingOf } from '../../../domain/state';
import { ConflictError, invalidField, invalidFields } from '../http/errors';
import type { Intent } from '../record/actor';
import { record } from '../record/record';
import { readThreatened } from '../repositories/arrangements';
import { findPaymentId, readPayment, readPayments } from '../repositories/payment-reads';
import type { PaymentRecord } from '../repositories/payment-record';
import { voidReceipts } from '../repositories/payment-receipts';
import { writeInstalments, writePayment } from '../repositories/payment-writes';
import { readReported } from '../repositories/reported';
import { lockPayment } from './change';
import { getService } from './get-service';

/** A plan that is lost, or nearly, with how it stands. */
export interface Threatened {
  readonly payment: PaymentRecord;
  readonly lostAfter: number;
  readonly standing: ArrangementStanding;
}

/** How a payment's plan stands; null where nothing loses it or nothing of it is open. */
export function standingOf(
  { state }: PaymentRecord,
  reported: ReadonlyMap<string, MinorUnits>,
  { today, approachingDays }: { readonly today: Day; readonly approachingDays: number },
): Arrangement | null {
  if (state.lostAfter === null || state.state !== 'open') return null;
  const rows = state.instalments.map((row) => ({ ...row, reported: reported.get(row.documentId) ?? null }));
  return arrangementStanding(rows, state.lostAfter, today, approachingDays);
}

/** What is still to be paid of a payment. */
export const outstandingIn = ({ state }: PaymentRecord): MinorUnits =>
  minor(state.instalments.reduce((sum, row) => sum + outstandingOf(row), 0));

/** Refuses a plan that could never be lost as it says. @throws a 400 that names `lostAfter` */
export function refuseUnreachableLoss(
  lostAfter: number | null | undefined,
  instalments: number,
  path: ReadonlyArray<string> = ['lostAfter'],
): void {
  if (lostAfter === null || lostAfter === undefined || lostAfter <= instalments) return;
  const message = `The plan has ${instalments} instalments and cannot miss ${lostAfter}: write at most ${instalments}, or leave it empty`;
  throw invalidFields([{ path: [...path], message, code: 'lost-after-unreachable', params: { count: instalments } }]);
}

/** Cancels the open instalments; receipts that wait for review become void. @throws 409 where nothing is open */
export async function cancelOpen(strapi: Core.Strapi, payment: PaymentRecord, at: Date): Promise<void> {
  const open = payment.state.instalments.filter(({ state }) => state === 'open');
  if (open.length === 0) throw new ConflictError('Nothing of this payment is open, so nothing can be cancelled');
  await writeInstalments(
    strapi,
    open.map((row) => ({ ...row, state: 'cancelled' })),
    at,
  );
  await writePayment(strapi, payment.id, { state: 'cancelled' });
  await voidReceipts(strapi, [payment.documentId], at);
}

/** The payment that replaces another. @throws a 400 that names `replacedBy` */
async function replacementOf(strapi: Core.Strapi, payment: PaymentRecord, documentId: string): Promise<PaymentRecord> {
  const refuse = (message: string, code: string) => invalidField(['replacedBy'], message, code);
  const id = await findPaymentId(strapi, documentId);
  const replacement = id === null ? null : await readPayment(strapi, id);
  if (!replacement || replacement.customer?.id !== payment.customer?.id) {
    throw refuse('There is no such payment of this customer; choose one of theirs', 'replacement-unknown');
  }
  if (replacement.id === payment.id) throw refuse('A payment cannot replace itself', 'replacement-itself');
  if (replacement.state.state === 'cancelled') {
    throw refuse('This payment is cancelled and replaces nothing; choose one that is open', 'replacement-cancelled');
  }
  return replacement;
}

/** Cancels what is open of a plan because it is lost, and links what replaces it. For the transaction of an edit. */
export async function lose(
  strapi: Core.Strapi,
  payment: PaymentRecord,
  replacedBy: string | null,
  at: Date,
): Promise<void> {
  const replacement = replacedBy === null ? null : await replacementOf(strapi, payment, replacedBy);
  await cancelOpen(strapi, payment, at);
  await writePayment(strapi, payment.id, {
    lost_on: await getService(strapi, 'clock').today(),
    replaced_by: replacement?.documentId ?? null,
  });
}

/**
 * Links a payment that was just registered to the lost one that it replaces, in the same transaction. Customers see nothing of the link.
 *
 * @throws a 400 that names `replaces`; 409 where another payment replaces it already
 */
export async function linkReplacement(
  strapi: Core.Strapi,
  replaces: string,
  replacement: PaymentRecord,
  { actor }: Intent,
): Promise<void> {
  const id = await lockPayment(strapi, replaces);
  const before = id === null ? null : await readPayment(strapi, id);
  if (!before || before.customer?.id !== replacement.customer?.id) {
    throw invalidField(['replaces'], 'There is no such payment of this customer', 'replaced-unknown');
  }
  if (before.state.lostOn === null) {
    throw invalidField(['replaces'], 'This payment is not lost: say so on its page first', 'replaced-not-lost');
  }
  const already = before.state.replacedBy;
  if (already) throw new ConflictError(`${already.reference} replaces this payment already`);
  await writePayment(strapi, before.id, { replaced_by: replacement.documentId });
  await record(strapi, { before, id: before.id, intent: { actor, loud: false }, fromElsewhere: false });
}

/** Which plans need staff: those that are lost, and those that the next missed deadline loses. */
export const arrangements = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The first of them, the most pressing first, and how many there are; statements do not grow with them. */
  async threatened(most: number): Promise<{ rows: Threatened[]; count: { total: number; more: boolean } }> {
    const today = await getService(strapi, 'clock').today();
    const { approachingDays } = await getService(strapi, 'settings').get();
    const { ids, count } = await readThreatened(strapi, addDays(today, approachingDays), most);
    const payments = new Map((await readPayments(strapi, ids)).map((payment) => [payment.id, payment]));
    const reported = await readReported(
      strapi,
      [...payments.values()].map(({ documentId }) => documentId),
    );
    const rows = ids.flatMap((id): Threatened[] => {
      const payment = payments.get(id);
      const standing = payment ? standingOf(payment, reported, { today, approachingDays }) : null;
      const lostAfter = payment?.state.lostAfter ?? null;
      return payment && standing && lostAfter !== null ? [{ payment, lostAfter, standing }] : [];
    });
    return { rows, count };
  },
});
