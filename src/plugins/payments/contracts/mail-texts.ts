import { z } from 'zod';
import { PLACEHOLDERS, WORDED_KINDS, WORDING_VARIANTS } from '../domain/mail-text';
import { one } from './lists';
import { defineRoute } from './route';
import { line, noBody, noQuery, text } from './values';

/** Languages that mails are written in. */
export const mailLanguage = z.enum(['en', 'el']);

const textKey = {
  kind: z.enum(WORDED_KINDS),
  /** One thing, or several in one mail; an invitation's `several` is the mail to whoever forgot a password. */
  variant: z.enum(WORDING_VARIANTS).default('one'),
  language: mailLanguage,
};

/** A subject and an opening with `{{placeholders}}`; the opening may have several paragraphs. */
const draft = { subject: line(200), opening: text(2_000).min(1) };

/** One subject and opening, as the mails of a kind and language have them. */
export const mailText = z.strictObject({
  kind: textKey.kind,
  variant: z.enum(WORDING_VARIANTS),
  language: mailLanguage,
  subject: z.string(),
  opening: z.string(),
  /** Whether the office has worded it; else it is the product's own. */
  own: z.boolean(),
  /** The product's own wording, to go back to. */
  original: z.strictObject({ subject: z.string(), opening: z.string() }),
  placeholders: z.array(z.enum(PLACEHOLDERS)),
});
export type MailText = z.output<typeof mailText>;

const exampleText = {
  kind: 'reminder',
  variant: 'one',
  language: 'en',
  subject: 'Please pay {{title}} by {{dueDate}} [{{reference}}]',
  opening: '{{amount}} for {{title}} is due on {{dueDate}}.',
  own: true,
  original: {
    subject: 'Reminder: {{title}}, {{number}}, {{amount}} by {{dueDate}} [{{reference}}]',
    opening: '{{amount}} for {{title}} ({{number}}) of {{customer}} is due to {{institution}} on {{dueDate}}.',
  },
  placeholders: ['title', 'number', 'amount', 'dueDate', 'reference'],
};

export const listMailTexts = defineRoute({
  id: 'listMailTexts',
  scope: 'staff',
  method: 'GET',
  path: '/settings/texts',
  summary: 'Subject and opening of every kind of mail, in every language',
  action: 'settings',
  query: noQuery,
  body: noBody,
  answer: z.strictObject({ data: z.array(mailText), meta: z.strictObject({}) }),
  example: { answer: { data: [exampleText], meta: {} } },
});

export const updateMailText = defineRoute({
  id: 'updateMailText',
  scope: 'staff',
  method: 'PUT',
  path: '/settings/texts',
  summary: 'Words one subject and opening; the product’s own wording written back is no longer the office’s',
  action: 'settings',
  query: noQuery,
  body: z.strictObject({ ...textKey, ...draft }),
  answer: one(mailText),
  example: {
    body: { kind: 'reminder', language: 'en', subject: exampleText.subject, opening: exampleText.opening },
    answer: { data: exampleText, meta: {} },
  },
});

export const previewMailText = defineRoute({
  id: 'previewMailText',
  scope: 'staff',
  method: 'POST',
  path: '/settings/texts/preview',
  summary: 'An example mail in a draft text, which is not kept',
  action: 'settings',
  query: noQuery,
  body: z.strictObject({ ...textKey, ...draft }),
  answer: one(z.strictObject({ subject: z.string(), html: z.string(), text: z.string() })),
  example: {
    body: { kind: 'reminder', language: 'en', subject: exampleText.subject, opening: exampleText.opening },
    answer: {
      data: {
        subject: 'Please pay Example tax by Tue 27 Oct 2026 [P-0000]',
        html: '<p>€154.32 for Example tax is due on Tue 27 Oct 2026.</p>',
        text: '€154.32 for Example tax is due on Tue 27 Oct 2026.',
      },
      meta: {},
    },
  },
});
