import { z } from 'zod';
import { many, pageQuery } from './lists';
import { skipReason } from './notice';
import { defineRoute } from './route';
import { day, documentId, instant, named, noQuery } from './values';

/** A reminder that was taken up: this contact, this instalment, this step, this due date. */
export const takenUpReminder = z.strictObject({
  instalment: z.strictObject({
    documentId,
    /** Null where the instalment is gone. */
    number: z.int().nullable(),
  }),
  /** Null where the reason is nobody's in particular. */
  contact: named.nullable(),
  /** In days: negative before *pay by*, else from the due date. */
  step: z.int(),
  dueDate: day,
  state: z.enum(['pending', 'sent', 'skipped']),
  /** Why it did not go. */
  reason: skipReason.nullable(),
  /** When it went, or when it was decided that it does not; null while it waits. */
  at: instant.nullable(),
  /** The mail that carries it. */
  notice: documentId.nullable(),
});
export type TakenUpReminder = z.output<typeof takenUpReminder>;

const example = {
  instalment: { documentId: 'z9y8x7w6v5u4t3s2r1q0p9o8', number: 4 },
  contact: { documentId: 'c1o2n3t4a5c6t7c8o9n0t1a2', name: 'Papadaki Eleni' },
  step: -7,
  dueDate: '2026-10-27',
  state: 'skipped',
  reason: 'opted-out',
  at: '2026-10-20T06:00:00.000Z',
  notice: null,
};

export const listPaymentReminders = defineRoute({
  id: 'listPaymentReminders',
  scope: 'staff',
  method: 'GET',
  path: '/payments/:documentId/reminders',
  summary: 'Which reminders of a payment went, and which did not and why; the latest first',
  action: 'read',
  query: z.strictObject({ ...pageQuery, state: z.enum(['pending', 'sent', 'skipped', 'all']).default('all') }),
  body: z.strictObject({}).optional(),
  answer: many(takenUpReminder),
  example: {
    query: { state: 'skipped' },
    answer: { data: [example], meta: { pagination: { page: 1, pageSize: 25, pageCount: 1, total: 1 } } },
  },
});

export const remindOfPayment = defineRoute({
  id: 'remindOfPayment',
  scope: 'staff',
  method: 'POST',
  path: '/payments/:documentId/remind',
  summary: 'Reminds of instalments of a payment at once, whatever the ladder says: one mail for each contact',
  action: 'send',
  query: noQuery,
  body: z.strictObject({ instalments: z.array(documentId).min(1).max(500) }),
  answer: z.strictObject({
    data: z.array(
      z.strictObject({
        instalment: documentId,
        /** How many contacts get a mail. */
        contacts: z.int(),
        /** Why nobody does. */
        reason: skipReason.nullable(),
      }),
    ),
    meta: z.strictObject({}),
  }),
  example: {
    body: { instalments: [example.instalment.documentId] },
    answer: { data: [{ instalment: example.instalment.documentId, contacts: 1, reason: null }], meta: {} },
  },
});
