import { z } from 'zod';
import { isDay } from '../domain/day';
import type { Day } from '../domain/day';
import { isCurrency } from '../domain/money';
import type { CurrencyCode } from '../domain/money';

/** `YYYY-MM-DD`, a day that exists, 1970–2199. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day written YYYY-MM-DD')
  .refine(isDay, 'is not a day of the calendar between 1970 and 2199') as unknown as z.ZodType<Day, string>;

/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime();

export const documentId = z.string().regex(/^[a-z0-9]{1,64}$/, 'must be a documentId');

/** ISO 4217 alphabetic code. */
export const currency = z
  .string()
  .refine(isCurrency, 'must be a currency code of ISO 4217, such as EUR') as unknown as z.ZodType<CurrencyCode, string>;

/** An amount without its currency: `"123.45"`. Decimals beyond the currency's are refused by the domain, which knows it. */
export const decimal = z.string().regex(/^-?\d{1,16}(\.\d{1,4})?$/, 'must be an amount such as "123.45"');

export const money = z.strictObject({ value: decimal, currency });

/** ISO 639-1, optionally with a region: `el`, `en-GB`. */
export const language = z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'must be a language such as "el"');

/*
 * Text without NUL, which PostgreSQL stores in no text, and without halves of a surrogate pair, which it takes in no JSON: such a value would be a
 * failure of the server's where it is the request's.
 */

/** A line of text: trimmed, not empty, without control characters (they would reach subjects and headers). */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line of text');

/** What is searched for; a control character is in no name. */
export const searchTerm = z
  .string()
  .trim()
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line of text');

/** Text of several lines. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\0\p{Cs}]*$/u, 'must be text without the character NUL and without half characters');

export const noQuery = z.strictObject({});
export const noBody = z.strictObject({}).optional();

/** A document's id and name, as relations are answered. */
export const named = z.strictObject({ documentId, name: z.string() });

/** A query's `true`/`false`. */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
