import fc from 'fast-check';
import { isOpen } from '../calendar';
import { toEpochDay } from '../day';
import { minor } from '../money';
import { createPlan, proposeThird } from '../plan';
import type { AutomaticPlanInput, PlanContext } from '../plan';
import { anyCalendar, anyConvention, anyDay, anyPeriod, EUR, valueOf, weekendsOnly } from '../testing/support';

describe('whatever the plan', () => {
  const anyAutomatic = fc.record({
    kind: fc.constant('automatic' as const),
    currency: fc.constant(EUR),
    total: fc.integer({ min: 600, max: 100_000_000 }).map(minor),
    count: fc.integer({ min: 1, max: 60 }),
    firstDate: anyDay,
    period: anyPeriod,
  });
  const planOf = (input: Omit<AutomaticPlanInput, 'amount'>, planContext: PlanContext) => {
    const { value } = proposeThird({ total: input.total, count: input.count }) ?? { value: 0 };
    return valueOf(createPlan({ ...input, amount: minor(value) }, planContext));
  };

  test('the instalments add up to the total, are numbered 1…n and positive', () => {
    fc.assert(
      fc.property(anyAutomatic, anyConvention, anyCalendar, (input, defaultConvention, calendar) => {
        const { instalments, total } = planOf(input, { calendar, defaultConvention });
        expect(instalments.reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
        expect(instalments.map(({ number }) => number)).toEqual(
          Array.from({ length: input.count }, (_, index) => index + 1),
        );
        expect(instalments.every(({ amount }) => amount > 0)).toBe(true);
      }),
    );
  });

  test('due dates strictly increase and are open unless unadjusted; only shifted rows say why', () => {
    fc.assert(
      fc.property(anyAutomatic, anyConvention, anyCalendar, (input, defaultConvention, calendar) => {
        const { instalments } = planOf(input, { calendar, defaultConvention });
        instalments.forEach(({ dueDate, nominalDate, shift }, index) => {
          expect(dueDate > (instalments[index - 1]?.dueDate ?? '')).toBe(true);
          if (defaultConvention !== 'unadjusted' || input.period === 'month-end') {
            expect(isOpen(toEpochDay(dueDate), calendar)).toBe(true);
          }
          expect(shift === null).toBe(dueDate === nominalDate);
        });
      }),
    );
  });

  test('without collisions due dates lie on the convention’s side, modified-* in the month', () => {
    fc.assert(
      fc.property(anyAutomatic, anyConvention, (input, defaultConvention) => {
        const { instalments } = planOf(input, { calendar: weekendsOnly, defaultConvention });
        for (const { nominalDate, dueDate } of instalments) {
          if (input.period === 'month-end' || defaultConvention === 'preceding')
            expect(dueDate <= nominalDate).toBe(true);
          else if (defaultConvention === 'following') expect(dueDate >= nominalDate).toBe(true);
          else expect(dueDate.slice(0, 7)).toBe(nominalDate.slice(0, 7));
        }
      }),
    );
  });

  test('due dates are their own nominal dates: planning them again changes nothing', () => {
    fc.assert(
      fc.property(anyAutomatic, anyConvention, anyCalendar, (input, defaultConvention, calendar) => {
        const first = planOf(input, { calendar, defaultConvention });
        const again = valueOf(
          createPlan(
            {
              kind: 'manual',
              currency: EUR,
              total: first.total,
              convention: input.period === 'month-end' ? 'preceding' : defaultConvention,
              instalments: first.instalments.map(({ amount, dueDate }) => ({ amount, date: dueDate })),
            },
            { calendar, defaultConvention },
          ),
        );
        expect(again.instalments.map(({ dueDate }) => dueDate)).toEqual(
          first.instalments.map(({ dueDate }) => dueDate),
        );
      }),
    );
  });
});
