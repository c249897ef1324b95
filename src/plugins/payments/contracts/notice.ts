import { z } from 'zod';
import { many, one, pageQuery, sortQuery } from './lists';
import { defineRoute } from './route';
import { day, documentId, instant, money, named, noBody, noQuery, searchTerm } from './values';

export const noticeKind = z.enum([
  'registered',
  'updated',
  'reminder',
  'overdue',
  'withdrawn',
  'message',
  'receipt',
  'invitation',
  'digest',
  'test',
]);
export type NoticeKind = z.output<typeof noticeKind>;

export const noticeState = z.enum([
  'queued',
  'claimed',
  'handing-over',
  'sent',
  'failed',
  'uncertain',
  'suppressed',
  'discarded',
]);
export type NoticeState = z.output<typeof noticeState>;

/** Why a notice, or a reminder in it, was not sent. */
export const skipReason = z.enum([
  'paid',
  'reported',
  'cancelled',
  'paused',
  'opted-out',
  'archived',
  'no-address',
  'undeliverable',
  'overtaken',
  'moved',
  'mailed-recently',
  'withdrawn',
  'cancelled-out',
  'told-together',
  'held-back',
  'discarded',
]);
export type SkipReason = z.output<typeof skipReason>;

/** What staff may do with a notice as it stands. */
export const noticeAction = z.enum(['retry', 'discard', 'resend', 'bounced', 'hold']);
export type NoticeAction = z.output<typeof noticeAction>;

const aboutPayment = z.strictObject({ documentId, title: z.string(), reference: z.string() });

/** A line of the delivery log. */
export const noticeItem = z.strictObject({
  documentId,
  kind: noticeKind,
  state: noticeState,
  reason: skipReason.nullable(),
  /** The server's or the connection's last word, where something went wrong. */
  error: z.string().nullable(),
  contact: z.strictObject({ documentId, name: z.string(), email: z.string().nullable() }).nullable(),
  customer: named.nullable(),
  /** The payment it is about; a digest is about several. */
  payment: aboutPayment.nullable(),
  /** Where it went, as it was when it went. */
  recipient: z.string().nullable(),
  subject: z.string().nullable(),
  language: z.string().nullable(),
  /** How often it was handed over. */
  attempts: z.int(),
  /** Asked for by staff, by hand. */
  byStaff: z.boolean(),
  createdAt: instant,
  sendAfter: instant,
  sentAt: instant.nullable(),
  /** When its address and text were erased; it is in no one's hands to send again. */
  emptiedAt: instant.nullable(),
  actions: z.array(noticeAction),
});
export type NoticeItem = z.output<typeof noticeItem>;

/** A notice with its text as it was sent; what in its links would open something is left out. */
export const noticeDetail = z.strictObject({
  ...noticeItem.shape,
  html: z.string().nullable(),
  text: z.string().nullable(),
  reminders: z.array(
    z.strictObject({
      instalment: documentId,
      payment: documentId,
      step: z.int(),
      dueDate: day,
      state: z.enum(['pending', 'sent', 'skipped']),
      reason: skipReason.nullable(),
    }),
  ),
});
export type NoticeDetail = z.output<typeof noticeDetail>;

/** A reminder that is to come, computed by the code that sends. */
export const forecastItem = z.strictObject({
  day,
  kind: z.enum(['reminder', 'overdue']),
  /** In days: negative before *pay by*, else from the due date. */
  step: z.int(),
  instalment: z.strictObject({ documentId, number: z.int(), of: z.int(), outstanding: money, dueDate: day }),
  payment: aboutPayment,
  customer: named,
  contacts: z.array(named),
  /** Why nobody, as things stand, will get it. */
  reason: skipReason.nullable(),
});
export type ForecastItem = z.output<typeof forecastItem>;

/** For the examples of the routes that answer a notice. */
export const exampleNotice = {
  documentId: 'n1o2t3i4c5e6n7o8t9i0c1e2',
  kind: 'reminder',
  state: 'sent',
  reason: null,
  error: null,
  contact: { documentId: 'c1o2n3t4a5c6t7c8o9n0t1a2', name: 'Papadaki Eleni', email: 'eleni@example.com' },
  customer: { documentId: 'a1b2c3d4e5f6g7h8i9j0k1l2', name: 'Papadaki Eleni' },
  payment: { documentId: 'k2f9w0x8p4l7m1n3b5v6c8z0', title: 'Income tax 2026', reference: 'P-2031' },
  recipient: 'eleni@example.com',
  subject: 'Reminder: Income tax 2026, 4/8, €154.32 by Tue 27 Oct 2026 [P-2031]',
  language: 'en',
  attempts: 1,
  byStaff: false,
  createdAt: '2026-10-20T06:00:00.000Z',
  sendAfter: '2026-10-20T06:00:00.000Z',
  sentAt: '2026-10-20T06:00:01.000Z',
  emptiedAt: null,
  actions: ['resend', 'bounced'],
};

export const listNotices = defineRoute({
  id: 'listNotices',
  scope: 'staff',
  method: 'GET',
  path: '/notices',
  summary: 'The delivery log',
  action: 'read',
  query: z.strictObject({
    ...pageQuery,
    state: z.enum([...noticeState.options, 'problem', 'all']).default('all'),
    kind: z.enum([...noticeKind.options, 'all']).default('all'),
    reason: z.enum([...skipReason.options, 'all']).default('all'),
    customer: documentId.optional(),
    contact: documentId.optional(),
    payment: documentId.optional(),
    /** Part of the subject or of the recipient's address. */
    q: searchTerm.optional(),
    sort: sortQuery(['createdAt', 'sentAt', 'sendAfter'], 'createdAt:desc'),
  }),
  body: noBody,
  answer: many(noticeItem),
  example: {
    query: { state: 'problem', sort: 'createdAt:desc' },
    answer: { data: [exampleNotice], meta: { pagination: { page: 1, pageSize: 25, pageCount: 1, total: 1 } } },
  },
});

export const getNotice = defineRoute({
  id: 'getNotice',
  scope: 'staff',
  method: 'GET',
  path: '/notices/:documentId',
  summary: 'One notice with the text as it was sent',
  action: 'read',
  query: noQuery,
  body: noBody,
  answer: one(noticeDetail),
  example: {
    answer: {
      data: {
        ...exampleNotice,
        html: '<p>Dear Papadaki Eleni,</p>',
        text: 'Dear Papadaki Eleni,',
        reminders: [
          {
            instalment: 'z9y8x7w6v5u4t3s2r1q0p9o8',
            payment: exampleNotice.payment.documentId,
            step: -7,
            dueDate: '2026-10-27',
            state: 'sent',
            reason: null,
          },
        ],
      },
      meta: {},
    },
  },
});

export const forecastNotices = defineRoute({
  id: 'forecastNotices',
  scope: 'staff',
  method: 'GET',
  path: '/notices/forecast',
  summary: 'The reminders of the next days, as they would go out if nothing changed',
  action: 'read',
  query: z.strictObject({ days: z.coerce.number().int().min(1).max(60).default(14) }),
  body: noBody,
  answer: z.strictObject({
    /** By day, at most 1,000. */
    data: z.array(forecastItem),
    /** `more` where there are others beyond these. */
    meta: z.strictObject({ more: z.literal(true).optional() }),
  }),
  example: {
    query: { days: '14' },
    answer: {
      data: [
        {
          day: '2026-10-26',
          kind: 'reminder',
          step: -1,
          instalment: {
            documentId: 'z9y8x7w6v5u4t3s2r1q0p9o8',
            number: 4,
            of: 8,
            outstanding: { value: '154.32', currency: 'EUR' },
            dueDate: '2026-10-27',
          },
          payment: exampleNotice.payment,
          customer: exampleNotice.customer,
          contacts: [{ documentId: exampleNotice.contact.documentId, name: 'Papadaki Eleni' }],
          reason: null,
        },
      ],
      meta: {},
    },
  },
});
