import type { MinorUnits } from '../../../domain/money';
import { outstandingOf } from '../../../domain/state';
import { customerSkip, stepKey } from '../repositories/notices-context';
import type { CustomerMail, PendingReminder } from '../repositories/notices-context';
import type { Recipient } from '../repositories/notices-recipients';
import type { InstalmentRecord, PaymentRecord } from '../repositories/payment-record';
import { isOneAddress } from './address';
import type { SkipReason } from './notice';

/**
 * Why a contact is not mailed at all.
 *
 * @param byStaff what staff ask for by hand goes wherever there is an address
 */
export function contactSkip(recipient: Recipient | undefined, byStaff = false): SkipReason | null {
  if (!recipient) return 'moved';
  if (byStaff) return isOneAddress(recipient.email) ? null : 'no-address';
  if (recipient.customerArchived) return 'archived';
  if (!recipient.receivesNotices) return 'opted-out';
  if (!isOneAddress(recipient.email)) return 'no-address';
  if (recipient.undeliverable) return 'undeliverable';
  return null;
}

/** Why a contact who is mailed is not reminded. */
export const reminderContactSkip = (recipient: Recipient | undefined): SkipReason | null =>
  contactSkip(recipient) ?? (recipient?.receivesReminders ? null : 'opted-out');

/** Why an instalment is not reminded of, whoever asks. */
export function instalmentSkip(
  payment: PaymentRecord,
  instalment: InstalmentRecord,
  customer: CustomerMail | undefined,
  reported: MinorUnits | undefined,
): SkipReason | null {
  if (payment.state.state === 'cancelled' || instalment.state === 'cancelled') return 'cancelled';
  if (instalment.state === 'paid') return 'paid';
  if (payment.state.remindersPaused) return 'paused';
  const skip = customerSkip(customer);
  if (skip) return skip;
  return reported !== undefined && reported >= outstandingOf(instalment) ? 'reported' : null;
}

/** What is known when a reminder is checked again. */
export interface RecheckFacts {
  readonly payment: PaymentRecord | undefined;
  readonly recipient: Recipient | undefined;
  readonly customer: CustomerMail | undefined;
  readonly reported: MinorUnits | undefined;
  readonly furthestSteps: ReadonlyMap<string, number>;
}

/** Checks a reminder again, just before its mail is made: much may have happened since the sweep, or since the attempt before. */
export function recheck(reminder: PendingReminder, facts: RecheckFacts): SkipReason | null {
  const { payment, recipient, customer, reported, furthestSteps } = facts;
  const instalment = payment?.state.instalments.find(({ documentId }) => documentId === reminder.instalment);
  if (!payment || !instalment) return 'withdrawn';
  if (instalment.dueDate !== reminder.dueDate) return 'moved';
  const key = stepKey(reminder.instalment, reminder.dueDate, reminder.contact);
  if ((furthestSteps.get(key) ?? reminder.step) > reminder.step) return 'overtaken';
  return reminderContactSkip(recipient) ?? instalmentSkip(payment, instalment, customer, reported);
}
