import publicHolidays from '../../../../../tests/fixtures/public-holidays.json';
import type { CalendarInput } from '../calendar';
import { addDays } from '../day';
import type { Day } from '../day';
import { createPlan } from '../plan';
import type { AutomaticPlanInput, PlanContext, PlanInput } from '../plan';
import { calendarWith, cents, day, EUR, valueOf } from '../testing/support';

/** What the library projects and nobody has decreed. */
const PROJECTED = ['2027-05-04', '2032-05-04', '2033-05-02'];

const EASTER_2027 = day('2027-05-02');

/** Greek closed days with the names of spring 2027, which follow Easter; the others need no name here. */
const NAMES: ReadonlyMap<string, string> = new Map([
  [addDays(EASTER_2027, -48), 'Clean Monday'],
  ['2027-03-25', 'Annunciation'],
  [addDays(EASTER_2027, -2), 'Good Friday'],
  ['2027-05-01', 'Labour Day'],
  [addDays(EASTER_2027, 1), 'Easter Monday'],
  [addDays(EASTER_2027, 50), 'Whit Monday'],
  ['2026-10-28', 'Ochi Day'],
]);

const holidays: CalendarInput['holidays'] = publicHolidays.GR.public
  .filter((date) => !PROJECTED.includes(date))
  .map((date) => ({ day: day(date), name: NAMES.get(date) ?? null }));

const context: PlanContext = { calendar: calendarWith([], { holidays }), defaultConvention: 'following' };

/** Nominal date, due date, and why they differ: the reason's kind and, where it has one, its name. */
type Row = [nominal: string, due: string, why?: string];

interface Example {
  what: string;
  plan: PlanInput;
  rows: Row[];
  amounts: number[];
}

const automatic = (total: number, amount: number, count: number, more: Partial<AutomaticPlanInput>): PlanInput => ({
  kind: 'automatic',
  currency: EUR,
  total: cents(total),
  amount: cents(amount),
  count,
  firstDate: day('2026-07-31'),
  period: 'month-end',
  ...more,
});

const manual = (...dates: string[]): PlanInput => ({
  kind: 'manual',
  currency: EUR,
  total: cents(100 * dates.length),
  instalments: dates.map((date) => ({ amount: cents(100), date: day(date) })),
});

const equal = (count: number, amount: number, last = amount) => [...new Array<number>(count - 1).fill(amount), last];

/**
 * Worked by hand: weekdays from a wall calendar, Easter (Orthodox) on 2 May 2027 and 16 April 2028, and the fixed holidays of 1 and 6
 * January, 25 March, 1 May, 15 August, 28 October, 25 and 26 December.
 */
const EXAMPLES: Example[] = [
  {
    what: 'income tax 2026 in eight, each on the last working day of a month from July',
    plan: automatic(123_456, 15_432, 8, {}),
    rows: [
      ['2026-07-31', '2026-07-31'], // a Friday
      ['2026-08-31', '2026-08-31'], // a Monday
      ['2026-09-30', '2026-09-30'], // a Wednesday
      ['2026-10-31', '2026-10-30', 'weekend'], // a Saturday
      ['2026-11-30', '2026-11-30'], // a Monday
      ['2026-12-31', '2026-12-31'], // a Thursday
      ['2027-01-31', '2027-01-29', 'weekend'], // a Sunday
      ['2027-02-28', '2027-02-26', 'weekend'], // a Sunday
    ],
    amounts: equal(8, 15_432),
  },
  {
    what: 'property tax (ENFIA) 2027 in twelve from March, each on the last working day of the month',
    plan: automatic(50_003, 4_166, 12, { firstDate: day('2027-03-31') }),
    rows: [
      ['2027-03-31', '2027-03-31'], // a Wednesday
      ['2027-04-30', '2027-04-29', 'holiday Good Friday'],
      ['2027-05-31', '2027-05-31'], // a Monday; Whit Monday is three weeks later
      ['2027-06-30', '2027-06-30'], // a Wednesday
      ['2027-07-31', '2027-07-30', 'weekend'], // a Saturday
      ['2027-08-31', '2027-08-31'], // a Tuesday
      ['2027-09-30', '2027-09-30'], // a Thursday
      ['2027-10-31', '2027-10-29', 'weekend'], // a Sunday
      ['2027-11-30', '2027-11-30'], // a Tuesday
      ['2027-12-31', '2027-12-31'], // a Friday
      ['2028-01-31', '2028-01-31'], // a Monday
      ['2028-02-29', '2028-02-29'], // a Tuesday of a leap year
    ],
    amounts: equal(12, 4_166, 4_177),
  },
  {
    what: 'VAT of the third quarter of 2026 in two, at the end of October and of November',
    plan: automatic(90_001, 45_000, 2, { firstDate: day('2026-10-31') }),
    rows: [
      ['2026-10-31', '2026-10-30', 'weekend'], // a Saturday
      ['2026-11-30', '2026-11-30'], // a Monday
    ],
    amounts: [45_000, 45_001],
  },
  {
    what: 'an arrangement of 24 whose first date the tax office names, then month’s ends',
    plan: automatic(1_000_000, 41_666, 24, { firstDate: day('2026-11-30'), period: 'monthly', endOfMonth: true }),
    rows: [
      ['2026-11-30', '2026-11-30'], // a Monday
      ['2026-12-31', '2026-12-31'], // a Thursday
      ['2027-01-31', '2027-02-01', 'weekend'], // a Sunday
      ['2027-02-28', '2027-03-01', 'weekend'], // a Sunday
      ['2027-03-31', '2027-03-31'], // a Wednesday
      ['2027-04-30', '2027-05-04', 'holiday Good Friday'], // then Saturday, Easter, Easter Monday
      ['2027-05-31', '2027-05-31'],
      ['2027-06-30', '2027-06-30'],
      ['2027-07-31', '2027-08-02', 'weekend'], // a Saturday
      ['2027-08-31', '2027-08-31'],
      ['2027-09-30', '2027-09-30'],
      ['2027-10-31', '2027-11-01', 'weekend'], // a Sunday
      ['2027-11-30', '2027-11-30'],
      ['2027-12-31', '2027-12-31'],
      ['2028-01-31', '2028-01-31'],
      ['2028-02-29', '2028-02-29'], // of a leap year
      ['2028-03-31', '2028-03-31'], // a Friday
      ['2028-04-30', '2028-05-02', 'weekend'], // a Sunday, then Labour Day
      ['2028-05-31', '2028-05-31'], // a Wednesday
      ['2028-06-30', '2028-06-30'], // a Friday
      ['2028-07-31', '2028-07-31'], // a Monday
      ['2028-08-31', '2028-08-31'], // a Thursday
      ['2028-09-30', '2028-10-02', 'weekend'], // a Saturday
      ['2028-10-31', '2028-10-31'], // a Tuesday
    ],
    amounts: equal(24, 41_666, 41_682),
  },
  {
    what: 'an arrangement from the 15th: no drift, and the 15th of August on a Sunday',
    plan: automatic(30_000, 10_000, 3, { firstDate: day('2027-07-15'), period: 'monthly' }),
    rows: [
      ['2027-07-15', '2027-07-15'], // a Thursday
      ['2027-08-15', '2027-08-16', 'holiday'], // the Assumption, and a Sunday
      ['2027-09-15', '2027-09-15'], // a Wednesday
    ],
    amounts: equal(3, 10_000),
  },
  {
    what: 'spring 2027: Clean Monday, 25 March, Easter from Good Friday to Monday, Whit Monday',
    plan: manual(
      '2027-03-13',
      '2027-03-15',
      '2027-03-25',
      '2027-04-29',
      '2027-04-30',
      '2027-05-01',
      '2027-05-03',
      '2027-05-04',
      '2027-06-19',
      '2027-06-21',
    ),
    rows: [
      ['2027-03-13', '2027-03-16', 'weekend'], // Saturday, Sunday, then Clean Monday
      ['2027-03-15', '2027-03-16', 'holiday Clean Monday'],
      ['2027-03-25', '2027-03-26', 'holiday Annunciation'], // a Thursday; the Friday is open
      ['2027-04-29', '2027-04-29'], // Holy Thursday is open
      ['2027-04-30', '2027-05-04', 'holiday Good Friday'],
      ['2027-05-01', '2027-05-04', 'holiday Labour Day'], // Holy Saturday
      ['2027-05-03', '2027-05-04', 'holiday Easter Monday'],
      ['2027-05-04', '2027-05-04'], // Labour Day is expected to move here, and moves nothing before its decree
      ['2027-06-19', '2027-06-22', 'weekend'], // Saturday, Sunday, then Whit Monday
      ['2027-06-21', '2027-06-22', 'holiday Whit Monday'],
    ],
    amounts: equal(10, 100),
  },
];

const why = (shift: { kind: string; name: string | null } | null) =>
  shift ? [[shift.kind, shift.name].filter(Boolean).join(' ')] : [];

describe('Greek practice', () => {
  test.each(EXAMPLES)('$what', ({ plan, rows, amounts }) => {
    const { instalments } = valueOf(createPlan(plan, context));
    expect(instalments.map((row) => [row.nominalDate, row.dueDate, ...why(row.shift)])).toEqual(rows);
    expect(instalments.map(({ amount }) => amount)).toEqual(amounts);
  });

  test('the wall calendar agrees: no due date of these examples is a Saturday or a Sunday', () => {
    const weekday = (date: string) => new Date(`${date as Day}T00:00:00Z`).getUTCDay();
    const closed = EXAMPLES.flatMap(({ rows }) => rows.map(([, due]) => due)).filter((due) => weekday(due) % 6 === 0);
    expect(closed).toEqual([]);
  });
});
