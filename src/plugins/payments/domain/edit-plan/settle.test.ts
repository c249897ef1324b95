import fc from 'fast-check';
import { cents, codesOf, day, EUR, problemsOf, row, valueOf } from '../testing/support';
import { settle, unsettle } from '../edit-plan';
import type { Settlement, Unsettlement } from '../edit-plan';

const paidOn = day('2027-01-10');
const open = () => [row({ number: 1 }), row({ number: 2, paid: cents(4_000), paidOn: day('2027-01-01') })];
const settled = (number: number, values: Omit<Settlement, 'paidOn'>) =>
  valueOf(settle(open(), number, { paidOn, ...values }, EUR)).rows[number - 1];

describe('marking as paid', () => {
  test('in full', () => {
    const { rows, total, warnings } = valueOf(settle(open(), 1, { paidOn }, EUR));
    expect(rows).toEqual([{ ...open()[0], paid: 10_000, state: 'paid', paidOn }, open()[1]]);
    expect([total, warnings]).toEqual([20_000, []]);
  });

  test.each([
    ['in part', 1, { amount: cents(9_999) }, { paid: 9_999, state: 'open', surcharge: 0 }],
    ['the rest of a part', 2, {}, { paid: 10_000, state: 'paid', surcharge: 0 }],
    ['a part and another', 2, { amount: cents(6_000) }, { paid: 10_000, state: 'paid', surcharge: 0 }],
    [
      'with a surcharge apart',
      1,
      { surcharge: cents(150) },
      { paid: 10_000, amount: 10_000, state: 'paid', surcharge: 150 },
    ],
  ])('%s', (_, number, values, expected) => {
    expect(settled(number, values)).toMatchObject({ ...expected, paidOn });
  });

  test('surcharges add up', () => {
    const once = valueOf(settle(open(), 1, { paidOn, amount: cents(5_000), surcharge: cents(100) }, EUR)).rows;
    expect(valueOf(settle(once, 1, { paidOn, surcharge: cents(50) }, EUR)).rows[0]?.surcharge).toBe(150);
  });

  test('more than is outstanding is refused', () => {
    expect(problemsOf(settle(open(), 2, { paidOn, amount: cents(6_001) }, EUR))).toEqual([
      {
        code: 'amount-above-outstanding',
        path: ['amount'],
        message: 'Only 60.00 is outstanding: use that, and enter what exceeds it as a surcharge',
        params: { outstanding: '60.00' },
        repairs: [{ amount: '60.00' }],
      },
    ]);
    expect(problemsOf(settle(open(), 2, { paidOn, amount: cents(0) }, EUR))).toEqual([
      {
        code: 'amount-not-positive',
        path: ['amount'],
        message: 'The amount must be more than zero: use 60.00',
        repairs: [{ amount: '60.00' }],
      },
    ]);
  });

  test('so are a negative surcharge, a huge one, and a day to come', () => {
    const surcharge = {
      code: 'surcharge-invalid',
      path: ['surcharge'],
      message: expect.stringContaining('exact amount'),
    };
    expect(problemsOf(settle(open(), 1, { paidOn, surcharge: cents(-1) }, EUR))).toEqual([surcharge]);
    const rows = [row({ surcharge: cents(Number.MAX_SAFE_INTEGER) })];
    expect(problemsOf(settle(rows, 1, { paidOn, surcharge: cents(1) }, EUR))).toEqual([surcharge]);
    expect(problemsOf(settle(open(), 1, { paidOn, today: day('2027-01-09') }, EUR))).toEqual([
      {
        code: 'paid-in-the-future',
        path: ['paidOn'],
        message: 'The day of payment is still to come: use today or an earlier day',
        params: { today: '2027-01-09' },
      },
    ]);
    expect(settle(open(), 1, { paidOn, today: paidOn }, EUR).ok).toBe(true);
  });

  test('what is paid or cancelled is refused', () => {
    const rows = [row({ number: 1, paid: cents(10_000), state: 'paid' }), row({ number: 2, state: 'cancelled' })];
    expect([1, 2, 3].map((number) => problemsOf(settle(rows, number, { paidOn }, EUR))[0])).toMatchObject([
      { code: 'instalment-paid', path: [] },
      { code: 'instalment-cancelled', path: [] },
      { code: 'instalment-unknown', path: [] },
    ]);
  });
});

describe('undoing it', () => {
  const paid = () => [
    row({ number: 1, paid: cents(10_000), state: 'paid', paidOn, surcharge: cents(150) }),
    row({ number: 2, paid: cents(4_000), paidOn, surcharge: cents(20) }),
    row({ number: 3 }),
  ];
  const undone = (number: number, values: Unsettlement) =>
    valueOf(unsettle(paid(), number, values, EUR)).rows[number - 1];

  test.each<[string, number, Unsettlement, object]>([
    ['all, with its surcharge', 1, {}, { paid: 0, state: 'open', paidOn: null, surcharge: 0 }],
    ['a part', 1, { amount: cents(1) }, { paid: 9_999, state: 'open', paidOn, surcharge: 150 }],
    [
      'a part and some surcharge',
      1,
      { amount: cents(1), surcharge: cents(50) },
      { paid: 9_999, paidOn, surcharge: 100 },
    ],
    ['all, keeping some surcharge', 1, { surcharge: cents(0) }, { paid: 0, paidOn: null, surcharge: 150 }],
    ['what was paid in part', 2, {}, { paid: 0, state: 'open', paidOn: null, surcharge: 0 }],
  ])('%s', (_, number, values, expected) => {
    expect(undone(number, values)).toMatchObject(expected);
  });

  test('leaves the others and the total', () => {
    const edited = valueOf(unsettle(paid(), 1, {}, EUR));
    expect(edited.rows.slice(1)).toEqual(paid().slice(1));
    expect(edited.total).toBe(30_000);
  });

  test.each<[number, Unsettlement, string, string[]]>([
    [1, { amount: cents(10_001) }, 'amount-above-paid', ['amount']],
    [1, { amount: cents(0) }, 'amount-above-paid', ['amount']],
    [3, {}, 'amount-above-paid', ['amount']],
    [1, { surcharge: cents(151) }, 'surcharge-invalid', ['surcharge']],
    [1, { surcharge: cents(-1) }, 'surcharge-invalid', ['surcharge']],
    [4, {}, 'instalment-unknown', []],
  ])('of instalment %i, %j is refused: %s', (number, values, code, path) => {
    expect(problemsOf(unsettle(paid(), number, values, EUR)).map((problem) => [problem.code, problem.path])).toEqual([
      [code, path],
    ]);
  });

  test('more than is paid names what is', () => {
    expect(problemsOf(unsettle(paid(), 2, { amount: cents(4_001) }, EUR))).toEqual([
      {
        code: 'amount-above-paid',
        path: ['amount'],
        message: '40.00 of instalment 2 is paid: undo that or a part of it',
        params: { paid: '40.00' },
        repairs: [{ amount: '40.00' }],
      },
    ]);
    expect(codesOf(unsettle([row({ state: 'cancelled', paid: cents(1) })], 1, {}, EUR))).toEqual([
      'instalment-cancelled',
    ]);
  });

  test('settled and undone, a row is as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.nat(500), (amount, surcharge) => {
        const rows = [row()];
        const after = valueOf(
          settle(rows, 1, { paidOn, amount: cents(amount), surcharge: cents(surcharge) }, EUR),
        ).rows;
        expect(valueOf(unsettle(after, 1, { amount: cents(amount) }, EUR)).rows).toEqual(rows);
      }),
    );
  });
});
