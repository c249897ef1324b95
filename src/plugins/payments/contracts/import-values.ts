import { z } from 'zod';
import { columnsOf, IMPORT_KINDS } from '../domain/import';
import type { ColumnId } from '../domain/import';
import { day, documentId, instant, money } from './values';

/** Largest file, in bytes. */
export const IMPORT_BYTES = 5 * 1024 * 1024;

/** Most lines under the headers. */
export const MOST_IMPORT_LINES = 20_000;

/** Most findings that an answer tells; the counts are of all. */
export const MOST_FINDINGS = 2_000;

export const importFileTypes = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;

export const importKind = z.enum(IMPORT_KINDS as [string, ...string[]]) as unknown as z.ZodType<
  'customers' | 'payments',
  string
>;

const columns = [...new Set(IMPORT_KINDS.flatMap(columnsOf))];

export const importColumn = z.enum(columns as [string, ...string[]]) as unknown as z.ZodType<ColumnId, string>;

/** What was found in one cell, or in the line as a whole. */
export const importFinding = z.strictObject({
  /** `error` keeps the line out, `confirm` does until its code is sent as `confirmed`, `note` is told and no more. */
  weight: z.enum(['error', 'confirm', 'note']),
  /** As an editor or the spreadsheet counts it, from 1. */
  line: z.int(),
  column: importColumn.nullable(),
  value: z.string(),
  code: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** What may have been meant; sent as a correction it takes the cell's place. */
  proposal: z.string().optional(),
});
export type ImportFinding = z.output<typeof importFinding>;

/** What a file holds and what would come of it. */
export const importReport = z.strictObject({
  kind: importKind,
  format: z.enum(['csv', 'xlsx']),
  encoding: z.enum(['utf-8', 'utf-16le', 'windows-1253']).nullable(),
  separator: z.string().nullable(),
  headers: z.array(z.string()),
  /** Which of ours each column of the file is, in its order; null for one that is left out. */
  mapping: z.array(importColumn.nullable()),
  /** The first lines as they are written, in the file's order of columns. */
  samples: z.array(z.array(z.string())),
  /** Columns without which nothing can be imported and which the mapping lacks. */
  missing: z.array(importColumn),
  lines: z.int(),
  /** Lines that would be left out. */
  badLines: z.int(),
  /** Lines that say a customer whom the office has, and change nothing. */
  knownLines: z.int(),
  findings: z.array(importFinding),
  /** How many there are, also beyond those that are told. */
  counts: z.strictObject({ error: z.int(), confirm: z.int(), note: z.int() }),
  /** How many findings have each code that staff can confirm. */
  confirmable: z.array(z.strictObject({ code: z.enum(['wrong-customer', 'duplicate']), lines: z.int() })),
  /** What would be made of the good lines. */
  totals: z.strictObject({
    customers: z.int(),
    contacts: z.int(),
    payments: z.int(),
    instalments: z.int(),
    /** One entry a currency. */
    amount: z.array(money),
    paid: z.array(money),
    firstDue: day.nullable(),
    lastDue: day.nullable(),
  }),
  /** The same file was imported before. */
  before: z.strictObject({ at: instant, by: z.string().nullable(), fileName: z.string() }).nullable(),
});
export type ImportReport = z.output<typeof importReport>;

/** A file that was imported. */
export const importBatch = z.strictObject({
  documentId,
  kind: importKind,
  /** `failed`: nothing of it was written. */
  state: z.enum(['running', 'done', 'failed', 'undone']),
  /** Why it failed: something changed meanwhile, the server stopped. */
  reason: z.enum(['changed', 'interrupted']).nullable(),
  fileName: z.string(),
  /** Lines to write, and how many are. */
  total: z.int(),
  progress: z.int(),
  customers: z.int(),
  contacts: z.int(),
  payments: z.int(),
  instalments: z.int(),
  /** Bad lines that were left out. */
  skipped: z.int(),
  by: z.string().nullable(),
  startedAt: instant,
  finishedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  undoneBy: z.string().nullable(),
});
export type ImportBatch = z.output<typeof importBatch>;
