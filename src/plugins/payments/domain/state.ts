import { addDays } from './day';
import type { Day } from './day';
import { minor, sum } from './money';
import type { MinorUnits } from './money';
import type { InstalmentRow, PaymentState } from './payment-state';

export type ShownState = 'cancelled' | 'paid' | 'reported' | 'overdue' | 'approaching' | 'upcoming';

export type ShownInstalment = Pick<InstalmentRow, 'state' | 'amount' | 'paid' | 'dueDate'> & {
  /** What a receipt that waits for review claims was paid; null or absent without one. */
  reported?: MinorUnits | null;
};

/** What is still to be paid; nothing where the instalment was cancelled. */
export function outstandingOf({ state, amount, paid }: Pick<InstalmentRow, 'state' | 'amount' | 'paid'>): MinorUnits {
  return minor(state === 'cancelled' ? 0 : amount - paid);
}

/** The state as everyone sees it. Overdue and approaching follow from today and are never stored. */
export function shownState(instalment: ShownInstalment, today: Day, approachingDays = 7): ShownState {
  if (instalment.state !== 'open') return instalment.state;
  if (instalment.reported != null && instalment.reported >= outstandingOf(instalment)) return 'reported';
  if (instalment.dueDate < today) return 'overdue';
  return instalment.dueDate <= addDays(today, approachingDays) ? 'approaching' : 'upcoming';
}

export interface PaymentSummary {
  /** Of all instalments, cancelled ones included: what was asked for. */
  total: MinorUnits;
  paid: MinorUnits;
  outstanding: MinorUnits;
  /** Of the open instalment that is due first; null where nothing is outstanding. */
  nextDueDate: Day | null;
  state: PaymentState['state'];
  count: number;
}

/**
 * The columns of a payment that follow from its instalments. A payment that staff cancelled stays so while none of its
 * instalments is open; else it is settled once nothing is outstanding.
 */
export function paymentSummary(
  rows: ReadonlyArray<Pick<InstalmentRow, 'state' | 'amount' | 'paid' | 'dueDate'>>,
  stored: PaymentState['state'] = 'open',
): PaymentSummary {
  const open = rows.filter(({ state }) => state === 'open');
  return {
    total: sum(rows.map(({ amount }) => amount)),
    paid: sum(rows.map(({ paid }) => paid)),
    outstanding: sum(open.map(outstandingOf)),
    nextDueDate: open.reduce<Day | null>((first, { dueDate }) => (first && first <= dueDate ? first : dueDate), null),
    state: summarisedState(rows, open.length, stored),
    count: rows.length,
  };
}

function summarisedState(
  rows: ReadonlyArray<Pick<InstalmentRow, 'state'>>,
  open: number,
  stored: PaymentState['state'],
): PaymentState['state'] {
  if (open > 0) return 'open';
  const nothingPaid = rows.every(({ state }) => state === 'cancelled');
  return stored === 'cancelled' || nothingPaid ? 'cancelled' : 'settled';
}
