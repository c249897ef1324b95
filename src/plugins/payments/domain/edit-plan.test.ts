import { addInstalment, changeAmount, changeDueDate, removeInstalment } from './edit-plan';
import type { DateContext, Rest } from './edit-plan';
import type { InstalmentRow } from './payment-state';
import { calendarWith, cents, codesOf, day, EUR, problemsOf, row, valueOf } from './testing/support';

const calendar = calendarWith(['2027-03-25'], { expected: [{ day: day('2027-05-04'), name: 'Labour Day' }] });
const context: DateContext = { calendar, convention: 'following' };

/** Four instalments of 100.00: one paid, one paid in part, two open. */
function plan(): InstalmentRow[] {
  return [
    row({ number: 1, paid: cents(10_000), state: 'paid', dueDate: day('2027-01-15'), paidOn: day('2027-01-14') }),
    row({ number: 2, paid: cents(3_000), dueDate: day('2027-02-15'), paidOn: day('2027-02-01') }),
    row({ number: 3, dueDate: day('2027-03-15') }),
    row({ number: 4, dueDate: day('2027-04-15') }),
  ];
}

const amounts = (rows: ReadonlyArray<InstalmentRow>) => rows.map(({ amount }) => amount);
const cancelled = row({ number: 5, state: 'cancelled', dueDate: day('2027-05-17') });

describe('changing an amount', () => {
  test.each<[number, number, Rest, number[], number]>([
    [3, 15_000, 'total', [10_000, 10_000, 15_000, 10_000], 45_000],
    [3, 15_000, 'last', [10_000, 10_000, 15_000, 5_000], 40_000],
    [4, 15_000, 'last', [10_000, 10_000, 5_000, 15_000], 40_000],
    [3, 5_000, 'last', [10_000, 10_000, 5_000, 15_000], 40_000],
    [3, 5_000, 'spread', [10_000, 12_500, 5_000, 12_500], 40_000],
    [3, 9_999, 'spread', [10_000, 10_000, 9_999, 10_001], 40_000],
    [3, 10_001, 'spread', [10_000, 10_000, 10_001, 9_999], 40_000],
    [3, 24_000, 'spread', [10_000, 3_001, 24_000, 2_999], 40_000],
    [3, 26_998, 'spread', [10_000, 3_001, 26_998, 1], 40_000],
    [2, 3_000, 'total', [10_000, 3_000, 10_000, 10_000], 33_000],
    [3, 10_000, 'last', [10_000, 10_000, 10_000, 10_000], 40_000],
  ])('of instalment %i to %i, %s: %j', (number, amount, rest, expected, total) => {
    const edited = valueOf(changeAmount(plan(), number, cents(amount), rest, EUR));
    expect(amounts(edited.rows)).toEqual(expected);
    expect(edited.total).toBe(total);
    expect(edited.warnings).toEqual([]);
    expect(edited.rows.map((each) => each.number)).toEqual([1, 2, 3, 4]);
  });

  test('to what is paid makes it paid', () => {
    const { rows } = valueOf(changeAmount(plan(), 2, cents(3_000), 'total', EUR));
    expect(rows[1]).toEqual({ ...plan()[1], amount: 3_000, state: 'paid' });
    expect(valueOf(changeAmount(plan(), 2, cents(3_001), 'total', EUR)).rows[1]?.state).toBe('open');
  });

  test('to a cent is possible, to less is not', () => {
    expect(valueOf(changeAmount(plan(), 3, cents(1), 'total', EUR)).rows[2]?.amount).toBe(1);
    for (const amount of [0, -1]) {
      expect(codesOf(changeAmount(plan(), 3, cents(amount), 'total', EUR))).toEqual(['amount-not-positive']);
    }
  });

  test('that stays as it is needs no other instalment', () => {
    const alone = [plan()[0] ?? row(), row({ number: 2 })];
    expect(valueOf(changeAmount(alone, 2, cents(10_000), 'last', EUR)).rows).toEqual(alone);
    expect(codesOf(changeAmount(alone, 2, cents(9_999), 'last', EUR))).toEqual(['rest-has-no-place']);
  });

  test('below what is paid is refused, with what would do', () => {
    expect(problemsOf(changeAmount(plan(), 2, cents(2_999), 'total', EUR))).toEqual([
      {
        code: 'amount-below-paid',
        path: ['amount'],
        message: '30.00 of instalment 2 is paid: use at least that',
        params: { paid: '30.00' },
        repairs: [{ amount: '30.00' }],
      },
    ]);
    expect(problemsOf(changeAmount(plan(), 3, cents(0), 'total', EUR))).toEqual([
      { code: 'amount-not-positive', path: ['amount'], message: 'The amount must be more than zero' },
    ]);
  });

  test('more than the others can give up is refused, with the most that they can', () => {
    expect(problemsOf(changeAmount(plan(), 3, cents(26_999), 'spread', EUR))).toEqual([
      {
        code: 'rest-impossible',
        path: ['amount'],
        message: 'The other instalments can give up 169.98: use at most 269.98, or change the total',
        params: { available: '169.98', most: '269.98' },
        repairs: [{ amount: '269.98' }],
      },
    ]);
    expect(problemsOf(changeAmount(plan(), 3, cents(20_000), 'last', EUR))[0]?.repairs).toEqual([{ amount: '199.99' }]);
    const tight = [row({ number: 1 }), row({ number: 2, amount: cents(1) })];
    expect(problemsOf(changeAmount(tight, 1, cents(10_001), 'last', EUR))).toEqual([
      {
        code: 'rest-impossible',
        path: ['amount'],
        message: 'The other instalments can give up 0.00: change the total instead',
        params: { available: '0.00', most: '100.00' },
        repairs: [],
      },
    ]);
  });

  test('needs someone to bear the rest', () => {
    const rows = [...plan().slice(0, 1), row({ number: 2 }), { ...cancelled, number: 3 }];
    expect(problemsOf(changeAmount(rows, 2, cents(5_000), 'last', EUR))).toEqual([
      { code: 'rest-has-no-place', path: ['rest'], message: 'No other instalment is unpaid: change the total instead' },
    ]);
    expect(valueOf(changeAmount(rows, 2, cents(5_000), 'total', EUR)).total).toBe(25_000);
  });

  test.each([
    [1, 'instalment-paid', 'Instalment 1 is paid and stays as it is: undo its payment first'],
    [5, 'instalment-cancelled', 'Instalment 5 is cancelled: reopen it first'],
    [6, 'instalment-unknown', 'There is no instalment 6'],
  ])('of instalment %i is refused: %s', (number, code, message) => {
    expect(problemsOf(changeAmount([...plan(), cancelled], number, cents(1), 'total', EUR))).toEqual([
      { code, path: ['amount'], message, params: { number } },
    ]);
  });

  test('to more than can be added up exactly is refused', () => {
    expect(problemsOf(changeAmount(plan(), 3, cents(Number.MAX_SAFE_INTEGER), 'total', EUR))).toEqual([
      {
        code: 'amount-out-of-range',
        path: ['amount'],
        message: 'The total would be too large to be kept exactly: write a smaller amount',
      },
    ]);
  });
});

describe('changing a due date', () => {
  test('what is typed is nominal and gets the convention', () => {
    const { rows, total, warnings } = valueOf(changeDueDate(plan(), 3, { date: day('2027-03-25') }, context));
    expect(rows[2]).toEqual({
      ...plan()[2],
      nominalDate: '2027-03-25',
      dueDate: '2027-03-26',
      shift: { kind: 'holiday', name: null },
      pinned: false,
    });
    expect([rows.length, total, warnings]).toEqual([4, 40_000, []]);
    expect(rows.filter((_, index) => index !== 2)).toEqual(plan().filter((_, index) => index !== 2));
  });

  test('pinned it stays, with a warning', () => {
    const { rows, warnings } = valueOf(changeDueDate(plan(), 3, { date: day('2027-03-25'), pinned: true }, context));
    expect(rows[2]).toMatchObject({ nominalDate: '2027-03-25', dueDate: '2027-03-25', shift: null, pinned: true });
    expect(warnings.map(({ code, path }) => [code, path])).toEqual([['due-on-closed-day', ['dueDate']]]);
  });

  test('pinning and unpinning keep the nominal date', () => {
    const moved = valueOf(changeDueDate(plan(), 3, { date: day('2027-03-25') }, context)).rows;
    const pinned = valueOf(changeDueDate(moved, 3, { pinned: true }, context)).rows;
    expect(pinned[2]).toMatchObject({ dueDate: '2027-03-25', pinned: true });
    expect(valueOf(changeDueDate(pinned, 3, { pinned: false }, context)).rows).toEqual(moved);
  });

  test('warns of what is expected and of what has passed', () => {
    const today = day('2027-06-01');
    const { warnings } = valueOf(changeDueDate(plan(), 3, { date: day('2027-05-04') }, { ...context, today }));
    expect(warnings.map(({ code }) => code)).toEqual(['due-on-expected-day', 'due-in-the-past']);
  });

  test('a row that is paid in part keeps its date', () => {
    expect(problemsOf(changeDueDate(plan(), 2, { date: day('2027-03-25') }, context))).toEqual([
      {
        code: 'instalment-part-paid',
        path: ['dueDate'],
        message: 'Instalment 2 is paid in part and keeps its date: undo that payment first',
        params: { number: 2 },
      },
    ]);
    expect(codesOf(changeDueDate(plan(), 1, { date: day('2027-03-25') }, context))).toEqual(['instalment-paid']);
  });

  test('beyond 2199 there is no next open day', () => {
    const shut = { ...context, calendar: calendarWith(['2199-12-31'], { weekend: [] }) };
    const [problem] = problemsOf(changeDueDate(plan(), 3, { date: day('2199-12-31') }, shut));
    expect(problem).toMatchObject({ code: 'day-out-of-range', path: ['dueDate'] });
  });
});

describe('adding an instalment', () => {
  const added = { amount: cents(6_000), date: day('2027-03-20') };

  test('at its place by date, on top of the total', () => {
    const { rows, total } = valueOf(
      addInstalment(plan(), { ...added, paymentCode: 'X', note: 'late' }, 'total', EUR, context),
    );
    expect(total).toBe(46_000);
    expect(rows.map(({ number, dueDate }) => [number, dueDate])).toEqual([
      [1, '2027-01-15'],
      [2, '2027-02-15'],
      [3, '2027-03-15'],
      [4, '2027-03-22'],
      [5, '2027-04-15'],
    ]);
    expect(rows[3]).toEqual({
      number: 4,
      amount: 6_000,
      paid: 0,
      nominalDate: '2027-03-20',
      dueDate: '2027-03-22',
      shift: { kind: 'weekend', name: null },
      pinned: false,
      state: 'open',
      paymentCode: 'X',
      note: 'late',
      surcharge: 0,
      paidOn: null,
    });
  });

  test.each<[Rest, number[]]>([
    ['last', [10_000, 10_000, 10_000, 6_000, 4_000]],
    ['spread', [10_000, 8_000, 8_000, 6_000, 8_000]],
  ])('within the total: %s', (rest, expected) => {
    const { rows, total } = valueOf(addInstalment(plan(), added, rest, EUR, context));
    expect([amounts(rows), total]).toEqual([expected, 40_000]);
  });

  test('never before what is paid', () => {
    const { rows } = valueOf(addInstalment(plan(), { ...added, date: day('2026-12-01') }, 'total', EUR, context));
    expect(rows.map(({ amount }) => amount)).toEqual([10_000, 6_000, 10_000, 10_000, 10_000]);
    expect(rows[1]?.paymentCode).toBeNull();
  });

  test('of one date after those that have it', () => {
    const { rows } = valueOf(addInstalment(plan(), { ...added, date: day('2027-03-15') }, 'total', EUR, context));
    expect(rows[3]).toMatchObject({ amount: 6_000, dueDate: '2027-03-15' });
  });

  test('with a warning where its date deserves one', () => {
    const pinned = { ...added, pinned: true };
    const { rows, warnings } = valueOf(addInstalment(plan(), pinned, 'total', EUR, context));
    expect(rows[3]).toMatchObject({ dueDate: '2027-03-20', pinned: true });
    expect(warnings.map(({ code, path }) => [code, path])).toEqual([['due-on-closed-day', ['date']]]);
  });

  test('that cannot be', () => {
    const add = (values: object, rest: Rest = 'total', rows = plan()) =>
      problemsOf(addInstalment(rows, { ...added, ...values }, rest, EUR, context));
    expect(add({ amount: cents(0) })).toEqual([
      { code: 'amount-not-positive', path: ['amount'], message: 'The amount must be more than zero' },
    ]);
    expect(addInstalment(plan(), { ...added, amount: cents(1) }, 'total', EUR, context).ok).toBe(true);
    expect(add({ amount: cents(26_998) }, 'spread')[0]).toMatchObject({
      code: 'rest-impossible',
      path: ['amount'],
      repairs: [{ amount: '269.97' }],
    });
    expect(add({ amount: cents(10_000) }, 'last')[0]?.repairs).toEqual([{ amount: '99.99' }]);
    expect(
      add(
        {},
        'total',
        Array.from({ length: 600 }, (_, index) => row({ number: index + 1 })),
      ),
    ).toEqual([
      {
        code: 'count-invalid',
        path: [],
        message: 'A plan has at most 600 instalments: remove one first',
        params: { most: 600 },
      },
    ]);
    expect(add({ amount: cents(Number.MAX_SAFE_INTEGER) })[0]).toMatchObject({
      code: 'amount-out-of-range',
      path: ['amount'],
    });
    const shut = { ...context, calendar: calendarWith(['2199-12-31'], { weekend: [] }) };
    expect(
      problemsOf(addInstalment(plan(), { ...added, date: day('2199-12-31') }, 'total', EUR, shut))[0],
    ).toMatchObject({
      code: 'day-out-of-range',
      path: ['date'],
    });
  });
});

describe('removing an instalment', () => {
  test.each<[Rest, number[], number]>([
    ['total', [10_000, 10_000, 10_000], 30_000],
    ['last', [10_000, 10_000, 20_000], 40_000],
    ['spread', [10_000, 15_000, 15_000], 40_000],
  ])('%s', (rest, expected, total) => {
    const edited = valueOf(removeInstalment(plan(), 3, rest, EUR));
    expect([amounts(edited.rows), edited.total]).toEqual([expected, total]);
    expect(edited.rows.map(({ number, dueDate }) => [number, dueDate])).toEqual([
      [1, '2027-01-15'],
      [2, '2027-02-15'],
      [3, '2027-04-15'],
    ]);
  });

  test('that is paid in part, or the only one, is refused', () => {
    expect(problemsOf(removeInstalment(plan(), 2, 'total', EUR))).toEqual([
      {
        code: 'instalment-part-paid',
        path: [],
        message: 'Instalment 2 is paid in part: undo that payment first',
        params: { number: 2 },
      },
    ]);
    expect(problemsOf(removeInstalment(plan(), 1, 'total', EUR))).toMatchObject([
      { code: 'instalment-paid', path: [] },
    ]);
    expect(problemsOf(removeInstalment([row()], 1, 'total', EUR))).toEqual([
      {
        code: 'last-instalment',
        path: [],
        message: 'A payment has at least one instalment: cancel or delete the payment instead',
      },
    ]);
    expect(codesOf(removeInstalment([plan()[0] ?? row(), row({ number: 2 })], 2, 'last', EUR))).toEqual([
      'rest-has-no-place',
    ]);
  });
});
