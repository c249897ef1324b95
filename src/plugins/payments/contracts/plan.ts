import { z } from 'zod';
import { defineRoute } from './route';
import { one } from './lists';
import { day, decimal, documentId, line, money, noQuery } from './values';

export const convention = z.enum(['following', 'modified-following', 'preceding', 'modified-preceding', 'unadjusted']);

export const period = z.enum([
  'weekly',
  'biweekly',
  'monthly',
  'bimonthly',
  'quarterly',
  'semiannual',
  'annual',
  'month-end',
]);

/** Why a due date differs from its nominal date. */
export const shift = z.strictObject({
  kind: z.enum(['weekend', 'holiday', 'decree', 'collision']),
  name: z.string().nullable(),
});

/** *Already paid: the first n*, when a running plan is taken over. */
const alreadyPaid = z.int().min(0).max(600).optional();

const singlePlan = z.strictObject({
  kind: z.literal('single'),
  total: money,
  date: day,
  pinned: z.boolean().optional(),
  convention: convention.optional(),
  alreadyPaid,
});

const automaticPlan = z.strictObject({
  kind: z.literal('automatic'),
  total: money,
  amount: decimal,
  count: z.int(),
  firstDate: day,
  period,
  convention: convention.optional(),
  endOfMonth: z.boolean().optional(),
  alreadyPaid,
});

const manualPlan = z.strictObject({
  kind: z.literal('manual'),
  total: money,
  period: period.optional(),
  convention: convention.optional(),
  alreadyPaid,
  instalments: z
    .array(
      z.strictObject({
        amount: decimal,
        date: day,
        pinned: z.boolean().optional(),
        paymentCode: z.string().max(200).nullable().optional(),
        note: line(500).nullable().optional(),
      }),
    )
    .max(600),
});

/** The plan part of a payment in its three forms. Dates are nominal; `pinned` keeps one as it is. */
export const planPart = z.discriminatedUnion('kind', [singlePlan, automaticPlan, manualPlan]);
export type PlanPart = z.output<typeof planPart>;
export type PlanPartInput = z.input<typeof planPart>;

export const planProblem = z.strictObject({
  code: z.string(),
  path: z.array(z.union([z.string(), z.number()])),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** One row of a preview, exactly as it would be saved. */
export const plannedInstalment = z.strictObject({
  number: z.int(),
  amount: money,
  nominalDate: day,
  dueDate: day,
  shift: shift.nullable(),
  pinned: z.boolean(),
  paid: z.boolean(),
  /** What is left of the total after this row. */
  balance: money,
});

export const planPreview = z.strictObject({
  total: money,
  instalments: z.array(plannedInstalment),
  warnings: z.array(planProblem),
});
export type PlanPreview = z.output<typeof planPreview>;

/** For tests and tools: a calendar in place of the office's own. */
const previewCalendar = z.strictObject({
  weekend: z.array(z.int().min(1).max(7)).max(6),
  closedDays: z.array(day).max(10_000),
});

const forPreview = { institution: documentId.nullable().optional(), calendar: previewCalendar.optional() };

export const previewPlan = defineRoute({
  id: 'previewPlan',
  scope: 'staff',
  method: 'POST',
  path: '/plan/preview',
  summary: 'The rows of a plan as they would be saved, or the error with its repairs',
  action: 'read',
  query: noQuery,
  body: z.discriminatedUnion('kind', [
    singlePlan.extend(forPreview),
    automaticPlan.extend(forPreview),
    manualPlan.extend(forPreview),
  ]),
  answer: one(planPreview),
  example: {
    body: {
      kind: 'automatic',
      total: { value: '200.00', currency: 'EUR' },
      amount: '100.00',
      count: 2,
      firstDate: '2027-01-31',
      period: 'monthly',
      convention: 'following',
    },
    answer: {
      data: {
        total: { value: '200.00', currency: 'EUR' },
        instalments: [
          {
            number: 1,
            amount: { value: '100.00', currency: 'EUR' },
            nominalDate: '2027-01-31',
            dueDate: '2027-02-01',
            shift: { kind: 'weekend', name: null },
            pinned: false,
            paid: false,
            balance: { value: '100.00', currency: 'EUR' },
          },
          {
            number: 2,
            amount: { value: '100.00', currency: 'EUR' },
            nominalDate: '2027-02-28',
            dueDate: '2027-03-01',
            shift: { kind: 'weekend', name: null },
            pinned: false,
            paid: false,
            balance: { value: '0.00', currency: 'EUR' },
          },
        ],
        warnings: [],
      },
      meta: {},
    },
  },
});
