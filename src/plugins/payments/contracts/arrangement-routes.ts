import { z } from 'zod';
import { edit } from './edit';
import { one } from './lists';
import { staffPayment } from './payment';
import { examplePayment } from './payment-example';
import { defineRoute } from './route';
import { documentId, line, noQuery } from './values';

export const losePayment = defineRoute({
  id: 'losePayment',
  scope: 'staff',
  method: 'POST',
  path: '/payments/:documentId/lose',
  summary:
    'Says that an arrangement is lost: cancels what is open with the reason, and links the payment that replaces it',
  action: 'update',
  query: noQuery,
  body: z.strictObject({
    ...edit,
    /** Why, in words that the customer reads too. */
    reason: line(200),
    /** Another payment of the same customer; one that does not exist yet is linked when it is registered, with `replaces`. */
    replacedBy: documentId.nullable().optional(),
  }),
  answer: one(staffPayment),
  example: {
    body: { revision: 1, reason: 'Two instalments unpaid, decision 12/2027', sendEmail: true },
    answer: { data: { ...examplePayment, lostOn: '2027-02-01' }, meta: {} },
  },
});
