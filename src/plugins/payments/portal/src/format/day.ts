const DAY_MS = 86_400_000;

/** A day as UTC midnight: only ever formatted in UTC again, so that no time zone can move it. */
const toUtc = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Whole days from one day to another, both `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string): number => Math.round((toUtc(to) - toUtc(from)) / DAY_MS);

export const addDays = (day: string, count: number): string =>
  new Date(toUtc(day) + count * DAY_MS).toISOString().slice(0, 10);

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterFor = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, formatter);
  return formatter;
};

/** Some languages set a comma behind the week day, and only when there is a year: one way reads calmer. */
const withoutComma = (text: string): string => text.replace(/^(\p{L}+\.?), (?=\d)/u, '$1 ');

/** "Fri 29 Jan", with the year where it is not this one. */
export const formatDay = (day: string, locale: string, today: string): string => {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric';
  const options = { weekday: 'short', day: 'numeric', month: 'short', year, timeZone: 'UTC' } as const;
  return withoutComma(formatterFor(locale, options).format(toUtc(day)));
};

/** An instant in the reader's own time zone: "29 Jan 2027, 14:05". */
export const formatInstant = (instant: string, locale: string): string =>
  formatterFor(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(Date.parse(instant));

/** "14:05". */
export const formatTime = (milliseconds: number, locale: string): string =>
  formatterFor(locale, { timeStyle: 'short' }).format(milliseconds);

/** "tomorrow", "in 5 days", "3 days ago"; null beyond a month, where a date says more. */
export const formatDistance = (day: string, locale: string, today: string): string | null => {
  const days = daysBetween(today, day);
  if (Math.abs(days) > 31) return null;
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
};
