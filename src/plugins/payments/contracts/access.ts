import { z } from 'zod';
import { email } from './customer';
import { one } from './lists';
import { getObligation, obligation } from './obligation';
import { defineRoute } from './route';
import { day, noBody, noQuery } from './values';

/** At least 8 characters; bcrypt, which keeps it, reads no more than 72 bytes. */
export const newPassword = z
  .string()
  .min(8)
  .refine((value) => new TextEncoder().encode(value).length <= 72, 'must have at most 72 bytes');

/** A secret from a mail. */
const token = z.string().max(100);

/** As users-permissions answers a sign-in; without `refreshToken` where it was set as a cookie, or in legacy mode. */
export const signedIn = z.strictObject({
  jwt: z.string(),
  refreshToken: z.string().optional(),
  user: z.strictObject({ username: z.string(), email: z.string() }),
});

export const acceptInvitation = defineRoute({
  id: 'acceptInvitation',
  scope: 'public',
  method: 'POST',
  path: '/invitations/accept',
  summary: 'Sets the password that an invitation or a forgotten password asks for, ends older sessions, and signs in',
  query: noQuery,
  body: z.strictObject({ token, password: newPassword }),
  answer: one(signedIn),
  example: {
    body: { token: '2o7Vq5o8N1vQe0cW3kq6bq7m9c1aL0yH4yJmYt2r8aQ', password: 'correct horse battery' },
    answer: { data: { jwt: 'eyJ…', user: { username: 'eleni@example.com', email: 'eleni@example.com' } }, meta: {} },
  },
});

export const requestPasswordReset = defineRoute({
  id: 'requestPasswordReset',
  scope: 'public',
  method: 'POST',
  path: '/password-resets',
  summary: 'Sends a mail with a link to a new password; the same answer for any address',
  query: noQuery,
  body: z.strictObject({ email }),
  answer: one(z.strictObject({})),
  example: { body: { email: 'eleni@example.com' }, answer: { data: {}, meta: {} } },
});

/** What a link from a mail opens. */
export const linkedObligation = z.strictObject({
  office: z.string(),
  /** In the office's time zone, which the reader's browser does not know. */
  today: day,
  obligation,
});
export type LinkedObligation = z.output<typeof linkedObligation>;

export const getLink = defineRoute({
  id: 'getLink',
  scope: 'public',
  method: 'GET',
  path: '/links/:token',
  summary: 'The one obligation that a signed link opens, to read; 404 once the link expired or was revoked',
  query: noQuery,
  body: noBody,
  answer: one(linkedObligation),
  example: {
    answer: {
      data: {
        office: 'Papadaki & Partners',
        today: '2026-11-23',
        obligation: (getObligation.example.answer as { data: unknown }).data,
      },
      meta: {},
    },
  },
});

export const unsubscribe = defineRoute({
  id: 'unsubscribe',
  scope: 'public',
  method: 'POST',
  path: '/unsubscribe/:token',
  summary: 'Reminders off for the contact whom the mail was sent to, in one click (RFC 8058)',
  query: noQuery,
  body: z.strictObject({ 'List-Unsubscribe': z.literal('One-Click').optional() }).optional(),
  answer: one(z.strictObject({})),
  example: { body: { 'List-Unsubscribe': 'One-Click' }, answer: { data: {}, meta: {} } },
});

export const getOpenApi = defineRoute({
  id: 'getOpenApi',
  scope: 'public',
  method: 'GET',
  path: '/openapi.json',
  summary: 'This description',
  query: noQuery,
  body: noBody,
  answer: z.record(z.string(), z.unknown()),
  example: { answer: { openapi: '3.1.0' } },
});
