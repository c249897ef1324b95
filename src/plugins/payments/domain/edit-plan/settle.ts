import type { Day } from '../day';
import { minor, toDecimal, toEnglish } from '../money';
import type { CurrencyCode, MinorUnits } from '../money';
import type { InstalmentRow } from '../payment-state';
import { ok, refuse } from '../problem';
import type { Path, Problem, Result } from '../problem';
import { edited, openRow, outstanding, replaceRow } from './rows';
import type { Edited } from './rows';

export interface Settlement {
  /** Else all that is outstanding. */
  amount?: MinorUnits;
  /** On top of the amount; the total does not change. */
  surcharge?: MinorUnits;
  paidOn: Day;
  /** With it, a date after today is refused. */
  today?: Day;
}

/** Marks an instalment as paid, in full or in part. */
export function settle<Row extends InstalmentRow>(
  rows: ReadonlyArray<Row>,
  number: number,
  { amount, surcharge = minor(0), paidOn, today }: Settlement,
  currency: CurrencyCode,
): Result<Edited<Row>> {
  const found = openRow(rows, number, []);
  if (!found.ok) return found;
  const row = found.value;
  const paying = amount ?? outstanding(row);
  const problems = wrongSettlement(row, paying, surcharge, currency);
  if (today !== undefined && paidOn > today) {
    const message = 'The day of payment is still to come: use today or an earlier day';
    problems.push({ code: 'paid-in-the-future', path: ['paidOn'], message, params: { today } });
  }
  if (problems.length > 0) return refuse(...problems);
  const paid = minor(row.paid + paying);
  const state = paid === row.amount ? 'paid' : 'open';
  const settled: Row = { ...row, paid, state, paidOn, surcharge: minor(row.surcharge + surcharge) };
  return edited(replaceRow(rows, settled), []);
}

function wrongSettlement(
  row: InstalmentRow,
  paying: MinorUnits,
  surcharge: MinorUnits,
  currency: CurrencyCode,
): Problem[] {
  const problems: Problem[] = [];
  const left = outstanding(row);
  const repairs = [{ amount: toDecimal(left, currency) }];
  if (paying < 1) {
    const message = `The amount must be more than zero: use ${toEnglish(left, currency)}`;
    problems.push({ code: 'amount-not-positive', path: ['amount'], message, repairs });
  }
  if (paying > left) {
    const message = `Only ${toEnglish(left, currency)} is outstanding: use that, and enter what exceeds it as a surcharge`;
    const params = { outstanding: toDecimal(left, currency) };
    problems.push({ code: 'amount-above-outstanding', path: ['amount'], message, params, repairs });
  }
  if (surcharge < 0 || !Number.isSafeInteger(row.surcharge + surcharge)) problems.push(wrongSurcharge(['surcharge']));
  return problems;
}

function wrongSurcharge(path: Path): Problem {
  return { code: 'surcharge-invalid', path, message: 'The surcharge is nothing or an exact amount: correct it' };
}

export interface Unsettlement {
  /** Else all that is paid, the surcharge with it. */
  amount?: MinorUnits;
  /** How much of the surcharge is undone, where not all is. */
  surcharge?: MinorUnits;
}

/** Undoes what was marked as paid, all or a part of it. The instalment is open then. */
export function unsettle<Row extends InstalmentRow>(
  rows: ReadonlyArray<Row>,
  number: number,
  { amount, surcharge }: Unsettlement,
  currency: CurrencyCode,
): Result<Edited<Row>> {
  const found = paidRow(rows, number);
  if (!found.ok) return found;
  const row = found.value;
  const undone = amount ?? row.paid;
  if (undone < 1 || undone > row.paid) {
    const message = `${toEnglish(row.paid, currency)} of instalment ${number} is paid: undo that or a part of it`;
    const [params, repairs] = [{ paid: toDecimal(row.paid, currency) }, [{ amount: toDecimal(row.paid, currency) }]];
    return refuse({ code: 'amount-above-paid', path: ['amount'], message, params, repairs });
  }
  const paid = minor(row.paid - undone);
  const surchargeUndone = surcharge ?? (paid === 0 ? row.surcharge : minor(0));
  if (surchargeUndone < 0 || surchargeUndone > row.surcharge) return refuse(wrongSurcharge(['surcharge']));
  const paidOn = paid === 0 ? null : row.paidOn;
  const reopened: Row = { ...row, paid, state: 'open', paidOn, surcharge: minor(row.surcharge - surchargeUndone) };
  return edited(replaceRow(rows, reopened), []);
}

function paidRow<Row extends InstalmentRow>(rows: ReadonlyArray<Row>, number: number): Result<Row> {
  const row = rows.find((candidate) => candidate.number === number);
  if (!row || row.state !== 'paid') return openRow(rows, number, []);
  return ok(row);
}
