import { readCsv, taxNumberKey } from '../../../domain/sheet';

/** The cells that are typed into, in the order of their columns. */
export const FIELDS = ['amount', 'paymentCode'] as const;
export type GridField = (typeof FIELDS)[number];

/** A line of the grid, as far as pasting needs it. */
export interface PasteTarget {
  readonly key: string;
  readonly taxNumber: string | null;
  /** Nothing can be written into it. */
  readonly locked: boolean;
}

export type PastedCells = Partial<Record<GridField, string>>;

/** What pasting does: to which lines, and what found none. */
export interface Pasted {
  readonly cells: ReadonlyMap<string, PastedCells>;
  /** Whether lines were found by their tax numbers, and not by their place. */
  readonly byTaxNumber: boolean;
  /** Pasted tax numbers that no line has, and those that several have. */
  readonly unmatched: readonly string[];
  readonly ambiguous: readonly string[];
}

/** What a spreadsheet puts on the clipboard: lines of cells between tabs. */
export function readClipboard(text: string): string[][] {
  const read = readCsv(text, '\t');
  const rows = read.ok
    ? read.value.rows.map(({ cells }) => cells.map((cell) => cell.text))
    : text.split(/\r?\n/).map((line) => line.split('\t'));
  return rows.map((cells) => cells.map((cell) => cell.trim())).filter((cells) => cells.some((cell) => cell !== ''));
}

const column = (matrix: readonly string[][], index: number): string[] =>
  matrix.map((cells) => cells[index] ?? '').filter((cell) => cell !== '');

const isMost = (cells: readonly string[], test: (cell: string) => boolean): boolean =>
  cells.length > 0 && cells.filter(test).length * 2 >= cells.length;

/** The column of tax numbers, if one is among the pasted: most of it is known here, or has the nine digits of an AFM. */
function taxColumn(
  matrix: readonly string[][],
  known: ReadonlyMap<string, readonly PasteTarget[]>,
  width: number,
): number {
  if (width < 2) return -1;
  const looksSo = (cell: string) => known.has(taxNumberKey(cell)) || /^\d{9}$/.test(taxNumberKey(cell));
  return Array.from({ length: width }, (_, index) => index).findIndex((index) =>
    isMost(column(matrix, index), looksSo),
  );
}

const AMOUNT = /^[€$£]?\s*-?[\d.,\s'’]+\s*[€$£]?(EUR)?$/;
const looksLikeAmount = (cell: string) => AMOUNT.test(cell) && cell.replace(/\D/g, '').length <= 12;
const looksLikeCode = (cell: string) => /\d/.test(cell) && !looksLikeAmount(cell);

/** Beside tax numbers stand names as well: the amount is the first column of amounts, the code the first of what is left with digits in it. */
function fieldColumns(matrix: readonly string[][], tax: number, width: number): Map<GridField, number> {
  const others = Array.from({ length: width }, (_, index) => index).filter((index) => index !== tax);
  const amount = others.find((index) => isMost(column(matrix, index), looksLikeAmount));
  const code = others.find((index) => index !== amount && isMost(column(matrix, index), looksLikeCode));
  const found = new Map<GridField, number>();
  if (amount !== undefined) found.set('amount', amount);
  if (code !== undefined) found.set('paymentCode', code);
  return found;
}

function byKey(targets: readonly PasteTarget[]): Map<string, PasteTarget[]> {
  const known = new Map<string, PasteTarget[]>();
  for (const target of targets) {
    const key = taxNumberKey(target.taxNumber ?? '');
    if (key === '') continue;
    known.set(key, [...(known.get(key) ?? []), target]);
  }
  return known;
}

function pasteByTaxNumber(
  matrix: readonly string[][],
  tax: number,
  known: ReadonlyMap<string, readonly PasteTarget[]>,
  width: number,
): Pasted {
  const columns = fieldColumns(matrix, tax, width);
  const cells = new Map<string, PastedCells>();
  const unmatched: string[] = [];
  const ambiguous: string[] = [];
  for (const line of matrix) {
    const typed = line[tax] ?? '';
    const lines = known.get(taxNumberKey(typed)) ?? [];
    const open = lines.filter(({ locked }) => !locked);
    // A line without digits where the tax number stands is the table's head.
    if (lines.length === 0 && /\d/.test(typed)) unmatched.push(typed);
    else if (open.length > 1) ambiguous.push(typed);
    else if (open[0]) {
      const values = [...columns].map(([field, index]) => [field, line[index] ?? ''] as const);
      cells.set(open[0].key, Object.fromEntries(values.filter(([, value]) => value !== '')));
    }
  }
  return { cells, byTaxNumber: true, unmatched, ambiguous };
}

/** Where pasting began. */
export interface PasteStart {
  readonly key: string;
  readonly field: GridField;
}

function pasteByPlace(targets: readonly PasteTarget[], start: PasteStart, matrix: readonly string[][]): Pasted {
  const first = targets.findIndex(({ key }) => key === start.key);
  const fields = FIELDS.slice(FIELDS.indexOf(start.field));
  const cells = new Map<string, PastedCells>();
  matrix.forEach((line, index) => {
    const target = targets[first + index];
    if (!target || target.locked) return;
    cells.set(
      target.key,
      Object.fromEntries(fields.flatMap((field, at) => (line[at] === undefined ? [] : [[field, line[at]]]))),
    );
  });
  return { cells, byTaxNumber: false, unmatched: [], ambiguous: [] };
}

/**
 * Where pasted cells go. With a column of tax numbers each line goes to the customer who has it, in whatever order; else the cells go where
 * pasting began and to the right and below. What matches nobody, or several, is told and written nowhere.
 */
export function placePasted(targets: readonly PasteTarget[], start: PasteStart, matrix: readonly string[][]): Pasted {
  const width = Math.max(0, ...matrix.map((cells) => cells.length));
  const known = byKey(targets);
  const tax = taxColumn(matrix, known, width);
  return tax === -1 ? pasteByPlace(targets, start, matrix) : pasteByTaxNumber(matrix, tax, known, width);
}

/** A line of a pasted sheet that names customers. */
export interface SheetOfCustomer extends PastedCells {
  readonly taxNumber: string;
}

/**
 * A pasted list of customers by tax number, with amounts and codes where there are columns of them. Lines whose tax number has no digit are the table's
 * head and are left out.
 */
export function readTaxSheet(matrix: readonly string[][]): SheetOfCustomer[] {
  const width = Math.max(0, ...matrix.map((cells) => cells.length));
  const found = taxColumn(matrix, new Map(), width);
  const tax = found === -1 ? 0 : found;
  const columns = fieldColumns(matrix, tax, width);
  return matrix
    .filter((line) => /\d/.test(line[tax] ?? ''))
    .map((line) => ({
      taxNumber: line[tax] ?? '',
      ...Object.fromEntries([...columns].flatMap(([field, index]) => (line[index] ? [[field, line[index]]] : []))),
    }));
}
