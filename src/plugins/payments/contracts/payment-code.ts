import { z } from 'zod';

export const schemeId = z.enum(['free', 'rf', 'gr-rf', 'gr-tax']);

/** A payment code as it is answered: normalised, as people read it, and in the parts that bank forms ask for. */
export const paymentCode = z.strictObject({
  value: z.string(),
  display: z.string(),
  parts: z.array(z.string()),
  scheme: schemeId,
});

/** A payment code as it is typed; spaces, hyphens and lower case are accepted. */
export const typedPaymentCode = z.strictObject({ value: z.string().max(200), scheme: schemeId });
