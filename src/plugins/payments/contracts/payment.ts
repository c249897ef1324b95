import { z } from 'zod';
import { arrangement, lostAfter, paymentLink } from './arrangements';
import { staffInstalment } from './instalment';
import { paymentCode } from './payment-code';
import { convention, period } from './plan';
import { day, documentId, instant, money, named } from './values';

export const paymentState = z.enum(['open', 'settled', 'cancelled']);

export const attachment = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Bytes. */
  size: z.int(),
  /** Media type, sniffed from the content. */
  type: z.string(),
});

/** One field's change; money as a decimal string, a day as `YYYY-MM-DD`. */
export const change = z.strictObject({
  field: z.string(),
  /** The instalment's number, where the change is one of an instalment. */
  number: z.int().optional(),
  /** Which of several: an instalment's documentId, or an attachment's id. */
  of: z.string().optional(),
  before: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  after: z.union([z.string(), z.number(), z.boolean(), z.null()]),
});
export type ChangeValue = z.output<typeof change>;

export const staffHistoryEntry = z.strictObject({
  at: instant,
  kind: z.enum(['created', 'updated', 'withdrawn']),
  by: z.strictObject({ kind: z.enum(['admin', 'contact', 'system', 'script']), name: z.string().nullable() }),
  /** Whether contacts were told by email. */
  loud: z.boolean(),
  /** Why, in words that the customer reads too: a decree's reference. */
  reason: z.string().nullable(),
  changes: z.array(change),
  /** Changes that staff alone see. */
  staffChanges: z.array(change),
});

const summary = {
  documentId,
  revision: z.int(),
  /** What people quote on the telephone and in mails: `P-2031`. */
  reference: z.string(),
  customer: z.strictObject({
    documentId,
    name: z.string(),
    taxNumber: z.string().nullable(),
    phone: z.string().nullable(),
  }),
  institution: named.nullable(),
  title: z.string(),
  paymentCode: paymentCode.nullable(),
  total: money,
  paid: money,
  outstanding: money,
  state: paymentState,
  overdue: z.boolean(),
  nextDueDate: day.nullable(),
  instalmentCount: z.int(),
  remindersPaused: z.boolean(),
  createdAt: instant,
  updatedAt: instant,
};

/** A payment in the staff's list; `next` is the instalment that is due next. */
export const staffPaymentItem = z.strictObject({
  ...summary,
  next: z.strictObject({ number: z.int(), amount: money, dueDate: day }).nullable(),
});
export type StaffPaymentItem = z.output<typeof staffPaymentItem>;

/** A payment with everything that staff see of it. */
export const staffPayment = z.strictObject({
  ...summary,
  description: z.string().nullable(),
  kind: z.enum(['single', 'automatic', 'manual']),
  period: period.nullable(),
  convention: convention.nullable(),
  managerComments: z.string().nullable(),
  lostAfter: lostAfter.nullable(),
  /** How it stands while it may be lost; null where nothing loses it, or nothing is open. */
  arrangement: arrangement.nullable(),
  /** The day on which staff said that it is lost. */
  lostOn: day.nullable(),
  /** The payment that replaces it since, and the lost ones that it replaces. */
  replacedBy: paymentLink.nullable(),
  replaces: z.array(paymentLink),
  attachments: z.array(attachment),
  instalments: z.array(staffInstalment),
  /** Newest first, at most 200. */
  history: z.array(staffHistoryEntry),
});
export type StaffPayment = z.output<typeof staffPayment>;
