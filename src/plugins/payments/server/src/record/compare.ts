import { diffPayment } from '../../../domain/diff';
import type { PaymentDiff } from '../../../domain/diff';
import type { NewEvent } from '../repositories/event-log';
import type { PaymentRecord } from '../repositories/payment-record';
import type { Intent } from './actor';

/** A payment beside what changed of it. */
export interface Compared {
  readonly before: PaymentRecord | null;
  readonly after: PaymentRecord | null;
  readonly diff: PaymentDiff;
  readonly visible: boolean;
  /** Whether anything changed that history knows. */
  readonly changed: boolean;
  readonly version: number;
}

/** Compares a payment before and after a change; null stands for before it was made or after it was deleted. */
export function compare(before: PaymentRecord | null, after: PaymentRecord | null): Compared {
  const diff = diffPayment(before?.state ?? null, after?.state ?? null);
  const visible = before === null || after === null || diff.visible.length > 0;
  const version = (before?.version ?? 0) + (visible ? 1 : 0);
  return { before, after, diff, visible, changed: visible || diff.staffOnly.length > 0, version };
}

/**
 * The history's rows: one for the customer, or, when the payment moves to another customer, a withdrawal for the one and a creation for
 * the other, so that neither reads of the other.
 */
export function eventsOf({ before, after, diff, visible, version }: Compared, intent: Intent, at: Date): NewEvent[] {
  const paymentDocumentId = (after ?? before)?.documentId ?? '';
  const { actor, loud, reason = null, batch = null } = intent;
  const common = { paymentDocumentId, actor, loud, reason, batch, version, at };
  const from = before?.customer?.documentId ?? null;
  const to = after?.customer?.documentId ?? null;
  if (before && after && from !== to) {
    const nothing = { changes: [], staffChanges: [] };
    return [
      { ...common, customerDocumentId: from, kind: 'withdrawn', visible: true, ...nothing },
      {
        ...common,
        customerDocumentId: to,
        kind: 'created',
        visible: true,
        changes: [],
        staffChanges: [...diff.visible, ...diff.staffOnly],
      },
    ];
  }
  if (!before || !after) {
    const kind = after ? 'created' : 'withdrawn';
    return [{ ...common, customerDocumentId: to ?? from, kind, visible: true, changes: [], staffChanges: [] }];
  }
  return [
    {
      ...common,
      customerDocumentId: to,
      kind: 'updated',
      visible,
      changes: diff.visible,
      staffChanges: diff.staffOnly,
    },
  ];
}
