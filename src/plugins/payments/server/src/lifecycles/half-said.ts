import type { InstalmentRecord, PaymentRecord } from '../repositories/payment-record';
import { minor } from '../../../domain/money';
import { checkedOwnCode } from '../services/payment-codes';

/**
 * Completes what a script says in one column and means in two: `state: 'paid'` pays the whole amount, `state: 'open'` of a paid row takes
 * it back, a due date without a nominal date is its own nominal date, and a payment code is normalised by the scheme of its payment.
 *
 * @throws a ValidationError for a code that the scheme refuses
 */
export function completed(
  payment: PaymentRecord,
  before: InstalmentRecord | undefined,
  after: InstalmentRecord,
): InstalmentRecord {
  return withCode(payment, before, withDates(before, withPaid(before, after)));
}

function withPaid(before: InstalmentRecord | undefined, after: InstalmentRecord): InstalmentRecord {
  if (after.state === before?.state) return after;
  if (after.state === 'paid' && after.paid < after.amount) return { ...after, paid: after.amount };
  const tookBack = after.state === 'open' && before?.state === 'paid' && after.paid === before.paid;
  return tookBack ? { ...after, paid: minor(0), paidOn: null } : after;
}

function withDates(before: InstalmentRecord | undefined, after: InstalmentRecord): InstalmentRecord {
  const moved = before !== undefined && before.dueDate !== after.dueDate;
  if (!moved || before.nominalDate !== after.nominalDate) return after;
  return { ...after, nominalDate: after.dueDate, shift: null };
}

function withCode(
  payment: PaymentRecord,
  before: InstalmentRecord | undefined,
  after: InstalmentRecord,
): InstalmentRecord {
  if (after.paymentCode === (before?.paymentCode ?? null)) return after;
  const paymentCode = checkedOwnCode(payment, after.paymentCode)?.value ?? null;
  return paymentCode === after.paymentCode ? after : { ...after, paymentCode };
}
