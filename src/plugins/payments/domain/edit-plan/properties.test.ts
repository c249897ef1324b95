import fc from 'fast-check';
import { addInstalment, changeAmount, removeInstalment } from '../edit-plan';
import type { DateContext, Rest } from '../edit-plan';
import { parseDecimal } from '../money';
import type { InstalmentRow } from '../payment-state';
import { cents, day, EUR, moreRuns, row, valueOf, weekendsOnly } from '../testing/support';

const context: DateContext = { calendar: weekendsOnly, convention: 'following' };

describe('whatever is edited', () => {
  const anyRows = fc
    .array(
      fc.record({
        amount: fc.integer({ min: 1, max: 100_000 }),
        share: fc.double({ min: 0, max: 1.2, noNaN: true }),
        cancelled: fc.boolean(),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((drafts) =>
      drafts.map(({ amount, share, cancelled: gone }, index) => {
        const paid = share < 0.5 ? 0 : Math.min(amount, Math.floor(amount * share));
        const state = paid === amount ? 'paid' : gone ? 'cancelled' : 'open';
        return row({ number: index + 1, amount: cents(amount), paid: cents(paid), state });
      }),
    );
  const anyRest = fc.constantFrom<Rest>('total', 'last', 'spread');
  const kept = (rows: ReadonlyArray<InstalmentRow>) =>
    rows.filter(({ state }) => state !== 'open').map((each) => ({ ...each, number: 0 }));

  function holds(before: InstalmentRow[], after: { rows: InstalmentRow[]; total: number }, rest: Rest) {
    const sumOf = (rows: InstalmentRow[]) => rows.reduce((sum, { amount }) => sum + amount, 0);
    expect(sumOf(after.rows)).toBe(after.total);
    if (rest !== 'total') expect(after.total).toBe(sumOf(before));
    expect(after.rows.map(({ number }) => number)).toEqual(after.rows.map((_, index) => index + 1));
    expect(after.rows.every(({ amount, paid }) => amount > 0 && amount >= paid)).toBe(true);
  }

  test('sums hold, numbers run from 1, paid rows stay, and every repair is valid', () => {
    fc.assert(
      fc.property(
        anyRows,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 400_000 }),
        anyRest,
        (rows, number, amount, rest) => {
          const changed = changeAmount(rows, number, cents(amount), rest, EUR);
          if (changed.ok) {
            holds(rows, changed.value, rest);
            const others = (list: InstalmentRow[]) => list.filter((each) => each.number !== number);
            expect(kept(others(changed.value.rows))).toEqual(kept(others(rows)));
            return;
          }
          for (const repair of changed.problems.flatMap(({ repairs }) => repairs ?? [])) {
            const mended = 'amount' in repair ? valueOf(parseDecimal(repair.amount, EUR)) : cents(0);
            expect(changeAmount(rows, number, mended, rest, EUR)).toMatchObject({ ok: true });
          }
        },
      ),
      moreRuns(3),
    );
  });

  test('also where rows are added and removed', () => {
    fc.assert(
      fc.property(
        anyRows,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 400_000 }),
        anyRest,
        (rows, number, amount, rest) => {
          const removed = removeInstalment(rows, number, rest, EUR);
          if (removed.ok) {
            holds(rows, removed.value, rest);
            expect(kept(removed.value.rows)).toEqual(kept(rows));
          }
          const draft = { amount: cents(amount), date: day('2027-02-01') };
          const added = addInstalment(rows, draft, rest, EUR, context);
          if (added.ok) {
            holds(rows, added.value, rest);
            expect(kept(added.value.rows)).toEqual(kept(rows));
            return;
          }
          for (const repair of added.problems.flatMap(({ repairs }) => repairs ?? [])) {
            const mended = 'amount' in repair ? valueOf(parseDecimal(repair.amount, EUR)) : cents(0);
            expect(addInstalment(rows, { ...draft, amount: mended }, rest, EUR, context)).toMatchObject({ ok: true });
          }
        },
      ),
      moreRuns(3),
    );
  });
});
