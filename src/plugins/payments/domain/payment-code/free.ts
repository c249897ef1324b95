import type { PaymentCodeScheme } from './scheme';

const MOST_CHARACTERS = 140;

/** Any text an institution books by: 1 to 140 printable characters. */
export const free: PaymentCodeScheme = {
  id: 'free',
  normalise: (typed) => typed.trim().replace(/\s+/g, ' '),
  check(value) {
    if (value === '') return { code: 'code-empty', message: 'Write the payment code, or leave it to follow' };
    if (/\p{C}/u.test(value)) {
      return {
        code: 'code-characters',
        message: 'The code contains characters that cannot be printed: type it by hand',
      };
    }
    if ([...value].length <= MOST_CHARACTERS) return null;
    const message = `The code may have at most ${MOST_CHARACTERS} characters: shorten it`;
    return { code: 'code-too-long', message, params: { most: MOST_CHARACTERS } };
  },
  display: (value) => value,
  parts: (value) => [value],
};
