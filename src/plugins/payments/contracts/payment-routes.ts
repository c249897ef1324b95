import { z } from 'zod';
import { lostAfter } from './arrangements';
import { edit } from './edit';
import { attachedFiles, MOST_ATTACHMENTS } from './attachments';
import { many, one, pageQuery } from './lists';
import { staffPayment, staffPaymentItem } from './payment';
import { typedPaymentCode } from './payment-code';
import { paymentFilters, paymentSort } from './payment-filters';
import { exampleMoney, examplePayment, exampleSummary } from './payment-example';
import { planPart } from './plan';
import { defineRoute } from './route';
import { documentId, line, noBody, noQuery, text } from './values';

const onePayment = one(staffPayment);
const exampleAnswer = { data: examplePayment, meta: {} };

export const listPayments = defineRoute({
  id: 'listPayments',
  scope: 'staff',
  method: 'GET',
  path: '/payments',
  summary: 'Payments, searched, filtered, sorted, a page at a time',
  action: 'read',
  query: z.strictObject({
    ...pageQuery,
    ...paymentFilters,
    sort: paymentSort,
  }),
  body: noBody,
  answer: many(staffPaymentItem),
  example: {
    query: { q: 'papadaki', state: 'open', sort: 'nextDueDate:asc' },
    answer: {
      data: [
        {
          ...exampleSummary,
          next: { number: 1, amount: exampleMoney('850.00'), dueDate: '2026-12-31' },
        },
      ],
      meta: { pagination: { page: 1, pageSize: 25, pageCount: 1, total: 1 } },
    },
  },
});

export const getPayment = defineRoute({
  id: 'getPayment',
  scope: 'staff',
  method: 'GET',
  path: '/payments/:documentId',
  summary: 'One payment with its instalments and history',
  action: 'read',
  query: noQuery,
  body: noBody,
  answer: onePayment,
  example: { answer: exampleAnswer },
});

/** Warnings that staff must confirm before the write goes through, by code. */
export const confirmed = z.array(z.enum(['wrong-customer', 'duplicate'])).default([]);

const details = {
  customer: documentId,
  institution: documentId.nullable(),
  title: line(200),
  description: text(5_000).nullable(),
  paymentCode: typedPaymentCode.nullable(),
  managerComments: text(10_000).nullable(),
  remindersPaused: z.boolean(),
  lostAfter: lostAfter.nullable(),
};

export const createPayment = defineRoute({
  id: 'createPayment',
  scope: 'staff',
  method: 'POST',
  path: '/payments',
  summary: 'Registers a payment with its plan, and with files',
  action: 'create',
  query: noQuery,
  body: z.strictObject({
    ...z.strictObject(details).partial().shape,
    customer: details.customer,
    title: details.title,
    plan: planPart,
    /** A lost payment of the same customer that this one replaces. */
    replaces: documentId.optional(),
    sendEmail: z.boolean(),
    confirmed,
  }),
  // with files the request is multipart: what would be the body in `payment`, the files in `attachments.0` and so on; all is saved or nothing is
  file: { field: 'attachments', ...attachedFiles, most: MOST_ATTACHMENTS, body: 'payment' },
  answer: onePayment,
  example: {
    body: {
      customer: exampleSummary.customer.documentId,
      institution: exampleSummary.institution.documentId,
      title: 'Income tax 2026',
      paymentCode: { value: 'RF18 5390 0754 7034', scheme: 'rf' },
      managerComments: 'Asked for a later date by telephone',
      sendEmail: true,
      plan: { kind: 'single', total: exampleMoney('850.00'), date: '2026-12-31' },
    },
    answer: exampleAnswer,
  },
});

export const updatePayment = defineRoute({
  id: 'updatePayment',
  scope: 'staff',
  method: 'PUT',
  path: '/payments/:documentId',
  summary: 'Changes what is named; the plan has routes of its own',
  action: 'update',
  query: noQuery,
  body: z.strictObject({
    ...z.strictObject(details).partial().shape,
    ...edit,
    confirmed,
  }),
  answer: onePayment,
  example: { body: { revision: 1, title: 'Income tax 2026, corrected', sendEmail: true }, answer: exampleAnswer },
});

export const deletePayment = defineRoute({
  id: 'deletePayment',
  scope: 'staff',
  method: 'DELETE',
  path: '/payments/:documentId',
  summary: 'Deletes a payment that was never paid and has no receipts; its events stay',
  action: 'delete',
  query: z.strictObject({
    revision: z.coerce.number().int().min(1),
    sendEmail: z.enum(['true', 'false']).transform((value) => value === 'true'),
  }),
  body: noBody,
  answer: one(z.strictObject({ documentId })),
  example: {
    query: { revision: '1', sendEmail: 'true' },
    answer: { data: { documentId: exampleSummary.documentId }, meta: {} },
  },
});

const stateChange = (id: string, path: string, what: string) =>
  defineRoute({
    id,
    scope: 'staff',
    method: 'POST',
    path: `/payments/:documentId/${path}`,
    summary: what,
    action: 'update',
    query: noQuery,
    body: z.strictObject(edit),
    answer: onePayment,
    example: { body: { revision: 1, sendEmail: false }, answer: exampleAnswer },
  });

export const cancelPayment = stateChange('cancelPayment', 'cancel', 'Cancels the open instalments');
export const reopenPayment = stateChange('reopenPayment', 'reopen', 'Opens a cancelled payment again');
export const pausePayment = stateChange('pausePayment', 'pause', 'Stops the reminders of a payment');
export const resumePayment = stateChange('resumePayment', 'resume', 'Lets the reminders of a payment go again');
