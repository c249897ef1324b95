import { minor, sum } from '../money';
import type { MinorUnits } from '../money';
import type { InstalmentRow } from '../payment-state';
import { ok, refuse } from '../problem';
import type { Path, Problem, Result } from '../problem';

/** The rows of a plan after an edit: numbered 1…n, and adding up to `total`. */
export interface Edited<Row> {
  rows: Row[];
  total: MinorUnits;
  warnings: Problem[];
}

const NOTHING = minor(0);

/** Numbers the rows in their order and adds them up. A total that would not be exact is refused. */
export function edited<Row extends InstalmentRow>(
  rows: ReadonlyArray<Row>,
  path: Path,
  warnings: Problem[] = [],
): Result<Edited<Row>> {
  const total = rows.reduce((running, { amount }) => running + amount, 0);
  if (!Number.isSafeInteger(total)) {
    const message = 'The total would be too large to be kept exactly: write a smaller amount';
    return refuse({ code: 'amount-out-of-range', path, message });
  }
  const numbered = rows.map((row, index) => (row.number === index + 1 ? row : { ...row, number: index + 1 }));
  return ok({ rows: numbered, total: sum(rows.map(({ amount }) => amount)), warnings });
}

export function replaceRow<Row extends InstalmentRow>(rows: ReadonlyArray<Row>, changed: Row): Row[] {
  return rows.map((row) => (row.number === changed.number ? changed : row));
}

export function outstanding({ amount, paid }: InstalmentRow): MinorUnits {
  return minor(amount - paid);
}

/** The row of that number, refused where it is none that can still be edited. */
export function openRow<Row extends InstalmentRow>(rows: ReadonlyArray<Row>, number: number, path: Path): Result<Row> {
  const row = rows.find((candidate) => candidate.number === number);
  const params = { number };
  if (!row) {
    return refuse({ code: 'instalment-unknown', path, message: `There is no instalment ${number}`, params });
  }
  if (row.state === 'paid') {
    const message = `Instalment ${number} is paid and stays as it is: undo its payment first`;
    return refuse({ code: 'instalment-paid', path, message, params });
  }
  if (row.state === 'cancelled') {
    const message = `Instalment ${number} is cancelled: reopen it first`;
    return refuse({ code: 'instalment-cancelled', path, message, params });
  }
  return ok(row);
}

/** A row that nobody has paid anything of. */
export function unpaidRow(
  values: Pick<InstalmentRow, 'amount' | 'nominalDate' | 'dueDate' | 'shift' | 'pinned'>,
): InstalmentRow {
  return {
    number: 0,
    ...values,
    paid: NOTHING,
    state: 'open',
    paymentCode: null,
    note: null,
    surcharge: NOTHING,
    paidOn: null,
  };
}
