import { compact, inFours, mod97 } from '../mod97';
import type { Flaw, PaymentCodeScheme } from './scheme';

const SHORTEST = 5;
const LONGEST = 25;

/**
 * A creditor reference of ISO 11649: `RF`, two check digits (02 to 98), 1 to 21 capital letters and digits. Exchanging
 * a digit by a digit or a letter by a letter is always noticed; a letter in a digit's place nearly always.
 */
export const rf: PaymentCodeScheme = {
  id: 'rf',
  normalise: compact,
  check: (value) => wrongLetters(value) ?? wrongLength(value) ?? wrongCheckDigits(value),
  display: inFours,
  parts: (value) => [value],
};

function wrongLetters(value: string): Flaw | null {
  if (value === '') return { code: 'code-empty', message: 'Write the payment code, or leave it to follow' };
  if (!value.startsWith('RF')) {
    return { code: 'code-prefix', message: 'The reference begins with RF, in Latin letters', params: { prefix: 'RF' } };
  }
  if (/^RF\d{0,2}$|^RF\d\d[A-Z\d]*$/.test(value)) return null;
  const message = 'After RF come two check digits, then Latin letters and digits only: correct the code';
  return { code: 'code-characters', message };
}

function wrongLength({ length }: string): Flaw | null {
  if (length >= SHORTEST && length <= LONGEST) return null;
  const message = `The reference has ${SHORTEST} to ${LONGEST} characters, this one ${length}: compare it with the notice`;
  return { code: 'code-length', message, params: { least: SHORTEST, most: LONGEST, length } };
}

function wrongCheckDigits(value: string): Flaw | null {
  const digits = Number(value.slice(2, 4));
  if (mod97(value) === 1 && digits >= 2 && digits <= 98) return null;
  return { code: 'code-check-digits', message: 'A character of the code is wrong: compare it with the notice' };
}
