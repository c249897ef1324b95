import { z } from 'zod';
import { receipt } from './instalment';
import { many, one, pageQuery, sortQuery } from './lists';
import { edit } from './edit';
import { defineRoute } from './route';
import { day, decimal, documentId, instant, money, named, noBody, noQuery, text } from './values';

/** A contact's "I have paid" as staff review it. */
export const staffReceipt = z.strictObject({
  documentId,
  state: receipt.shape.state,
  paidOn: day,
  amount: money,
  comment: z.string().nullable(),
  reason: z.string().nullable(),
  file: z.strictObject({ name: z.string(), size: z.int(), type: z.string() }).nullable(),
  createdAt: instant,
  reviewedAt: instant.nullable(),
  reviewedBy: z.string().nullable(),
  /** Who said it; null where the contact is gone. */
  contact: named.nullable(),
  customer: z.strictObject({ documentId, name: z.string(), phone: z.string().nullable() }),
  payment: z.strictObject({ documentId, title: z.string(), reference: z.string(), revision: z.int() }),
  /** Null where it was taken out of the plan since. */
  instalment: z.strictObject({ documentId, number: z.int(), of: z.int(), outstanding: money, dueDate: day }).nullable(),
  /** What accepting marks paid unless told otherwise: its instalment, and the following ones where more was paid. Empty once reviewed. */
  proposal: z.array(
    z.strictObject({ instalment: documentId, number: z.int(), dueDate: day, outstanding: money, amount: money }),
  ),
});
export type StaffReceipt = z.output<typeof staffReceipt>;

const oneReceipt = one(staffReceipt);
const euros = (value: string) => ({ value, currency: 'EUR' });

export const exampleStaffReceipt = {
  documentId: 'r1e2c3e4i5p6t7a8b9c0d1e2',
  state: 'pending',
  paidOn: '2026-12-29',
  amount: euros('850.00'),
  comment: 'By e-banking',
  reason: null,
  file: { name: 'receipt.pdf', size: 48_213, type: 'application/pdf' },
  createdAt: '2026-12-29T09:30:00.000Z',
  reviewedAt: null,
  reviewedBy: null,
  contact: { documentId: 'c1o2n3t4a5c6t7c8o9n0t1a2', name: 'Papadaki Eleni' },
  customer: { documentId: 'a1b2c3d4e5f6g7h8i9j0k1l2', name: 'Papadaki Eleni', phone: null },
  payment: { documentId: 'k2f9w0x8p4l7m1n3b5v6c8z0', title: 'Income tax 2026', reference: 'P-2031', revision: 1 },
  instalment: {
    documentId: 'z9y8x7w6v5u4t3s2r1q0p9o8',
    number: 1,
    of: 1,
    outstanding: euros('850.00'),
    dueDate: '2026-12-31',
  },
  proposal: [
    {
      instalment: 'z9y8x7w6v5u4t3s2r1q0p9o8',
      number: 1,
      dueDate: '2026-12-31',
      outstanding: euros('850.00'),
      amount: euros('850.00'),
    },
  ],
};
const reviewed = { ...exampleStaffReceipt, proposal: [], reviewedAt: '2026-12-29T10:00:00.000Z', reviewedBy: 'Maria' };

export const listReceipts = defineRoute({
  id: 'listReceipts',
  scope: 'staff',
  method: 'GET',
  path: '/receipts',
  summary: 'Receipts to review, oldest first, or those that were reviewed',
  action: 'read',
  query: z.strictObject({
    ...pageQuery,
    state: z.enum([...receipt.shape.state.options, 'all']).default('pending'),
    payment: documentId.optional(),
    sort: sortQuery(['createdAt'], 'createdAt:asc'),
  }),
  body: noBody,
  answer: many(staffReceipt),
  example: {
    query: { state: 'pending' },
    answer: { data: [exampleStaffReceipt], meta: { pagination: { page: 1, pageSize: 25, pageCount: 1, total: 1 } } },
  },
});

export const acceptReceipt = defineRoute({
  id: 'acceptReceipt',
  scope: 'staff',
  method: 'POST',
  path: '/receipts/:documentId/accept',
  summary: 'Marks paid what the receipt says, or what `allocations` say; 409 once it was reviewed',
  action: 'review',
  query: noQuery,
  body: z.strictObject({
    ...edit,
    /** The receipt's own day unless told. */
    paidOn: day.optional(),
    /** Its proposal unless told; together at most what the receipt says. */
    allocations: z
      .array(z.strictObject({ instalment: documentId, amount: decimal }))
      .max(500)
      .optional(),
  }),
  answer: oneReceipt,
  example: {
    body: {
      revision: 1,
      sendEmail: true,
      allocations: [{ instalment: 'z9y8x7w6v5u4t3s2r1q0p9o8', amount: '850.00' }],
    },
    answer: { data: { ...reviewed, state: 'accepted' }, meta: {} },
  },
});

export const rejectReceipt = defineRoute({
  id: 'rejectReceipt',
  scope: 'staff',
  method: 'POST',
  path: '/receipts/:documentId/reject',
  summary: 'Turns a receipt down; the contact is told the reason. 409 once it was reviewed',
  action: 'review',
  query: noQuery,
  body: z.strictObject({ reason: text(1_000).min(1, 'say why, the contact reads it') }),
  answer: oneReceipt,
  example: {
    body: { reason: 'The file shows another payment.' },
    answer: { data: { ...reviewed, state: 'rejected', reason: 'The file shows another payment.' }, meta: {} },
  },
});

export const readReceiptFile = defineRoute({
  id: 'readReceiptFile',
  scope: 'staff',
  method: 'GET',
  path: '/receipts/:documentId/file',
  summary: 'The file that came with a receipt',
  action: 'read',
  query: noQuery,
  body: noBody,
  media: 'application/octet-stream',
  answer: z.string(),
  example: { answer: '%PDF-1.7 …' },
});
