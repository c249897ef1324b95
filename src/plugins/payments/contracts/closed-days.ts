import { z } from 'zod';
import { many, one, pageQuery, sortQuery } from './lists';
import { shift } from './plan';
import { defineRoute } from './route';
import { day, documentId, line, money, named, noBody, noQuery } from './values';

const closedDayFields = {
  date: day,
  name: line(200),
  /** `add` closes a day that the public holidays leave open, `remove` opens a public holiday. */
  effect: z.enum(['add', 'remove']),
  /** The decree, as it is cited. */
  reference: line(200).nullable(),
};

/** What the office adds to the public holidays, or removes from them. */
export const officeClosedDay = z.strictObject({
  documentId,
  ...closedDayFields,
  name: z.string(),
  reference: z.string().nullable(),
});
export type OfficeClosedDay = z.output<typeof officeClosedDay>;

/** A public holiday of the office's country and region, with where it is known from. */
export const publicHoliday = z.strictObject({
  date: day,
  name: z.string(),
  /** `expected` is likely but not decreed: it moves nothing until the office enters it. */
  source: z.enum(['library', 'correction', 'expected']),
  /** What a shipped correction or an expected move rests on, such as a decree. */
  citation: z.string().nullable(),
  /** Where the holiday would be, had it not been moved. */
  movedFrom: day.nullable(),
});
export type PublicHoliday = z.output<typeof publicHoliday>;

/** An open instalment whose due date the closed days of today would have elsewhere. */
export const closedDayEffect = z.strictObject({
  /** Of the instalment. */
  documentId,
  payment: z.strictObject({ documentId, title: z.string(), reference: z.string() }),
  customer: named,
  institution: named.nullable(),
  number: z.int(),
  of: z.int(),
  outstanding: money,
  nominalDate: day,
  /** The due date as it stands. */
  from: day,
  /** The due date as it would be. */
  to: day,
  shift: shift.nullable(),
});
export type ClosedDayEffect = z.output<typeof closedDayEffect>;

const exampleClosedDay = {
  documentId: 'c1l2o3s4e5d6d7a8y9b0c1d2',
  date: '2027-05-04',
  name: 'Labour Day, moved',
  effect: 'add',
  reference: 'Decree 12/2027',
};
const closedDayAnswer = { data: exampleClosedDay, meta: {} };
const examplePage = { pagination: { page: 1, pageSize: 25, pageCount: 1, total: 1 } };

/** A window of days, both ends included. */
const window = { from: day.optional(), to: day.optional() };

export const listClosedDays = defineRoute({
  id: 'listClosedDays',
  scope: 'staff',
  method: 'GET',
  path: '/closed-days',
  summary: "The office's own additions to and removals from the public holidays",
  action: 'read',
  query: z.strictObject({ ...pageQuery, ...window, sort: sortQuery(['date'], 'date:asc') }),
  body: noBody,
  answer: many(officeClosedDay),
  example: { query: { from: '2027-01-01', to: '2027-12-31' }, answer: { data: [exampleClosedDay], meta: examplePage } },
});

export const listPublicHolidays = defineRoute({
  id: 'listPublicHolidays',
  scope: 'staff',
  method: 'GET',
  path: '/closed-days/holidays',
  summary: "The public holidays of the office's country in a year, before what the office adds and removes",
  action: 'read',
  query: z.strictObject({ year: z.coerce.number().int().min(1970).max(2199) }),
  body: noBody,
  answer: z.strictObject({
    /** By date. */
    data: z.array(publicHoliday),
    /** The last day for which holidays that follow the moon are known; null where none do. */
    meta: z.strictObject({ knownUntil: day.nullable() }),
  }),
  example: {
    query: { year: '2027' },
    answer: {
      data: [
        {
          date: '2027-05-04',
          name: 'Labour Day (moved)',
          source: 'expected',
          citation: 'Holy Saturday, as in 2021',
          movedFrom: '2027-05-01',
        },
      ],
      meta: { knownUntil: null },
    },
  },
});

export const listClosedDayEffects = defineRoute({
  id: 'listClosedDayEffects',
  scope: 'staff',
  method: 'GET',
  path: '/closed-days/effects',
  summary: 'Open, unpinned instalments that the closed days of today would move; nothing moves before it is confirmed',
  action: 'read',
  query: noQuery,
  body: noBody,
  answer: z.strictObject({
    /** By due date, at most 1,000. */
    data: z.array(closedDayEffect),
    /** `more` where there are others beyond these. */
    meta: z.strictObject({ total: z.int(), more: z.literal(true).optional() }),
  }),
  example: {
    answer: {
      data: [
        {
          documentId: 'z9y8x7w6v5u4t3s2r1q0p9o8',
          payment: { documentId: 'k2f9w0x8p4l7m1n3b5v6c8z0', title: 'Income tax 2026', reference: 'P-2031' },
          customer: { documentId: 'a1b2c3d4e5f6g7h8i9j0k1l2', name: 'Papadaki Eleni' },
          institution: null,
          number: 4,
          of: 8,
          outstanding: { value: '154.32', currency: 'EUR' },
          nominalDate: '2027-05-04',
          from: '2027-05-04',
          to: '2027-05-05',
          shift: { kind: 'decree', name: 'Labour Day, moved' },
        },
      ],
      meta: { total: 1 },
    },
  },
});

export const applyClosedDayEffects = defineRoute({
  id: 'applyClosedDayEffects',
  scope: 'staff',
  method: 'POST',
  path: '/closed-days/apply',
  summary: 'Moves the chosen instalments; one whose date would be another by now than the one shown stays where it is',
  action: 'update',
  query: noQuery,
  body: z.strictObject({
    /** As `GET /closed-days/effects` showed them. */
    effects: z
      .array(z.strictObject({ documentId, to: day }))
      .min(1)
      .max(1000),
    sendEmail: z.boolean(),
  }),
  answer: z.strictObject({
    /** What happened to each, in the order asked. */
    data: z.array(z.strictObject({ documentId, outcome: z.enum(['moved', 'changed-meanwhile']) })),
    meta: z.strictObject({}),
  }),
  example: {
    body: { effects: [{ documentId: 'z9y8x7w6v5u4t3s2r1q0p9o8', to: '2027-05-05' }], sendEmail: true },
    answer: { data: [{ documentId: 'z9y8x7w6v5u4t3s2r1q0p9o8', outcome: 'moved' }], meta: {} },
  },
});

export const getClosedDay = defineRoute({
  id: 'getClosedDay',
  scope: 'staff',
  method: 'GET',
  path: '/closed-days/:documentId',
  summary: 'One closed day of the office',
  action: 'read',
  query: noQuery,
  body: noBody,
  answer: one(officeClosedDay),
  example: { answer: closedDayAnswer },
});

export const createClosedDay = defineRoute({
  id: 'createClosedDay',
  scope: 'staff',
  method: 'POST',
  path: '/closed-days',
  summary: 'Adds a closed day or removes a public holiday; due dates stay until the effects are confirmed',
  action: 'settings',
  query: noQuery,
  body: z.strictObject({
    date: closedDayFields.date,
    name: closedDayFields.name,
    effect: closedDayFields.effect.default('add'),
    reference: closedDayFields.reference.optional(),
  }),
  answer: one(officeClosedDay),
  example: {
    body: { date: '2027-05-04', name: 'Labour Day, moved', reference: 'Decree 12/2027' },
    answer: closedDayAnswer,
  },
});

export const updateClosedDay = defineRoute({
  id: 'updateClosedDay',
  scope: 'staff',
  method: 'PUT',
  path: '/closed-days/:documentId',
  summary: 'Changes what is named',
  action: 'settings',
  query: noQuery,
  body: z.strictObject(closedDayFields).partial(),
  answer: one(officeClosedDay),
  example: { body: { reference: 'Decree 12/2027' }, answer: closedDayAnswer },
});

export const deleteClosedDay = defineRoute({
  id: 'deleteClosedDay',
  scope: 'staff',
  method: 'DELETE',
  path: '/closed-days/:documentId',
  summary: 'Takes a closed day of the office out; the public holidays hold again for that day',
  action: 'settings',
  query: noQuery,
  body: noBody,
  answer: one(z.strictObject({ documentId })),
  example: { answer: { data: { documentId: exampleClosedDay.documentId }, meta: {} } },
});
