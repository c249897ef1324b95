import fc from 'fast-check';
import { isOpen } from '../calendar';
import type { Convention } from '../calendar';
import { toEpochDay } from '../day';
import { recalculateDueDates } from '../edit-plan';
import type { InstalmentRow } from '../payment-state';
import { createPlan, proposeThird } from '../plan';
import {
  anyCalendar,
  anyConvention,
  anyDay,
  anyPeriod,
  calendarWith,
  cents,
  day,
  EUR,
  problemsOf,
  row,
  valueOf,
  weekendsOnly,
} from '../testing/support';

const rowsOn = (...dates: Array<string | Partial<InstalmentRow>>) =>
  dates.map((date, index) => row({ number: index + 1, ...(typeof date === 'string' ? { dueDate: day(date) } : date) }));

function dueDates(rows: InstalmentRow[], closed: string[], convention: Convention = 'following', spaced = true) {
  const edited = valueOf(recalculateDueDates(rows, { calendar: calendarWith(closed), convention, spaced }));
  return edited.rows.map(({ dueDate, shift }) => [dueDate, shift?.kind ?? null]);
}

describe('after closed days changed', () => {
  test('open rows follow the calendar, forth and back', () => {
    const rows = rowsOn('2027-01-13', '2027-01-14');
    const moved = valueOf(
      recalculateDueDates(rows, { calendar: calendarWith(['2027-01-14']), convention: 'following', spaced: true }),
    );
    expect(moved.rows[0]).toBe(rows[0]);
    expect(moved.rows[1]).toEqual({ ...rows[1], dueDate: '2027-01-15', shift: { kind: 'holiday', name: null } });
    expect([moved.total, moved.warnings]).toEqual([20_000, []]);
    const back = valueOf(
      recalculateDueDates(moved.rows, { calendar: weekendsOnly, convention: 'following', spaced: true }),
    );
    expect(back.rows).toEqual(rows);
  });

  test('pinned, paid, part-paid and cancelled rows stay', () => {
    const dueDate = day('2027-01-14');
    const rows = rowsOn(
      { dueDate, pinned: true },
      { dueDate, state: 'paid' },
      { dueDate, paid: cents(1) },
      { dueDate, state: 'cancelled' },
    );
    expect(
      valueOf(
        recalculateDueDates(rows, { calendar: calendarWith(['2027-01-14']), convention: 'following', spaced: true }),
      ).rows,
    ).toEqual(rows);
  });

  test('rows of an automatic plan give way to each other and to those that stay', () => {
    const pinned = { dueDate: day('2027-01-15'), pinned: true };
    expect(dueDates(rowsOn('2027-01-14', pinned, '2027-01-18'), ['2027-01-14'])).toEqual([
      ['2027-01-18', 'collision'],
      ['2027-01-15', null],
      ['2027-01-19', 'collision'],
    ]);
    expect(dueDates(rowsOn('2027-01-13', pinned, '2027-01-18'), ['2027-01-18'], 'preceding')).toEqual([
      ['2027-01-13', null],
      ['2027-01-15', null],
      ['2027-01-14', 'collision'],
    ]);
    expect(dueDates(rowsOn('2027-01-13', '2027-01-14'), ['2027-01-14'], 'preceding')).toEqual([
      ['2027-01-12', 'collision'],
      ['2027-01-13', 'holiday'],
    ]);
  });

  test('a cancelled row takes no day', () => {
    expect(
      dueDates(rowsOn('2027-01-14', { dueDate: day('2027-01-15'), state: 'cancelled' }), ['2027-01-14'])[0],
    ).toEqual(['2027-01-15', 'holiday']);
  });

  test('manual plans may share', () => {
    expect(dueDates(rowsOn('2027-01-14', '2027-01-15'), ['2027-01-14'], 'following', false)).toEqual([
      ['2027-01-15', 'holiday'],
      ['2027-01-15', null],
    ]);
  });

  test('rows that staff put on one date stay together', () => {
    expect(dueDates(rowsOn('2027-01-14', '2027-01-14', '2027-01-15'), ['2027-01-14'])).toEqual([
      ['2027-01-15', 'holiday'],
      ['2027-01-15', 'holiday'],
      ['2027-01-18', 'collision'],
    ]);
  });

  test('a row that staff moved behind others pushes none of them', () => {
    expect(dueDates(rowsOn('2027-06-15', '2027-02-15', '2027-03-15'), ['2027-02-15'])).toEqual([
      ['2027-06-15', null],
      ['2027-02-16', 'holiday'],
      ['2027-03-15', null],
    ]);
  });

  test('unadjusted rows stay where they are', () => {
    expect(dueDates(rowsOn('2027-01-14', '2027-01-15'), ['2027-01-14'], 'unadjusted')).toEqual([
      ['2027-01-14', null],
      ['2027-01-15', null],
    ]);
    const pinned = { dueDate: day('2027-01-15'), pinned: true };
    expect(dueDates(rowsOn(pinned, '2027-01-15'), [], 'unadjusted')).toEqual([
      ['2027-01-15', null],
      ['2027-01-15', null],
    ]);
  });

  test('beyond 2199 there is nowhere to go', () => {
    const calendar = calendarWith(['2199-12-31'], { weekend: [] });
    const rows = rowsOn('2199-12-30', '2199-12-31');
    expect(problemsOf(recalculateDueDates(rows, { calendar, convention: 'following', spaced: true }))[0]).toMatchObject(
      {
        code: 'day-out-of-range',
        path: ['instalments', 1, 'dueDate'],
      },
    );
  });

  test('an automatic plan that is recalculated is the plan that the new calendar makes', () => {
    fc.assert(
      fc.property(
        anyDay,
        anyPeriod,
        fc.integer({ min: 1, max: 30 }),
        anyConvention,
        anyCalendar,
        anyCalendar,
        (firstDate, period, count, chosen, before, after) => {
          const convention = period === 'month-end' ? 'preceding' : chosen;
          const total = cents(30_000);
          const amount = cents(proposeThird({ total, count })?.value ?? 1);
          const input = { kind: 'automatic', currency: EUR, total, amount, count, firstDate, period } as const;
          const planned = (calendar: typeof before) =>
            valueOf(createPlan(input, { calendar, defaultConvention: convention })).instalments;
          const rows = planned(before).map(({ number, nominalDate, dueDate, shift, amount: each }) =>
            row({ number, nominalDate, dueDate, shift, amount: each }),
          );
          const { rows: moved } = valueOf(recalculateDueDates(rows, { calendar: after, convention, spaced: true }));
          expect(moved.map(({ dueDate }) => dueDate)).toEqual(planned(after).map(({ dueDate }) => dueDate));
          if (convention !== 'unadjusted')
            expect(moved.every(({ dueDate }) => isOpen(toEpochDay(dueDate), after))).toBe(true);
        },
      ),
    );
  });
});
