import { z } from 'zod';
import { shift } from './plan';
import { day, documentId, instant, money, named } from './values';

const aboutPayment = z.strictObject({ documentId, title: z.string(), reference: z.string() });

/** An open instalment that is due on the old date. */
export const extensionCandidate = z.strictObject({
  /** Of the instalment. */
  documentId,
  payment: z.strictObject({ ...aboutPayment.shape, revision: z.int() }),
  customer: named,
  institution: named.nullable(),
  number: z.int(),
  of: z.int(),
  outstanding: money,
  /** Somebody set its date by hand and meant to keep it: staff choose it, or it stays. */
  pinned: z.boolean(),
  /** Where it would be due. */
  to: day,
  /** Why that is not the new date itself. */
  shift: shift.nullable(),
  /** Another instalment of the same payment is due that day. */
  sharesDay: z.boolean(),
  /** Why it cannot move: what is paid in part keeps its date. */
  blocked: z.enum(['part-paid']).nullable(),
});
export type ExtensionCandidate = z.output<typeof extensionCandidate>;

/** What became of one that was chosen. `changed-meanwhile`: the payment was edited after it was shown. */
export const extensionOutcome = z.enum([
  'moved',
  'changed-meanwhile',
  'elsewhere',
  'paid',
  'part-paid',
  'cancelled',
  'not-found',
]);
export type ExtensionOutcome = z.output<typeof extensionOutcome>;

/** What became of one when it was to go back. */
export const undoOutcome = z.enum(['back', 'changed-since', 'paid', 'cancelled', 'not-found']);
export type UndoOutcome = z.output<typeof undoOutcome>;

/** One deadline that was moved for many. */
export const extensionItem = z.strictObject({
  documentId,
  institution: named.nullable(),
  title: z.string().nullable(),
  from: day,
  to: day,
  pinned: z.boolean(),
  /** The decree, as it is cited. */
  reference: z.string(),
  /** How many instalments it moved. */
  moved: z.int(),
  at: instant,
  by: z.string().nullable(),
  /** Whether contacts were told by email. */
  loud: z.boolean(),
  undone: z
    .strictObject({
      at: instant,
      by: z.string().nullable(),
      /** How many went back, and how many stayed because they were edited since. */
      back: z.int(),
      stayed: z.int(),
    })
    .nullable(),
});
export type ExtensionItem = z.output<typeof extensionItem>;

const moved = z.strictObject({
  /** Of the instalment. */
  documentId,
  /** Null where the payment was deleted since. */
  payment: aboutPayment.nullable(),
  customer: named.nullable(),
  number: z.int().nullable(),
  of: z.int().nullable(),
  from: day,
  to: day,
  /** What undoing it did, or would do. */
  undo: undoOutcome,
});
export type ExtensionMove = z.output<typeof moved>;

export const extensionDetail = z.strictObject({ ...extensionItem.shape, moves: z.array(moved) });
export type ExtensionDetail = z.output<typeof extensionDetail>;

export const exampleItem = {
  documentId: 'e1x2t3e4n5d6e7d8d9a0t1e2',
  institution: { documentId: 'i1n2s3t4i5t6u7t8i9o0n1a2', name: 'Tax office' },
  title: null,
  from: '2027-02-26',
  to: '2027-03-31',
  pinned: false,
  reference: 'Decree A.1012/2027',
  moved: 1,
  at: '2027-02-20T09:12:00.000Z',
  by: 'Maria Ioannou',
  loud: true,
  undone: null,
};
export const exampleMove = {
  documentId: 'z9y8x7w6v5u4t3s2r1q0p9o8',
  payment: { documentId: 'k2f9w0x8p4l7m1n3b5v6c8z0', title: 'Income tax 2026', reference: 'P-2031' },
  customer: { documentId: 'a1b2c3d4e5f6g7h8i9j0k1l2', name: 'Papadaki Eleni' },
  number: 4,
  of: 8,
  from: '2027-02-26',
  to: '2027-03-31',
};
