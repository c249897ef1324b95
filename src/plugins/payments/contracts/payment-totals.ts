import { z } from 'zod';
import { one } from './lists';
import { paymentFilters, paymentSort } from './payment-filters';
import { defineRoute } from './route';
import { money, noBody } from './values';

/** By how long an instalment has been due, or how soon it will be, in days. */
export const ageingBucket = z.enum(['over-90', '61-90', '31-60', '1-30', 'due-7', 'due-30', 'later']);
export type AgeingBucket = z.output<typeof ageingBucket>;

/** Sums of a filtered list; each sum has one entry a currency. */
export const paymentTotals = z.strictObject({
  payments: z.int(),
  total: z.array(money),
  paid: z.array(money),
  outstanding: z.array(money),
  /** The open instalments by their due dates, the oldest first; a bucket without any is left out. */
  ageing: z.array(z.strictObject({ bucket: ageingBucket, instalments: z.int(), outstanding: z.array(money) })),
});
export type PaymentTotals = z.output<typeof paymentTotals>;

const euros = (value: string) => ({ value, currency: 'EUR' });

export const totalPayments = defineRoute({
  id: 'totalPayments',
  scope: 'staff',
  method: 'GET',
  path: '/payments/totals',
  summary: 'Totals of the filtered payments, and how old what is outstanding is',
  action: 'read',
  query: z.strictObject(paymentFilters),
  body: noBody,
  answer: one(paymentTotals),
  example: {
    query: { state: 'open', institution: 'q1w2e3r4t5y6u7i8o9p0a1s2' },
    answer: {
      data: {
        payments: 2,
        total: [euros('1700.00')],
        paid: [euros('0.00')],
        outstanding: [euros('1700.00')],
        ageing: [
          { bucket: '1-30', instalments: 1, outstanding: [euros('850.00')] },
          { bucket: 'due-7', instalments: 1, outstanding: [euros('850.00')] },
        ],
      },
      meta: {},
    },
  },
});

export const exportPayments = defineRoute({
  id: 'exportPayments',
  scope: 'staff',
  method: 'GET',
  path: '/payments/export.csv',
  summary:
    'The filtered payments as a file for a spreadsheet: UTF-8 with its mark, semicolons, the decimal sign of the office',
  action: 'read',
  query: z.strictObject({
    ...paymentFilters,
    sort: paymentSort,
    /** Of the headers and states. */
    language: z.enum(['en', 'el']).default('en'),
  }),
  body: noBody,
  media: 'text/csv',
  answer: z.string(),
  example: {
    query: { state: 'all', language: 'el' },
    answer: 'Κωδικός;Πελάτης;…\r\nP-2031;Papadaki Eleni;…\r\n',
  },
});
