import { decodeText, readCsv } from '../../../domain/sheet';
import type { Encoding, SheetRow } from '../../../domain/sheet';
import { invalidField, valueOf } from '../http/errors';
import { readXlsx } from './xlsx';

/** A file as a sheet: its headers and the lines under them. */
export interface SheetFile {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: Encoding | null;
  readonly separator: string | null;
  readonly headers: readonly string[];
  readonly rows: readonly SheetRow[];
}

const isArchive = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'));
const isOldExcel = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));

const MOST_COLUMNS = 200;

/**
 * Reads a file by what it is, whatever its name says.
 *
 * @throws a 400 that says what to send instead
 */
export async function readSheetFile(bytes: Buffer, mostLines: number): Promise<SheetFile> {
  if (isOldExcel(bytes)) {
    const message =
      'This is a file of an old Excel or with a password: save it as XLSX or CSV without one, and send that';
    throw invalidField(['file'], message, 'file-old-excel');
  }
  const { rows, ...how } = isArchive(bytes) ? await fromXlsx(bytes) : fromCsv(bytes);
  const [head, ...body] = rows;
  if (!head || body.length === 0) {
    throw invalidField(['file'], 'The file has no lines under its headers: fill in the template', 'file-empty');
  }
  if (body.length > mostLines) {
    const message = `The file has ${body.length} lines, at most ${mostLines} fit: send it in parts`;
    throw invalidField(['file'], message, 'file-too-long');
  }
  if (head.cells.length > MOST_COLUMNS) {
    throw invalidField(
      ['file'],
      `The file has more than ${MOST_COLUMNS} columns: take out what is not needed`,
      'file-too-wide',
    );
  }
  return { ...how, headers: head.cells.map(({ text }) => text.trim()), rows: body };
}

async function fromXlsx(bytes: Buffer): Promise<Omit<SheetFile, 'headers'>> {
  try {
    return { format: 'xlsx', encoding: null, separator: null, rows: await readXlsx(bytes) };
  } catch {
    const message = 'This is no workbook that can be read: save it as XLSX anew, or as CSV, and send that';
    throw invalidField(['file'], message, 'file-workbook');
  }
}

function fromCsv(bytes: Buffer): Omit<SheetFile, 'headers'> {
  const { text, encoding } = valueOf(decodeText(bytes));
  const { rows, separator } = valueOf(readCsv(text));
  return { format: 'csv', encoding, separator, rows };
}
