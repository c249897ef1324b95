import type { Problem } from '../problem';

/** A spreadsheet keeps fifteen digits of a number and shows more than eleven of them shortened: `9,42592E+29`. */
const SHORTENED = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i;

/** More digits than a spreadsheet's number holds, and nothing but zeros where it holds none. */
const CUT = /^\d{15}0+$/;

/**
 * What a spreadsheet has done to a long number that is no amount, such as a payment code: its digits are gone and cannot be had back from the cell.
 * Null where nothing shows it.
 */
export function spreadsheetDamage(text: string): Omit<Problem, 'path'> | null {
  const compact = text.replace(/[\s-]/g, '');
  if (SHORTENED.test(text.trim())) {
    const message = 'The spreadsheet shortened this number: format the column as text, and enter it again';
    return { code: 'sheet-shortened', message };
  }
  if (compact.length > 15 && CUT.test(compact)) {
    const message =
      'The spreadsheet made zeros of all digits after the fifteenth: format the column as text, and enter it again';
    return { code: 'sheet-zeros', message };
  }
  return null;
}
