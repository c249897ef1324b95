import { z } from 'zod';
import { one } from './lists';
import { defineRoute } from './route';
import { day, decimal, documentId, money, named, noQuery } from './values';

/** The most that one list settles. */
export const MOST_SETTLED = 500;

/** An instalment that a line may be about. */
export const settlementCandidate = z.strictObject({
  /** Of the instalment. */
  documentId,
  payment: z.strictObject({ documentId, title: z.string(), reference: z.string(), revision: z.int() }),
  customer: named,
  number: z.int(),
  of: z.int(),
  dueDate: day,
  outstanding: money,
});
export type SettlementCandidate = z.output<typeof settlementCandidate>;

export const settlementStatus = z.enum(['matched', 'ambiguous', 'overpaid', 'paid', 'unmatched', 'unreadable']);

/** A line of the list, with what it would settle. */
export const settlementLine = z.strictObject({
  /** Its number in what was pasted. */
  line: z.int(),
  text: z.string(),
  status: settlementStatus,
  /** What the line says; null where it says none, or cannot be read. */
  amount: money.nullable(),
  paidOn: day.nullable(),
  /** Why it cannot be read. */
  problem: z
    .strictObject({
      code: z.string(),
      message: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .nullable(),
  /** What would be marked as paid; staff choose where there is none. */
  shares: z.array(z.strictObject({ documentId, amount: money })),
  /** Open instalments under the code or tax number, the oldest first; beyond 50 only those that the shares name. */
  candidates: z.array(settlementCandidate),
});
export type SettlementLine = z.output<typeof settlementLine>;

/** What became of one. `changed-meanwhile`: its payment was edited after it was shown. */
export const settlementOutcome = z.enum([
  'settled',
  'changed-meanwhile',
  'amount-above-outstanding',
  'paid',
  'cancelled',
  'not-found',
]);
export type SettlementOutcome = z.output<typeof settlementOutcome>;

const exampleCandidate = {
  documentId: 'z9y8x7w6v5u4t3s2r1q0p9o8',
  payment: { documentId: 'k2f9w0x8p4l7m1n3b5v6c8z0', title: 'Income tax 2026', reference: 'P-2031', revision: 3 },
  customer: { documentId: 'a1b2c3d4e5f6g7h8i9j0k1l2', name: 'Papadaki Eleni' },
  number: 4,
  of: 8,
  dueDate: '2026-10-30',
  outstanding: { value: '154.32', currency: 'EUR' },
};

export const previewSettlements = defineRoute({
  id: 'previewSettlements',
  scope: 'staff',
  method: 'POST',
  path: '/payments/settlements/preview',
  summary: 'What a pasted list of a bank or tax office would mark as paid, line by line; nothing is written',
  action: 'settle',
  query: noQuery,
  body: z.strictObject({
    /** A line for each payment: code or tax number, amount, day; cells apart by tabs, semicolons or spaces. */
    text: z
      .string()
      .min(1)
      .max(100_000)
      .regex(/^[^\0\p{Cs}]*$/u, 'must be text without the character NUL and without half characters'),
  }),
  answer: one(z.array(settlementLine)),
  example: {
    body: { text: 'RF18539007547034;154,32;29/10/2026' },
    answer: {
      data: [
        {
          line: 1,
          text: 'RF18539007547034;154,32;29/10/2026',
          status: 'matched',
          amount: { value: '154.32', currency: 'EUR' },
          paidOn: '2026-10-29',
          problem: null,
          shares: [{ documentId: exampleCandidate.documentId, amount: { value: '154.32', currency: 'EUR' } }],
          candidates: [exampleCandidate],
        },
      ],
      meta: {},
    },
  },
});

export const applySettlements = defineRoute({
  id: 'applySettlements',
  scope: 'staff',
  method: 'POST',
  path: '/payments/settlements',
  summary: 'Marks what was chosen as paid, together; what changed since it was shown stays and is named',
  action: 'settle',
  query: noQuery,
  body: z.strictObject({
    settlements: z
      .array(
        z.strictObject({
          instalment: documentId,
          /** Of its payment, as the preview showed it. */
          revision: z.int().min(1),
          amount: decimal,
          paidOn: day,
        }),
      )
      .min(1)
      .max(MOST_SETTLED),
    sendEmail: z.boolean(),
  }),
  answer: one(
    z.strictObject({
      settled: z.int(),
      /** In the order asked. */
      results: z.array(z.strictObject({ instalment: documentId, outcome: settlementOutcome })),
    }),
  ),
  example: {
    body: {
      settlements: [{ instalment: exampleCandidate.documentId, revision: 3, amount: '154.32', paidOn: '2026-10-29' }],
      sendEmail: false,
    },
    answer: {
      data: { settled: 1, results: [{ instalment: exampleCandidate.documentId, outcome: 'settled' }] },
      meta: {},
    },
  },
});
