import fc from 'fast-check';
import target from '../../../../tests/fixtures/target-holidays.json';
import { adjust, directionOf, isOpen, makeCalendar, nextOpen, payBy, previousOpen, subtractOpenDays } from './calendar';
import type { Convention } from './calendar';
import { civil, fromEpochDay, LAST_DAY, toEpochDay } from './day';
import type { EpochDay } from './day';
import { anyCalendar, anyConvention, anyDay, calendarWith, day, weekendsOnly } from './testing/support';

const at = (text: string) => toEpochDay(day(text));

describe('a business calendar', () => {
  /** A new one for each test: years are read once. */
  const build = () =>
    makeCalendar({
      weekend: [6, 7],
      holidays: [
        { day: day('2026-10-28'), name: 'Ochi Day' },
        { day: day('2026-12-26'), name: 'Boxing Day' },
        { day: day('2026-06-01'), name: 'Whit Monday' },
      ],
      added: [
        { day: day('2026-11-03'), name: 'Decree 12/2026' },
        { day: day('2026-11-07'), name: 'Flood' },
      ],
      removed: [day('2026-06-01'), day('2026-11-08')],
      expected: [
        { day: day('2027-05-04'), name: 'Labour Day' },
        { day: day('2026-11-03'), name: 'Decreed since' },
        { day: day('2027-05-05'), name: null },
      ],
      knownUntil: at('2076-12-31'),
    });

  test.each([
    ['2026-10-27', null],
    ['2026-10-28', { kind: 'holiday', name: 'Ochi Day' }],
    ['2026-10-31', { kind: 'weekend', name: null }],
    ['2026-11-01', { kind: 'weekend', name: null }],
    ['2026-12-26', { kind: 'holiday', name: 'Boxing Day' }],
    ['2026-11-03', { kind: 'decree', name: 'Decree 12/2026' }],
    ['2026-11-07', { kind: 'decree', name: 'Flood' }],
    ['2026-06-01', null],
    ['2026-11-08', { kind: 'weekend', name: null }],
  ])('on %s: %j', (text, reason) => {
    const calendar = build();
    expect(calendar.closed(at(text))).toEqual(reason);
    expect(isOpen(at(text), calendar)).toBe(reason === null);
  });

  test('tells what is expected on open days only', () => {
    const calendar = build();
    expect(calendar.expected(at('2027-05-04'))).toBe('Labour Day');
    expect(calendar.closed(at('2027-05-04'))).toBeNull();
    expect(['2026-11-03', '2027-05-05', '2027-05-06'].map((text) => calendar.expected(at(text)))).toEqual([
      null,
      null,
      null,
    ]);
    expect(weekendsOnly.expected(at('2027-05-04'))).toBeNull();
  });

  test('is what it is given, in every year', () => {
    const calendar = build();
    expect([calendar.closed(at('2027-05-04')), calendar.closed(at('2027-10-28'))]).toEqual([null, null]);
    expect(calendar.closed(at('2026-10-28'))?.name).toBe('Ochi Day');
    expect(calendar.closed(at('2026-11-03'))?.name).toBe('Decree 12/2026');
    expect(makeCalendar({ weekend: [], holidays: [] }).closed(at('2026-10-28'))).toBeNull();
  });

  test('knows how far it knows', () => {
    expect(build().knownUntil).toBe(at('2076-12-31'));
    expect(weekendsOnly.knownUntil).toBeNull();
  });

  test('asks for each year once, and only for years that are looked at', () => {
    const asked: number[] = [];
    const lazy = makeCalendar({
      weekend: [],
      holidays: (year) => {
        asked.push(year);
        return [[toEpochDay(day(`${year}-01-01`)), 'New Year']];
      },
    });
    expect(lazy.closed(at('2027-01-01'))?.name).toBe('New Year');
    lazy.closed(at('2027-12-31'));
    lazy.expected(at('2026-12-31'));
    expect(asked).toEqual([2027, 2026]);
  });

  test.each([
    [[5, 6], ['2026-10-30', '2026-10-31'], '2026-11-01'],
    [[], [], '2026-10-31'],
    [[1, 2, 3, 4, 5, 6], ['2026-10-31', '2026-11-02'], '2026-11-01'],
  ])('a weekend of %j', (weekend, closed, open) => {
    const other = calendarWith([], { weekend });
    expect(closed.map((text) => other.closed(at(text))?.kind)).toEqual(closed.map(() => 'weekend'));
    expect(other.closed(at(open))).toBeNull();
  });

  test('leaves a day of the week open', () => {
    expect(() => calendarWith([], { weekend: [1, 2, 3, 4, 5, 6, 7] })).toThrow('leaves no day open');
    expect(() => calendarWith([], { weekend: [6, 6, 7, 7, 7, 6, 6] })).not.toThrow();
  });

  test('closes no day outside of 1970 to 2199', () => {
    const always = makeCalendar({ weekend: [], holidays: (year) => everyDayOf(year) });
    expect(nextOpen(LAST_DAY, always)).toBe(LAST_DAY + 1);
    expect(previousOpen(0 as EpochDay, always)).toBe(-1);
    expect(always.expected(-1 as EpochDay)).toBeNull();
  });

  function* everyDayOf(year: number): Iterable<readonly [EpochDay, null]> {
    for (let epoch = at(`${year}-01-01`) as number; epoch <= at(`${year}-12-31`); epoch += 1)
      yield [epoch as EpochDay, null];
  }
});

describe('open days', () => {
  const calendar = calendarWith(target.dates);

  test('TARGET closes weekends and its holidays, 2015–2035', () => {
    const holidays = new Set(target.dates);
    for (let epoch = at('2015-01-01') as number; epoch <= at('2035-12-31'); epoch += 1) {
      const text = fromEpochDay(epoch as EpochDay);
      const weekend = [0, 6].includes(new Date(`${text}T00:00:00Z`).getUTCDay());
      expect([text, isOpen(epoch as EpochDay, calendar)]).toEqual([text, !weekend && !holidays.has(text)]);
    }
  });

  test.each([
    ['2026-04-03', '2026-04-07', '2026-04-02'],
    ['2026-04-07', '2026-04-07', '2026-04-07'],
    ['2026-12-25', '2026-12-28', '2026-12-24'],
  ])('around %s: %s and %s', (text, next, previous) => {
    expect(fromEpochDay(nextOpen(at(text), calendar))).toBe(next);
    expect(fromEpochDay(previousOpen(at(text), calendar))).toBe(previous);
  });

  test.each([
    ['2026-10-30', 0, '2026-10-30'],
    ['2026-10-30', 1, '2026-10-29'],
    ['2026-11-02', 1, '2026-10-30'],
    ['2026-11-02', 3, '2026-10-28'],
    ['2026-11-01', 0, '2026-11-01'],
    ['2026-11-01', 1, '2026-10-30'],
    ['2026-04-07', 1, '2026-04-02'],
  ])('due %s with %i bank days: pay by %s', (due, bankDays, expected) => {
    expect(payBy(day(due), bankDays, calendar)).toBe(expected);
    expect(fromEpochDay(subtractOpenDays(at(due), bankDays, calendar))).toBe(expected);
  });
});

describe('conventions', () => {
  const calendar = calendarWith(['2026-10-28', '2026-11-30', '2026-12-01']);

  test.each<[string, Record<Convention, string>]>([
    [
      '2026-10-31',
      {
        following: '2026-11-02',
        'modified-following': '2026-10-30',
        preceding: '2026-10-30',
        'modified-preceding': '2026-10-30',
        unadjusted: '2026-10-31',
      },
    ],
    [
      '2026-11-01',
      {
        following: '2026-11-02',
        'modified-following': '2026-11-02',
        preceding: '2026-10-30',
        'modified-preceding': '2026-11-02',
        unadjusted: '2026-11-01',
      },
    ],
    [
      '2026-10-28',
      {
        following: '2026-10-29',
        'modified-following': '2026-10-29',
        preceding: '2026-10-27',
        'modified-preceding': '2026-10-27',
        unadjusted: '2026-10-28',
      },
    ],
    [
      '2026-10-29',
      {
        following: '2026-10-29',
        'modified-following': '2026-10-29',
        preceding: '2026-10-29',
        'modified-preceding': '2026-10-29',
        unadjusted: '2026-10-29',
      },
    ],
  ])('%s', (nominal, expected) => {
    for (const [convention, due] of Object.entries(expected)) {
      expect([convention, fromEpochDay(adjust(at(nominal), convention as Convention, calendar))]).toEqual([
        convention,
        due,
      ]);
    }
  });

  test('move forward first, or backward', () => {
    const forward = ['following', 'modified-following', 'unadjusted'] as const;
    expect(forward.map(directionOf)).toEqual(forward.map(() => 'forward'));
    expect((['preceding', 'modified-preceding'] as const).map(directionOf)).toEqual(['backward', 'backward']);
  });

  test('preceding ≤ nominal ≤ following, and modified-* stays in the month that has an open day', () => {
    fc.assert(
      fc.property(anyDay, anyCalendar, (nominalDay, any) => {
        const nominal = toEpochDay(nominalDay);
        expect(adjust(nominal, 'preceding', any)).toBeLessThanOrEqual(nominal);
        expect(adjust(nominal, 'following', any)).toBeGreaterThanOrEqual(nominal);
        const month = civil(nominal).month;
        const nearest = [nextOpen(nominal, any), previousOpen(nominal, any)];
        if (!nearest.some((open) => civil(open).month === month)) return;
        expect(civil(adjust(nominal, 'modified-following', any)).month).toBe(month);
        expect(civil(adjust(nominal, 'modified-preceding', any)).month).toBe(month);
      }),
    );
  });

  test('adjusting twice changes nothing, and ends on an open day', () => {
    fc.assert(
      fc.property(anyDay, anyConvention, anyCalendar, (nominal, convention, any) => {
        const once = adjust(toEpochDay(nominal), convention, any);
        expect(adjust(once, convention, any)).toBe(once);
        if (convention !== 'unadjusted') expect(isOpen(once, any)).toBe(true);
      }),
    );
  });
});
