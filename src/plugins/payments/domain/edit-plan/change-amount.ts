import { minor, toDecimal, toEnglish } from '../money';
import type { CurrencyCode, MinorUnits } from '../money';
import type { InstalmentRow } from '../payment-state';
import { refuse } from '../problem';
import type { Problem, Result } from '../problem';
import { bearDifference } from './rest';
import type { Rest } from './rest';
import { edited, openRow, replaceRow } from './rows';
import type { Edited } from './rows';

/**
 * Gives one instalment another amount; `rest` says who bears the difference. Never below what is paid of it; exactly that
 * much makes it paid.
 */
export function changeAmount<Row extends InstalmentRow>(
  rows: ReadonlyArray<Row>,
  number: number,
  amount: MinorUnits,
  rest: Rest,
  currency: CurrencyCode,
): Result<Edited<Row>> {
  const found = openRow(rows, number, ['amount']);
  if (!found.ok) return found;
  const row = found.value;
  const tooLow = belowPaid(row, amount, currency);
  if (tooLow) return refuse(tooLow);
  const others = rows.filter((other) => other.number !== number);
  const borne = bearDifference(others, row.amount - amount, rest, currency, (capacity) => minor(row.amount + capacity));
  if (!borne.ok) return borne;
  const changed: Row = { ...row, amount, state: amount === row.paid ? 'paid' : 'open' };
  const amounts = new Map(borne.value.map((other) => [other.number, other]));
  return edited(
    replaceRow(rows, changed).map((each) => amounts.get(each.number) ?? each),
    ['amount'],
  );
}

function belowPaid({ paid, number }: InstalmentRow, amount: MinorUnits, currency: CurrencyCode): Problem | null {
  if (paid > 0 && amount < paid) {
    const message = `${toEnglish(paid, currency)} of instalment ${number} is paid: use at least that`;
    const repairs = [{ amount: toDecimal(paid, currency) }];
    return {
      code: 'amount-below-paid',
      path: ['amount'],
      message,
      params: { paid: toDecimal(paid, currency) },
      repairs,
    };
  }
  if (amount >= 1) return null;
  return { code: 'amount-not-positive', path: ['amount'], message: 'The amount must be more than zero' };
}
