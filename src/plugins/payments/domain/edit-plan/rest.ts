import { minor, toDecimal, toEnglish, wholeTimes } from '../money';
import type { CurrencyCode, MinorUnits } from '../money';
import type { InstalmentRow } from '../payment-state';
import { ok, refuse } from '../problem';
import type { Result } from '../problem';
import { outstanding } from './rows';

/**
 * What happens to the rest when an amount changes: the total follows; the last unpaid instalment takes the difference;
 * or all unpaid ones share it.
 */
export type Rest = 'total' | 'last' | 'spread';

/**
 * Lets the open rows among `others` bear `difference`: more for each where positive, less where negative. Every one of
 * them keeps at least one minor unit outstanding. Where that is too little to give, `most` tells what would not be.
 */
export function bearDifference<Row extends InstalmentRow>(
  others: ReadonlyArray<Row>,
  difference: number,
  rest: Rest,
  currency: CurrencyCode,
  most: (capacity: number) => MinorUnits,
): Result<Row[]> {
  if (rest === 'total' || difference === 0) return ok([...others]);
  const open = others.filter(({ state }) => state === 'open');
  if (open.length === 0) {
    const message = 'No other instalment is unpaid: change the total instead';
    return refuse({ code: 'rest-has-no-place', path: ['rest'], message });
  }
  const bearers = rest === 'last' ? open.slice(-1) : open;
  const capacity = bearers.reduce((total, row) => total + canGive(row), 0);
  if (capacity + difference < 0) return refuse(tooLittle(capacity, currency, most(capacity)));
  const shares = shareOut(bearers, difference);
  return ok(others.map((row) => withShare(row, shares.get(row.number) ?? 0)));
}

function withShare<Row extends InstalmentRow>(row: Row, share: number): Row {
  return share === 0 ? row : { ...row, amount: minor(row.amount + share) };
}

function canGive(row: InstalmentRow): number {
  return outstanding(row) - 1;
}

/** Equal shares, the last row taking what division leaves; what one row cannot give the larger ones give for it. */
function shareOut(bearers: ReadonlyArray<InstalmentRow>, difference: number): Map<number, number> {
  const giving = difference < 0;
  const order = giving ? [...bearers].sort((a, b) => canGive(a) - canGive(b)) : bearers;
  let left = Math.abs(difference);
  return new Map(
    order.map((row, index) => {
      const bearersLeft = order.length - index;
      const equal = bearersLeft === 1 ? left : wholeTimes(left, bearersLeft);
      const share = giving ? Math.min(equal, canGive(row)) : equal;
      left -= share;
      return [row.number, giving ? -share : share] as const;
    }),
  );
}

function tooLittle(capacity: number, currency: CurrencyCode, most: MinorUnits) {
  const available = minor(capacity);
  const better = most >= 1 && capacity > 0;
  const advice = better ? `use at most ${toEnglish(most, currency)}, or change the total` : 'change the total instead';
  return {
    code: 'rest-impossible',
    path: ['amount'],
    message: `The other instalments can give up ${toEnglish(available, currency)}: ${advice}`,
    params: { available: toDecimal(available, currency), most: toDecimal(most, currency) },
    repairs: better ? [{ amount: toDecimal(most, currency) }] : [],
  } as const;
}
