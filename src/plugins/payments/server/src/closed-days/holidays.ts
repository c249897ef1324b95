import Holidays from 'date-holidays';
import type { HolidaysTypes } from 'date-holidays';
import { makeCalendar } from '../../../domain/calendar';
import type { BusinessCalendar, HolidaysOfYear, NamedDay } from '../../../domain/calendar';
import { civil, daysAfter, epochDayOf, toEpochDay } from '../../../domain/day';
import type { Day, EpochDay } from '../../../domain/day';
import { EXPECTED_MOVES, MOVED_HOLIDAYS, RULE_CORRECTIONS } from './corrections';
import type { MovedHoliday, Names } from './corrections';

export type HolidayType = HolidaysTypes.HolidayType;

export interface HolidayPlace {
  /** ISO 3166-1, such as `GR`. */
  country: string;
  /** A state or a state's region as the library knows it: `BY`, `BY.A`. */
  region?: string | null;
  /** Which kinds of holidays close; public ones by default. */
  types?: ReadonlyArray<HolidayType>;
  /** Of the names, ISO 639-1; else the country's own. */
  language: string;
}

export interface OfficeCalendarInput extends HolidayPlace {
  /** ISO weekdays. */
  weekend: ReadonlyArray<number>;
  added?: ReadonlyArray<NamedDay>;
  removed?: ReadonlyArray<Day>;
}

const PUBLIC_ONLY: ReadonlyArray<HolidayType> = ['public'];
const MILLISECONDS_PER_HOUR = 3_600_000;

/** How far the library's tables of lunar calendars reach; later holidays of these calendars it leaves out. */
const LUNAR_TABLES: ReadonlyArray<{ months: RegExp; until: EpochDay }> = [
  { months: /Muharram|Safar|Rabi al|Jumada al|Rajab|Shaban|Ramadan|Shawwal|Dhu al/, until: epochDayOf(2076, 12, 31) },
  { months: /Nisan|Iyyar|Sivan|Tamuz|Elul|Tishrei|Cheshvan|Kislev|Tevet|Shvat|Adar/, until: epochDayOf(2099, 12, 31) },
];

/** Feasts by the moon of which the library has no calendar: it lists their days, year by year, as far as they are announced. */
const LISTED_FEASTS = /Diwali|Deepavali|Vesak|Nyepi|Makha Bucha|Asalha Puja|Buddhist Lent|Phagwa|Matariki/g;

export interface KnownPlace {
  holidays: HolidaysOfYear;
  expected: HolidaysOfYear;
  knownUntil: EpochDay | null;
}

/** Holidays do not change while the process lives: what was expanded once is shared by all calendars of a place. */
const places = new Map<string, KnownPlace>();

/**
 * The calendar by which due dates move: the public holidays of a country or region, mended by the shipped corrections,
 * with what the office added and removed. Years are expanded when they are first looked at. Throws a RangeError for a
 * country or region that the library does not know, which would otherwise be a calendar without holidays.
 */
export function officeCalendar({ weekend, added, removed, ...place }: OfficeCalendarInput): BusinessCalendar {
  return makeCalendar({ weekend, added, removed, ...holidaysOf(place) });
}

/** What is known of a place's holidays, mended by the shipped corrections. */
export function holidaysOf({ country, region, types = PUBLIC_ONLY, language }: HolidayPlace): KnownPlace {
  const key = JSON.stringify([country, region ?? null, [...types].sort(), language]);
  const known = places.get(key) ?? expand(country, region ?? null, types, language);
  places.set(key, known);
  return known;
}

function expand(
  country: string,
  region: string | null,
  types: ReadonlyArray<HolidayType>,
  language: string,
): KnownPlace {
  if (!isKnownPlace(country, region))
    throw new RangeError(`No holidays are known of ${country} ${region ?? ''}`.trim());
  const library = new Holidays(region ? `${country}.${region}` : country, { types: [...types] });
  // written dates are all we read; without a zone the library spares the conversions, four fifths of its time
  library.setTimezone('');
  const closesPublicly = types.includes('public');
  if (closesPublicly) mendRules(library, country);
  const moved = closesPublicly ? movesOf(MOVED_HOLIDAYS, country) : [];
  const expected = closesPublicly ? movesOf(EXPECTED_MOVES, country) : [];

  const asWritten = remembered((year) => library.getHolidays(year, language).flatMap(wholeDays));
  const holidays = remembered((year) => {
    // a holiday of one year can be observed in another: New Year's Day on the Friday before, a feast over the year's end
    const around = [year - 1, year, year + 1].flatMap(asWritten).filter(([day]) => civil(day).year === year);
    return withMoves(firstNames(around), moved, year, language);
  });
  return {
    holidays,
    expected: (year) => withMoves(new Map(), expected, year, language),
    knownUntil: knownUntil(library),
  };
}

/** Whether the library has this country, and this region of it. */
export function isKnownPlace(country: string, region: string | null): boolean {
  const library = new Holidays();
  if (!Object.hasOwn(library.getCountries(), country)) return false;
  if (region === null) return true;
  const [state = '', part] = region.split('.');
  if (!Object.hasOwn(library.getStates(country) ?? {}, state)) return false;
  return part === undefined || Object.hasOwn(library.getRegions(country, state) ?? {}, part);
}

function mendRules(library: Holidays, country: string): void {
  for (const { rule, names } of RULE_CORRECTIONS.filter((correction) => correction.country === country)) {
    if (names) library.setHoliday(rule, { name: { ...names }, type: 'public' });
    else library.unsetRule(rule);
  }
}

function movesOf(list: ReadonlyArray<MovedHoliday>, country: string): ReadonlyArray<MovedHoliday> {
  return list.filter((move) => move.country === country);
}

function withMoves(
  days: Map<EpochDay, string>,
  moves: ReadonlyArray<MovedHoliday>,
  year: number,
  language: string,
): Map<EpochDay, string> {
  for (const { from, to, names } of moves) {
    if (civil(toEpochDay(to)).year !== year) continue;
    days.delete(toEpochDay(from));
    days.set(toEpochDay(to), nameIn(names, language));
  }
  return days;
}

function nameIn(names: Names, language: string): string {
  return names[language] ?? names.en;
}

/**
 * The whole days that a holiday closes, from its written local date: the library's instants would shift with the zone. One
 * that begins at noon closes no day.
 */
function wholeDays({ date, start, end, name }: HolidaysTypes.Holiday): Array<[EpochDay, string]> {
  const [day = '', time] = date.split(' ');
  if (time !== '00:00:00') return [];
  const first = toEpochDay(day as Day);
  // a day on which clocks change has 23 or 25 hours
  const hours = (end.getTime() - start.getTime()) / MILLISECONDS_PER_HOUR;
  const days = Math.floor((hours + 1) / 24);
  return Array.from({ length: days }, (_, index) => [daysAfter(first, index), name]);
}

function firstNames(days: ReadonlyArray<readonly [EpochDay, string]>): Map<EpochDay, string> {
  const names = new Map<EpochDay, string>();
  for (const [day, name] of days) if (!names.has(day)) names.set(day, name);
  return names;
}

function knownUntil(library: Holidays): EpochDay | null {
  const rules = library.getRules().map((rule) => ({
    rule: String(Reflect.get(rule, 'rule')),
    names: JSON.stringify(Reflect.get(rule, 'name') ?? ''),
  }));
  const tables = LUNAR_TABLES.filter(({ months }) => rules.some(({ rule }) => months.test(rule)));
  const ends = [...tables.map(({ until }) => until), ...listedUntil(rules)];
  return ends.reduce<EpochDay | null>((least, until) => (least && least < until ? least : until), null);
}

/** The end of the last year for which each listed feast has a day. */
function listedUntil(rules: ReadonlyArray<{ rule: string; names: string }>): EpochDay[] {
  const lastYears = new Map<string, number>();
  for (const { rule, names } of rules) {
    const year = Number(/^(\d{4})-\d\d-\d\d/.exec(rule)?.[1] ?? 0);
    if (year === 0) continue;
    for (const [feast] of names.matchAll(LISTED_FEASTS)) {
      lastYears.set(feast, Math.max(year, lastYears.get(feast) ?? 0));
    }
  }
  return [...lastYears.values()].map((year) => epochDayOf(year, 12, 31));
}

function remembered<T>(ofYear: (year: number) => T): (year: number) => T {
  const years = new Map<number, T>();
  return (year) => {
    const known = years.get(year);
    if (known !== undefined) return known;
    const value = ofYear(year);
    years.set(year, value);
    return value;
  };
}
