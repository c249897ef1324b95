import { addDays, fromEpochDay, toEpochDay, weekdayOf } from '../../../domain/day';
import type { Day } from '../../../domain/day';
import easter from '../../../../../../tests/fixtures/easter-orthodox.json';
import vectors from '../../../../../../tests/fixtures/public-holidays.json';
import { EXPECTED_MOVES, MOVED_HOLIDAYS, RULE_CORRECTIONS } from './corrections';
import { isKnownPlace, officeCalendar } from './holidays';

const SATURDAY_AND_SUNDAY = [6, 7];

function calendarOf(country: string, options: Partial<Parameters<typeof officeCalendar>[0]> = {}) {
  const calendar = officeCalendar({ country, weekend: SATURDAY_AND_SUNDAY, language: 'en', ...options });
  return {
    closed: (day: string) => calendar.closed(toEpochDay(day as Day)),
    expected: (day: string) => calendar.expected(toEpochDay(day as Day)),
    knownUntil: calendar.knownUntil === null ? null : fromEpochDay(calendar.knownUntil),
  };
}

function weekdays(from: string, to: string): Day[] {
  const days: Day[] = [];
  for (let day = from as Day; day <= to; day = addDays(day, 1)) if (weekdayOf(day) <= 5) days.push(day);
  return days;
}

/** J. Meeus, Astronomical Algorithms: the Julian Easter, and the days by which that calendar lags behind ours. */
function orthodoxEaster(year: number): Day {
  const [a, b, c] = [year % 4, year % 7, year % 19];
  const d = (19 * c + 15) % 30;
  const e = (2 * a + 4 * b - d + 34) % 7;
  const lag = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return addDays(`${year}-03-01` as Day, d + e + 21 + lag);
}

/** Weekdays on which the library, mended, and vacanza/holidays differ; decision 0003 has the reasons. */
const DIFFERENCES: Readonly<Record<string, (day: Day) => boolean>> = {
  GR: (day) => EXPECTED_MOVES.some(({ to }) => to === day),
  GB: (day) => calendarOf('GB').closed(day)?.name === 'Easter Monday',
};

describe('public holidays', () => {
  test.each(Object.entries(vectors))(
    '%s closes the weekdays that the vectors close, 2015–2035',
    (country, { public: days }) => {
      const calendar = calendarOf(country);
      const wanted = new Set<string>(days);
      const different = weekdays('2015-01-01', '2035-12-31').filter(
        (day) => (calendar.closed(day) !== null) !== wanted.has(day),
      );
      expect(different.filter((day) => !DIFFERENCES[country]?.(day))).toEqual([]);
    },
  );

  test('the differences are few enough to read', () => {
    const differences = Object.entries(vectors).flatMap(([country, { public: days }]) => {
      const calendar = calendarOf(country);
      const wanted = new Set<string>(days);
      return weekdays('2015-01-01', '2035-12-31').filter((day) => (calendar.closed(day) !== null) !== wanted.has(day));
    });
    expect(differences).toHaveLength(3 + 21);
  });

  test('Greece follows Orthodox Easter from 1970 to 2099', () => {
    const calendar = calendarOf('GR');
    const wrong = easter.cases.filter(({ year, easter: sunday }) => {
      if (year < 1970) return false;
      const moves = [-48, -2, 1, 50].map((offset) => calendar.closed(addDays(sunday as Day, offset)));
      return moves.some((reason) => reason?.kind !== 'holiday');
    });
    expect(wrong).toEqual([]);
  });

  test('and from 2100 to 2199, as Meeus computes it', () => {
    const calendar = calendarOf('GR');
    const wrong = Array.from({ length: 100 }, (_, index) => orthodoxEaster(2100 + index)).filter((sunday) =>
      [-48, -2, 1, 50].some((offset) => calendar.closed(addDays(sunday, offset))?.kind !== 'holiday'),
    );
    expect(wrong).toEqual([]);
  });

  test('names come in the language of the office, else in the country’s own', () => {
    expect(calendarOf('GR', { language: 'el' }).closed('2026-10-28')).toEqual({
      kind: 'holiday',
      name: 'Επέτειος του Όχι',
    });
    expect(calendarOf('GR', { language: 'fi' }).closed('2026-10-28')?.name).toBe('Επέτειος του Όχι');
  });

  test('a holiday on a weekend tells its name', () => {
    expect(calendarOf('GR').closed('2026-08-15')).toEqual({ kind: 'holiday', name: 'Assumption' });
    expect(calendarOf('GR').closed('2026-08-16')).toEqual({ kind: 'weekend', name: null });
  });

  test('a holiday of several days closes each of them', () => {
    const turkey = calendarOf('TR', { weekend: [] });
    const feast = ['2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22', '2026-03-23'].map(
      (day) => turkey.closed(day)?.kind,
    );
    expect(feast).toEqual([undefined, 'holiday', 'holiday', 'holiday', undefined]);
  });

  test('a holiday that begins at noon closes no day', () => {
    expect(calendarOf('FO').closed('2025-06-05')).toBeNull();
    expect(calendarOf('FO').closed('2025-12-25')?.kind).toBe('holiday');
  });

  test('New Year’s Day on a Saturday is observed in the year before', () => {
    expect(calendarOf('US').closed('2021-12-31')?.kind).toBe('holiday');
  });

  test('regions have holidays of their own', () => {
    expect(calendarOf('DE').closed('2026-01-06')).toBeNull();
    expect(calendarOf('DE', { region: 'BY' }).closed('2026-01-06')?.kind).toBe('holiday');
    expect(calendarOf('DE', { region: 'BY' }).closed('2025-08-08')).toBeNull();
    expect(calendarOf('DE', { region: 'BY.A' }).closed('2025-08-08')?.kind).toBe('holiday');
    expect(calendarOf('GB', { region: 'SCT' }).closed('2026-04-06')).toBeNull();
  });

  test('other types of holidays close where the office wants them', () => {
    expect(calendarOf('US', { types: ['public', 'observance'] }).closed('2026-11-27')?.kind).toBe('holiday');
    expect(calendarOf('US').closed('2026-11-27')).toBeNull();
    expect(calendarOf('GR', { types: ['bank'] }).closed('2024-05-07')).toBeNull();
  });

  test('a place without data is refused rather than taken for one without holidays', () => {
    expect(() => calendarOf('ZZ')).toThrow(RangeError);
    expect(() => calendarOf('DE', { region: 'ZZ' })).toThrow('No holidays are known of DE ZZ');
    expect([isKnownPlace('DE', 'BY.A'), isKnownPlace('DE', 'BY.ZZ'), isKnownPlace('FR', 'ZZ')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('corrections', () => {
  test('each names its source', () => {
    for (const { source } of [...RULE_CORRECTIONS, ...MOVED_HOLIDAYS, ...EXPECTED_MOVES])
      expect(source).toMatch(/\w{4}/);
  });

  test.each([
    ['2021-05-04', 'Labour Day (moved)'],
    ['2022-05-02', 'Labour Day (moved)'],
    ['2024-05-07', 'Labour Day (moved)'],
    ['2024-05-01', undefined],
    ['2025-05-01', 'Labour Day'],
  ])('Greece on %s: %s', (day, name) => {
    expect(calendarOf('GR').closed(day)?.name).toBe(name);
  });

  test.each(['2027-05-04', '2032-05-04', '2033-05-02'])('%s is expected in Greece and moves nothing', (day) => {
    expect(calendarOf('GR').closed(day)).toBeNull();
    expect(calendarOf('GR', { language: 'el' }).expected(day)).toBe('Εργατική Πρωτομαγιά (μετάθεση)');
  });

  test('once the office enters the decree, the expected day is closed and no longer expected', () => {
    const decreed = calendarOf('GR', { added: [{ day: '2027-05-04' as Day, name: 'Decree 1/2027' }] });
    expect(decreed.closed('2027-05-04')).toEqual({ kind: 'decree', name: 'Decree 1/2027' });
    expect(decreed.expected('2027-05-04')).toBeNull();
  });

  test('what the office removes is open', () => {
    expect(calendarOf('GR', { removed: ['2026-06-01' as Day] }).closed('2026-06-01')).toBeNull();
  });

  test.each([
    ['CY', '2026-02-23', 'Green Monday'],
    ['CY', '2026-02-24', undefined],
    ['CY', '2026-06-01', 'Whit Monday (Kataklysmos)'],
    ['US', '2028-11-10', 'Veterans Day (observed)'],
    ['US', '2029-11-12', 'Veterans Day (observed)'],
  ])('%s on %s: %s', (country, day, name) => {
    expect(calendarOf(country).closed(day)?.name).toBe(name);
  });
});

describe('holidays that follow the moon', () => {
  test('are known to the end of the library’s tables', () => {
    expect(calendarOf('TR').knownUntil).toBe('2076-12-31');
    expect(calendarOf('IL').knownUntil).toBe('2099-12-31');
    expect(calendarOf('GR').knownUntil).toBeNull();
  });

  test.each([
    ['TH', '2026-12-31'],
    ['SG', '2026-12-31'],
    ['TT', '2030-12-31'],
    ['NZ', '2052-12-31'],
  ])('in %s are listed year by year, to %s', (country, until) => {
    expect(calendarOf(country).knownUntil).toBe(until);
  });

  test.each(['CN', 'KR', 'VN', 'US', 'DE'])('in %s are computed, or there are none', (country) => {
    expect(calendarOf(country).knownUntil).toBeNull();
  });

  test('and not a year longer', () => {
    const feasts = (year: number) =>
      Array.from(
        { length: 365 },
        (_, index) => calendarOf('TR').closed(addDays(`${year}-01-01` as Day, index))?.name,
      ).filter((name) => name?.startsWith('End of Ramadan')).length;
    expect(feasts(2076)).toBeGreaterThan(0);
    expect(feasts(2077)).toBe(0);
  });
});
