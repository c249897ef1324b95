import { z } from 'zod';
import { one } from './lists';
import { defineRoute } from './route';
import { day, documentId, noQuery } from './values';

/** The most that one request may act on. */
export const MOST_IN_BULK = 500;

export const bulkAction = z.enum(['remind', 'pause', 'resume', 'settle', 'cancel']);
export type BulkAction = z.output<typeof bulkAction>;

/** Why nothing was done with one of many. */
export const bulkReason = z.enum(['not-found', 'nothing-open', 'paid', 'cancelled', 'already-so', 'no-address']);
export type BulkReason = z.output<typeof bulkReason>;

export const bulkResult = z.strictObject({ documentId, done: z.boolean(), reason: bulkReason.nullable() });
export type BulkResult = z.output<typeof bulkResult>;

const chosen = z.array(documentId).min(1).max(MOST_IN_BULK).optional();

export const actInBulk = defineRoute({
  id: 'actInBulk',
  scope: 'staff',
  method: 'POST',
  path: '/bulk',
  summary: 'One action on many payments or instalments (at most 500), and what became of each',
  // the action itself asks for its own permission besides: remind for `send`, settle for `settle`, the others for `update`
  action: 'read',
  query: noQuery,
  body: z
    .strictObject({
      action: bulkAction,
      instalments: chosen,
      payments: chosen,
      sendEmail: z.boolean(),
      /** When they were paid; today unless told. */
      paidOn: day.optional(),
    })
    .refine(({ instalments, payments }) => (instalments === undefined) !== (payments === undefined), {
      message: 'name either payments or instalments',
      path: ['payments'],
    }),
  answer: one(z.strictObject({ done: z.int(), results: z.array(bulkResult) })),
  example: {
    body: { action: 'settle', payments: ['k2f9w0x8p4l7m1n3b5v6c8z0'], sendEmail: false, paidOn: '2026-12-30' },
    answer: {
      data: { done: 1, results: [{ documentId: 'k2f9w0x8p4l7m1n3b5v6c8z0', done: true, reason: null }] },
      meta: {},
    },
  },
});
