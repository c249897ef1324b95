import type { ManualRowDraft, PlanDraft } from './draft';
import type { Reader } from './reader';
import { nextRow } from './rows';

/** The columns of the grid in the order in which a sheet's cells fill them. */
export const PASTED = ['amount', 'date', 'paymentCode', 'note'] as const;
export type PastedField = (typeof PASTED)[number];

/** The cells of what a sheet puts into the clipboard; null for plain text, which the field takes as it always does. */
export const cellsOf = (text: string): string[][] | null => {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  if (lines.length === 1 && !text.includes('\t')) return null;
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
};

/** A sheet writes `1.234,56 €`; the field has the currency beside it. */
const bare = (cell: string, field: PastedField): string =>
  field === 'amount' ? cell.replace(/[€$£]|\b[A-Z]{3}\b/g, '').trim() : cell;

const filled = (row: ManualRowDraft, cells: readonly string[], first: number): ManualRowDraft => {
  const pasted = cells.flatMap((cell, index) => {
    const field = PASTED[first + index];
    return field && cell !== '' ? [[field, bare(cell, field)] as const] : [];
  });
  return { ...row, ...Object.fromEntries(pasted) };
};

/**
 * Cells pasted from a sheet, from one field on: downwards over the rows, to the right over amount, date, code and note. Rows that are not there yet are
 * added with the date that the period suggests; what a cell leaves empty stays.
 */
export const pasteCells = (
  draft: PlanDraft,
  key: number,
  field: PastedField,
  cells: readonly string[][],
  reader: Reader,
): PlanDraft => {
  const start = draft.rows.findIndex((row) => row.key === key);
  const first = PASTED.indexOf(field);
  return cells.reduce((before, line, index) => {
    const place = start + index;
    const known = before.rows[place];
    const row = filled(known ?? nextRow(before, reader), line, first);
    return {
      ...before,
      rows: known ? before.rows.map((other, at) => (at === place ? row : other)) : [...before.rows, row],
    };
  }, draft);
};
