import type { AutomaticPlanInput, Plan } from '../plan';
import { cents, day, EUR } from './support';

/** 1,200.00 in twelve instalments of 100.00, monthly from the end of 2026, but for what the test says. */
export function automatic(input: Partial<AutomaticPlanInput>): AutomaticPlanInput {
  return {
    kind: 'automatic',
    currency: EUR,
    total: cents(120_000),
    amount: cents(10_000),
    count: 12,
    firstDate: day('2026-12-31'),
    period: 'monthly',
    ...input,
  };
}

export const dueDates = ({ instalments }: Plan) => instalments.map(({ dueDate }) => dueDate);
export const nominalDates = ({ instalments }: Plan) => instalments.map(({ nominalDate }) => nominalDate);
