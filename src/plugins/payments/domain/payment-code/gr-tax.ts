import { compact } from '../mod97';
import { isAfm } from './afm';
import type { PaymentCodeScheme } from './scheme';

const LENGTH = 30;

function parts(value: string): string[] {
  return [value.slice(0, 9), value.slice(9, 18), value.slice(18)];
}

/**
 * A Greek tax debt ID: 30 digits, printed 9+9+12, the first nine of which are the payer's tax number. Only these can be
 * checked: the 21 after them carry no check digit.
 */
export const grTax: PaymentCodeScheme = {
  id: 'gr-tax',
  normalise: compact,
  check(value) {
    if (value === '') return { code: 'code-empty', message: 'Write the payment code, or leave it to follow' };
    if (/[^\d]/.test(value))
      return { code: 'code-characters', message: 'The code has digits only: correct the others' };
    if (value.length !== LENGTH) {
      const message = `The code has ${LENGTH} digits, this one ${value.length}: compare it with the notice`;
      return { code: 'code-length', message, params: { least: LENGTH, most: LENGTH, length: value.length } };
    }
    if (isAfm(value.slice(0, 9))) return null;
    const message = 'The first nine digits are no tax number (AFM): compare the code with the notice';
    return { code: 'code-payer', message };
  },
  display: (value) => parts(value).join(' '),
  parts,
  payer: (value) => value.slice(0, 9),
};
