import { createPlan } from '../plan';
import type { AutomaticPlanInput, PlanContext } from '../plan';
import { calendarWith, cents, day, EUR, problemsOf, valueOf, weekendsOnly } from '../testing/support';

const context: PlanContext = { calendar: weekendsOnly, defaultConvention: 'following' };

function automatic(input: Partial<AutomaticPlanInput>): AutomaticPlanInput {
  const total = cents(120_000);
  return {
    kind: 'automatic',
    currency: EUR,
    total,
    amount: cents(10_000),
    count: 12,
    firstDate: day('2026-12-31'),
    period: 'monthly',
    ...input,
  };
}

describe('the range of dates', () => {
  const problems = (input: Partial<AutomaticPlanInput>, calendar = weekendsOnly) =>
    problemsOf(createPlan(automatic(input), { calendar, defaultConvention: 'following' })).map(({ code, path }) => [
      code,
      path,
    ]);

  test('plans end by 2199 and begin in 1970', () => {
    expect(problems({ firstDate: day('2199-02-01') })).toEqual([['day-out-of-range', ['count']]]);
    const closed = calendarWith(['1970-01-01', '2199-12-31'], { weekend: [] });
    const first = { total: cents(100), amount: cents(100), count: 1 };
    expect(problems({ ...first, firstDate: day('1970-01-01'), convention: 'preceding' }, closed)).toEqual([
      ['day-out-of-range', ['firstDate']],
    ]);
    expect(problems({ ...first, firstDate: day('2199-12-31') }, closed)).toEqual([['day-out-of-range', ['firstDate']]]);
    const two = { total: cents(200), amount: cents(100), count: 2, period: 'weekly' } as const;
    expect(problems({ ...two, firstDate: day('2199-12-24') }, closed)).toEqual([['day-out-of-range', ['count']]]);
    const until2199 = { total: cents(600), amount: cents(1), count: 600, firstDate: day('2150-01-31') };
    expect(valueOf(createPlan(automatic(until2199), context)).instalments[599]?.nominalDate).toBe('2199-12-31');
  });

  test.each(['single', 'manual'] as const)('so do %s ones', (kind) => {
    const calendar = calendarWith(['2199-12-31'], { weekend: [] });
    const date = day('2199-12-31');
    const total = cents(100);
    const input =
      kind === 'single'
        ? ({ kind, currency: EUR, total, date } as const)
        : ({ kind, currency: EUR, total, instalments: [{ amount: total, date }] } as const);
    expect(
      problemsOf(createPlan(input, { calendar, defaultConvention: 'following' })).map(({ code, path }) => [code, path]),
    ).toEqual([['day-out-of-range', kind === 'single' ? ['date'] : ['instalments', 0, 'date']]]);
  });
});
