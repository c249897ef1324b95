import { z } from 'zod';
import { ladder } from './institution';
import { one } from './lists';
import { convention } from './plan';
import { defineRoute } from './route';
import { currency, language, line, noBody, noQuery } from './values';

/** What the office decides in the admin; the host's configuration is apart, in `hostConfiguration`. */
export const settings = z.strictObject({
  officeName: line(200),
  /** Replies go here unless the customer's responsible staff member has an address. */
  replyTo: z.email().max(254).nullable(),
  /** Country and region of the public holidays, as `date-holidays` names them: `GR`, `DE` with `BY`. */
  country: z.string().regex(/^[A-Z]{2}$/),
  region: z.string().max(20).nullable(),
  holidayTypes: z.array(z.enum(['public', 'bank', 'school', 'optional', 'observance'])).min(1),
  /** ISO week days that are never open: 6 is Saturday. */
  weekend: z.array(z.int().min(1).max(7)).max(6),
  timeZone: z.string().max(60),
  currency,
  /** How amounts and dates are read and written by staff: `el`, `en-GB`. */
  locale: language.refine(
    (locale) => Intl.NumberFormat.supportedLocalesOf(locale).length > 0,
    'is no language that amounts and dates are written in; take one such as "el" or "en-GB"',
  ),
  convention,
  ladder,
  /** Hour of the day, in the office's zone, at which reminders go; never between 21 and 8. */
  reminderHour: z.int().min(8).max(20),
  /** Minutes in which edits of one payment become one email. */
  editWindowMinutes: z.int().min(0).max(60),
  /** Days before the due date at which an instalment is shown as approaching. */
  approachingDays: z.int().min(1).max(60),
  /** Whether the create form's *Send email to user* starts ticked. */
  sendEmailOnCreate: z.boolean(),
  /** Languages in which notices go out; the first is the default. */
  languages: z.array(z.enum(['en', 'el'])).min(1),
  /** After how many months mails are deleted, with their texts; null keeps them. */
  keepNoticesMonths: z.int().min(1).max(600).nullable(),
  /** The same for the history of payments with nothing left to pay. */
  keepEventsMonths: z.int().min(1).max(600).nullable(),
  /** Whether staff get a digest in the morning of each working day. */
  staffDigest: z.boolean(),
  /** When it goes, in the office's zone: `08:30`. */
  staffDigestTime: z.string().regex(/^(0[5-9]|1\d|20):[0-5]\d$/, 'must be a time from 05:00 to 20:59, such as 08:30'),
});
export type SettingsValue = z.output<typeof settings>;

/** A country whose public holidays are known, with its regions; a region's part is named `BY.A`. */
export const holidayCountry = z.strictObject({
  code: z.string(),
  name: z.string(),
  regions: z.array(z.strictObject({ code: z.string(), name: z.string() })),
});
export type HolidayCountry = z.output<typeof holidayCountry>;

const exampleSettings = {
  officeName: 'Papadaki & Partners',
  replyTo: 'office@example.com',
  country: 'GR',
  region: null,
  holidayTypes: ['public'],
  weekend: [6, 7],
  timeZone: 'Europe/Athens',
  currency: 'EUR',
  locale: 'el',
  convention: 'following',
  ladder: [-7, -1, 0, 3],
  reminderHour: 9,
  editWindowMinutes: 2,
  approachingDays: 7,
  sendEmailOnCreate: true,
  languages: ['el', 'en'],
  keepNoticesMonths: 60,
  keepEventsMonths: null,
  staffDigest: true,
  staffDigestTime: '08:30',
};

export const getSettings = defineRoute({
  id: 'getSettings',
  scope: 'staff',
  method: 'GET',
  path: '/settings',
  summary: "The office's settings, and today in its time zone",
  action: 'read',
  query: noQuery,
  body: noBody,
  answer: one(z.strictObject({ ...settings.shape, today: z.string() })),
  example: { answer: { data: { ...exampleSettings, today: '2026-11-23' }, meta: {} } },
});

export const updateSettings = defineRoute({
  id: 'updateSettings',
  scope: 'staff',
  method: 'PUT',
  path: '/settings',
  summary: 'Changes what is named',
  action: 'settings',
  query: noQuery,
  body: settings.partial(),
  answer: getSettings.answer,
  example: { body: { reminderHour: 10 }, answer: { data: { ...exampleSettings, today: '2026-11-23' }, meta: {} } },
});

export const listHolidayCountries = defineRoute({
  id: 'listHolidayCountries',
  scope: 'staff',
  method: 'GET',
  path: '/settings/countries',
  summary: 'The countries and regions whose public holidays are known',
  action: 'read',
  query: z.strictObject({ language: language.optional() }),
  body: noBody,
  answer: z.strictObject({ data: z.array(holidayCountry), meta: z.strictObject({}) }),
  example: {
    query: { language: 'en' },
    answer: {
      data: [
        { code: 'DE', name: 'Germany', regions: [{ code: 'BY', name: 'Bayern' }] },
        { code: 'GR', name: 'Greece', regions: [] },
      ],
      meta: {},
    },
  },
});

/** What the host's `config/plugins.ts` decides: shown to staff, changed by whoever runs the server. */
export const hostConfiguration = z.strictObject({
  /** Whether a mail whose delivery nobody can know of waits for staff or is sent again. */
  delivery: z.enum(['at-most-once', 'at-least-once']),
  /** Null where the portal is switched off. */
  portalPath: z.string().nullable(),
  /** The server's address in mails. */
  publicUrl: z.string(),
  /** Where receipts and attachments lie: the Upload plugin's private provider, or a folder that is not served. */
  storage: z.enum(['provider', 'folder']),
  /** Of the folder; null for a provider. */
  folder: z.string().nullable(),
  /** Whether mails carry links that need no password. */
  signedLinks: z.boolean(),
  /** Whether contacts may subscribe to a calendar of their due dates. */
  calendarFeeds: z.boolean(),
});
export type HostConfiguration = z.output<typeof hostConfiguration>;

export const getHostConfiguration = defineRoute({
  id: 'getHostConfiguration',
  scope: 'staff',
  method: 'GET',
  path: '/settings/host',
  summary: "The host's configuration, read-only",
  action: 'settings',
  query: noQuery,
  body: noBody,
  answer: one(hostConfiguration),
  example: {
    answer: {
      data: {
        delivery: 'at-most-once',
        portalPath: '/portal',
        publicUrl: 'https://office.example.com',
        storage: 'folder',
        folder: 'private-uploads',
        signedLinks: true,
        calendarFeeds: true,
      },
      meta: {},
    },
  },
});
