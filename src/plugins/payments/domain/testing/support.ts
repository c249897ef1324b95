import fc from 'fast-check';
import { makeCalendar } from '../calendar';
import type { BusinessCalendar, CalendarInput, Convention } from '../calendar';
import { fromEpochDay, LAST_DAY, toEpochDay } from '../day';
import type { Day, EpochDay } from '../day';
import { minor } from '../money';
import type { CurrencyCode, MinorUnits } from '../money';
import type { InstalmentRow } from '../payment-state';
import { PERIODS } from '../plan';
import type { Period } from '../plan';
import type { Problem, Result } from '../problem';

export const EUR = 'EUR' as CurrencyCode;

export function day(text: string): Day {
  return text as Day;
}

export function cents(value: number): MinorUnits {
  return minor(value);
}

/** The value of a result that must be right. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  return result.value;
}

/** The problems of a result that must be wrong. */
export function problemsOf<T>(result: Result<T>): ReadonlyArray<Problem> {
  if (result.ok) throw new Error(`Expected problems, got ${JSON.stringify(result.value)}`);
  return result.problems;
}

export function codesOf<T>(result: Result<T>): string[] {
  return problemsOf(result).map(({ code }) => code);
}

export function calendarWith(closed: ReadonlyArray<string>, input: Partial<CalendarInput> = {}): BusinessCalendar {
  const holidays = closed.map((closedDay) => ({ day: day(closedDay), name: null }));
  return makeCalendar({ weekend: [6, 7], holidays, ...input });
}

export const weekendsOnly = calendarWith([]);

export function row(values: Partial<InstalmentRow> = {}): InstalmentRow {
  const dueDate = values.dueDate ?? day('2027-01-15');
  return {
    number: 1,
    amount: cents(10_000),
    paid: cents(0),
    nominalDate: dueDate,
    dueDate,
    shift: null,
    pinned: false,
    state: 'open',
    paymentCode: null,
    note: null,
    surcharge: cents(0),
    paidOn: null,
    ...values,
  };
}

/** For a property that wants more runs than others, wherever it runs: mutation testing asks all for fewer. */
export function moreRuns(times: number): { numRuns: number } {
  return { numRuns: times * (fc.readConfigureGlobal().numRuns ?? 100) };
}

export const anyDay = fc
  .integer({ min: toEpochDay(day('2000-01-01')), max: toEpochDay(day('2100-12-31')) })
  .map((epoch) => fromEpochDay(epoch as EpochDay));

export const anyConvention = fc.constantFrom<Convention>(
  'following',
  'modified-following',
  'preceding',
  'modified-preceding',
  'unadjusted',
);

export const anyPeriod = fc.constantFrom<Period>(...PERIODS);

/** Any weekend of up to three days, and scattered closed days in runs, as long as Chinese New Year. */
export const anyCalendar = fc
  .record({
    weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    density: fc.integer({ min: 0, max: 40 }),
    run: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ weekend, seed, density, run }) =>
    makeCalendar({ weekend, holidays: (year) => scattered(year, seed, density, run) }),
  );

function* scattered(year: number, seed: number, density: number, run: number): Iterable<readonly [EpochDay, string]> {
  const first = toEpochDay(day(`${year}-01-01`));
  let state = seed + year;
  for (let index = 0; index < density; index += 1) {
    state = (state * 48_271) % 2_147_483_647;
    for (let offset = 0; offset < run; offset += 1) {
      const closed = first + (state % 350) + offset;
      if (closed <= LAST_DAY) yield [closed as EpochDay, 'holiday'];
    }
  }
}
