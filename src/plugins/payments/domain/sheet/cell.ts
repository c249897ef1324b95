import type { Day } from '../day';

/** What one cell of a file holds. CSV has texts alone; XLSX keeps numbers and dates apart from them. */
export interface Cell {
  /** As a person would read it out; numbers in plain digits with a dot for decimals. */
  readonly text: string;
  /** The cell was a number: what its digits mean needs no locale. */
  readonly isNumber?: boolean;
  /** The cell was a date. */
  readonly day?: Day;
}

/** A line of a file that is not empty. */
export interface SheetRow {
  /** As an editor or the spreadsheet counts it, from 1. */
  readonly line: number;
  readonly cells: ReadonlyArray<Cell>;
}

export const EMPTY_CELL: Cell = { text: '' };

/**
 * A text as it was meant: an apostrophe before what a spreadsheet would run is its mark for text, which our own exports write as well. The rest is data,
 * whatever it begins with.
 */
export function plainText(text: string): string {
  return text.replace(/^'(?=[=+\-@])/, '').trim();
}
