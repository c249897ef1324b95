import { toEpochDay } from '../day';
import { createPlan } from '../plan';
import type { AutomaticPlanInput, ManualPlanInput, PlanContext } from '../plan';
import { calendarWith, cents, day, EUR, problemsOf, valueOf, weekendsOnly } from '../testing/support';

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

const manual = (input: Partial<ManualPlanInput> = {}): ManualPlanInput => ({
  kind: 'manual',
  currency: EUR,
  total: cents(100_000),
  instalments: [
    { amount: cents(60_000), date: day('2027-01-15') },
    { amount: cents(40_000), date: day('2027-02-15') },
  ],
  ...input,
});

const placesOf = (input: AutomaticPlanInput | ManualPlanInput) =>
  problemsOf(createPlan(input, context)).map(({ code, path }) => [code, path.join('.')]);

describe('options that exclude each other', () => {
  const monthEnd = { ...threeNumbers(1_200, 100, 12), period: 'month-end' } as const;

  test('a convention with month-end', () => {
    expect(placesOf({ ...monthEnd, convention: 'following' })).toEqual([['convention-refused', 'convention']]);
    expect(placesOf(manual({ period: 'month-end', convention: 'preceding' }))).toEqual([
      ['convention-refused', 'convention'],
    ]);
    expect(placesOf({ ...monthEnd, total: cents(0), convention: 'following' })).toEqual([
      ['convention-refused', 'convention'],
      ['total-not-positive', 'total'],
    ]);
  });

  test('month-end is the last open day, whatever the default', () => {
    const plan = valueOf(createPlan({ ...monthEnd, firstDate: day('2026-10-01') }, context));
    expect(plan.instalments[0]).toMatchObject({ nominalDate: '2026-10-31', dueDate: '2026-10-30' });
    const rows = [{ amount: cents(100_000), date: day('2026-10-31') }];
    expect(
      valueOf(createPlan(manual({ period: 'month-end', instalments: rows }), context)).instalments[0]?.dueDate,
    ).toBe('2026-10-30');
  });

  test.each(['weekly', 'biweekly'] as const)('endOfMonth with %s', (period) => {
    expect(placesOf({ ...threeNumbers(1_200, 100, 12), period, endOfMonth: true })).toEqual([
      ['end-of-month-refused', 'endOfMonth'],
    ]);
    expect(placesOf({ ...threeNumbers(0, 100, 12), period, endOfMonth: true })).toEqual([
      ['total-not-positive', 'total'],
      ['end-of-month-refused', 'endOfMonth'],
    ]);
    expect(createPlan({ ...threeNumbers(1_200, 100, 12), period, endOfMonth: false }, context).ok).toBe(true);
  });
});

describe('a running plan taken over', () => {
  const paidOf = (alreadyPaid: number) =>
    valueOf(createPlan({ ...threeNumbers(1_200, 400, 3), alreadyPaid }, context)).instalments.map(({ paid }) => paid);

  test('the first n are paid', () => {
    expect([paidOf(0), paidOf(2), paidOf(3)]).toEqual([
      [false, false, false],
      [true, true, false],
      [true, true, true],
    ]);
    expect(valueOf(createPlan(manual({ alreadyPaid: 1 }), context)).instalments.map(({ paid }) => paid)).toEqual([
      true,
      false,
    ]);
  });

  test.each([-1, 4, 1.5])('%d of three is refused', (alreadyPaid) => {
    expect(problemsOf(createPlan({ ...threeNumbers(1_200, 400, 3), alreadyPaid }, context))).toEqual([
      {
        code: 'already-paid-invalid',
        path: ['alreadyPaid'],
        message: 'Already paid are from 0 to 3 instalments',
        params: { most: 3 },
      },
    ]);
  });

  test('only what is unpaid and already due is warned of', () => {
    const warnings = (alreadyPaid: number, today?: string) =>
      valueOf(
        createPlan(
          { ...threeNumbers(1_200, 400, 3), alreadyPaid },
          { ...context, ...(today ? { today: day(today) } : {}) },
        ),
      ).warnings.map(({ code, path }) => [code, path.join('.')]);
    expect(warnings(0, '2027-03-01')).toEqual([['due-in-the-past', 'instalments.0.dueDate']]);
    expect(warnings(1, '2027-03-01')).toEqual([]);
    expect(warnings(0, '2027-01-29')).toEqual([]);
    expect(warnings(0)).toEqual([]);
    const input = { ...threeNumbers(1_200, 400, 3), alreadyPaid: 0 };
    expect(valueOf(createPlan(input, { ...context, today: day('2027-01-30') })).warnings).toEqual([
      {
        code: 'due-in-the-past',
        path: ['instalments', 0, 'dueDate'],
        message: '2027-01-29 has passed: check the date, or mark the instalment as already paid',
        params: { day: '2027-01-29' },
      },
    ]);
  });
});

describe('one-off payments', () => {
  test('need a total', () => {
    const input = { kind: 'single', currency: EUR, total: cents(0), date: day('2199-12-31') } as const;
    const calendar = calendarWith(['2199-12-31'], { weekend: [] });
    expect(problemsOf(createPlan(input, { ...context, calendar })).map(({ code }) => code)).toEqual([
      'total-not-positive',
      'day-out-of-range',
    ]);
    expect(problemsOf(createPlan(input, context)).map(({ code, path }) => [code, path])).toEqual([
      ['total-not-positive', ['total']],
    ]);
  });
});

describe('warnings', () => {
  const calendar = calendarWith([], {
    expected: [{ day: day('2027-05-04'), name: 'Labour Day' }],
    knownUntil: toEpochDay(day('2076-12-31')),
  });

  test('an expected holiday moves nothing and is named', () => {
    const input = { kind: 'single', currency: EUR, total: cents(1), date: day('2027-05-04') } as const;
    const plan = valueOf(createPlan(input, { ...context, calendar }));
    expect(plan.instalments[0]?.dueDate).toBe('2027-05-04');
    expect(plan.warnings).toEqual([
      {
        code: 'due-on-expected-day',
        path: ['date'],
        message: '2027-05-04 is expected to become a holiday (Labour Day): the date moves only once it is decreed',
        params: { day: '2027-05-04', name: 'Labour Day' },
      },
    ]);
  });

  test('the end of what is known of the moon is named once', () => {
    const input = { ...threeNumbers(1_200, 100, 12), firstDate: day('2076-10-15') };
    expect(valueOf(createPlan(input, { ...context, calendar })).warnings).toEqual([
      {
        code: 'lunar-data-ends',
        path: ['instalments', 3, 'dueDate'],
        message: 'Holidays that follow the moon are known until 2076-12-31: enter the later ones as closed days',
        params: { until: '2076-12-31' },
      },
    ]);
    expect(valueOf(createPlan({ ...input, firstDate: day('2075-10-15') }, { ...context, calendar })).warnings).toEqual(
      [],
    );
    const across = { kind: 'single', currency: EUR, total: cents(1), date: day('2076-12-31') } as const;
    expect(valueOf(createPlan(across, { ...context, calendar })).warnings).toEqual([]);
    const closed = calendarWith(['2076-12-31'], { knownUntil: toEpochDay(day('2076-12-31')) });
    expect(valueOf(createPlan(across, { ...context, calendar: closed })).warnings).toHaveLength(1);
    const beyond = calendarWith(['2077-01-01'], { knownUntil: toEpochDay(day('2076-12-31')) });
    const back = { ...across, date: day('2077-01-01'), convention: 'preceding' } as const;
    expect(valueOf(createPlan(back, { ...context, calendar: beyond })).warnings).toHaveLength(1);
  });
});
