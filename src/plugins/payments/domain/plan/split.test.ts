import fc from 'fast-check';
import fixture from '../../../../../tests/fixtures/money-split.json';
import { parseDecimal } from '../money';
import type { CurrencyCode } from '../money';
import { createPlan, MAX_INSTALMENTS, proposeThird } from '../plan';
import type { AutomaticPlanInput, PlanContext } from '../plan';
import { cents, day, EUR, moreRuns, problemsOf, valueOf, weekendsOnly } from '../testing/support';

const context: PlanContext = { calendar: weekendsOnly, defaultConvention: 'following' };

const threeNumbers = (total: number, amount: number, count: number, currency = EUR): AutomaticPlanInput => ({
  kind: 'automatic',
  currency,
  total: cents(total),
  amount: cents(amount),
  count,
  firstDate: day('2027-01-29'),
  period: 'monthly',
});

const placesOf = (input: AutomaticPlanInput) =>
  problemsOf(createPlan(input, context)).map(({ code, path }) => [code, path.join('.')]);

describe('total, amount and number', () => {
  test.each(fixture.last_takes_remainder.filter(({ expected }) => expected.every((part) => part > 0)))(
    '$amount_minor in $parts: the last takes what is left',
    ({ amount_minor: total, parts, currency, expected }) => {
      const plan = valueOf(createPlan(threeNumbers(total, expected[0] ?? 0, parts, currency as CurrencyCode), context));
      expect(plan.instalments.map(({ amount }) => amount)).toEqual(expected);
      expect(proposeThird({ total: cents(total), count: parts })).toEqual({ field: 'amount', value: expected[0] });
    },
  );

  test('the example of four that leave too much', () => {
    expect(problemsOf(createPlan(threeNumbers(200_000, 30_000, 4), context))).toEqual([
      {
        code: 'count-too-small',
        path: ['count'],
        message: '4 × 300.00 leaves 800.00 of 2,000.00: use 7 instalments, or 500.00 each',
        params: { count: 4, amount: '300.00', total: '2000.00', left: '800.00' },
        repairs: [{ count: 7 }, { amount: '500.00' }],
      },
    ]);
  });

  test('so many that nothing is left for the last', () => {
    expect(problemsOf(createPlan(threeNumbers(10_000, 10_000, 3), context))).toEqual([
      {
        code: 'count-too-large',
        path: ['count'],
        message: '3 × 100.00 leaves nothing of 100.00 for the last: use 1 instalment, or 33.33 each',
        params: { count: 3, amount: '100.00', total: '100.00' },
        repairs: [{ count: 1 }, { amount: '33.33' }],
      },
    ]);
  });

  test.each([
    ['the last may exceed the others by less than a cent each', 1_003, 250, 4, [250, 250, 250, 253]],
    ['the last may be small', 901, 300, 4, [300, 300, 300, 1]],
    ['one instalment takes all', 100, 500, 1, [100]],
  ])('%s', (_, total, amount, count, expected) => {
    expect(
      valueOf(createPlan(threeNumbers(total, amount, count), context)).instalments.map((row) => row.amount),
    ).toEqual(expected);
  });

  test.each([
    ['by a cent each it is too much', 1_004, 250, 4, [{ count: 5 }, { amount: '2.51' }]],
    ['nothing is left for the last', 900, 300, 4, [{ count: 3 }, { amount: '2.25' }]],
    ['a cent for each at least', 5, 1, 10, [{ count: 5 }]],
    ['more than a plan can have', 700_000, 1, 2, [{ amount: '3500.00' }]],
    [
      'two exact numbers whose product is not',
      Number.MAX_SAFE_INTEGER,
      9_000_000_000_000_000,
      600,
      [{ count: 2 }, { amount: '150119987579.01' }],
    ],
  ])('%s: repairs', (_, total, amount, count, repairs) => {
    expect(
      problemsOf(createPlan(threeNumbers(total, amount, count), context)).flatMap((problem) => problem.repairs),
    ).toEqual(repairs);
  });

  test.each([
    ['no total', 0, 100, 3, [['total-not-positive', 'total']]],
    ['no amount', 100, 0, 3, [['amount-not-positive', 'amount']]],
    ['no number', 100, 10, 0, [['count-invalid', 'count']]],
    ['half a number', 100, 10, 2.5, [['count-invalid', 'count']]],
    ['too great a number', 100, 10, 601, [['count-invalid', 'count']]],
    [
      'nothing at all',
      0,
      0,
      0,
      [
        ['total-not-positive', 'total'],
        ['amount-not-positive', 'amount'],
        ['count-invalid', 'count'],
      ],
    ],
  ])('%s', (_, total, amount, count, expected) => {
    expect(placesOf(threeNumbers(total, amount, count))).toEqual(expected);
  });

  test('each wrong number is mended by the other two where they can', () => {
    const problems = (total: number, amount: number, count: number) =>
      problemsOf(createPlan(threeNumbers(total, amount, count), context)).map(({ message, repairs }) => [
        message,
        repairs,
      ]);
    expect(problems(1_000, 0, 3)).toEqual([['The amount must be more than zero: use 3.33', [{ amount: '3.33' }]]]);
    expect(problems(2, -1, 3)).toEqual([['The amount must be more than zero', []]]);
    expect(problems(1_000, 300, 0)).toEqual([
      ['The number of instalments must be from 1 to 600: use 4', [{ count: 4 }]],
    ]);
    expect(problems(10_000, 1, 601)).toEqual([['The number of instalments must be from 1 to 600', []]]);
    expect(problems(0, 300, 0).map(([, repairs]) => repairs)).toEqual([undefined, []]);
    expect(problems(100, 0, 0).map(([, repairs]) => repairs)).toEqual([[], []]);
    expect(problems(100_000, 0, 601).map(([, repairs]) => repairs)).toEqual([[], []]);
    expect(problems(1, 0, 1)).toEqual([['The amount must be more than zero: use 0.01', [{ amount: '0.01' }]]]);
    expect(problems(1, 1, 0)).toEqual([['The number of instalments must be from 1 to 600: use 1', [{ count: 1 }]]]);
    expect(problems(0, 1, 1)).toEqual([['The total must be more than zero', undefined]]);
    expect(problemsOf(createPlan(threeNumbers(100, 10, 601), context))[0]?.params).toEqual({ most: 600 });
  });

  test('every offered repair is valid by itself, and something impossible always has one', () => {
    const number = fc.oneof(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }));
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: MAX_INSTALMENTS }), (total, amount, count) => {
        const input = threeNumbers(total, amount, count);
        const plan = createPlan(input, context);
        if (plan.ok) return;
        const repairs = plan.problems.flatMap((problem) => problem.repairs ?? []);
        expect(repairs.length).toBeGreaterThan(0);
        for (const repair of repairs) {
          const mended = 'count' in repair ? repair : { amount: valueOf(parseDecimal(repair.amount, EUR)) };
          expect(createPlan({ ...input, ...mended }, context)).toMatchObject({ ok: true });
        }
      }),
      moreRuns(3),
    );
  });
});

describe('filling two proposes the third', () => {
  test.each([
    [
      { total: 200_000, count: 7 },
      { field: 'amount', value: 28_571 },
    ],
    [
      { total: 200_000, amount: 30_000 },
      { field: 'count', value: 7 },
    ],
    [
      { total: 200_000, amount: 50_000 },
      { field: 'count', value: 4 },
    ],
    [
      { amount: 30_000, count: 7 },
      { field: 'total', value: 210_000 },
    ],
    [
      { total: 3, count: 3 },
      { field: 'amount', value: 1 },
    ],
    [{ total: 1 }, null],
    [{ amount: 1 }, null],
    [{ count: 1 }, null],
    [{}, null],
    [{ total: 100, amount: 10, count: 10 }, null],
    [{ total: 0, count: 3 }, null],
    [{ amount: 0, count: 3 }, null],
    [{ total: 100, amount: -1 }, null],
    [{ total: 100, count: 0 }, null],
    [{ total: 100, count: 1.5 }, null],
    [{ total: 2, count: 3 }, null],
    [{ total: 601, amount: 1 }, null],
    [
      { total: 600, amount: 1 },
      { field: 'count', value: 600 },
    ],
    [{ amount: Number.MAX_SAFE_INTEGER, count: 2 }, null],
  ])('%j: %j', ({ total, amount, count }: { total?: number; amount?: number; count?: number }, expected) => {
    const known = {
      ...(total === undefined ? {} : { total: cents(total) }),
      ...(amount === undefined ? {} : { amount: cents(amount) }),
      ...(count === undefined ? {} : { count }),
    };
    expect(proposeThird(known)).toEqual(expected);
  });

  test('and the three together are a plan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 1, max: 600 }), (total, count) => {
        const proposed = proposeThird({ total: cents(total), count });
        if (proposed) expect(createPlan(threeNumbers(total, proposed.value, count), context).ok).toBe(true);
        else expect(total).toBeLessThan(count);
      }),
    );
  });
});
