import type { Day } from './day';
import type { CurrencyCode, MinorUnits } from './money';
import type { SchemeId } from './payment-code';
import type { Shift } from './plan';

/** An instalment as it is stored, whoever looks at it. */
export interface InstalmentRow {
  number: number;
  amount: MinorUnits;
  /** Paid towards the amount; a surcharge is apart. */
  paid: MinorUnits;
  nominalDate: Day;
  dueDate: Day;
  shift: Shift | null;
  pinned: boolean;
  state: 'open' | 'paid' | 'cancelled';
  paymentCode: string | null;
  note: string | null;
  /** What the institution added for being late; no part of the total. */
  surcharge: MinorUnits;
  paidOn: Day | null;
}

export interface InstalmentState extends InstalmentRow {
  documentId: string;
}

/** A payment as it is stored, with what the history compares. */
export interface PaymentState {
  documentId: string;
  customer: { documentId: string; name: string };
  institution: { documentId: string; name: string } | null;
  title: string;
  description: string | null;
  currency: CurrencyCode;
  total: MinorUnits;
  paymentCode: { value: string; scheme: SchemeId } | null;
  attachments: ReadonlyArray<{ id: string | number; name: string }>;
  state: 'open' | 'settled' | 'cancelled';
  managerComments: string | null;
  remindersPaused: boolean;
  /** So many missed instalments lose the plan; null where none does. */
  lostAfter: number | null;
  /** The day on which staff said that the plan is lost. */
  lostOn: Day | null;
  /** The payment that replaces a lost one. */
  replacedBy: { documentId: string; reference: string } | null;
  instalments: ReadonlyArray<InstalmentState>;
}
