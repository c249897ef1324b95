import { ok, refuse } from '../problem';
import type { Result } from '../problem';
import type { SheetRow } from './cell';

export type Separator = ';' | ',' | '\t';

const SEPARATORS: ReadonlyArray<Separator> = [';', ',', '\t'];

/** What reading goes through: where it stands, and what it has. */
interface Reading {
  readonly text: string;
  readonly separator: Separator;
  at: number;
  line: number;
}

/**
 * Reads comma-separated values (RFC 4180), separated by whichever of `;`, `,` and tab the first line has most of, or by the one that Excel's own first
 * line `sep=;` names. Cells are what is written, quotes taken off; empty lines are left out.
 */
export function readCsv(text: string, separator?: Separator): Result<{ rows: SheetRow[]; separator: Separator }> {
  const named = /^sep=([;,\t])\r?\n/.exec(text);
  const used = separator ?? (named?.[1] as Separator | undefined) ?? detectSeparator(text);
  const reading: Reading = { text, separator: used, at: named ? named[0].length : 0, line: named ? 2 : 1 };
  const rows: SheetRow[] = [];
  while (reading.at < text.length) {
    const { line } = reading;
    const cells = readRecord(reading);
    if (cells === null) {
      const message = `The quotation mark that begins in line ${line} is never closed: close it, or take it out`;
      return refuse({ code: 'csv-quote', path: ['file'], message, params: { line } });
    }
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells: cells.map((cell) => ({ text: cell })) });
  }
  return ok({ rows, separator: used });
}

/** The separator that the first line with text has most of, outside of quotes. */
function detectSeparator(text: string): Separator {
  const [first = ''] = /[^\r\n]+/.exec(text.replace(/"[^"]*"/g, '')) ?? [];
  const countOf = (separator: Separator) => first.split(separator).length;
  return SEPARATORS.reduce((best, each) => (countOf(each) > countOf(best) ? each : best));
}

/** The cells of one record, and `reading` after it; null where a quotation mark is never closed. */
function readRecord(reading: Reading): string[] | null {
  const cells: string[] = [];
  for (;;) {
    const cell = reading.text[reading.at] === '"' ? readQuoted(reading) : readPlain(reading);
    if (cell === null) return null;
    cells.push(cell);
    if (reading.text[reading.at] !== reading.separator) break;
    reading.at += 1;
  }
  if (reading.text[reading.at] === '\r') reading.at += 1;
  if (reading.text[reading.at] === '\n') reading.at += 1;
  reading.line += 1;
  return cells;
}

function readPlain(reading: Reading): string {
  const { text, separator } = reading;
  const from = reading.at;
  while (reading.at < text.length && !isEnd(text[reading.at], separator)) reading.at += 1;
  return text.slice(from, reading.at);
}

const isEnd = (character: string | undefined, separator: Separator): boolean =>
  character === separator || character === '\n' || character === '\r';

/** Between quotation marks everything is text, doubled ones are one; what follows the closing one belongs to the cell as it is. */
function readQuoted(reading: Reading): string | null {
  const { text } = reading;
  let value = '';
  reading.at += 1;
  for (;;) {
    const close = text.indexOf('"', reading.at);
    if (close === -1) return null;
    value += text.slice(reading.at, close);
    reading.at = close + 1;
    if (text[reading.at] !== '"') break;
    value += '"';
    reading.at += 1;
  }
  reading.line += value.split(/\r\n|\r|\n/).length - 1;
  return value + readPlain(reading);
}

/** Writes records so that `readCsv` reads the very same cells. What a spreadsheet would run is the caller's to defuse. */
export function writeCsv(rows: ReadonlyArray<ReadonlyArray<string>>, separator: Separator): string {
  const cell = (value: string) => (/["\r\n;,\t]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value);
  return rows.map((cells) => `${cells.map(cell).join(separator)}\r\n`).join('');
}
