import type { Day } from '../day';
import { minor, parseDecimal } from '../money';
import type { CurrencyCode, MinorUnits } from '../money';
import { ok, refuse } from '../problem';
import type { Path, Problem, Result } from '../problem';
import { parseTypedAmount, parseTypedDate } from '../typing';
import type { Cell } from './cell';

/** How a file's texts are read. */
export interface SheetStyle {
  /** By which amounts and dates are written; numbers and dates of a spreadsheet need none. */
  readonly locale: string;
  readonly today: Day;
}

/** A spreadsheet shows fifteen digits of a number, so that the sum 0.1 + 0.2 is 0.3 there, and here. */
const SHOWN_DIGITS = 15;

/** The plain digits of a number cell, or null for one that no plain digits express. */
export function plainNumber(raw: string): string | null {
  const number = Number(Number(raw).toPrecision(SHOWN_DIGITS));
  const text = String(number);
  return Number.isFinite(number) && /^-?\d+(\.\d+)?$/.test(text) ? text : null;
}

/** An amount, as the form reads it. */
export function readAmount(cell: Cell, style: SheetStyle, currency: CurrencyCode, path: Path): Result<MinorUnits> {
  if (!cell.isNumber) return parseTypedAmount(cell.text, style.locale, currency, path);
  const read = parseDecimal(cell.text, currency, path);
  return read.ok && read.value < 0 ? refuse(notPositive(path)) : read;
}

const notPositive = (path: Path): Problem => ({
  code: 'amount-not-positive',
  path,
  message: 'The amount must be more than zero',
});

/** A date, as the form reads it. A bare number is no date, whatever a spreadsheet counts with. */
export function readDay(cell: Cell, style: SheetStyle, path: Path): Result<Day> {
  return cell.day ? ok(cell.day) : parseTypedDate(cell.text, style.locale, style.today, path);
}

/** A whole number of things. */
export function readCount(cell: Cell, path: Path): Result<number> {
  if (/^\d{1,4}$/.test(cell.text.trim())) return ok(minor(Number(cell.text)));
  return refuse({ code: 'count-unreadable', path, message: 'This is no whole number: write it in digits, such as 12' });
}

/** Yes or no, as people mark a column. */
export function readFlag(cell: Cell, path: Path): Result<boolean> {
  const word = cell.text.trim().toLowerCase();
  if (['yes', 'y', 'true', '1', 'x', '✓', 'ναι', 'ν', 'χ', 'αληθες', 'αληθής'].includes(word)) return ok(true);
  if (['no', 'n', 'false', '0', '', 'όχι', 'οχι', 'ο', 'ψευδες', 'ψευδής'].includes(word)) return ok(false);
  return refuse({ code: 'flag-unreadable', path, message: 'Write yes or no' });
}
