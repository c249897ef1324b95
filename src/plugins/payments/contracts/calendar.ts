import { z } from 'zod';
import { shownState } from './instalment';
import { pageQuery, pagination } from './lists';
import { paymentCode } from './payment-code';
import { defineRoute } from './route';
import { day, documentId, money, named, noBody, searchTerm } from './values';

export const calendarInstalment = z.strictObject({
  documentId,
  payment: z.strictObject({ documentId, title: z.string() }),
  customer: named,
  institution: named.nullable(),
  number: z.int(),
  of: z.int(),
  amount: money,
  outstanding: money,
  dueDate: day,
  payBy: day,
  state: shownState,
  paymentCode: paymentCode.nullable(),
});
export type CalendarInstalment = z.output<typeof calendarInstalment>;

export const closedDay = z.strictObject({
  date: day,
  name: z.string(),
  kind: z.enum(['holiday', 'decree', 'expected', 'office']),
});

/** One day of the month view: how many, how much, and the first four. */
export const calendarDay = z.strictObject({
  date: day,
  count: z.int(),
  /** Outstanding, one entry a currency. */
  outstanding: z.array(money),
  first: z.array(calendarInstalment),
});
export type CalendarDay = z.output<typeof calendarDay>;

const filters = {
  from: day,
  to: day,
  customer: documentId.optional(),
  institution: documentId.optional(),
  state: z.enum(['all', 'open', 'overdue', 'paid', 'cancelled']).default('all'),
  q: searchTerm.optional(),
};

const exampleInstalment = {
  documentId: 'z9y8x7w6v5u4t3s2r1q0p9o8',
  payment: { documentId: 'k2f9w0x8p4l7m1n3b5v6c8z0', title: 'Income tax 2026' },
  customer: { documentId: 'a1b2c3d4e5f6g7h8i9j0k1l2', name: 'Papadaki Eleni' },
  institution: null,
  number: 4,
  of: 8,
  amount: { value: '154.32', currency: 'EUR' },
  outstanding: { value: '154.32', currency: 'EUR' },
  dueDate: '2026-10-30',
  payBy: '2026-10-27',
  state: 'upcoming',
  paymentCode: null,
};

export const listCalendar = defineRoute({
  id: 'listCalendar',
  scope: 'staff',
  method: 'GET',
  path: '/calendar',
  summary: 'Instalments by due date (at most 370 days), with the closed days of the window',
  action: 'read',
  query: z.strictObject({ ...filters, ...pageQuery }),
  body: noBody,
  answer: z.strictObject({
    data: z.array(calendarInstalment),
    meta: z.strictObject({ pagination, closedDays: z.array(closedDay) }),
  }),
  example: {
    query: { from: '2026-10-01', to: '2026-10-31' },
    answer: {
      data: [exampleInstalment],
      meta: {
        pagination: { page: 1, pageSize: 25, pageCount: 1, total: 1 },
        closedDays: [{ date: '2026-10-28', name: 'Ochi Day', kind: 'holiday' }],
      },
    },
  },
});

export const groupCalendar = defineRoute({
  id: 'groupCalendar',
  scope: 'staff',
  method: 'GET',
  path: '/calendar?groupBy=day',
  summary: 'The same by day: counts, sums and the first four instalments of each day (at most 62 days)',
  action: 'read',
  query: z.strictObject({ ...filters, groupBy: z.literal('day') }),
  body: noBody,
  answer: z.strictObject({
    data: z.array(calendarDay),
    meta: z.strictObject({ closedDays: z.array(closedDay) }),
  }),
  example: {
    query: { from: '2026-10-01', to: '2026-10-31', groupBy: 'day' },
    answer: {
      data: [
        {
          date: '2026-10-30',
          count: 1,
          outstanding: [{ value: '154.32', currency: 'EUR' }],
          first: [exampleInstalment],
        },
      ],
      meta: { closedDays: [{ date: '2026-10-28', name: 'Ochi Day', kind: 'holiday' }] },
    },
  },
});
