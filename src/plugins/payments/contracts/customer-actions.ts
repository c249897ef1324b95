import { z } from 'zod';
import { contactWithCustomers, customer, exampleContact, exampleCustomer } from './customer';
import { shownState } from './instalment';
import { one } from './lists';
import { defineRoute } from './route';
import { day, documentId, money, named, noBody, noQuery } from './values';

const exampleAnswer = { data: exampleCustomer, meta: {} };

export const archiveCustomer = defineRoute({
  id: 'archiveCustomer',
  scope: 'staff',
  method: 'POST',
  path: '/customers/:documentId/archive',
  summary: 'Archives a customer, or takes it back: while archived nobody is told or reminded, and all stays readable',
  action: 'update',
  query: noQuery,
  body: z.strictObject({ archived: z.boolean() }),
  answer: one(customer),
  example: { body: { archived: true }, answer: exampleAnswer },
});

export const reassignCustomer = defineRoute({
  id: 'reassignCustomer',
  scope: 'staff',
  method: 'POST',
  path: '/customers/:documentId/reassign',
  summary: 'Names the member of staff who answers for a customer, or for all customers of the one before',
  action: 'update',
  query: noQuery,
  body: z.strictObject({
    responsible: documentId.nullable(),
    /** All customers of this customer's responsible member of staff go along: somebody leaves the office. */
    all: z.boolean().default(false),
  }),
  answer: z.strictObject({ data: customer, meta: z.strictObject({ reassigned: z.int() }) }),
  example: {
    body: { responsible: 's1t2a3f4f5m6e7m8b9e0r1a2' },
    answer: { data: exampleCustomer, meta: { reassigned: 1 } },
  },
});

/** What a customer owes and paid, in a form that can be handed out: nothing of staff is in it. */
export const statement = z.strictObject({
  date: day,
  customer: z.strictObject({ documentId, name: z.string(), taxNumber: z.string().nullable() }),
  lines: z.array(
    z.strictObject({
      payment: z.strictObject({ documentId, reference: z.string(), title: z.string() }),
      institution: named.nullable(),
      number: z.int(),
      of: z.int(),
      dueDate: day,
      amount: money,
      paid: money,
      outstanding: money,
      paidOn: day.nullable(),
      state: shownState,
    }),
  ),
  /** One entry a currency. */
  total: z.array(money),
  paid: z.array(money),
  outstanding: z.array(money),
  /** Lines beyond 2,000 are left out; the sums have them. */
  more: z.literal(true).optional(),
});
export type Statement = z.output<typeof statement>;

const euros = (value: string) => ({ value, currency: 'EUR' });

export const getStatement = defineRoute({
  id: 'getStatement',
  scope: 'staff',
  method: 'GET',
  path: '/customers/:documentId/statement',
  summary: "A customer's instalments by deadline, with their sums; cancelled ones are left out",
  action: 'read',
  query: z.strictObject({
    state: z.enum(['open', 'all']).default('all'),
    /** Window of the due date, both ends included. */
    from: day.optional(),
    to: day.optional(),
  }),
  body: noBody,
  answer: one(statement),
  example: {
    query: { state: 'open' },
    answer: {
      data: {
        date: '2026-11-23',
        customer: { documentId: 'a1b2c3d4e5f6g7h8i9j0k1l2', name: 'Papadaki Eleni', taxNumber: '094259216' },
        lines: [
          {
            payment: { documentId: 'k2f9w0x8p4l7m1n3b5v6c8z0', reference: 'P-2031', title: 'Income tax 2026' },
            institution: { documentId: 'q1w2e3r4t5y6u7i8o9p0a1s2', name: 'Tax office' },
            number: 1,
            of: 1,
            dueDate: '2026-12-31',
            amount: euros('850.00'),
            paid: euros('0.00'),
            outstanding: euros('850.00'),
            paidOn: null,
            state: 'upcoming',
          },
        ],
        total: [euros('850.00')],
        paid: [euros('0.00')],
        outstanding: [euros('850.00')],
      },
      meta: {},
    },
  },
});

export const inviteContact = defineRoute({
  id: 'inviteContact',
  scope: 'staff',
  method: 'POST',
  path: '/contacts/:documentId/invite',
  summary: 'Mails a contact the link to its first password; a link sent before works no more',
  action: 'send',
  query: noQuery,
  body: noBody,
  answer: one(contactWithCustomers),
  example: { answer: { data: exampleContact, meta: {} } },
});
