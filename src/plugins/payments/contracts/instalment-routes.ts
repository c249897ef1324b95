import { z } from 'zod';
import { one } from './lists';
import { staffPayment } from './payment';
import { examplePayment } from './payment-example';
import { edit } from './edit';
import { confirmed, deletePayment } from './payment-routes';
import { convention, period } from './plan';
import { defineRoute } from './route';
import { day, decimal, line, noBody, noQuery } from './values';

const onePayment = one(staffPayment);
const exampleAnswer = { data: examplePayment, meta: {} };

export const replanPayment = defineRoute({
  id: 'replanPayment',
  scope: 'staff',
  method: 'POST',
  path: '/payments/:documentId/replan',
  summary: 'Plans the unpaid rest anew, from a date, by number or by amount',
  action: 'update',
  query: noQuery,
  body: z.strictObject({
    ...edit,
    firstDate: day,
    period,
    count: z.int().optional(),
    amount: decimal.optional(),
    convention: convention.optional(),
    endOfMonth: z.boolean().optional(),
  }),
  answer: onePayment,
  example: {
    body: { revision: 1, sendEmail: true, firstDate: '2027-01-29', period: 'monthly', count: 3 },
    answer: exampleAnswer,
  },
});

export const addInstalment = defineRoute({
  id: 'addInstalment',
  scope: 'staff',
  method: 'POST',
  path: '/payments/:documentId/instalments',
  summary: 'Adds an instalment to a running plan; the total grows by its amount',
  action: 'update',
  query: noQuery,
  body: z.strictObject({
    ...edit,
    amount: decimal,
    date: day,
    pinned: z.boolean().optional(),
    paymentCode: z.string().max(200).nullable().optional(),
    note: line(500).nullable().optional(),
    confirmed,
  }),
  answer: onePayment,
  example: { body: { revision: 1, sendEmail: true, amount: '50.00', date: '2027-02-26' }, answer: exampleAnswer },
});

export const updateInstalment = defineRoute({
  id: 'updateInstalment',
  scope: 'staff',
  method: 'PUT',
  path: '/instalments/:documentId',
  summary: "Changes an instalment's amount, deadline, code or note",
  action: 'update',
  query: noQuery,
  body: z.strictObject({
    ...edit,
    amount: decimal.optional(),
    /** Where an amount's difference goes: the total, the last unpaid instalment, or spread over the unpaid ones. */
    rest: z.enum(['total', 'last', 'spread']).optional(),
    /** Nominal: the convention moves it off a closed day unless `pinned`. */
    dueDate: day.optional(),
    pinned: z.boolean().optional(),
    paymentCode: z.string().max(200).nullable().optional(),
    note: line(500).nullable().optional(),
    confirmed,
  }),
  answer: onePayment,
  example: {
    body: { revision: 1, amount: '900.00', rest: 'total', dueDate: '2027-01-15', sendEmail: true },
    answer: exampleAnswer,
  },
});

export const deleteInstalment = defineRoute({
  id: 'deleteInstalment',
  scope: 'staff',
  method: 'DELETE',
  path: '/instalments/:documentId',
  summary: 'Takes an unpaid instalment out of the plan; the total shrinks by its amount',
  action: 'update',
  query: deletePayment.query,
  body: noBody,
  answer: onePayment,
  example: { query: { revision: '1', sendEmail: 'true' }, answer: exampleAnswer },
});

export const settleInstalment = defineRoute({
  id: 'settleInstalment',
  scope: 'staff',
  method: 'POST',
  path: '/instalments/:documentId/settle',
  summary: 'Marks an instalment paid, in full unless an amount is given',
  action: 'settle',
  query: noQuery,
  body: z.strictObject({ ...edit, amount: decimal.optional(), surcharge: decimal.optional(), paidOn: day }),
  answer: onePayment,
  example: { body: { revision: 1, paidOn: '2026-12-30', sendEmail: false }, answer: exampleAnswer },
});

export const unsettleInstalment = defineRoute({
  id: 'unsettleInstalment',
  scope: 'staff',
  method: 'POST',
  path: '/instalments/:documentId/unsettle',
  summary: 'Takes back that an instalment was paid',
  action: 'settle',
  query: noQuery,
  body: z.strictObject(edit),
  answer: onePayment,
  example: { body: { revision: 2, sendEmail: false }, answer: exampleAnswer },
});
