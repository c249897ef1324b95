import { z } from 'zod';
import { obligationInstalment } from './instalment';
import { many, one, pageQuery, sortQuery } from './lists';
import { attachment, change, paymentState } from './payment';
import { paymentCode } from './payment-code';
import { defineRoute } from './route';
import { day, documentId, instant, money, named, noBody, noQuery, searchTerm } from './values';

/** One change of an obligation, as its customer reads it. */
export const historyEntry = z.strictObject({
  at: instant,
  by: z.enum(['office', 'contact', 'system']),
  /** Why, in the office's words: a decree's reference. */
  reason: z.string().nullable(),
  /** Empty where the payment was registered. */
  changes: z.array(change),
});
export type HistoryEntry = z.output<typeof historyEntry>;

const summary = {
  documentId,
  customer: named,
  title: z.string(),
  description: z.string().nullable(),
  institution: z.strictObject({ name: z.string(), payUrl: z.string().nullable() }).nullable(),
  paymentCode: paymentCode.nullable(),
  total: money,
  paid: money,
  outstanding: money,
  state: z.enum([...paymentState.options, 'overdue']),
  nextDueDate: day.nullable(),
  instalmentCount: z.int(),
  /** Moves only with what a customer can see. */
  version: z.int(),
  changedAt: instant,
};

/** An obligation in the log; `next` is the instalment to pay next. */
export const obligationItem = z.strictObject({ ...summary, next: obligationInstalment.nullable() });
export type ObligationItem = z.output<typeof obligationItem>;

export const obligation = z.strictObject({
  ...summary,
  instalments: z.array(obligationInstalment),
  attachments: z.array(attachment),
  /** Newest first, at most 200. */
  history: z.array(historyEntry),
});
export type Obligation = z.output<typeof obligation>;

const eur = (value: string) => ({ value, currency: 'EUR' });

const exampleInstalment = {
  documentId: 'z9y8x7w6v5u4t3s2r1q0p9o8',
  number: 1,
  of: 1,
  amount: eur('850.00'),
  paid: eur('0.00'),
  outstanding: eur('850.00'),
  nominalDate: '2026-12-31',
  dueDate: '2026-12-31',
  payBy: '2026-12-30',
  shift: null,
  state: 'upcoming',
  paymentCode: null,
  note: null,
  qr: false,
  receipt: null,
};

const exampleSummary = {
  documentId: 'k2f9w0x8p4l7m1n3b5v6c8z0',
  customer: { documentId: 'a1b2c3d4e5f6g7h8i9j0k1l2', name: 'Papadaki Eleni' },
  title: 'Income tax 2026',
  description: null,
  institution: { name: 'Tax office', payUrl: 'https://example.com/pay' },
  paymentCode: null,
  total: eur('850.00'),
  paid: eur('0.00'),
  outstanding: eur('850.00'),
  state: 'open',
  nextDueDate: '2026-12-31',
  instalmentCount: 1,
  version: 1,
  changedAt: '2026-11-23T08:00:00.000Z',
};

export const listObligations = defineRoute({
  id: 'listObligations',
  scope: 'contact',
  method: 'GET',
  path: '/obligations',
  summary: 'The obligations of every customer the signed-in contact acts for',
  query: z.strictObject({
    ...pageQuery,
    customer: documentId.optional(),
    state: z.enum(['open', 'overdue', 'settled', 'cancelled', 'all']).default('all'),
    /** Window of the next due date, both ends included. */
    from: day.optional(),
    to: day.optional(),
    /** An institution of the summary by its documentId, or part of its name; accents and case do not matter. */
    institution: searchTerm.optional(),
    q: searchTerm.optional(),
    sort: sortQuery(['nextDueDate', 'title', 'total', 'changedAt'], 'nextDueDate:asc'),
  }),
  body: noBody,
  answer: many(obligationItem),
  example: {
    query: { state: 'open', sort: 'nextDueDate:asc' },
    answer: {
      data: [{ ...exampleSummary, next: exampleInstalment }],
      meta: { pagination: { page: 1, pageSize: 25, pageCount: 1, total: 1 } },
    },
  },
});

export const getObligation = defineRoute({
  id: 'getObligation',
  scope: 'contact',
  method: 'GET',
  path: '/obligations/:documentId',
  summary: 'One obligation with its instalments, attachments and history; 404 when it is not theirs',
  query: noQuery,
  body: noBody,
  answer: one(obligation),
  example: {
    answer: {
      data: {
        ...exampleSummary,
        instalments: [exampleInstalment],
        attachments: [],
        history: [
          {
            at: '2026-11-23T08:00:00.000Z',
            by: 'office',
            reason: 'Decree 12/2026',
            changes: [{ field: 'dueDate', number: 1, before: '2026-12-29', after: '2026-12-31' }],
          },
        ],
      },
      meta: {},
    },
  },
});

export const listInstalments = defineRoute({
  id: 'listInstalments',
  scope: 'contact',
  method: 'GET',
  path: '/instalments',
  summary: "Instalments by due date, for a site's own calendar",
  query: z.strictObject({
    ...pageQuery,
    from: day.optional(),
    to: day.optional(),
    state: z.enum(['open', 'overdue', 'paid', 'all']).default('all'),
  }),
  body: noBody,
  answer: many(
    obligationInstalment.extend({ obligation: z.strictObject({ documentId, title: z.string(), customer: named }) }),
  ),
  example: {
    query: { from: '2026-12-01', to: '2026-12-31' },
    answer: {
      data: [
        {
          ...exampleInstalment,
          obligation: {
            documentId: exampleSummary.documentId,
            title: 'Income tax 2026',
            customer: exampleSummary.customer,
          },
        },
      ],
      meta: { pagination: { page: 1, pageSize: 25, pageCount: 1, total: 1 } },
    },
  },
});

/** How many instalments, and what is outstanding on them, one entry a currency. */
const bucket = z.strictObject({ count: z.int(), outstanding: z.array(money) });

export const summaryAnswer = z.strictObject({
  /** The office's name, for the portal's head. */
  office: z.string(),
  today: day,
  overdue: bucket,
  dueIn7Days: bucket,
  dueIn30Days: bucket,
  outstanding: z.array(money),
  /** The oldest unpaid instalment of all, with its obligation. */
  next: z
    .strictObject({
      instalment: obligationInstalment,
      obligation: obligationItem.omit({ next: true }),
    })
    .nullable(),
  customers: z.array(named),
  /** Whom these customers owe or have owed, by name. */
  institutions: z.array(named),
});
export type Summary = z.output<typeof summaryAnswer>;

const exampleBucket = { count: 1, outstanding: [eur('850.00')] };

export const getSummary = defineRoute({
  id: 'getSummary',
  scope: 'contact',
  method: 'GET',
  path: '/summary',
  summary: 'What is overdue, due soon and outstanding, and the instalment to pay next',
  query: noQuery,
  body: noBody,
  answer: one(summaryAnswer),
  example: {
    answer: {
      data: {
        office: 'Papadaki & Partners',
        today: '2026-11-23',
        overdue: { count: 0, outstanding: [] },
        dueIn7Days: { count: 0, outstanding: [] },
        dueIn30Days: exampleBucket,
        outstanding: [eur('850.00')],
        next: { instalment: exampleInstalment, obligation: exampleSummary },
        customers: [exampleSummary.customer],
        institutions: [{ documentId: 'i9n8s7t6i5t4u3t2i1o0n9a8', name: 'Tax office' }],
      },
      meta: {},
    },
  },
});
