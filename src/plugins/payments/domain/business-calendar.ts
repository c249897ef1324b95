import { civil, daysAfter, epochDayOf, LAST_DAY, toEpochDay, weekdayOfEpoch } from './day';
import type { Day, EpochDay } from './day';

/** Why a day is closed. A decree is what the office entered itself. */
export interface ClosedReason {
  readonly kind: 'weekend' | 'holiday' | 'decree';
  readonly name: string | null;
}

/** Which days move due dates. Office closures are no part of it. */
export interface BusinessCalendar {
  /** Why the day is closed, or null if it is open. No day outside of 1970 to 2199 is closed. */
  closed(day: EpochDay): ClosedReason | null;
  /** The name of a holiday that is likely, but not decreed yet, on an open day: shown, and moving nothing. */
  expected(day: EpochDay): string | null;
  /** The last day for which holidays that follow the moon are known, or null where none do. */
  readonly knownUntil: EpochDay | null;
}

export interface NamedDay {
  day: Day;
  name: string | null;
}

/** The holidays of one year, asked for once, when the first day of that year is looked at. */
export type HolidaysOfYear = (year: number) => Iterable<readonly [EpochDay, string | null]>;

export interface CalendarInput {
  /** ISO weekdays, 1 to 7; at least one day of the week must stay open. */
  weekend: ReadonlyArray<number>;
  holidays: HolidaysOfYear | Iterable<NamedDay>;
  /** What the office closes on top; its name wins over a holiday's. */
  added?: Iterable<NamedDay>;
  /** Holidays that the office does not keep. A weekend stays closed. */
  removed?: Iterable<Day>;
  /** Projected holidays, a decree for which is not yet issued. */
  expected?: HolidaysOfYear | Iterable<NamedDay>;
  knownUntil?: EpochDay | null;
}

/** What a byte of the calendar says of a day. A year is unread until one of its days is looked at. */
const UNREAD = 0;
const OPEN = 1;
const EXPECTED = 2;
const CLOSED = 3;

const WEEKEND: ClosedReason = Object.freeze({ kind: 'weekend', name: null });

/**
 * One byte a day, filled year by year as days are asked for, so that a plan costs one look into an array per date and
 * names are touched only for the dates that move. Throws a RangeError where the weekend leaves no day of the week open.
 */
export function makeCalendar(input: CalendarInput): BusinessCalendar {
  const weekend = weekendOf(input.weekend);
  const holidays = byYear(input.holidays);
  const expected = byYear(input.expected ?? []);
  const added = new Map([...(input.added ?? [])].map(({ day, name }) => [toEpochDay(day), name]));
  const removed = new Set([...(input.removed ?? [])].map(toEpochDay));
  const states = new Uint8Array(LAST_DAY + 1);
  const reasons = new Map<EpochDay, ClosedReason>();
  const projections = new Map<EpochDay, string>();

  function close(day: EpochDay, reason: ClosedReason) {
    states[day] = CLOSED;
    reasons.set(day, Object.freeze(reason));
  }

  function read(year: number) {
    const last = epochDayOf(year, 12, 31);
    for (let day = epochDayOf(year, 1, 1); day <= last; day = daysAfter(day, 1)) {
      states[day] = weekend.has(weekdayOfEpoch(day)) ? CLOSED : OPEN;
    }
    for (const [day, name] of holidays(year)) if (!removed.has(day)) close(day, { kind: 'holiday', name });
    for (const [day, name] of added) if (civil(day).year === year) close(day, { kind: 'decree', name });
    for (const [day, name] of expected(year)) {
      if (states[day] !== OPEN || name === null) continue;
      states[day] = EXPECTED;
      projections.set(day, name);
    }
  }

  function stateOf(day: EpochDay): number | undefined {
    if (states[day] === UNREAD) read(civil(day).year);
    return states[day];
  }

  return {
    closed: (day) => (stateOf(day) === CLOSED ? (reasons.get(day) ?? WEEKEND) : null),
    expected: (day) => (stateOf(day) === EXPECTED ? (projections.get(day) ?? null) : null),
    knownUntil: input.knownUntil ?? null,
  };
}

function weekendOf(weekdays: ReadonlyArray<number>): ReadonlySet<number> {
  const weekend = new Set(weekdays);
  if (weekend.size >= 7) throw new RangeError('A weekend of seven days leaves no day open');
  return weekend;
}

function byYear(days: HolidaysOfYear | Iterable<NamedDay>): HolidaysOfYear {
  if (typeof days === 'function') return days;
  const named = [...days].map(({ day, name }) => [toEpochDay(day), name] as const);
  return (year) => named.filter(([day]) => civil(day).year === year);
}
