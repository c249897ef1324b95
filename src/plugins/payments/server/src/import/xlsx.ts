import readWorkbook from 'read-excel-file/universal';
import type { Day } from '../../../domain/day';
import { isDay } from '../../../domain/day';
import { plainNumber } from '../../../domain/sheet';
import type { Cell, SheetRow } from '../../../domain/sheet';
import { UnsafeArchive, unpackWithinLimits } from './zip-guard';

/** The furthest cell that is read; a sheet that claims one beyond would be filled up with nothing as far as there. */
const MOST_ROWS = 25_000;
const MOST_COLUMNS = 'GR';

const POSITION = /^([A-Z]{0,2})(\d{1,5})$/;

/** A number as the file writes it: its digits must not go through a float before it is known what they mean. */
class RawNumber {
  constructor(readonly digits: string) {}
}

type Value = string | boolean | RawNumber | Date | null;

/**
 * The filled lines of a workbook's first sheet that has any.
 *
 * @throws UnsafeArchive for what no office's workbook is
 */
export async function readXlsx(file: Buffer): Promise<SheetRow[]> {
  for (const { name, bytes } of unpackWithinLimits(file)) if (/sheet[^/]*\.xml$/i.test(name)) refuseFarCells(bytes);
  const copy = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
  const sheets = await readSheets(copy);
  for (const { data } of sheets) {
    const rows = rowsOf(data as unknown as Value[][]);
    if (rows.length > 0) return rows;
  }
  return [];
}

async function readSheets(file: ArrayBuffer) {
  try {
    return await readWorkbook(file, { parseNumber: (digits) => new RawNumber(digits) as unknown as number });
  } catch {
    throw new UnsafeArchive();
  }
}

/** Every position in a sheet is `A1` or `1`, and near: the library fills all lines and columns before one. */
function refuseFarCells(sheet: Buffer): void {
  for (const [, value = ''] of sheet.toString('utf8').matchAll(/(?<![\w:.-])r\s*=\s*["']([^"']*)["']/g)) {
    const [, column = '', row] = POSITION.exec(value) ?? [];
    const isFar = row === undefined || Number(row) > MOST_ROWS || column.length > MOST_COLUMNS.length;
    if (isFar || (column.length === MOST_COLUMNS.length && column > MOST_COLUMNS)) throw new UnsafeArchive();
  }
}

const rowsOf = (data: ReadonlyArray<ReadonlyArray<Value>>): SheetRow[] =>
  data
    .map((values, index) => ({ line: index + 1, cells: values.map(cellOf) }))
    .filter(({ cells }) => cells.some(({ text }) => text !== ''));

function cellOf(value: Value): Cell {
  if (value === null || value === undefined) return { text: '' };
  if (value instanceof RawNumber) {
    const plain = plainNumber(value.digits);
    // What has no plain digits is shown as the spreadsheet shows it, for the finding that refuses it.
    return plain === null ? { text: value.digits } : { text: plain, isNumber: true };
  }
  if (value instanceof Date) {
    const text = Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
    return isDay(text) ? { text, day: text as Day } : { text };
  }
  return { text: typeof value === 'boolean' ? String(value) : value };
}
