import fc from 'fast-check';
import fixture from '../../../../tests/fixtures/month-arithmetic.json';
import {
  addDays,
  addMonths,
  civil,
  compareDays,
  dayFrom,
  daysInMonth,
  epochDayOf,
  FIRST_DAY,
  fromEpochDay,
  isDay,
  isInRange,
  LAST_DAY,
  lastDayOfMonth,
  parseDay,
  toEpochDay,
  weekdayOf,
} from './day';
import type { EpochDay } from './day';
import { codesOf, day, problemsOf } from './testing/support';

const anyEpochDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY }).map((value) => value as EpochDay);
const MILLISECONDS_PER_DAY = 86_400_000;

describe('days', () => {
  test('are counted as the platform counts them, every one from 1970 to 2199', () => {
    for (let epoch = FIRST_DAY as number; epoch <= LAST_DAY; epoch += 1) {
      const date = new Date(epoch * MILLISECONDS_PER_DAY);
      const written = date.toISOString().slice(0, 10);
      if (fromEpochDay(epoch as EpochDay) !== written) throw new Error(`${epoch} is ${written}`);
      if (toEpochDay(day(written)) !== epoch) throw new Error(`${written} is ${epoch}`);
      if (weekdayOf(day(written)) % 7 !== date.getUTCDay()) throw new Error(`Weekday of ${written}`);
    }
    expect([FIRST_DAY, LAST_DAY]).toEqual([0, 84_005]);
  });

  test.each([
    ['1970-01-01', true],
    ['2199-12-31', true],
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['2100-02-29', false],
    ['2023-02-29', false],
    ['2027-04-31', false],
    ['2027-00-10', false],
    ['2027-13-10', false],
    ['2027-01-00', false],
    ['2027-1-5', false],
    ['27-01-05', false],
    ['2027-01-05T00:00', false],
    [' 2027-01-05', false],
    ['1969-12-31', false],
    ['2200-01-01', false],
    [20270105, false],
    [null, false],
  ])('%j is a day: %s', (value, expected) => {
    expect(isDay(value)).toBe(expected);
  });

  test('that are none are refused with the reason', () => {
    expect(problemsOf(parseDay('31/01/2027', ['date']))).toEqual([
      { code: 'day-invalid', path: ['date'], message: 'Write the date as YYYY-MM-DD' },
    ]);
    expect(problemsOf(parseDay('2027-02-31', ['date']))[0]).toMatchObject({
      code: 'day-invalid',
      path: ['date'],
      message: expect.stringContaining('no such day'),
    });
    expect(problemsOf(parseDay('2200-01-01', ['date']))).toEqual([
      {
        code: 'day-out-of-range',
        path: ['date'],
        message: 'Dates reach from 1970 to 2199: choose a date within',
        params: { from: 1970, to: 2199 },
      },
    ]);
    expect(problemsOf(parseDay('31/01/2027'))[0]?.path).toEqual([]);
    expect(codesOf(dayFrom(1969, 12, 31))).toEqual(['day-out-of-range']);
    expect(problemsOf(dayFrom(2027, 2, 31))[0]?.path).toEqual([]);
  });

  test('outside of 1970 to 2199 cannot be written', () => {
    for (const epoch of [-1, LAST_DAY + 1, 0.5]) expect(() => fromEpochDay(epoch as EpochDay)).toThrow(RangeError);
    expect(() => fromEpochDay(-1 as EpochDay)).toThrow('Epoch day -1 is outside of 1970 to 2199');
    expect(() => addDays(day('2199-12-31'), 1)).toThrow(RangeError);
    expect([-1, 0, LAST_DAY, LAST_DAY + 1].map((epoch) => isInRange(epoch as EpochDay))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('are counted outside of 1970 to 2199 too, as steps on the way', () => {
    for (let year = 1600; year <= 2600; year += 1) {
      for (const month of [1, 3, 12]) {
        const counted = Date.UTC(year, month - 1, 1) / MILLISECONDS_PER_DAY;
        if (epochDayOf(year, month, 1) !== counted) throw new Error(`${year}-${month} is ${counted}`);
      }
    }
  });

  test('know their year, month and day of month also just outside', () => {
    expect(civil(-1 as EpochDay)).toEqual({ year: 1969, month: 12, day: 31 });
    expect(civil((LAST_DAY + 1) as EpochDay)).toEqual({ year: 2200, month: 1, day: 1 });
  });

  test('sort as they follow each other', () => {
    const days = ['2027-02-01', '2026-12-31', '2027-01-15', '2026-12-31'].map(day);
    expect([...days].sort(compareDays)).toEqual(['2026-12-31', '2026-12-31', '2027-01-15', '2027-02-01']);
    expect([
      compareDays(day('2027-01-01'), day('2027-01-01')),
      compareDays(day('2027-01-02'), day('2027-01-01')),
    ]).toEqual([0, 1]);
    expect(compareDays(day('2027-01-01'), day('2027-01-02'))).toBe(-1);
  });

  test('can be added and taken away', () => {
    fc.assert(
      fc.property(anyEpochDay, anyEpochDay, (from, to) => {
        expect(addDays(fromEpochDay(from), to - from)).toBe(fromEpochDay(to));
      }),
    );
  });
});

describe('months', () => {
  const sign = (operation: string) => (operation === '-' ? -1 : 1);
  const cases = fixture.relativedelta.filter(({ start, expected, delta }) => {
    return start >= '1970' && expected >= '1970' && ('months' in delta || 'years' in delta);
  });

  test.each(cases)('$start $op $delta is $expected', ({ start, op, delta, expected }) => {
    const { months = 0, years = 0 } = delta as { months?: number; years?: number };
    expect(addMonths(day(start), sign(op) * (months + 12 * years))).toBe(expected);
  });

  test.each(fixture.relativedelta.filter(({ delta }) => 'day' in delta))(
    'the last day of the month of $start is $expected',
    ({ start, expected }) => {
      expect(lastDayOfMonth(day(start))).toBe(expected);
    },
  );

  test('every vector is looked at', () => {
    expect(
      fixture.relativedelta.filter(({ start, delta }) => start >= '1970' && 'day' in delta).length + cases.length,
    ).toBe(fixture.relativedelta.length);
  });

  test('counted from one anchor never drift', () => {
    const dates = [1, 2, 3, 13].map((months) => addMonths(day('2027-01-31'), months));
    expect(dates).toEqual(['2027-02-28', '2027-03-31', '2027-04-30', '2028-02-29']);
    expect([-1, -12, -13].map((months) => addMonths(day('2027-01-31'), months))).toEqual([
      '2026-12-31',
      '2026-01-31',
      '2025-12-31',
    ]);
  });

  test.each([
    [2100, 2, 28],
    [2000, 2, 29],
    [2024, 2, 29],
    [2027, 4, 30],
    [2027, 12, 31],
  ])('%i-%i has %i days', (year, month, days) => {
    expect(daysInMonth(year, month)).toBe(days);
  });
});
