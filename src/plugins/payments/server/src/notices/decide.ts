import type { PaymentRecord } from '../repositories/payment-record';

/** One payment before and after a change; null stands for before it was made or after it was deleted. */
export interface Sides {
  readonly before: PaymentRecord | null;
  readonly after: PaymentRecord | null;
}

/** What a change means to the contacts of one customer. */
export interface Decision {
  readonly kind: 'registered' | 'updated' | 'withdrawn';
  /** DocumentId of the customer whose contacts are told. */
  readonly customer: string;
}

/** Whether the customer's contacts know of the payment: they were told of it, and not that it was withdrawn. */
const isKnown = (payment: PaymentRecord | null): boolean =>
  payment !== null && payment.announcedAt !== null && payment.state.state !== 'cancelled';

/** Whether there is something to tell: a payment without an open instalment waits for one. */
const isAnnounceable = (payment: PaymentRecord | null): boolean =>
  payment !== null && payment.state.instalments.some(({ state }) => state === 'open');

/**
 * Who is told what of a loud change (product, *Notices*). A payment moved to another customer is withdrawn from the one and
 * registered with the other, so that each side reads only what is theirs. One never announced is announced by its first loud edit,
 * and so is one that was withdrawn and comes back.
 */
export function decide({ before, after }: Sides): Decision[] {
  const from = before?.customer?.documentId ?? null;
  const to = after?.customer?.documentId ?? null;
  const known = isKnown(before);
  const decisions: Decision[] = [];
  if (from !== to) {
    if (from !== null && known) decisions.push({ kind: 'withdrawn', customer: from });
    if (to !== null && isAnnounceable(after)) decisions.push({ kind: 'registered', customer: to });
    return decisions;
  }
  if (to === null) return [];
  if (!known) return isAnnounceable(after) ? [{ kind: 'registered', customer: to }] : [];
  return [{ kind: after?.state.state === 'cancelled' ? 'withdrawn' : 'updated', customer: to }];
}
