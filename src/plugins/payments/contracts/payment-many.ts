import { z } from 'zod';
import { lostAfter } from './arrangements';
import { one } from './lists';
import { typedPaymentCode } from './payment-code';
import { convention, period, planProblem, shift } from './plan';
import { defineRoute } from './route';
import { currency, day, decimal, documentId, line, money, noQuery, searchTerm, text } from './values';

/** The most customers that one request registers for. */
export const MOST_MANY = 1_000;

/** When it is due: on one date, or in instalments of equal parts. */
const manyPlan = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('single'),
    date: day,
    pinned: z.boolean().optional(),
    convention: convention.optional(),
  }),
  z.strictObject({
    kind: z.literal('automatic'),
    count: z.int().min(2).max(600),
    firstDate: day,
    period,
    convention: convention.optional(),
    endOfMonth: z.boolean().optional(),
    lostAfter: lostAfter.nullable().optional(),
  }),
]);

const order = {
  institution: documentId.nullable().optional(),
  title: line(200),
  description: text(5_000).nullable().optional(),
  managerComments: text(10_000).nullable().optional(),
  currency,
  plan: manyPlan,
  rows: z
    .array(
      z.strictObject({
        customer: documentId,
        /** The customer's total. */
        amount: decimal,
        paymentCode: typedPaymentCode.nullable().optional(),
      }),
    )
    .min(1)
    .max(MOST_MANY),
};

export const manyOrder = z.strictObject(order);
export type ManyOrder = z.output<typeof manyOrder>;

/** What is wrong with a cell, or is to be confirmed. */
const cellProblem = z.strictObject({
  field: z.enum(['customer', 'amount', 'paymentCode']),
  code: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type CellProblem = z.output<typeof cellProblem>;

const manyRow = z.strictObject({
  customer: z.strictObject({ documentId, name: z.string(), taxNumber: z.string().nullable() }).nullable(),
  total: money.nullable(),
  /** Stand in the way of all. */
  errors: z.array(cellProblem),
  /** Must be confirmed. */
  warnings: z.array(cellProblem),
});

const manyPreview = z.strictObject({
  rows: z.array(manyRow),
  /** When each instalment is due; empty where that cannot be said. */
  dates: z.array(
    z.strictObject({ number: z.int(), nominalDate: day, dueDate: day, shift: shift.nullable(), pinned: z.boolean() }),
  ),
  /** What the plan itself is warned of. */
  warnings: z.array(planProblem),
  total: money.nullable(),
  /** How many contacts would get a mail, and how many of the customers nobody would be told of. */
  told: z.int(),
  untold: z.int(),
});
export type ManyPreview = z.output<typeof manyPreview>;

const exampleOrder = {
  institution: 'i1n2s3t4i5t6u7t8i9o0n1a2',
  title: 'Chamber fee 2027',
  currency: 'EUR',
  plan: { kind: 'single', date: '2027-01-31' },
  rows: [{ customer: 'a1b2c3d4e5f6g7h8i9j0k1l2', amount: '120.00', paymentCode: null }],
};
const eur = (value: string) => ({ value, currency: 'EUR' });
const exampleCustomer = { documentId: 'a1b2c3d4e5f6g7h8i9j0k1l2', name: 'Papadaki Eleni', taxNumber: '094259216' };

export const previewMany = defineRoute({
  id: 'previewMany',
  scope: 'staff',
  method: 'POST',
  path: '/payments/many/preview',
  summary:
    'One obligation of many customers, as it would be registered: what is wrong, by row and cell, and when it is due',
  action: 'create',
  query: noQuery,
  body: manyOrder,
  answer: one(manyPreview),
  example: {
    body: exampleOrder,
    answer: {
      data: {
        rows: [{ customer: exampleCustomer, total: eur('120.00'), errors: [], warnings: [] }],
        dates: [
          {
            number: 1,
            nominalDate: '2027-01-31',
            dueDate: '2027-02-01',
            shift: { kind: 'weekend', name: null },
            pinned: false,
          },
        ],
        warnings: [],
        total: eur('120.00'),
        told: 1,
        untold: 0,
      },
      meta: {},
    },
  },
});

export const createMany = defineRoute({
  id: 'createMany',
  scope: 'staff',
  method: 'POST',
  path: '/payments/many',
  summary: 'Registers one obligation of many customers, all or none; each contact gets one mail',
  action: 'create',
  query: noQuery,
  body: z.strictObject({
    ...order,
    sendEmail: z.boolean(),
    confirmed: z.array(z.enum(['wrong-customer', 'duplicate'])).default([]),
  }),
  answer: one(
    z.strictObject({
      payments: z.array(z.strictObject({ documentId, reference: z.string(), customer: documentId })),
    }),
  ),
  example: {
    body: { ...exampleOrder, sendEmail: true },
    answer: {
      data: {
        payments: [
          { documentId: 'k2f9w0x8p4l7m1n3b5v6c8z0', reference: 'P-2031', customer: exampleCustomer.documentId },
        ],
      },
      meta: {},
    },
  },
});

/** A customer to choose. */
const choosable = z.strictObject({
  documentId,
  name: z.string(),
  taxNumber: z.string().nullable(),
  /** Whether any contact can be told by email. */
  reachable: z.boolean(),
});
export type Choosable = z.output<typeof choosable>;

export const findMany = defineRoute({
  id: 'findMany',
  scope: 'staff',
  method: 'POST',
  path: '/payments/many/customers',
  summary: 'Customers by tax numbers, each with those who have it, or by a filter (at most 1,000); never archived ones',
  action: 'create',
  query: noQuery,
  body: z
    .strictObject({
      taxNumbers: z.array(z.string().trim().min(1).max(40)).min(1).max(MOST_MANY).optional(),
      filter: z
        .strictObject({
          q: searchTerm.optional(),
          /** Who owe, or owed, something to this institution. */
          institution: documentId.optional(),
        })
        .optional(),
    })
    .refine(({ taxNumbers, filter }) => (taxNumbers === undefined) !== (filter === undefined), {
      message: 'name either tax numbers or a filter',
      path: ['taxNumbers'],
    }),
  answer: one(
    z.strictObject({
      /** In the order of the tax numbers: none where nobody has it, several where it is ambiguous. */
      matches: z.array(z.strictObject({ taxNumber: z.string(), customers: z.array(choosable) })),
      /** By name, what the filter finds. */
      customers: z.array(choosable),
      more: z.literal(true).optional(),
    }),
  ),
  example: {
    body: { taxNumbers: ['094259216', '123456789'] },
    answer: {
      data: {
        matches: [
          { taxNumber: '094259216', customers: [{ ...exampleCustomer, reachable: true }] },
          { taxNumber: '123456789', customers: [] },
        ],
        customers: [],
      },
      meta: {},
    },
  },
});
