import { dayFrom, toEpochDay } from '../day';
import type { Day } from '../day';
import { refuse } from '../problem';
import type { Path, Problem, Result } from '../problem';

type DatePart = 'year' | 'month' | 'day';

const MILLISECONDS_PER_DAY = 86_400_000;
const SAMPLE = 0;

const ordersOf = new Map<string, ReadonlyArray<DatePart>>();

/** In which order a locale writes a date in figures: day, month, year in Greek. */
function orderOf(locale: string): ReadonlyArray<DatePart> {
  const known = ordersOf.get(locale);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const order = format.formatToParts(SAMPLE).flatMap(({ type }) => (isDatePart(type) ? [type] : []));
  ordersOf.set(locale, order);
  return order;
}

function isDatePart(type: string): type is DatePart {
  return type === 'year' || type === 'month' || type === 'day';
}

/**
 * Reads a date as the office's locale writes it, in figures: `31/1/27` is 2027-01-31 in Greek, and `31/02/2027` is refused.
 * A year of two digits is the one nearest to today. `YYYY-MM-DD` is read everywhere.
 */
export function parseTypedDate(text: string, locale: string, today: Day, path: Path = []): Result<Day> {
  const typed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]), path);
  const order = orderOf(locale);
  const parts = /^(\d{1,4})(\s*[/.-]\s*|\s+)(\d{1,2})(?:\2(\d{1,4}))?$/.exec(typed);
  if (!parts) return refuse(unreadable(order, path));
  const figures = [parts[1], parts[3], parts[4]];
  if (figures[2] === undefined) {
    const message = `The year is missing: write the date like ${exampleOf(order)}`;
    return refuse({ code: 'date-incomplete', path, message, params: { example: exampleOf(order) } });
  }
  const figure = (part: DatePart) => figures[order.indexOf(part)] ?? '';
  const year = yearOf(figure('year'), today);
  if (year === null || figure('month').length > 2 || figure('day').length > 2) return refuse(unreadable(order, path));
  return calendarDay(year, Number(figure('month')), Number(figure('day')), path);
}

/** A year of four digits as it is; of two, the one less than fifty years away; else null. */
function yearOf(figure: string, today: Day): number | null {
  if (figure.length === 4) return Number(figure);
  if (figure.length !== 2) return null;
  const thisYear = Number(today.slice(0, 4));
  const year = thisYear - (thisYear % 100) + Number(figure);
  if (year - thisYear > 50) return year - 100;
  return thisYear - year >= 50 ? year + 100 : year;
}

function calendarDay(year: number, month: number, day: number, path: Path): Result<Day> {
  const found = dayFrom(year, month, day, path);
  if (found.ok || found.problems[0]?.code !== 'day-invalid') return found;
  const message = 'There is no such day in the calendar: correct the day, the month or the year';
  return refuse({ code: 'date-impossible', path, message });
}

const EXAMPLE: Readonly<Record<DatePart, string>> = { day: '31', month: '01', year: '2027' };

function exampleOf(order: ReadonlyArray<DatePart>): string {
  return order.map((part) => EXAMPLE[part]).join('/');
}

function unreadable(order: ReadonlyArray<DatePart>, path: Path): Problem {
  const example = exampleOf(order);
  return { code: 'date-unreadable', path, message: `This is no date: write it like ${example}`, params: { example } };
}

/** The day in full, as the field echoes it: `Κυριακή 31 Ιανουαρίου 2027`. */
export function formatDay(day: Day, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { calendar: 'gregory', dateStyle: 'full', timeZone: 'UTC' });
  return format.format(toEpochDay(day) * MILLISECONDS_PER_DAY);
}
