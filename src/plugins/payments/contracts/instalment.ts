import { z } from 'zod';
import { shift } from './plan';
import { paymentCode } from './payment-code';
import { day, documentId, money } from './values';

/** What is shown of an instalment's state, first match wins. */
export const shownState = z.enum(['cancelled', 'paid', 'reported', 'overdue', 'approaching', 'upcoming']);
export type ShownState = z.output<typeof shownState>;

const common = {
  documentId,
  number: z.int(),
  of: z.int(),
  amount: money,
  paid: money,
  outstanding: money,
  nominalDate: day,
  dueDate: day,
  payBy: day,
  shift: shift.nullable(),
  state: shownState,
  /** The code this instalment is paid under: its own, else the payment's. */
  paymentCode: paymentCode.nullable(),
  note: z.string().nullable(),
};

export const receipt = z.strictObject({
  documentId,
  state: z.enum(['pending', 'accepted', 'rejected', 'withdrawn', 'void']),
  paidOn: day,
  amount: money,
  comment: z.string().nullable(),
  reason: z.string().nullable(),
  hasFile: z.boolean(),
});

/** An instalment as its customer sees it. */
export const obligationInstalment = z.strictObject({
  ...common,
  /** Whether `/instalments/:documentId/qr.svg` has an answer. */
  qr: z.boolean(),
  receipt: receipt.nullable(),
});
export type ObligationInstalment = z.output<typeof obligationInstalment>;

/** An instalment as staff see it. */
export const staffInstalment = z.strictObject({
  ...common,
  /** True when `paymentCode` is this instalment's own and not the payment's. */
  ownPaymentCode: z.boolean(),
  /** A surcharge paid, kept apart from the principal. */
  surcharge: money,
  paidOn: day.nullable(),
  /** The date is kept whatever the calendar says. */
  pinned: z.boolean(),
});
export type StaffInstalment = z.output<typeof staffInstalment>;
