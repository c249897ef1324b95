import { z } from 'zod';
import { one } from './lists';
import { defineRoute } from './route';
import { language, noBody, noQuery } from './values';

/** The signed-in contact's own settings. */
export const me = z.strictObject({
  name: z.string(),
  email: z.string().nullable(),
  /** Of mails and the calendar; null follows the customer's, then the office's. */
  language: language.nullable(),
  /** What `language` may be. */
  languages: z.array(language),
  reminders: z.boolean(),
  /** Whether the office offers calendars to subscribe to. */
  calendarFeeds: z.boolean(),
  /** The address to subscribe to, a secret; null where there is none. */
  calendarFeed: z.string().nullable(),
});
export type Me = z.output<typeof me>;

const exampleMe = {
  name: 'Eleni Papadaki',
  email: 'eleni@example.com',
  language: 'el',
  languages: ['el', 'en'],
  reminders: true,
  calendarFeeds: true,
  calendarFeed: null,
};
const exampleAnswer = { data: exampleMe, meta: {} };

export const getMe = defineRoute({
  id: 'getMe',
  scope: 'contact',
  method: 'GET',
  path: '/me',
  summary: 'Own settings; 404 for a user who is no contact',
  query: noQuery,
  body: noBody,
  answer: one(me),
  example: { answer: exampleAnswer },
});

export const updateMe = defineRoute({
  id: 'updateMe',
  scope: 'contact',
  method: 'PUT',
  path: '/me',
  summary: 'Changes the language or switches reminders on or off',
  query: noQuery,
  body: z.strictObject({ language: language.nullable(), reminders: z.boolean() }).partial(),
  answer: one(me),
  example: { body: { reminders: false }, answer: { data: { ...exampleMe, reminders: false }, meta: {} } },
});

const exampleFeed = 'https://office.example.com/api/payments/calendar/2o7Vq5o8N1vQe0cW3kq6bq7m9c1aL0yH4yJmYt2r8aQ.ics';

export const renewCalendarFeed = defineRoute({
  id: 'renewCalendarFeed',
  scope: 'contact',
  method: 'POST',
  path: '/me/calendar-feed',
  summary: 'Makes a new secret address for the calendar; the one before stops working',
  query: noQuery,
  body: noBody,
  answer: one(me),
  example: { answer: { data: { ...exampleMe, calendarFeed: exampleFeed }, meta: {} } },
});

export const revokeCalendarFeed = defineRoute({
  id: 'revokeCalendarFeed',
  scope: 'contact',
  method: 'DELETE',
  path: '/me/calendar-feed',
  summary: 'The address of the calendar stops working',
  query: noQuery,
  body: noBody,
  answer: one(me),
  example: { answer: exampleAnswer },
});

export const getCalendarFeed = defineRoute({
  id: 'getCalendarFeed',
  scope: 'public',
  method: 'GET',
  path: '/calendar/:token.ics',
  summary: 'Instalments as iCalendar (RFC 5545), by the secret address',
  query: noQuery,
  body: noBody,
  media: 'text/calendar',
  answer: z.string(),
  example: { answer: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n…END:VCALENDAR\r\n' },
});
