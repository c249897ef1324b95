import { z } from 'zod';
import {
  IMPORT_BYTES,
  importBatch,
  importColumn,
  importFileTypes,
  importFinding,
  importKind,
  importReport,
  MOST_IMPORT_LINES,
} from './import-values';
import { many, one, pageQuery } from './lists';
import { defineRoute } from './route';
import { flag, language, noBody, noQuery } from './values';

/** A part of a form with a file is text: JSON within it. */
const json = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .max(1_000_000)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'must be JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

const noSums = { customers: 0, contacts: 0, payments: 0, instalments: 0 };

const exampleBatch = {
  documentId: 'i1m2p3o4r5t6b7a8t9c0h1x2',
  kind: 'payments',
  state: 'done',
  reason: null,
  fileName: 'debts-2026.csv',
  total: 2,
  progress: 2,
  ...noSums,
  payments: 2,
  instalments: 13,
  skipped: 0,
  by: 'Maria Ioannou',
  startedAt: '2026-11-25T09:00:00.000Z',
  finishedAt: '2026-11-25T09:00:01.000Z',
  undoneAt: null,
  undoneBy: null,
} as const;

const exampleReport = {
  kind: 'payments',
  format: 'csv',
  encoding: 'windows-1253',
  separator: ';',
  headers: ['ΑΦΜ', 'Οφειλή', 'Ποσό', 'Λήξη'],
  mapping: ['taxNumber', 'title', 'amount', 'date'],
  samples: [['94259216', 'ΕΝΦΙΑ 2026', '150,00', '31/12/2026']],
  missing: [],
  lines: 1,
  badLines: 1,
  knownLines: 0,
  findings: [
    {
      weight: 'error',
      line: 2,
      column: 'taxNumber',
      value: '94259216',
      code: 'tax-number-zero',
      message: 'The tax number lost its first zero in a spreadsheet: it may be 094259216',
      params: { proposal: '094259216' },
      proposal: '094259216',
    },
  ],
  counts: { error: 1, confirm: 0, note: 0 },
  confirmable: [],
  totals: { ...noSums, amount: [], paid: [], firstDue: null, lastDue: null },
  before: null,
};

export const createImport = defineRoute({
  id: 'createImport',
  scope: 'staff',
  method: 'POST',
  path: '/imports',
  summary:
    'Checks a file of customers or payments line by line and, without `dryRun`, imports it: silently, and as one',
  action: 'import',
  query: noQuery,
  body: z.strictObject({
    kind: importKind,
    dryRun: flag,
    /** Imports the good lines where others are bad; without it one bad line refuses the file. */
    skipBad: flag.optional(),
    /** Else it is proposed from the headers and from what was said of such headers before. */
    mapping: json(z.array(importColumn.nullable()).max(200)).optional(),
    /** What staff put in the place of cells. */
    corrections: json(
      z
        .array(z.strictObject({ line: z.int().min(1), column: importColumn, value: z.string().max(10_000) }))
        .max(MOST_IMPORT_LINES),
    ).optional(),
    confirmed: json(z.array(z.enum(['wrong-customer', 'duplicate']))).optional(),
    /** How amounts and dates are written in the file, if not as the office writes them. */
    locale: language.optional(),
  }),
  file: { field: 'file', types: importFileTypes, bytes: IMPORT_BYTES },
  answer: one(z.strictObject({ report: importReport, batch: importBatch.nullable() })),
  example: {
    body: { kind: 'payments', dryRun: 'true', mapping: '["taxNumber","title","amount","date"]' },
    answer: { data: { report: exampleReport, batch: null }, meta: {} },
  },
});

export const listImports = defineRoute({
  id: 'listImports',
  scope: 'staff',
  method: 'GET',
  path: '/imports',
  summary: 'Files that were imported, the newest first',
  action: 'import',
  query: z.strictObject(pageQuery),
  body: noBody,
  answer: many(importBatch),
  example: {
    query: { page: '1' },
    answer: { data: [exampleBatch], meta: { pagination: { page: 1, pageSize: 25, pageCount: 1, total: 1 } } },
  },
});

export const getImport = defineRoute({
  id: 'getImport',
  scope: 'staff',
  method: 'GET',
  path: '/imports/:documentId',
  summary: 'One import, with its progress and the lines that were left out',
  action: 'import',
  query: noQuery,
  body: noBody,
  answer: one(importBatch.extend({ findings: z.array(importFinding) })),
  example: { answer: { data: { ...exampleBatch, findings: [] }, meta: {} } },
});

export const undoImport = defineRoute({
  id: 'undoImport',
  scope: 'staff',
  method: 'POST',
  path: '/imports/:documentId/undo',
  summary: 'Takes everything of an import back, while nothing of it was paid, edited or told; else 409 names what',
  action: 'import',
  query: noQuery,
  body: noBody,
  answer: one(importBatch),
  example: {
    answer: {
      data: { ...exampleBatch, state: 'undone', undoneAt: '2026-11-25T09:05:00.000Z', undoneBy: 'Maria Ioannou' },
      meta: {},
    },
  },
});

export const getImportTemplate = defineRoute({
  id: 'getImportTemplate',
  scope: 'staff',
  method: 'GET',
  path: '/imports/template.csv',
  summary: 'A file with the headers of a kind, to fill in',
  action: 'import',
  query: z.strictObject({ kind: importKind, language: z.enum(['en', 'el']).default('en') }),
  body: noBody,
  media: 'text/csv',
  answer: z.string(),
  example: { query: { kind: 'customers', language: 'el' }, answer: 'Επωνυμία;ΑΦΜ;…\r\n' },
});
