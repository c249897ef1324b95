import { z } from 'zod';
import { arrangement, lostAfter } from './arrangements';
import { calendarInstalment } from './calendar';
import { one } from './lists';
import { exampleNotice, noticeItem, noticeKind, noticeState } from './notice';
import { exampleStaffReceipt, staffReceipt } from './receipt-review';
import { defineRoute } from './route';
import { day, documentId, instant, money, named, noBody, noQuery, text } from './values';

/** That somebody of the office telephoned, and what was said. */
export const call = z.strictObject({ at: instant, by: z.string().nullable(), note: z.string().nullable() });
export type Call = z.output<typeof call>;

/** An instalment with what staff need to settle it on the telephone. */
export const todayInstalment = z.strictObject({
  ...calendarInstalment.shape,
  payment: z.strictObject({ documentId, title: z.string(), reference: z.string(), revision: z.int() }),
  customer: z.strictObject({ documentId, name: z.string(), phone: z.string().nullable() }),
  /** The last mail about it to any contact of the customer. */
  lastNotice: z.strictObject({ documentId, kind: noticeKind, state: noticeState, at: instant }).nullable(),
  called: call.nullable(),
  /** Whether any contact of the customer has an address that mail reaches. */
  reachable: z.boolean(),
});
export type TodayInstalment = z.output<typeof todayInstalment>;

/** A period of a recurring obligation whose amount is not known yet: it has no payment, and no contact knows of it. */
export const amountToFollow = z.strictObject({
  series: documentId,
  number: z.int(),
  title: z.string(),
  customer: z.strictObject({ documentId, name: z.string(), phone: z.string().nullable() }),
  institution: named.nullable(),
  nominalDate: day,
  dueDate: day,
});
export type AmountToFollow = z.output<typeof amountToFollow>;

/** A plan that is lost, or that its next missed deadline loses. */
export const threatenedArrangement = z.strictObject({
  payment: z.strictObject({ documentId, title: z.string(), reference: z.string() }),
  customer: z.strictObject({ documentId, name: z.string(), phone: z.string().nullable() }),
  institution: named.nullable(),
  outstanding: money,
  lostAfter,
  ...arrangement.shape,
});
export type ThreatenedArrangement = z.output<typeof threatenedArrangement>;

/** The first of a list, and how long it is: `total` stays at 10,000 with `more`. */
const section = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), total: z.int(), more: z.literal(true).optional() });

export const todayPage = z.strictObject({
  date: day,
  /** Due today; what a contact reported as paid in full is among the receipts. */
  due: section(todayInstalment),
  /** The latest first. */
  overdue: section(todayInstalment),
  /** Without a payment code, due within ten days. */
  incomplete: section(todayInstalment),
  /** Recurring obligations whose amount follows, due within ten days or before. */
  toFollow: section(amountToFollow),
  /** Arrangements that are lost, or that the next missed deadline loses. */
  arrangements: section(threatenedArrangement),
  receipts: section(staffReceipt),
  failed: section(noticeItem),
});
export type TodayPage = z.output<typeof todayPage>;

const exampleInstalment = {
  documentId: 'z9y8x7w6v5u4t3s2r1q0p9o8',
  payment: { documentId: 'k2f9w0x8p4l7m1n3b5v6c8z0', title: 'Income tax 2026', reference: 'P-2031', revision: 3 },
  customer: { documentId: 'a1b2c3d4e5f6g7h8i9j0k1l2', name: 'Papadaki Eleni', phone: '+30 210 0000000' },
  institution: null,
  number: 4,
  of: 8,
  amount: { value: '154.32', currency: 'EUR' },
  outstanding: { value: '154.32', currency: 'EUR' },
  dueDate: '2026-10-30',
  payBy: '2026-10-27',
  state: 'approaching',
  paymentCode: null,
  lastNotice: {
    documentId: 'n1o2t3i4c5e6n7o8t9i0c1e2',
    kind: 'reminder',
    state: 'sent',
    at: '2026-10-29T07:00:00.000Z',
  },
  called: { at: '2026-10-30T07:10:00.000Z', by: 'Maria Ioannou', note: 'Pays this afternoon' },
  reachable: true,
};
const none = { items: [], total: 0 };

export const getToday = defineRoute({
  id: 'getToday',
  scope: 'staff',
  method: 'GET',
  path: '/today',
  summary: 'What the day asks for: due and unconfirmed, overdue, incomplete, receipts to review, notices that failed',
  action: 'read',
  query: noQuery,
  body: noBody,
  answer: one(todayPage),
  example: {
    answer: {
      data: {
        date: '2026-10-30',
        due: { items: [exampleInstalment], total: 1 },
        overdue: none,
        incomplete: none,
        toFollow: none,
        arrangements: {
          items: [
            {
              payment: { documentId: 'k2f9w0x8p4l7m1n3b5v6c8z0', title: 'Arrangement of debts', reference: 'P-2031' },
              customer: exampleInstalment.customer,
              institution: null,
              outstanding: { value: '900.00', currency: 'EUR' },
              lostAfter: 2,
              missed: 1,
              lossDate: '2026-11-02',
              state: 'at-risk',
            },
          ],
          total: 1,
        },
        receipts: { items: [exampleStaffReceipt], total: 1 },
        failed: { items: [{ ...exampleNotice, state: 'failed' }], total: 1 },
      },
      meta: {},
    },
  },
});

export const noteCall = defineRoute({
  id: 'noteCall',
  scope: 'staff',
  method: 'POST',
  path: '/instalments/:documentId/call',
  summary: 'Notes that staff telephoned about an instalment; contacts see nothing of it',
  action: 'update',
  query: noQuery,
  body: z.strictObject({ note: text(1_000).nullable().optional() }),
  answer: one(call),
  example: { body: { note: 'Pays this afternoon' }, answer: { data: exampleInstalment.called, meta: {} } },
});
