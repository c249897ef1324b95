import { z } from 'zod';
import { many, one, pageQuery, sortQuery } from './lists';
import { paymentCode, typedPaymentCode } from './payment-code';
import { convention, shift } from './plan';
import { defineRoute } from './route';
import { seriesNaming, seriesPeriod, seriesRule } from './series-rule';
import { currency, day, decimal, documentId, line, money, named, noBody, noQuery, searchTerm, text } from './values';

/** What holds from a period on; an amount or a code that is null follows later. */
const terms = {
  rule: seriesRule,
  convention: convention.nullable(),
  amount: decimal.nullable(),
  paymentCode: typedPaymentCode.nullable(),
};

/**
 * What became of a period: `expected` is not made yet; `waiting` waits for its amount; `created` has a payment; `deleted` had one; `skipped` gets none.
 */
export const seriesPeriodState = z.enum(['expected', 'waiting', 'created', 'deleted', 'skipped']);

export const seriesPeriodValue = z.strictObject({
  number: z.int(),
  nominalDate: day,
  dueDate: day,
  shift: shift.nullable(),
  /** What its payment is called. */
  title: z.string(),
  state: seriesPeriodState,
  /** What the payment is, or, before there is one, what the series says; null where it follows. */
  amount: money.nullable(),
  payment: z.strictObject({ documentId, reference: z.string(), state: z.string() }).nullable(),
});
export type SeriesPeriodValue = z.output<typeof seriesPeriodValue>;

const fields = {
  title: line(200),
  description: text(5_000).nullable(),
  naming: seriesNaming,
  end: day.nullable(),
  /** How many days before its due date a period's payment is made. */
  daysAhead: z.int().min(0).max(366),
  /** Whether contacts are told of each payment by email. */
  sendEmail: z.boolean(),
};

export const seriesItem = z.strictObject({
  documentId,
  revision: z.int(),
  customer: z.strictObject({ documentId, name: z.string(), archived: z.boolean() }),
  institution: named.nullable(),
  ...fields,
  title: z.string(),
  period: seriesPeriod,
  currency,
  start: day,
  state: z.enum(['active', 'stopped']),
  /** What holds now, for the next period that is to be made. */
  rule: seriesRule,
  convention: convention.nullable(),
  amount: money.nullable(),
  paymentCode: paymentCode.nullable(),
  /** The next period that is to be made, and on which day; null once there is none. */
  next: z.strictObject({ number: z.int(), nominalDate: day, dueDate: day, madeOn: day }).nullable(),
});
export type SeriesItem = z.output<typeof seriesItem>;

export const seriesValue = seriesItem.extend({
  /** What was agreed, and from which period on. */
  terms: z.array(
    z.strictObject({
      from: z.int(),
      rule: seriesRule,
      convention: convention.nullable(),
      amount: money.nullable(),
      paymentCode: paymentCode.nullable(),
    }),
  ),
  /** The latest that exist, at most 36, and the next six to come, in their order. */
  periods: z.array(seriesPeriodValue),
});
export type SeriesValue = z.output<typeof seriesValue>;

export const exampleSeriesItem = {
  documentId: 's1e2r3i4e5s6a7b8c9d0e1f2',
  revision: 1,
  customer: { documentId: 'a1b2c3d4e5f6g7h8i9j0k1l2', name: 'Papadaki Eleni', archived: false },
  institution: { documentId: 'i1n2s3t4i5t6u7t8i9o0n1a2', name: 'Social insurance' },
  title: 'Contributions',
  description: null,
  naming: 'before',
  end: null,
  daysAhead: 15,
  sendEmail: true,
  period: 'monthly',
  currency: 'EUR',
  start: '2027-01-01',
  state: 'active',
  rule: { kind: 'month-end' },
  convention: null,
  amount: { value: '238.22', currency: 'EUR' },
  paymentCode: null,
  next: { number: 1, nominalDate: '2027-01-31', dueDate: '2027-01-29', madeOn: '2027-01-14' },
};

const exampleSeries = {
  ...exampleSeriesItem,
  terms: [
    { from: 1, rule: exampleSeriesItem.rule, convention: null, amount: exampleSeriesItem.amount, paymentCode: null },
  ],
  periods: [
    {
      number: 1,
      nominalDate: '2027-01-31',
      dueDate: '2027-01-29',
      shift: { kind: 'weekend', name: null },
      title: 'Contributions 12/2026',
      state: 'expected',
      amount: exampleSeriesItem.amount,
      payment: null,
    },
  ],
};
const exampleAnswer = { data: exampleSeries, meta: {} };

export const listSeries = defineRoute({
  id: 'listSeries',
  scope: 'staff',
  method: 'GET',
  path: '/series',
  summary: 'Recurring obligations, searched, filtered, sorted, a page at a time',
  action: 'read',
  query: z.strictObject({
    ...pageQuery,
    q: searchTerm.optional(),
    customer: documentId.optional(),
    institution: documentId.optional(),
    state: z.enum(['active', 'stopped', 'all']).default('active'),
    sort: sortQuery(['title', 'nextOn', 'createdAt'], 'title:asc'),
  }),
  body: noBody,
  answer: many(seriesItem),
  example: {
    query: { q: 'papadaki', state: 'active' },
    answer: { data: [exampleSeriesItem], meta: { pagination: { page: 1, pageSize: 25, pageCount: 1, total: 1 } } },
  },
});

export const getSeries = defineRoute({
  id: 'getSeries',
  scope: 'staff',
  method: 'GET',
  path: '/series/:documentId',
  summary: 'One recurring obligation with its periods',
  action: 'read',
  query: noQuery,
  body: noBody,
  answer: one(seriesValue),
  example: { answer: exampleAnswer },
});

/** Warnings that staff must confirm before the write goes through, by code. */
export const seriesConfirmed = z.array(z.enum(['past-periods', 'wrong-customer'])).default([]);

export const createSeries = defineRoute({
  id: 'createSeries',
  scope: 'staff',
  method: 'POST',
  path: '/series',
  summary: 'A new recurring obligation; the payments of periods that are near are made at once',
  action: 'create',
  query: noQuery,
  body: z.strictObject({
    ...z.strictObject(fields).partial().shape,
    ...z.strictObject(terms).partial().shape,
    customer: documentId,
    institution: documentId.nullable().optional(),
    title: fields.title,
    period: seriesPeriod,
    rule: seriesRule,
    currency,
    start: day,
    confirmed: seriesConfirmed,
  }),
  answer: one(seriesValue),
  example: {
    body: {
      customer: exampleSeriesItem.customer.documentId,
      institution: exampleSeriesItem.institution.documentId,
      title: 'Contributions',
      period: 'monthly',
      rule: { kind: 'month-end' },
      currency: 'EUR',
      amount: '238.22',
      start: '2027-01-01',
      naming: 'before',
    },
    answer: exampleAnswer,
  },
});

export const updateSeries = defineRoute({
  id: 'updateSeries',
  scope: 'staff',
  method: 'PUT',
  path: '/series/:documentId',
  summary:
    'Changes what is named: fields at once; rule, convention, amount and code from a period on; skips periods; stops it or lets it go on',
  action: 'update',
  query: noQuery,
  body: z.strictObject({
    ...z.strictObject(fields).partial().shape,
    ...z.strictObject(terms).partial().shape,
    revision: z.int().min(1),
    /** Number of the period from which on rule, convention, amount and code change; the next that has no payment unless told. */
    from: z.int().min(1).optional(),
    /** Numbers of periods that get no payment. */
    skip: z.array(z.int().min(1)).max(60).optional(),
    /** Numbers of skipped periods that get one after all. */
    unskip: z.array(z.int().min(1)).max(60).optional(),
    state: z.enum(['active', 'stopped']).optional(),
    confirmed: seriesConfirmed,
  }),
  answer: one(seriesValue),
  example: { body: { revision: 1, from: 3, amount: '245.10' }, answer: exampleAnswer },
});

export const deleteSeries = defineRoute({
  id: 'deleteSeries',
  scope: 'staff',
  method: 'DELETE',
  path: '/series/:documentId',
  summary: 'Deletes a series from which no payment was made; stop it otherwise',
  action: 'delete',
  query: z.strictObject({ revision: z.coerce.number().int().min(1) }),
  body: noBody,
  answer: one(z.strictObject({ documentId })),
  example: {
    query: { revision: '1' },
    answer: { data: { documentId: exampleSeriesItem.documentId }, meta: {} },
  },
});
