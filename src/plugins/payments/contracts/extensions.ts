import { z } from 'zod';
import {
  exampleItem,
  exampleMove,
  extensionCandidate,
  extensionDetail,
  extensionItem,
  extensionOutcome,
} from './extension';
import { many, one, pageQuery } from './lists';
import { defineRoute } from './route';
import { day, documentId, line, noBody, noQuery, searchTerm } from './values';

/** The most instalments that one extension moves. */
export const MOST_EXTENDED = 1_000;

/** Which instalments, and where to. */
const rule = {
  institution: documentId.optional(),
  /** Words of the payment's title; accents and case do not matter. */
  title: searchTerm.min(1).optional(),
  /** The due date as it stands. */
  from: day,
  /** The new date: nominal, so that a closed day moves it by each plan's convention. */
  to: day,
  /** Keeps the new date even where it is closed. */
  pinned: z.boolean().default(false),
};

const refineRule = <Schema extends z.ZodType<{ institution?: string; title?: string; from: string; to: string }>>(
  schema: Schema,
) =>
  schema
    .refine(({ institution, title }) => institution !== undefined || title !== undefined, {
      message: 'name the institution, or words of the title',
      path: ['institution'],
    })
    .refine(({ from, to }) => to > from, { message: 'must be after the old date', path: ['to'] });

const exampleRule = { institution: exampleItem.institution.documentId, from: '2027-02-26', to: '2027-03-31' };

export const previewExtension = defineRoute({
  id: 'previewExtension',
  scope: 'staff',
  method: 'POST',
  path: '/extensions/preview',
  summary:
    'The open instalments that are due on a date and that an extension would move; nothing moves before it is confirmed',
  action: 'update',
  query: noQuery,
  body: refineRule(z.strictObject(rule)),
  answer: z.strictObject({
    /** By customer, at most 1,000. */
    data: z.array(extensionCandidate),
    meta: z.strictObject({
      /** `more` where there are others beyond these: they show once these have moved. */
      more: z.literal(true).optional(),
      /** The new date is closed, under this name; a weekend has none. */
      closed: z.strictObject({ name: z.string().nullable() }).nullable(),
    }),
  }),
  example: {
    body: exampleRule,
    answer: {
      data: [
        {
          documentId: exampleMove.documentId,
          payment: { ...exampleMove.payment, revision: 3 },
          customer: exampleMove.customer,
          institution: exampleItem.institution,
          number: 4,
          of: 8,
          outstanding: { value: '154.32', currency: 'EUR' },
          pinned: false,
          to: '2027-03-31',
          shift: null,
          sharesDay: false,
          blocked: null,
        },
      ],
      meta: { closed: null },
    },
  },
});

export const createExtension = defineRoute({
  id: 'createExtension',
  scope: 'staff',
  method: 'POST',
  path: '/extensions',
  summary: 'Moves the chosen instalments together; one that changed since it was shown stays and is named',
  action: 'update',
  query: noQuery,
  body: refineRule(
    z.strictObject({
      ...rule,
      reference: line(200),
      /** As the preview showed them: each with the revision of its payment. */
      instalments: z
        .array(z.strictObject({ documentId, revision: z.int().min(1) }))
        .min(1)
        .max(MOST_EXTENDED),
      sendEmail: z.boolean(),
    }),
  ),
  answer: one(
    z.strictObject({
      /** Null where none could be moved: then nothing was written. */
      extension: extensionItem.nullable(),
      /** In the order asked. */
      results: z.array(z.strictObject({ documentId, outcome: extensionOutcome })),
    }),
  ),
  example: {
    body: {
      ...exampleRule,
      reference: 'Decree A.1012/2027',
      instalments: [{ documentId: exampleMove.documentId, revision: 3 }],
      sendEmail: true,
    },
    answer: {
      data: { extension: exampleItem, results: [{ documentId: exampleMove.documentId, outcome: 'moved' }] },
      meta: {},
    },
  },
});

export const listExtensions = defineRoute({
  id: 'listExtensions',
  scope: 'staff',
  method: 'GET',
  path: '/extensions',
  summary: 'Deadlines that were moved for many, the newest first',
  action: 'read',
  query: z.strictObject(pageQuery),
  body: noBody,
  answer: many(extensionItem),
  example: {
    query: { page: '1' },
    answer: { data: [exampleItem], meta: { pagination: { page: 1, pageSize: 25, pageCount: 1, total: 1 } } },
  },
});

export const getExtension = defineRoute({
  id: 'getExtension',
  scope: 'staff',
  method: 'GET',
  path: '/extensions/:documentId',
  summary: 'One extension with every instalment that it moved, and what undoing it did or would do',
  action: 'read',
  query: noQuery,
  body: noBody,
  answer: one(extensionDetail),
  example: { answer: { data: { ...exampleItem, moves: [{ ...exampleMove, undo: 'back' }] }, meta: {} } },
});

export const undoExtension = defineRoute({
  id: 'undoExtension',
  scope: 'staff',
  method: 'POST',
  path: '/extensions/:documentId/undo',
  summary: 'Puts back what nobody edited since; the others stay and are named. Once',
  action: 'update',
  query: noQuery,
  body: z.strictObject({
    sendEmail: z.boolean(),
    /** Why, in words that the customers read. */
    reason: line(200).nullable().optional(),
  }),
  answer: one(extensionDetail),
  example: {
    body: { sendEmail: true },
    answer: {
      data: {
        ...exampleItem,
        undone: { at: '2027-02-20T09:13:00.000Z', by: 'Maria Ioannou', back: 1, stayed: 0 },
        moves: [{ ...exampleMove, undo: 'back' }],
      },
      meta: {},
    },
  },
});
