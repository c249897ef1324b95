import { minor } from '../money';
import type { CurrencyCode } from '../money';
import type { InstalmentRow } from '../payment-state';
import { placeTypedDate } from '../plan/single';
import { MAX_INSTALMENTS } from '../plan/types';
import type { ManualRow } from '../plan/types';
import { dateWarnings } from '../plan/warnings';
import { refuse } from '../problem';
import type { Result } from '../problem';
import type { DateContext } from './change-due-date';
import { bearDifference } from './rest';
import type { Rest } from './rest';
import { edited, openRow, unpaidRow } from './rows';
import type { Edited } from './rows';

/**
 * Adds an instalment at its place by date, after whatever is paid; `rest` says whether the total grows or the unpaid
 * instalments give up its amount.
 */
export function addInstalment<Row extends InstalmentRow>(
  rows: ReadonlyArray<Row>,
  { amount, date, pinned = false, paymentCode, note }: ManualRow,
  rest: Rest,
  currency: CurrencyCode,
  { calendar, convention, today }: DateContext,
): Result<Edited<Row | InstalmentRow>> {
  if (rows.length >= MAX_INSTALMENTS) {
    const message = `A plan has at most ${MAX_INSTALMENTS} instalments: remove one first`;
    return refuse({ code: 'count-invalid', path: [], message, params: { most: MAX_INSTALMENTS } });
  }
  if (amount < 1) {
    return refuse({ code: 'amount-not-positive', path: ['amount'], message: 'The amount must be more than zero' });
  }
  const placed = placeTypedDate(date, pinned, convention, calendar, ['date']);
  if (!placed.ok) return placed;
  const borne = bearDifference(rows, -amount, rest, currency, minor);
  if (!borne.ok) return borne;
  const added = {
    ...unpaidRow({ amount, ...placed.value }),
    paymentCode: paymentCode ?? null,
    note: note ?? null,
  };
  const before = placeOf(rows, added);
  const all = [...borne.value.slice(0, before), added, ...borne.value.slice(before)];
  return edited(all, ['amount'], dateWarnings(added, ['date'], calendar, today));
}

/** How many rows stay before the new one. */
function placeOf(rows: ReadonlyArray<InstalmentRow>, added: InstalmentRow): number {
  const last = rows.findLastIndex(({ state, nominalDate }) => state === 'paid' || nominalDate <= added.nominalDate);
  return last + 1;
}

/** Takes an instalment out that nothing is paid of; `rest` says whether the total shrinks or the others take it over. */
export function removeInstalment<Row extends InstalmentRow>(
  rows: ReadonlyArray<Row>,
  number: number,
  rest: Rest,
  currency: CurrencyCode,
): Result<Edited<Row>> {
  const found = openRow(rows, number, []);
  if (!found.ok) return found;
  const row = found.value;
  if (row.paid > 0) {
    const message = `Instalment ${number} is paid in part: undo that payment first`;
    return refuse({ code: 'instalment-part-paid', path: [], message, params: { number } });
  }
  if (rows.length === 1) {
    const message = 'A payment has at least one instalment: cancel or delete the payment instead';
    return refuse({ code: 'last-instalment', path: [], message });
  }
  const others = rows.filter((other) => other.number !== number);
  const borne = bearDifference(others, row.amount, rest, currency, minor);
  if (!borne.ok) return borne;
  return edited(borne.value, []);
}
