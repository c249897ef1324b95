import { collectChanges } from '../../../domain/diff';
import type { Change } from '../../../domain/diff';
import type { RegisteredPayload, UpdatedPayload } from './notice';

/** Adds a payment to a registration that waits; one that is in it already stays where it is. */
export const foldRegistered = ({ payments }: RegisteredPayload, payment: string): RegisteredPayload => ({
  payments: payments.includes(payment) ? payments : [...payments, payment],
});

/** Takes a payment out of a registration that waits. */
export const withoutPayment = ({ payments }: RegisteredPayload, payment: string): RegisteredPayload => ({
  payments: payments.filter((other) => other !== payment),
});

/** Adds one more edit to those of the window, or begins with it. */
export const foldUpdated = (
  waiting: UpdatedPayload | undefined,
  changes: readonly Change[],
  loud: boolean,
): UpdatedPayload => ({ changes: collectChanges(waiting?.changes ?? [], changes, loud) });

/** Whether a registration that still waits will show the payment as it is by then. */
export const absorbs = (registration: { readonly payload: unknown } | undefined, payment: string): boolean =>
  (registration?.payload as RegisteredPayload | undefined)?.payments.includes(payment) ?? false;
