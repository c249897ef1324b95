import { rf } from './rf';
import type { PaymentCodeScheme } from './scheme';

const LENGTH = 25;

/** The references of Greek institutions: an `rf` of exactly 25 characters, digits only after `RF`. */
export const grRf: PaymentCodeScheme = {
  ...rf,
  id: 'gr-rf',
  check(value) {
    if (value.startsWith('RF') && /[^\d]/.test(value.slice(2))) {
      return { code: 'code-characters', message: 'After RF come 23 digits and nothing else: correct the code' };
    }
    if (value.startsWith('RF') && value.length !== LENGTH) {
      const message = `The code has ${LENGTH} characters, this one ${value.length}: compare it with the notice`;
      return { code: 'code-length', message, params: { least: LENGTH, most: LENGTH, length: value.length } };
    }
    return rf.check(value);
  },
};
