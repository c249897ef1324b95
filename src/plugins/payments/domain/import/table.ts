import { plainText } from '../sheet';
import type { Cell, SheetRow } from '../sheet';
import type { ColumnId, Mapping } from './columns';
import type { ImportLine } from './line';

/** What staff put in a cell's place: in line 7, the tax number is this. */
export interface Correction {
  readonly line: number;
  readonly column: ColumnId;
  readonly value: string;
}

/** The lines of a file under its headers, as the mapping names their columns, with what staff corrected. */
export function importLines(
  rows: ReadonlyArray<SheetRow>,
  mapping: Mapping,
  corrections: ReadonlyArray<Correction> = [],
): ImportLine[] {
  const corrected = new Map<number, Correction[]>();
  for (const correction of corrections) {
    corrected.set(correction.line, [...(corrected.get(correction.line) ?? []), correction]);
  }
  return rows.map(({ line, cells }) => {
    const named = new Map<ColumnId, Cell>();
    mapping.forEach((column, index) => {
      const cell = cells[index];
      const text = cell ? plainText(cell.text) : '';
      if (column && cell && text !== '') named.set(column, { ...cell, text });
    });
    for (const { column, value } of corrected.get(line) ?? []) named.set(column, { text: value.trim() });
    return { line, cells: named };
  });
}
