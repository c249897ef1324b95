import { z } from 'zod';
import { day, documentId } from './values';

/** So many missed instalments lose a plan: unpaid past their due date, whether or not they follow one another. */
export const lostAfter = z.int().min(1).max(600);

/** How a plan stands that may be lost. */
export const arrangement = z.strictObject({
  /** Instalments that are unpaid past their due date; what is reported as paid in full is not among them. */
  missed: z.int(),
  /** The deadline whose missing loses it; null where too few are open for that. */
  lossDate: day.nullable(),
  /** `over`: that deadline is past. `at-risk`: it is near (the office's days of *approaching*). */
  state: z.enum(['kept', 'at-risk', 'over']),
});
export type Arrangement = z.output<typeof arrangement>;

/** A payment as another one names it. */
export const paymentLink = z.strictObject({ documentId, reference: z.string() });
export type PaymentLink = z.output<typeof paymentLink>;
