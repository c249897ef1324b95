import vectors from '../../../../../tests/fixtures/quantlib-instalments.json';
import publicHolidays from '../../../../../tests/fixtures/public-holidays.json';
import target from '../../../../../tests/fixtures/target-holidays.json';
import { adjust } from '../calendar';
import { fromEpochDay, toEpochDay } from '../day';
import { createPlan } from '../plan';
import type { Convention, Period } from '../plan';
import { automatic, dueDates, nominalDates } from '../testing/plans';
import { calendarWith, cents, day, valueOf } from '../testing/support';
import { nominalDates as nominalDatesOf, staysAtMonthEnd } from './periods';

describe('against QuantLib', () => {
  const calendars = { TARGET: calendarWith(target.dates), GR: calendarWith(publicHolidays.GR.public) };
  const PERIOD: Readonly<Record<string, [Period, number]>> = {
    '1W': ['weekly', 1],
    '2W': ['biweekly', 1],
    '4W': ['weekly', 4],
    '1M': ['monthly', 1],
    '2M': ['bimonthly', 1],
    '3M': ['quarterly', 1],
    '6M': ['semiannual', 1],
    '1Y': ['annual', 1],
  };
  const CONVENTION: Readonly<Record<Convention, keyof (typeof vectors.cases)[number]['adjusted']>> = {
    following: 'Following',
    'modified-following': 'ModifiedFollowing',
    preceding: 'Preceding',
    'modified-preceding': 'ModifiedPreceding',
    unadjusted: 'Unadjusted',
  };
  const conventions = Object.entries(CONVENTION) as Array<[Convention, (typeof CONVENTION)[Convention]]>;
  const strictlyIncreasing = (dates: string[]) =>
    dates.every((date, index) => index === 0 || date > (dates[index - 1] ?? ''));

  let planned = 0;

  test.each(vectors.cases)('$count × $tenor from $start, $calendar, month ends $endOfMonth', (vector) => {
    const [period, every] = PERIOD[vector.tenor] ?? ['monthly', 1];
    const calendar = calendars[vector.calendar as keyof typeof calendars];
    const first = toEpochDay(day(vector.start));
    const nominalAt = nominalDatesOf(first, period, staysAtMonthEnd(first, period, vector.endOfMonth));
    const nominal = vector.unadjusted.map((_, index) => nominalAt(index * every));
    expect(nominal.map(fromEpochDay)).toEqual(vector.unadjusted);

    for (const [convention, name] of conventions) {
      expect(nominal.map((date) => fromEpochDay(adjust(date, convention, calendar)))).toEqual(vector.adjusted[name]);
      if (every > 1 || !strictlyIncreasing(vector.adjusted[name])) continue;
      const input = automatic({
        total: cents(100 * vector.count),
        amount: cents(100),
        count: vector.count,
        firstDate: day(vector.start),
        period,
        convention,
        ...(period === 'weekly' || period === 'biweekly' ? {} : { endOfMonth: vector.endOfMonth }),
      });
      const plan = valueOf(createPlan(input, { calendar, defaultConvention: 'unadjusted' }));
      expect(nominalDates(plan)).toEqual(vector.unadjusted);
      expect(dueDates(plan)).toEqual(vector.adjusted[name]);
      planned += 1;
    }
  });

  test('nearly all of them as whole plans', () => {
    expect(planned).toBeGreaterThan(500);
  });
});
