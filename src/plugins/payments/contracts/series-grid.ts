import { z } from 'zod';
import { MOST_IN_BULK } from './bulk';
import { one } from './lists';
import { paymentCode, typedPaymentCode } from './payment-code';
import { exampleSeriesItem, seriesPeriodState } from './series';
import { defineRoute } from './route';
import { currency, day, decimal, documentId, line, money, named, noBody } from './values';

/** Calendar month, `YYYY-MM`. */
export const month = z.string().regex(/^(19[7-9]\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])$/, 'must be a month written YYYY-MM');

/** One customer's line in the grid of a month. */
export const seriesGridRow = z.strictObject({
  series: documentId,
  /** Number of the period within the series. */
  number: z.int(),
  /** The payment's where there is one, else the period's; 0 where neither exists yet. */
  revision: z.int(),
  customer: z.strictObject({ documentId, name: z.string(), taxNumber: z.string().nullable() }),
  institution: named.nullable(),
  title: z.string(),
  nominalDate: day,
  dueDate: day,
  state: seriesPeriodState,
  currency,
  /** Null where it follows. */
  amount: money.nullable(),
  paymentCode: paymentCode.nullable(),
  /** By which a typed code is read. */
  scheme: z.enum(['free', 'rf', 'gr-rf', 'gr-tax']),
  payment: z
    .strictObject({ documentId, reference: z.string(), state: z.enum(['open', 'settled', 'cancelled']) })
    .nullable(),
});
export type SeriesGridRow = z.output<typeof seriesGridRow>;

const exampleRow = {
  series: exampleSeriesItem.documentId,
  number: 1,
  revision: 1,
  customer: { documentId: 'a1b2c3d4e5f6g7h8i9j0k1l2', name: 'Papadaki Eleni', taxNumber: '094259216' },
  institution: exampleSeriesItem.institution,
  title: 'Contributions 12/2026',
  nominalDate: '2027-01-31',
  dueDate: '2027-01-29',
  state: 'waiting',
  currency: 'EUR',
  amount: null,
  paymentCode: null,
  scheme: 'gr-rf',
  payment: null,
};

export const getSeriesGrid = defineRoute({
  id: 'getSeriesGrid',
  scope: 'staff',
  method: 'GET',
  path: '/series/grid',
  summary: 'The grid of a month: amount and code of every customer whose period falls into it',
  action: 'read',
  query: z.strictObject({
    /** By the nominal date. */
    month,
    institution: documentId.optional(),
    /** The series' title, as it is. */
    title: line(200).optional(),
  }),
  body: noBody,
  answer: one(
    z.strictObject({
      month,
      /** By customer; at most 1,000. */
      rows: z.array(seriesGridRow),
      more: z.literal(true).optional(),
      /** Titles of the month's series, to choose from. */
      titles: z.array(z.string()),
    }),
  ),
  example: {
    query: { month: '2027-01' },
    answer: { data: { month: '2027-01', rows: [exampleRow], titles: ['Contributions'] }, meta: {} },
  },
});

/** Why nothing was done with a line. */
export const seriesGridReason = z.enum(['not-found', 'stale', 'skipped', 'closed', 'invalid', 'unchanged']);

export const seriesGridResult = z.strictObject({
  series: documentId,
  number: z.int(),
  done: z.boolean(),
  reason: seriesGridReason.nullable(),
  errors: z.array(z.strictObject({ field: z.enum(['amount', 'paymentCode']), code: z.string(), message: z.string() })),
  /** The line as it is now; null where there is none. */
  row: seriesGridRow.nullable(),
});
export type SeriesGridResult = z.output<typeof seriesGridResult>;

export const fillSeriesGrid = defineRoute({
  id: 'fillSeriesGrid',
  scope: 'staff',
  method: 'PUT',
  path: '/series/grid',
  summary: 'Writes amounts and codes of many lines (at most 500), and says what became of each; contacts get one mail',
  action: 'update',
  query: z.strictObject({}),
  body: z.strictObject({
    items: z
      .array(
        z.strictObject({
          series: documentId,
          number: z.int().min(1),
          revision: z.int().min(0),
          amount: decimal.optional(),
          paymentCode: typedPaymentCode.nullable().optional(),
        }),
      )
      .min(1)
      .max(MOST_IN_BULK),
    sendEmail: z.boolean(),
    confirmed: z.array(z.enum(['wrong-customer'])).default([]),
  }),
  answer: one(z.strictObject({ done: z.int(), results: z.array(seriesGridResult) })),
  example: {
    body: {
      items: [{ series: exampleRow.series, number: 1, revision: 1, amount: '238.22' }],
      sendEmail: true,
    },
    answer: {
      data: {
        done: 1,
        results: [
          {
            series: exampleRow.series,
            number: 1,
            done: true,
            reason: null,
            errors: [],
            row: {
              ...exampleRow,
              state: 'created',
              amount: { value: '238.22', currency: 'EUR' },
              payment: { documentId: 'k2f9w0x8p4l7m1n3b5v6c8z0', reference: 'P-2031', state: 'open' },
            },
          },
        ],
      },
      meta: {},
    },
  },
});
