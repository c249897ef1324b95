import fc from 'fast-check';
import { arrangementStanding, lossDateOf } from './arrangement';
import type { ArrangementRow } from './arrangement';
import { addDays } from './day';
import { cents, day } from './testing/support';

const today = day('2027-03-10');

const row = (dueDate: string, more: Partial<ArrangementRow> = {}): ArrangementRow => ({
  state: 'open',
  amount: cents(100),
  paid: cents(0),
  dueDate: day(dueDate),
  ...more,
});

/** January, February and March are past their dates where they are unpaid; the next deadline is 15 March. */
const year = (...first: Partial<ArrangementRow>[]) =>
  ['2027-01-29', '2027-02-26', '2027-03-09', '2027-03-15', '2027-04-30'].map((date, index) => row(date, first[index]));
const paid: Partial<ArrangementRow> = { state: 'paid', paid: cents(100) };

describe('how an arrangement stands', () => {
  test.each<[string, ArrangementRow[], number, ReturnType<typeof arrangementStanding>]>([
    ['all paid so far', year(paid, paid, paid), 2, { missed: 0, lossDate: day('2027-04-30'), state: 'kept' }],
    ['one missed, the next is near', year(paid, paid), 2, { missed: 1, lossDate: day('2027-03-15'), state: 'at-risk' }],
    ['two missed of two', year(paid), 2, { missed: 2, lossDate: day('2027-03-09'), state: 'over' }],
    ['they need not follow one another', year({}, paid), 2, { missed: 2, lossDate: day('2027-03-09'), state: 'over' }],
    ['paid late is not missed', year(paid, paid, paid, {}), 3, { missed: 0, lossDate: null, state: 'kept' }],
    [
      'a part paid is not the instalment paid',
      year(paid, paid, { paid: cents(99) }),
      2,
      { missed: 1, lossDate: day('2027-03-15'), state: 'at-risk' },
    ],
    [
      'cancelled is not missed',
      year(paid, { state: 'cancelled' }),
      2,
      { missed: 1, lossDate: day('2027-03-15'), state: 'at-risk' },
    ],
    [
      'reported in full waits for staff',
      year(paid, paid, { reported: cents(100) }),
      2,
      { missed: 0, lossDate: day('2027-04-30'), state: 'kept' },
    ],
    [
      'reported in part counts',
      year(paid, paid, { reported: cents(99) }),
      2,
      { missed: 1, lossDate: day('2027-03-15'), state: 'at-risk' },
    ],
    ['lost at the first', year(paid, paid, paid), 1, { missed: 0, lossDate: day('2027-03-15'), state: 'at-risk' }],
    ['nothing is left to miss', [row('2027-03-09', paid)], 1, { missed: 0, lossDate: null, state: 'kept' }],
  ])('%s', (_name, rows, lostAfter, expected) => {
    expect(arrangementStanding(rows, lostAfter, today, 7)).toEqual(expected);
  });

  test('what is due today is not missed yet', () => {
    const rows = [row('2027-03-10')];
    expect(arrangementStanding(rows, 1, today, 7).state).toBe('at-risk');
    expect(arrangementStanding(rows, 1, addDays(today, 1), 7).state).toBe('over');
  });

  test('how soon a deadline is near is said', () => {
    const rows = [row('2027-03-17')];
    expect([6, 7].map((days) => arrangementStanding(rows, 1, today, days).state)).toEqual(['kept', 'at-risk']);
  });

  test('without a number nothing is lost', () => expect(lossDateOf(year(), null)).toBeNull());
});

const anyRow: fc.Arbitrary<ArrangementRow> = fc.record({
  state: fc.constantFrom('open', 'paid', 'cancelled'),
  amount: fc.constant(cents(100)),
  paid: fc.integer({ min: 0, max: 99 }).map(cents),
  dueDate: fc.integer({ min: -60, max: 60 }).map((days) => addDays(today, days)),
  reported: fc.option(fc.integer({ min: 0, max: 120 }).map(cents)),
});
const anyRows = fc.array(anyRow, { maxLength: 12 });
const anyNumber = fc.integer({ min: 1, max: 12 });

describe('for any plan', () => {
  test('it is over exactly when its deciding deadline is past', () => {
    fc.assert(
      fc.property(anyRows, anyNumber, (rows, lostAfter) => {
        const { lossDate, state } = arrangementStanding(rows, lostAfter, today, 7);
        expect(state === 'over').toBe(lossDate !== null && lossDate < today);
      }),
    );
  });

  test('paying an instalment never brings the loss nearer', () => {
    fc.assert(
      fc.property(anyRows, anyNumber, fc.nat(), (rows, lostAfter, which) => {
        const better = rows.map((each, index) =>
          index === which % Math.max(rows.length, 1) ? { ...each, state: 'paid' as const, paid: each.amount } : each,
        );
        const [before, after] = [lossDateOf(rows, lostAfter), lossDateOf(better, lostAfter)];
        if (before === null) expect(after).toBeNull();
        else expect(after === null || after >= before).toBe(true);
      }),
    );
  });

  test('the order of its rows does not matter', () => {
    fc.assert(
      fc.property(anyRows, anyNumber, (rows, lostAfter) => {
        const turned = [...rows].reverse();
        expect(arrangementStanding(turned, lostAfter, today, 7)).toEqual(
          arrangementStanding(rows, lostAfter, today, 7),
        );
      }),
    );
  });
});
