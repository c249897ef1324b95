import fc from 'fast-check';
import { addDays, fromEpochDay, toEpochDay } from './day';
import { firstPeriodFrom, fitsPeriod, nominalDay, periodDates, periodLabel } from './series';
import type { Series, SeriesDates, SeriesNaming, SeriesPeriod, SeriesRule } from './series';
import { anyCalendar, anyConvention, anyDay, calendarWith, day } from './testing/support';

const PERIODS: readonly SeriesPeriod[] = [
  'weekly',
  'biweekly',
  'monthly',
  'bimonthly',
  'quarterly',
  'semiannual',
  'annual',
];

const MONTH_END: SeriesRule = { kind: 'month-end' };
const FROM_START: SeriesRule = { kind: 'from-start' };
const on = (dayOfMonth: number): SeriesRule => ({ kind: 'day-of-month', day: dayOfMonth });

const series = (start: string, period: SeriesPeriod, rule: SeriesRule, ...later: readonly SeriesDates[]): Series => ({
  start: day(start),
  end: null,
  period,
  terms: [{ from: 1, rule, convention: null }, ...later],
});

const nominal = (of: Series, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const found = nominalDay(of, index + 1);
    return found === null ? null : fromEpochDay(found);
  });

describe('which days a series asks for', () => {
  const cases: [what: string, of: Series, days: string[]][] = [
    [
      'a month’s end, from the month of the start',
      series('2027-01-15', 'monthly', MONTH_END),
      ['2027-01-31', '2027-02-28', '2027-03-31'],
    ],
    ['a day of the month that is still to come', series('2027-01-05', 'monthly', on(20)), ['2027-01-20', '2027-02-20']],
    ['a day of the month that has passed', series('2027-01-25', 'monthly', on(20)), ['2027-02-20', '2027-03-20']],
    [
      'the 31st, clamped and never drifting',
      series('2027-01-01', 'monthly', on(31)),
      ['2027-01-31', '2027-02-28', '2027-03-31'],
    ],
    [
      'counted from the start',
      series('2027-01-30', 'quarterly', FROM_START),
      ['2027-01-30', '2027-04-30', '2027-07-30'],
    ],
    [
      'a leap day, every year',
      series('2028-02-29', 'annual', FROM_START),
      ['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29'],
    ],
    ['every two weeks', series('2027-01-04', 'biweekly', FROM_START), ['2027-01-04', '2027-01-18', '2027-02-01']],
    [
      'another day from the third period on',
      series('2027-01-10', 'monthly', on(10), { from: 3, rule: MONTH_END, convention: null }),
      ['2027-01-10', '2027-02-10', '2027-03-31', '2027-04-30'],
    ],
  ];
  test.each(cases)('%s', (_, of, days) => expect(nominal(of, days.length)).toEqual(days));

  test('beyond 2199 there is none', () =>
    expect(nominal(series('2199-12-01', 'monthly', on(5)), 2)).toEqual(['2199-12-05', null]));
});

const context = { calendar: calendarWith(['2027-05-03']), convention: 'following' as const };

describe('when a period is due', () => {
  test('a month’s end is its last open day, whatever the convention', () => {
    expect(periodDates(series('2027-01-01', 'monthly', MONTH_END), 1, context)).toMatchObject({
      nominalDate: '2027-01-31',
      dueDate: '2027-01-29',
      shift: { kind: 'weekend' },
    });
  });

  test('a day of the month moves by the convention, its own before the default', () => {
    const monthly = series('2027-05-01', 'monthly', on(2));
    expect(periodDates(monthly, 1, context)).toMatchObject({ nominalDate: '2027-05-02', dueDate: '2027-05-04' });
    const own: Series = { ...monthly, terms: [{ from: 1, rule: on(2), convention: 'preceding' }] };
    expect(periodDates(own, 1, context)).toMatchObject({ dueDate: '2027-04-30' });
  });

  test('the last day of a series is its last; after it there is no period', () => {
    const ending: Series = { ...series('2027-01-10', 'monthly', on(10)), end: day('2027-02-10') };
    expect([1, 2, 3].map((number) => periodDates(ending, number, context)?.nominalDate ?? null)).toEqual([
      '2027-01-10',
      '2027-02-10',
      null,
    ]);
  });
});

describe('what its payments are called', () => {
  const cases: [SeriesPeriod, SeriesNaming, string, string | null][] = [
    ['monthly', 'none', '2027-04-30', null],
    ['monthly', 'due', '2027-04-30', '04/2027'],
    ['monthly', 'before', '2027-01-31', '12/2026'],
    ['quarterly', 'due', '2027-04-30', '04/2027'],
    ['quarterly', 'before', '2027-04-30', '01–03/2027'],
    ['quarterly', 'before', '2027-02-26', '11/2026–01/2027'],
    ['semiannual', 'before', '2027-07-31', '01–06/2027'],
    ['annual', 'due', '2027-07-31', '2027'],
    ['annual', 'before', '2027-07-31', '2026'],
    ['weekly', 'before', '2027-07-05', '05/07/2027'],
  ];
  test.each(cases)('%s, named by %s, due %s: %s', (period, naming, date, label) =>
    expect(periodLabel(day(date), period, naming)).toBe(label),
  );
});

const anyRule = fc.oneof(fc.constant(MONTH_END), fc.constant(FROM_START), fc.integer({ min: 1, max: 31 }).map(on));

/** Any series, with up to two changes of its rule. */
const anySeries = fc
  .record({
    start: anyDay,
    period: fc.constantFrom(...PERIODS),
    rules: fc.tuple(anyRule, anyRule, anyRule),
    changes: fc.tuple(fc.integer({ min: 2, max: 20 }), fc.integer({ min: 21, max: 40 })),
    convention: anyConvention,
  })
  .filter(({ period, rules }) => rules.every((rule) => fitsPeriod(rule, period)))
  .map(({ start, period, rules, changes, convention }): Series => ({
    start,
    end: null,
    period,
    terms: [
      { from: 1, rule: rules[0], convention },
      { from: changes[0], rule: rules[1], convention },
      { from: changes[1], rule: rules[2], convention },
    ],
  }));

test('every period has a day of its own, later than the one before, whatever changes on the way', () => {
  fc.assert(
    fc.property(anySeries, (of) => {
      const days = nominal(of, 60).filter((each) => each !== null);
      expect(days[0]! >= of.start || of.period === 'weekly').toBe(true);
      for (let index = 1; index < days.length; index += 1) expect(days[index]! > days[index - 1]!).toBe(true);
    }),
  );
});

test('nothing drifts: a period’s day depends on no other period', () => {
  fc.assert(
    fc.property(anySeries, fc.integer({ min: 1, max: 60 }), (of, number) => {
      const found = nominalDay(of, number);
      fc.pre(found !== null);
      const months = (value: string) => Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7));
      const first = fromEpochDay(nominalDay(of, 1)!);
      const here = fromEpochDay(found!);
      const lengths = { weekly: 0, biweekly: 0, monthly: 1, bimonthly: 2, quarterly: 3, semiannual: 6, annual: 12 };
      const length = lengths[of.period];
      if (length > 0) expect(months(here) - months(first)).toBe(length * (number - 1));
      else expect((toEpochDay(here) - toEpochDay(of.start)) % 7).toBe(0);
    }),
  );
});

test('the first period from a day on is found, and none before it', () => {
  fc.assert(
    fc.property(anySeries, fc.integer({ min: -400, max: 4_000 }), (of, distance) => {
      const start = toEpochDay(of.start);
      fc.pre(start + distance > 0);
      const from = addDays(of.start, distance);
      const number = firstPeriodFrom(of, from);
      expect(fromEpochDay(nominalDay(of, number)!) >= from).toBe(true);
      if (number > 1) expect(fromEpochDay(nominalDay(of, number - 1)!) < from).toBe(true);
    }),
  );
});

test('a period is due on an open day, unless its dates are kept as they are', () => {
  fc.assert(
    fc.property(anySeries, anyCalendar, fc.integer({ min: 1, max: 60 }), (of, calendar, number) => {
      const found = periodDates(of, number, { calendar, convention: 'following' });
      fc.pre(found !== null);
      const { rule, convention } = of.terms.filter(({ from }) => from <= number).at(-1)!;
      if (rule.kind !== 'month-end' && convention === 'unadjusted') expect(found!.dueDate).toBe(found!.nominalDate);
      else expect(calendar.closed(toEpochDay(found!.dueDate))).toBeNull();
    }),
  );
});
