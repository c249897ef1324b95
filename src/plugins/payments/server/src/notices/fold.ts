import { collectChanges } from '../../../domain/diff';
import type { Change } from '../../../domain/diff';
import type { RegisteredPayload, UpdatedPart, UpdatedPayload } from './notice';

/** Adds a payment to a registration that waits; one that is in it already stays where it is. */
export const foldRegistered = ({ payments }: RegisteredPayload, payment: string): RegisteredPayload => ({
  payments: payments.includes(payment) ? payments : [...payments, payment],
});

/** Takes a payment out of a registration that waits. */
export const withoutPayment = ({ payments }: RegisteredPayload, payment: string): RegisteredPayload => ({
  payments: payments.filter((other) => other !== payment),
});

/** One more edit of a payment. */
export interface EditOf {
  readonly payment: string;
  readonly changes: readonly Change[];
  readonly loud: boolean;
  readonly reason: string | null;
}

const none = (payment: string): UpdatedPart => ({ payment, changes: [], reasons: [] });

function withEdit({ payment, changes, reasons }: UpdatedPart, edit: EditOf): UpdatedPart {
  const isNew = edit.reason !== null && edit.loud && !reasons.includes(edit.reason);
  return {
    payment,
    changes: collectChanges(changes, edit.changes, edit.loud),
    reasons: isNew ? [...reasons, edit.reason as string] : reasons,
  };
}

/**
 * Adds one more edit to those of the window, or begins with it.
 *
 * @param before what waited of this payment elsewhere, and is told here from now on
 */
export function foldUpdated(
  waiting: UpdatedPayload | undefined,
  edit: EditOf,
  before: UpdatedPart = none(edit.payment),
): UpdatedPayload {
  const parts = waiting?.parts ?? [];
  if (!parts.some(({ payment }) => payment === edit.payment)) return { parts: [...parts, withEdit(before, edit)] };
  return { parts: parts.map((part) => (part.payment === edit.payment ? withEdit(part, edit) : part)) };
}

/** What waits to be told of a payment. */
export const partOf = (waiting: UpdatedPayload | undefined, payment: string): UpdatedPart | undefined =>
  waiting?.parts.find((part) => part.payment === payment);

/** Takes a payment out of the edits that wait. */
export const withoutPart = ({ parts }: UpdatedPayload, payment: string): UpdatedPayload => ({
  parts: parts.filter((part) => part.payment !== payment),
});

/** Whether a registration that still waits will show the payment as it is by then. */
export const absorbs = (registration: RegisteredPayload | undefined, payment: string): boolean =>
  registration?.payments.includes(payment) ?? false;
