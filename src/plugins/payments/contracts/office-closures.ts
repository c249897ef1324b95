import { z } from 'zod';
import { many, one, pageQuery, sortQuery } from './lists';
import { defineRoute } from './route';
import { day, documentId, line, noBody, noQuery } from './values';

const closureFields = { startDate: day, endDate: day, name: line(200) };

/** Days on which the office is away, both ends included; they move no due date. */
export const officeClosure = z.strictObject({ documentId, ...closureFields, name: z.string() });
export type OfficeClosure = z.output<typeof officeClosure>;

const exampleClosure = {
  documentId: 'o1f2f3i4c5e6c7l8o9s0e1d2',
  startDate: '2027-08-09',
  endDate: '2027-08-20',
  name: 'Summer',
};
const closureAnswer = { data: exampleClosure, meta: {} };

export const listOfficeClosures = defineRoute({
  id: 'listOfficeClosures',
  scope: 'staff',
  method: 'GET',
  path: '/office-closures',
  summary: 'When the office is away; no due date and no automatic email moves for it',
  action: 'read',
  query: z.strictObject({
    ...pageQuery,
    from: day.optional(),
    to: day.optional(),
    sort: sortQuery(['startDate'], 'startDate:asc'),
  }),
  body: noBody,
  answer: many(officeClosure),
  example: {
    answer: { data: [exampleClosure], meta: { pagination: { page: 1, pageSize: 25, pageCount: 1, total: 1 } } },
  },
});

export const getOfficeClosure = defineRoute({
  id: 'getOfficeClosure',
  scope: 'staff',
  method: 'GET',
  path: '/office-closures/:documentId',
  summary: 'One office closure',
  action: 'read',
  query: noQuery,
  body: noBody,
  answer: one(officeClosure),
  example: { answer: closureAnswer },
});

export const createOfficeClosure = defineRoute({
  id: 'createOfficeClosure',
  scope: 'staff',
  method: 'POST',
  path: '/office-closures',
  summary: 'A new office closure, of one day where `endDate` is left out',
  action: 'settings',
  query: noQuery,
  body: z.strictObject({ ...closureFields, endDate: closureFields.endDate.optional() }),
  answer: one(officeClosure),
  example: { body: { startDate: '2027-08-09', endDate: '2027-08-20', name: 'Summer' }, answer: closureAnswer },
});

export const updateOfficeClosure = defineRoute({
  id: 'updateOfficeClosure',
  scope: 'staff',
  method: 'PUT',
  path: '/office-closures/:documentId',
  summary: 'Changes what is named',
  action: 'settings',
  query: noQuery,
  body: z.strictObject(closureFields).partial(),
  answer: one(officeClosure),
  example: { body: { name: 'Summer holidays' }, answer: closureAnswer },
});

export const deleteOfficeClosure = defineRoute({
  id: 'deleteOfficeClosure',
  scope: 'staff',
  method: 'DELETE',
  path: '/office-closures/:documentId',
  summary: 'Takes an office closure out',
  action: 'settings',
  query: noQuery,
  body: noBody,
  answer: one(z.strictObject({ documentId })),
  example: { answer: { data: { documentId: exampleClosure.documentId }, meta: {} } },
});
