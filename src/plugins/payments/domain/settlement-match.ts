import type { Day } from './day';
import { minor } from './money';
import type { MinorUnits } from './money';

/** An instalment that a line of a list may be about, as it stands before the list is written. */
export interface Payable {
  readonly documentId: string;
  readonly payment: string;
  readonly dueDate: Day;
  readonly number: number;
  readonly outstanding: MinorUnits;
}

/** What of a line goes on one instalment. */
export interface Share {
  readonly documentId: string;
  readonly amount: MinorUnits;
}

/**
 * `matched`: it can only be this one. `ambiguous`: staff choose. `overpaid`: more than is outstanding. `paid`: nothing is open. `unmatched`: nobody owes
 * under it.
 */
export interface Match {
  readonly status: 'matched' | 'ambiguous' | 'overpaid' | 'paid' | 'unmatched';
  readonly shares: readonly Share[];
}

const oldestFirst = (a: Payable, b: Payable): number =>
  a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : a.number - b.number;

const all = (row: Payable): Share => ({ documentId: row.documentId, amount: row.outstanding });

/**
 * What a line settles of the instalments under its code or tax number.
 *
 * Of one payment: an instalment of exactly that amount, the oldest of several; less is a part of the oldest; more goes on the following ones. Of several
 * payments: the one instalment of exactly that amount where there is but one, else staff choose. Nothing is guessed across payments.
 *
 * @param rows everything that it may be about, open or not
 * @param amount null for all that is outstanding of one instalment
 */
export function matchListed(rows: readonly Payable[], amount: MinorUnits | null): Match {
  if (rows.length === 0) return { status: 'unmatched', shares: [] };
  const open = rows.filter(({ outstanding }) => outstanding > 0).sort(oldestFirst);
  const [oldest] = open;
  if (!oldest) return { status: 'paid', shares: [] };
  const one = new Set(open.map(({ payment }) => payment)).size === 1;
  const exact = open.filter(({ outstanding }) => outstanding === amount);
  const [first] = exact;
  if (first && (one || exact.length === 1)) return { status: 'matched', shares: [all(first)] };
  if (!one) return { status: 'ambiguous', shares: [] };
  if (amount === null)
    return open.length === 1 ? { status: 'matched', shares: [all(oldest)] } : { status: 'ambiguous', shares: [] };
  return spread(open, amount);
}

/** The oldest first, and what is more on those after it. */
function spread(open: readonly Payable[], amount: MinorUnits): Match {
  const shares: Share[] = [];
  let left: number = amount;
  for (const row of open) {
    if (left <= 0) break;
    const share = minor(Math.min(left, row.outstanding));
    shares.push({ documentId: row.documentId, amount: share });
    left -= share;
  }
  return { status: left > 0 ? 'overpaid' : 'matched', shares };
}
