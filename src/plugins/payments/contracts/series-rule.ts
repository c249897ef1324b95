import { z } from 'zod';

/** How often a recurring obligation comes back. */
export const seriesPeriod = z.enum(['weekly', 'biweekly', 'monthly', 'bimonthly', 'quarterly', 'semiannual', 'annual']);

/** On which day of its period a payment falls: the month's last open day, a day of the month, or the day counted from the start. */
export const seriesRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('month-end') }),
  z.strictObject({ kind: z.literal('day-of-month'), day: z.int().min(1).max(31) }),
  z.strictObject({ kind: z.literal('from-start') }),
]);

/** How its payments are told apart by name: not at all, by when they are due (`04/2027`), or by the period before that. */
export const seriesNaming = z.enum(['none', 'due', 'before']);
