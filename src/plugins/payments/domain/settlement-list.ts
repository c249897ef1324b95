import type { Day } from './day';
import type { CurrencyCode, MinorUnits } from './money';
import { ok, refuse } from './problem';
import type { Path, Result } from './problem';
import { parseTypedAmount, parseTypedDate } from './typing';

/** A line of a bank's or tax office's list: under which code or tax number, how much, when. */
export interface ListedPayment {
  /** As it was pasted; its spaces and hyphens are the matcher's to fold. */
  readonly key: string;
  /** Null: all that is outstanding. */
  readonly amount: MinorUnits | null;
  /** Null where the line names no day. */
  readonly paidOn: Day | null;
}

/** How the office writes amounts and dates. */
export interface ListFormat {
  readonly locale: string;
  readonly currency: CurrencyCode;
  readonly today: Day;
}

/** A line with its number in what was pasted, from 1; empty lines and a heading are left out. */
export interface ListedLine {
  readonly line: number;
  readonly text: string;
  readonly read: Result<ListedPayment>;
}

/** Reads a pasted list: a line for each payment, cells apart by tabs, else by semicolons, else by spaces. */
export function readSettlementList(pasted: string, format: ListFormat): ListedLine[] {
  return pasted
    .split(/\r\n|\r|\n/)
    .map((text, index) => ({ line: index + 1, text: text.trim() }))
    .filter(({ text }) => text !== '')
    .filter(({ text }, index) => index > 0 || /\d/.test(text))
    .map(({ line, text }) => ({ line, text, read: readLine(text, format, ['lines', line]) }));
}

function readLine(text: string, format: ListFormat, path: Path): Result<ListedPayment> {
  const separator = text.includes('\t') ? '\t' : text.includes(';') ? ';' : null;
  return separator === null ? readSpaced(text, format, path) : readCells(text.split(separator), format, path);
}

/** The code or tax number comes first; of the other cells one may be an amount and one a day, and names are passed over. */
function readCells(cells: readonly string[], format: ListFormat, path: Path): Result<ListedPayment> {
  const [first = '', ...rest] = cells.map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
  if (first === '')
    return refuse({ code: 'settlement-key-missing', path, message: 'The line begins with no code or tax number' });
  const figures = rest.filter((cell) => /^[^\p{L}]*\d[^\p{L}]*$/u.test(withoutCurrency(cell, format.currency)));
  return readFigures(first, figures, format, path);
}

const withoutCurrency = (cell: string, currency: CurrencyCode): string => cell.replace(currency, '');

/** What looks like an amount or a day at the line's end is one; what comes before is the code, whose own groups are apart by spaces too. */
function readSpaced(text: string, format: ListFormat, path: Path): Result<ListedPayment> {
  const words = text.split(/\s+/);
  const figures: string[] = [];
  while (words.length > 1 && figures.length < 2 && isFigure(words.at(-1) ?? '')) figures.unshift(words.pop() ?? '');
  return readFigures(words.join(' '), figures, format, path);
}

/** A group of a code has digits alone: an amount or a day is told from it by a mark between its figures. */
const isFigure = (word: string): boolean => /^\d[\d.,/-]*[.,/-]\d+$/.test(word) || /^\d+([.,]\d+)?€$/.test(word);

function readFigures(key: string, figures: readonly string[], format: ListFormat, path: Path): Result<ListedPayment> {
  const days: string[] = [];
  const amounts: string[] = [];
  for (const figure of figures) (isDayLike(figure) ? days : amounts).push(figure);
  if (days.length > 1 || amounts.length > 1) {
    const message = 'The line has several amounts or several days: leave one of each';
    return refuse({ code: 'settlement-ambiguous', path, message });
  }
  const [typedAmount] = amounts;
  const [typedDay] = days;
  const amount = typedAmount === undefined ? null : parseTypedAmount(typedAmount, format.locale, format.currency, path);
  if (amount && !amount.ok) return amount;
  if (amount && amount.value < 1) {
    return refuse({ code: 'amount-not-positive', path, message: 'The amount must be more than zero' });
  }
  const paidOn = typedDay === undefined ? null : parseTypedDate(typedDay, format.locale, format.today, path);
  if (paidOn && !paidOn.ok) return paidOn;
  return ok({ key, amount: amount?.value ?? null, paidOn: paidOn?.value ?? null });
}

/** Two separators of one kind between groups of at most four digits: `31/1/27`, `2027-01-31`, `31.01.2027`; `1.234.567` is an amount. */
const isDayLike = (text: string): boolean =>
  /^\d{1,4}([/-])\d{1,2}\1\d{1,4}$/.test(text) ||
  /^\d{1,2}\.\d{1,2}\.(\d{2}|\d{4})$/.test(text) ||
  /^\d{1,2}[/-]\d{1,2}$/.test(text);
