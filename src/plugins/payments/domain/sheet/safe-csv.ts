/** Tells a spreadsheet that the file is UTF-8: without it a Greek Excel reads Windows-1253. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A cell that begins so is run as a formula. */
const RUNS = /^[=+\-@\t\r]/;

/** A number, and so no formula, whatever its sign. */
const NUMBER = /^-?\d+([.,]\d+)?$/;

/**
 * One cell. What a spreadsheet would run is made text by an apostrophe before it (OWASP, "CSV Injection"), and what would end the cell is
 * quoted (RFC 4180).
 */
export function cell(value: string): string {
  const safe = RUNS.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[";\r\n\t]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** One line; semicolons, because where commas are decimal signs Excel separates by nothing else. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(';')}\r\n`;

/** Digits of which a spreadsheet would drop the first or the last ones: in groups they are text. */
export const asText = (digits: string): string =>
  /^\d+$/.test(digits) && (digits.length > 11 || digits.startsWith('0'))
    ? digits.replace(/(\d{3})(?=\d)/g, '$1 ')
    : digits;
