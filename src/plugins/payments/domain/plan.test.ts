import { createPlan } from './plan';
import type { Convention, PlanContext } from './plan';
import { automatic, dueDates, nominalDates } from './testing/plans';
import { calendarWith, cents, day, EUR, valueOf, weekendsOnly } from './testing/support';

const context: PlanContext = { calendar: weekendsOnly, defaultConvention: 'following' };

describe('dates counted from the first', () => {
  test('31 January, 28 February, 31 March: dates never drift', () => {
    const plan = valueOf(createPlan(automatic({ firstDate: day('2027-01-31'), convention: 'unadjusted' }), context));
    expect(nominalDates(plan).slice(0, 4)).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
    expect(dueDates(plan)).toEqual(nominalDates(plan));
    expect(plan.instalments.every(({ shift, pinned, paid }) => shift === null && !pinned && !paid)).toBe(true);
  });

  test('endOfMonth acts only when the first date is a month’s end', () => {
    const from = (firstDate: string, endOfMonth?: boolean) => {
      const input = { firstDate: day(firstDate), ...(endOfMonth === undefined ? {} : { endOfMonth }) };
      return nominalDates(valueOf(createPlan(automatic(input), context))).slice(0, 3);
    };
    expect(from('2027-02-28')).toEqual(['2027-02-28', '2027-03-28', '2027-04-28']);
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

  test('preceding: also the first of all', () => {
    const calendar = calendarWith(['2027-02-03', '2027-02-02', '2027-02-01', '2027-01-29', '2027-01-28']);
    expect(weekly('preceding', calendar)).toEqual([
      ['2027-01-26', 'collision'],
      ['2027-01-27', 'holiday'],
      ['2027-02-10', null],
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
