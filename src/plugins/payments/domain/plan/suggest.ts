import { fromEpochDay, isInRange, toEpochDay } from '../day';
import type { Day } from '../day';
import { minor, ZERO } from '../money';
import type { MinorUnits } from '../money';
import { nominalDates, staysAtMonthEnd } from './periods';
import type { Period } from './periods';

export interface RowSuggestion {
  /** Null where there is no row to count from, or the next date would be after 2199. */
  date: Day | null;
  amount: MinorUnits;
}

/**
 * What (+) proposes under the rows so far: the date one period on, counted from the first row so that 31 Jan, 28 Feb is
 * followed by 31 Mar, and the last row's amount, or the balance where less, or hardly more, than that is left.
 */
export function suggestNextRow(
  rows: ReadonlyArray<{ amount: MinorUnits; date: Day }>,
  total: MinorUnits,
  period: Period = 'monthly',
): RowSuggestion {
  const balance = rows.reduce((left, { amount }) => left - amount, total as number);
  return { date: nextDate(rows, period), amount: nextAmount(rows, balance) };
}

function nextAmount(rows: ReadonlyArray<{ amount: MinorUnits }>, balance: number): MinorUnits {
  if (balance < 1) return ZERO;
  const amount = rows[rows.length - 1]?.amount ?? balance;
  const isRoundingRest = balance - amount <= rows.length;
  return minor(isRoundingRest || amount < 1 ? balance : amount);
}

function nextDate(rows: ReadonlyArray<{ date: Day }>, period: Period): Day | null {
  const [firstRow, lastRow] = [rows[0], rows[rows.length - 1]];
  if (!firstRow || !lastRow) return null;
  const first = toEpochDay(firstRow.date);
  const last = toEpochDay(lastRow.date);
  const nominalAt = nominalDates(first, period, staysAtMonthEnd(first, period, false));
  let index = 1;
  while (nominalAt(index) <= last) index += 1;
  const next = nominalAt(index);
  return isInRange(next) ? fromEpochDay(next) : null;
}
