import { z } from 'zod';
import { WORDED_KINDS, WORDING_VARIANTS } from '../domain/mail-text';
import { one } from './lists';
import { exampleNotice, noticeItem, skipReason } from './notice';
import type { NoticeAction } from './notice';
import { defineRoute } from './route';
import { day, documentId, line, named, noBody, noQuery, text } from './values';

const act = (action: NoticeAction, summary: string) =>
  defineRoute({
    id: `${action}Notice`,
    scope: 'staff',
    method: 'POST',
    path: `/notices/:documentId/${action}`,
    summary,
    action: 'send',
    query: noQuery,
    body: noBody,
    answer: one(noticeItem),
    example: { answer: { data: exampleNotice, meta: {} } },
  });

export const retryNotice = act('retry', 'Queues a failed or uncertain notice again, with the Message-ID it had');
export const discardNotice = act('discard', 'Gives a notice up that was not sent');
export const resendNotice = act('resend', 'Sends the same again as a new notice, made from what is true now');
export const bouncedNotice = act('bounced', "Says that a sent notice came back; the contact's address is flagged");
export const holdNotice = act('hold', 'Holds a queued notice back before it goes');

export const holdReminder = defineRoute({
  id: 'holdReminder',
  scope: 'staff',
  method: 'POST',
  path: '/instalments/:documentId/hold',
  summary: 'Holds back the next reminder of an instalment, as the forecast shows it; later steps go',
  action: 'send',
  query: noQuery,
  body: noBody,
  answer: one(z.strictObject({ documentId, step: z.int(), dueDate: day })),
  example: { answer: { data: { documentId: 'z9y8x7w6v5u4t3s2r1q0p9o8', step: 3, dueDate: '2026-10-27' }, meta: {} } },
});

/** What became of a notice for each contact: queued, or not, and why. */
const perContact = z.strictObject({
  contact: named,
  notice: documentId,
  reason: skipReason.nullable(),
});

export const sendMessage = defineRoute({
  id: 'sendMessage',
  scope: 'staff',
  method: 'POST',
  path: '/payments/:documentId/message',
  summary: "Writes to the contacts of a payment's customer, in the staff's own words",
  action: 'send',
  query: noQuery,
  body: z.strictObject({
    subject: line(200),
    body: text(5_000).min(1),
    /** Those named alone; all contacts who receive notices where nobody is named. */
    contacts: z.array(documentId).max(50).optional(),
  }),
  answer: z.strictObject({ data: z.array(perContact), meta: z.strictObject({}) }),
  example: {
    body: { subject: 'About your income tax', body: 'Please call us before Friday.' },
    answer: {
      data: [
        {
          contact: { documentId: exampleNotice.contact.documentId, name: 'Papadaki Eleni' },
          notice: exampleNotice.documentId,
          reason: null,
        },
      ],
      meta: {},
    },
  },
});

export const sendTestMail = defineRoute({
  id: 'sendTestMail',
  scope: 'staff',
  method: 'POST',
  path: '/notices/test',
  summary: 'Sends an example of a kind of mail to the address of who asks, at once',
  action: 'send',
  query: noQuery,
  body: z.strictObject({
    kind: z.enum(WORDED_KINDS).default('reminder'),
    variant: z.enum(WORDING_VARIANTS).default('one'),
    language: z.enum(['en', 'el']).optional(),
    /** A draft of subject and opening to see it in, which is not kept; else the text as it is. */
    draft: z.strictObject({ subject: line(200), opening: text(2_000).min(1) }).optional(),
  }),
  answer: one(
    z.strictObject({
      recipient: z.string(),
      delivered: z.boolean(),
      /** What the mail server said, where it did not take the mail. */
      error: z.string().nullable(),
    }),
  ),
  example: {
    body: { kind: 'reminder', language: 'en' },
    answer: { data: { recipient: 'maria@example.com', delivered: true, error: null }, meta: {} },
  },
});
