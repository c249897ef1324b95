import vectors from '../../../../tests/fixtures/quantlib-instalments.json';
import publicHolidays from '../../../../tests/fixtures/public-holidays.json';
import target from '../../../../tests/fixtures/target-holidays.json';
import { adjust } from './calendar';
import { fromEpochDay, toEpochDay } from './day';
import { createPlan } from './plan';
import type { AutomaticPlanInput, Convention, Period, Plan, PlanContext } from './plan';
import { nominalDates as nominalDatesOf, staysAtMonthEnd } from './plan/periods';
import { calendarWith, cents, day, EUR, valueOf } from './testing/support';

const greece = calendarWith(
  publicHolidays.GR.public.filter((date) => !['2027-05-04', '2032-05-04', '2033-05-02'].includes(date)),
);
const context: PlanContext = { calendar: greece, defaultConvention: 'following' };

function automatic(input: Partial<AutomaticPlanInput>): AutomaticPlanInput {
  const total = cents(120_000);
  return {
    kind: 'automatic',
    currency: EUR,
    total,
    amount: cents(10_000),
    count: 12,
    firstDate: day('2026-12-31'),
    period: 'monthly',
    ...input,
  };
}

const dueDates = ({ instalments }: Plan) => instalments.map(({ dueDate }) => dueDate);
const nominalDates = ({ instalments }: Plan) => instalments.map((instalment) => instalment.nominalDate);
const amounts = ({ instalments }: Plan) => instalments.map(({ amount }) => amount);

describe('against QuantLib', () => {
  const calendars = { TARGET: calendarWith(target.dates), GR: calendarWith(publicHolidays.GR.public) };
  const PERIOD: Readonly<Record<string, [Period, number]>> = {
    '1W': ['weekly', 1],
    '2W': ['biweekly', 1],
    '4W': ['weekly', 4],
    '1M': ['monthly', 1],
    '2M': ['bimonthly', 1],
    '3M': ['quarterly', 1],
    '6M': ['semiannual', 1],
    '1Y': ['annual', 1],
  };
  const CONVENTION: Readonly<Record<Convention, keyof (typeof vectors.cases)[number]['adjusted']>> = {
    following: 'Following',
    'modified-following': 'ModifiedFollowing',
    preceding: 'Preceding',
    'modified-preceding': 'ModifiedPreceding',
    unadjusted: 'Unadjusted',
  };
  const conventions = Object.entries(CONVENTION) as Array<[Convention, (typeof CONVENTION)[Convention]]>;
  const strictlyIncreasing = (dates: string[]) =>
    dates.every((date, index) => index === 0 || date > (dates[index - 1] ?? ''));

  let planned = 0;

  test.each(vectors.cases)('$count × $tenor from $start, $calendar, month ends $endOfMonth', (vector) => {
    const [period, every] = PERIOD[vector.tenor] ?? ['monthly', 1];
    const calendar = calendars[vector.calendar as keyof typeof calendars];
    const first = toEpochDay(day(vector.start));
    const nominalAt = nominalDatesOf(first, period, staysAtMonthEnd(first, period, vector.endOfMonth));
    const nominal = vector.unadjusted.map((_, index) => nominalAt(index * every));
    expect(nominal.map(fromEpochDay)).toEqual(vector.unadjusted);

    for (const [convention, name] of conventions) {
      expect(nominal.map((date) => fromEpochDay(adjust(date, convention, calendar)))).toEqual(vector.adjusted[name]);
      if (every > 1 || !strictlyIncreasing(vector.adjusted[name])) continue;
      const input = automatic({
        total: cents(100 * vector.count),
        amount: cents(100),
        count: vector.count,
        firstDate: day(vector.start),
        period,
        convention,
        ...(period === 'weekly' || period === 'biweekly' ? {} : { endOfMonth: vector.endOfMonth }),
      });
      const plan = valueOf(createPlan(input, { calendar, defaultConvention: 'unadjusted' }));
      expect(nominalDates(plan)).toEqual(vector.unadjusted);
      expect(dueDates(plan)).toEqual(vector.adjusted[name]);
      planned += 1;
    }
  });

  test('nearly all of them as whole plans', () => {
    expect(planned).toBeGreaterThan(500);
  });
});

describe('Greek practice', () => {
  test('income tax 2026 in eight, on the last working day of each month from July', () => {
    const plan = valueOf(
      createPlan(
        automatic({
          total: cents(123_456),
          amount: cents(15_432),
          count: 8,
          firstDate: day('2026-07-31'),
          period: 'month-end',
        }),
        context,
      ),
    );
    expect(plan.instalments.map(({ number, dueDate, shift }) => [number, dueDate, shift?.kind ?? null])).toEqual([
      [1, '2026-07-31', null],
      [2, '2026-08-31', null],
      [3, '2026-09-30', null],
      [4, '2026-10-30', 'weekend'],
      [5, '2026-11-30', null],
      [6, '2026-12-31', null],
      [7, '2027-01-29', 'weekend'],
      [8, '2027-02-26', 'weekend'],
    ]);
    expect(nominalDates(plan).slice(3)).toEqual(['2026-10-31', '2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28']);
    expect(amounts(plan)).toEqual(new Array(8).fill(15_432));
  });

  test('property tax in twelve from March, the last working day of each month', () => {
    const plan = valueOf(
      createPlan(
        automatic({
          total: cents(50_003),
          amount: cents(4_166),
          count: 12,
          firstDate: day('2027-03-10'),
          period: 'month-end',
        }),
        context,
      ),
    );
    expect(dueDates(plan)).toEqual([
      '2027-03-31',
      '2027-04-29',
      '2027-05-31',
      '2027-06-30',
      '2027-07-30',
      '2027-08-31',
      '2027-09-30',
      '2027-10-29',
      '2027-11-30',
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
    ]);
    expect(amounts(plan).slice(-2)).toEqual([4_166, 4_177]);
  });

  test('VAT in two: the end of the month and of the next', () => {
    const plan = valueOf(
      createPlan(
        automatic({
          total: cents(90_001),
          amount: cents(45_000),
          count: 2,
          firstDate: day('2026-10-30'),
          period: 'month-end',
        }),
        context,
      ),
    );
    expect(dueDates(plan)).toEqual(['2026-10-30', '2026-11-30']);
    expect(amounts(plan)).toEqual([45_000, 45_001]);
  });

  test('an arrangement of 24 with a first date of its own', () => {
    const plan = valueOf(
      createPlan(
        automatic({
          total: cents(1_000_000),
          amount: cents(41_666),
          count: 24,
          firstDate: day('2026-11-30'),
          endOfMonth: true,
        }),
        context,
      ),
    );
    expect(nominalDates(plan).slice(0, 4)).toEqual(['2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28']);
    expect(dueDates(plan).slice(0, 7)).toEqual([
      '2026-11-30',
      '2026-12-31',
      '2027-02-01',
      '2027-03-01',
      '2027-03-31',
      '2027-05-04',
      '2027-05-31',
    ]);
    expect(plan.instalments[23]).toMatchObject({
      number: 24,
      nominalDate: '2028-10-31',
      dueDate: '2028-10-31',
      amount: 41_682,
    });
  });

  test('spring 2027: Clean Monday, 25 March, Good Friday, Easter Monday, Whit Monday', () => {
    const plan = valueOf(
      createPlan(
        {
          kind: 'manual',
          currency: EUR,
          total: cents(600),
          instalments: ['2027-03-15', '2027-03-25', '2027-04-30', '2027-05-01', '2027-05-03', '2027-06-21'].map(
            (date) => ({
              amount: cents(100),
              date: day(date),
            }),
          ),
        },
        context,
      ),
    );
    expect(plan.instalments.map(({ nominalDate: nominal, dueDate, shift }) => [nominal, dueDate, shift?.kind])).toEqual(
      [
        ['2027-03-15', '2027-03-16', 'holiday'],
        ['2027-03-25', '2027-03-26', 'holiday'],
        ['2027-04-30', '2027-05-04', 'holiday'],
        ['2027-05-01', '2027-05-04', 'holiday'],
        ['2027-05-03', '2027-05-04', 'holiday'],
        ['2027-06-21', '2027-06-22', 'holiday'],
      ],
    );
  });

  test('31 January, 28 February, 31 March: dates never drift', () => {
    const plan = valueOf(createPlan(automatic({ firstDate: day('2027-01-31'), convention: 'unadjusted' }), context));
    expect(nominalDates(plan).slice(0, 4)).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
    expect(dueDates(plan)).toEqual(nominalDates(plan));
    expect(plan.instalments.every(({ shift }) => shift === null)).toBe(true);
  });

  test('endOfMonth acts only when the first date is a month’s end', () => {
    const from = (firstDate: string, endOfMonth: boolean) =>
      nominalDates(valueOf(createPlan(automatic({ firstDate: day(firstDate), endOfMonth }), context))).slice(0, 3);
    expect(from('2027-02-28', true)).toEqual(['2027-02-28', '2027-03-31', '2027-04-30']);
    expect(from('2027-02-28', false)).toEqual(['2027-02-28', '2027-03-28', '2027-04-28']);
    expect(from('2027-02-27', true)).toEqual(['2027-02-27', '2027-03-27', '2027-04-27']);
  });
});

describe('a plan explains its shifts', () => {
  const calendar = calendarWith([], {
    holidays: [{ day: day('2026-10-28'), name: 'Ochi Day' }],
    added: [{ day: day('2026-10-29'), name: 'Decree' }],
  });
  const single = (date: string, convention: Convention) =>
    valueOf(
      createPlan(
        { kind: 'single', currency: EUR, total: cents(85_000), date: day(date), convention },
        { calendar, defaultConvention: 'following' },
      ),
    ).instalments;

  test.each<[string, Convention, string, object | null]>([
    ['2026-10-31', 'following', '2026-11-02', { kind: 'weekend', name: null }],
    ['2026-10-28', 'following', '2026-10-30', { kind: 'holiday', name: 'Ochi Day' }],
    ['2026-10-29', 'preceding', '2026-10-27', { kind: 'decree', name: 'Decree' }],
    ['2026-10-27', 'following', '2026-10-27', null],
    ['2026-10-28', 'unadjusted', '2026-10-28', null],
  ])('%s %s: %s', (date, convention, dueDate, shift) => {
    expect(single(date, convention)).toEqual([
      { number: 1, amount: 85_000, nominalDate: date, dueDate, shift, pinned: false, paid: false },
    ]);
  });

  test('without a convention of its own it takes the institution’s or the office’s', () => {
    const input = { kind: 'single', currency: EUR, total: cents(1), date: day('2026-10-31') } as const;
    const due = (defaultConvention: Convention) =>
      valueOf(createPlan(input, { calendar, defaultConvention })).instalments[0]?.dueDate;
    expect([due('following'), due('preceding')]).toEqual(['2026-11-02', '2026-10-30']);
  });

  test('a pinned date stays, with a warning where it is closed', () => {
    const input = { kind: 'single', currency: EUR, total: cents(1), date: day('2026-10-28'), pinned: true } as const;
    const plan = valueOf(createPlan(input, { calendar, defaultConvention: 'following' }));
    expect(plan.instalments[0]).toMatchObject({ dueDate: '2026-10-28', shift: null, pinned: true });
    expect(plan.warnings).toEqual([
      {
        code: 'due-on-closed-day',
        path: ['date'],
        message: '2026-10-28 is closed (Ochi Day) and is kept: make sure that it can be paid by then',
        params: { day: '2026-10-28', kind: 'holiday', name: 'Ochi Day' },
      },
    ]);
    const open = { ...input, date: day('2026-10-27') };
    expect(valueOf(createPlan(open, { calendar, defaultConvention: 'following' })).warnings).toEqual([]);
  });
});

describe('no two due dates of an automatic plan on one day', () => {
  // closed from Monday 1 to Friday 12 February 2027
  const shut = calendarWith(
    [1, 2, 3, 4, 5, 8, 9, 10, 11, 12].map((date) => `2027-02-${String(date).padStart(2, '0')}`),
  );
  const weekly = (convention: Convention, calendar = shut) =>
    valueOf(
      createPlan(
        automatic({
          total: cents(500),
          amount: cents(100),
          count: 5,
          firstDate: day('2027-01-27'),
          period: 'weekly',
          convention,
        }),
        {
          calendar,
          defaultConvention: 'following',
        },
      ),
    ).instalments.map(({ dueDate, shift }) => [dueDate, shift?.kind ?? null]);

  test('following: on the next open day after the one before', () => {
    expect(weekly('following')).toEqual([
      ['2027-01-27', null],
      ['2027-02-15', 'holiday'],
      ['2027-02-16', 'collision'],
      ['2027-02-17', null],
      ['2027-02-24', null],
    ]);
  });

  test('preceding: from the end, on the open day before the one after', () => {
    expect(weekly('preceding')).toEqual([
      ['2027-01-27', null],
      ['2027-01-28', 'collision'],
      ['2027-01-29', 'holiday'],
      ['2027-02-17', null],
      ['2027-02-24', null],
    ]);
  });

  test('modified-* give way as their base does, out of the month if need be', () => {
    const closed = Array.from({ length: 26 }, (_, index) => `2027-02-${String(index + 3).padStart(2, '0')}`);
    const calendar = calendarWith(closed);
    expect(weekly('modified-following', calendar)).toEqual([
      ['2027-01-27', null],
      ['2027-02-02', 'holiday'],
      ['2027-03-01', 'collision'],
      ['2027-03-02', 'collision'],
      ['2027-03-03', 'collision'],
    ]);
    expect(weekly('modified-preceding', calendar)).toEqual([
      ['2027-01-27', null],
      ['2027-01-28', 'collision'],
      ['2027-01-29', 'collision'],
      ['2027-02-01', 'collision'],
      ['2027-02-02', 'holiday'],
    ]);
  });

  test('unadjusted dates never meet', () => {
    expect(weekly('unadjusted').map(([dueDate]) => dueDate)).toEqual([
      '2027-01-27',
      '2027-02-03',
      '2027-02-10',
      '2027-02-17',
      '2027-02-24',
    ]);
  });

  test('manual plans may: late filers pay two at once', () => {
    const rows = ['2026-10-31', '2026-11-01'].map((date) => ({ amount: cents(50), date: day(date) }));
    const plan = valueOf(createPlan({ kind: 'manual', currency: EUR, total: cents(100), instalments: rows }, context));
    expect(dueDates(plan)).toEqual(['2026-11-02', '2026-11-02']);
  });
});
