import type { PaymentState } from '../../../domain/diff';
import { lossDateOf } from '../../../domain/arrangement';
import type { Day } from '../../../domain/day';
import { normaliseSearch } from '../../../domain/search-text';
import { paymentSummary } from '../../../domain/state';
import type { PaymentSummary } from '../../../domain/state';
import type { InstalmentRecord } from '../repositories/payment-record';

/** What of a payment follows from its instalments and fields, and is stored so that lists and logs need no sum. */
export interface Derived extends Omit<PaymentSummary, 'outstanding'> {
  readonly searchText: string;
  readonly reference: string;
  /** Of receipts it knows nothing: who reads it asks for them. */
  readonly lossDate: Day | null;
}

/**
 * Puts right what a write from elsewhere may have left half said: numbers run 1…n, and a row is paid exactly when nothing of
 * it is outstanding.
 */
export function settleRows(rows: readonly InstalmentRecord[]): InstalmentRecord[] {
  return [...rows].sort(inOrder).map((row, index) => {
    const number = index + 1;
    if (row.state === 'cancelled') return { ...row, number };
    return { ...row, number, state: row.paid >= row.amount ? 'paid' : 'open' };
  });
}

/** By number; rows without one come last, in the order of their due dates. */
function inOrder(a: InstalmentRecord, b: InstalmentRecord): number {
  const first = a.number || Number.MAX_SAFE_INTEGER;
  const second = b.number || Number.MAX_SAFE_INTEGER;
  return first - second || (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : a.id - b.id);
}

/** What of a payment its derived columns follow from, besides its rows. */
export interface Underived {
  readonly reference: string;
  readonly title: string;
  readonly paymentCode: string | null;
  readonly state: PaymentState['state'];
  readonly lostAfter: PaymentState['lostAfter'];
}

type Row = Pick<InstalmentRecord, 'amount' | 'paid' | 'dueDate' | 'state' | 'paymentCode'>;

/** What a payment is called between office and customer. */
export const referenceOf = (id: number | string): string => `P-${id}`;

/** The derived columns of a payment with these rows. */
export function derive(payment: Underived, rows: readonly Row[]): Derived {
  const { total, paid, nextDueDate, state, count } = paymentSummary(rows, payment.state);
  const { reference } = payment;
  return {
    total,
    paid,
    nextDueDate,
    count,
    // A payment that a script has made without instalments yet is open: it waits for them.
    state: rows.length === 0 ? 'open' : state,
    reference,
    lossDate: lossDateOf(rows, payment.lostAfter),
    searchText: searchTextOf(payment, rows),
  };
}

function searchTextOf({ title, reference, paymentCode }: Underived, rows: readonly Row[]): string {
  const codes = new Set([paymentCode, ...rows.map((row) => row.paymentCode)]);
  return normaliseSearch([title, reference, ...codes].filter(Boolean).join(' '));
}
