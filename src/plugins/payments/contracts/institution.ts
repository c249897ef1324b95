import { z } from 'zod';
import { many, one, pageQuery, sortQuery } from './lists';
import { convention } from './plan';
import { schemeId } from './payment-code';
import { defineRoute } from './route';
import { documentId, line, noBody, noQuery, searchTerm } from './values';

/** Days relative to pay-by (negative) or the due date, such as `[-7, -1, 0, 3]`. */
export const ladder = z.array(z.int().min(-60).max(60)).max(12);

const fields = {
  name: line(200),
  iban: line(42).nullable(),
  bic: line(11).nullable(),
  payUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
  codeScheme: schemeId,
  /** One code for the plan, or one for each instalment. */
  codeScope: z.enum(['payment', 'instalment']),
  /** A code serves one instalment only. */
  singleUseCodes: z.boolean(),
  convention: convention.nullable(),
  /** Working days a bank needs: pay by = due date less these. */
  bankDays: z.int().min(0).max(10),
  ladder: ladder.nullable(),
  epcQr: z.boolean(),
  /** Which remittance line the EPC QR carries. */
  epcRemittance: z.enum(['reference', 'text']),
};

export const institution = z.strictObject({
  documentId,
  ...fields,
  name: z.string(),
  iban: z.string().nullable(),
  bic: z.string().nullable(),
  payUrl: z.string().nullable(),
});
export type InstitutionValue = z.output<typeof institution>;

const exampleInstitution = {
  documentId: 'q1w2e3r4t5y6u7i8o9p0a1s2',
  name: 'Tax office (example)',
  iban: null,
  bic: null,
  payUrl: 'https://example.com/pay',
  codeScheme: 'gr-tax',
  codeScope: 'payment',
  singleUseCodes: false,
  convention: null,
  bankDays: 1,
  ladder: null,
  epcQr: false,
  epcRemittance: 'reference',
};
const exampleAnswer = { data: exampleInstitution, meta: {} };

export const listInstitutions = defineRoute({
  id: 'listInstitutions',
  scope: 'staff',
  method: 'GET',
  path: '/institutions',
  summary: 'Institutions by name',
  action: 'read',
  query: z.strictObject({
    ...pageQuery,
    q: searchTerm.optional(),
    sort: sortQuery(['name'], 'name:asc'),
  }),
  body: noBody,
  answer: many(institution),
  example: {
    answer: { data: [exampleInstitution], meta: { pagination: { page: 1, pageSize: 25, pageCount: 1, total: 1 } } },
  },
});

export const getInstitution = defineRoute({
  id: 'getInstitution',
  scope: 'staff',
  method: 'GET',
  path: '/institutions/:documentId',
  summary: 'One institution',
  action: 'read',
  query: noQuery,
  body: noBody,
  answer: one(institution),
  example: { answer: exampleAnswer },
});

export const createInstitution = defineRoute({
  id: 'createInstitution',
  scope: 'staff',
  method: 'POST',
  path: '/institutions',
  summary: 'A new institution',
  action: 'institutions',
  query: noQuery,
  body: z.strictObject({ ...z.strictObject(fields).partial().shape, name: fields.name }),
  answer: one(institution),
  example: { body: { name: 'Tax office (example)', codeScheme: 'gr-tax', bankDays: 1 }, answer: exampleAnswer },
});

export const updateInstitution = defineRoute({
  id: 'updateInstitution',
  scope: 'staff',
  method: 'PUT',
  path: '/institutions/:documentId',
  summary: 'Changes what is named',
  action: 'institutions',
  query: noQuery,
  body: z.strictObject(fields).partial(),
  answer: one(institution),
  example: { body: { bankDays: 2 }, answer: exampleAnswer },
});

export const deleteInstitution = defineRoute({
  id: 'deleteInstitution',
  scope: 'staff',
  method: 'DELETE',
  path: '/institutions/:documentId',
  summary: 'Deletes an institution that no payment names',
  action: 'institutions',
  query: noQuery,
  body: noBody,
  answer: one(z.strictObject({ documentId })),
  example: { answer: { data: { documentId: exampleInstitution.documentId }, meta: {} } },
});
