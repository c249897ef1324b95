import { isAfm } from '../payment-code/afm';
import { ok, refuse } from '../problem';
import type { Path, Result } from '../problem';
import { spreadsheetDamage } from './damage';

const LENGTH = 9;
const MOST_LOST_ZEROS = 2;

/** A tax number as two of them are compared: without spaces, dots and hyphens, and without the Greek country code. */
export function taxNumberKey(text: string): string {
  return text
    .replace(/[\s./-]/g, '')
    .toUpperCase()
    .replace(/^(EL|GR)(?=\d)/, '');
}

/**
 * Reads a tax number from a file or a pasted list. In Greece one of digits alone is an AFM, so that a lost digit is noticed; where zeros were lost at its
 * front the problem proposes the number that passes, which staff must choose. Numbers of other countries carry their letters and are taken as they are.
 */
export function readTaxNumber(text: string, country: string, path: Path = []): Result<string> {
  const damage = spreadsheetDamage(text);
  if (damage) return refuse({ ...damage, path });
  const key = taxNumberKey(text);
  if (country !== 'GR' || !/^\d+$/.test(key) || isAfm(key))
    return ok(country === 'GR' && isAfm(key) ? key : text.trim());
  const padded = key.padStart(LENGTH, '0');
  if (key.length < LENGTH && key.length >= LENGTH - MOST_LOST_ZEROS && isAfm(padded)) {
    const message = `The tax number lost its first zero in a spreadsheet: it may be ${padded}`;
    return refuse({ code: 'tax-number-zero', path, message, params: { proposal: padded }, proposal: padded });
  }
  if (key.length !== LENGTH) {
    const message = `A tax number (AFM) has ${LENGTH} digits, this one ${key.length}: correct it`;
    return refuse({ code: 'tax-number-length', path, message, params: { most: LENGTH, length: key.length } });
  }
  const message = 'A digit of the tax number (AFM) is wrong: compare it with its source';
  return refuse({ code: 'tax-number-check', path, message });
}
