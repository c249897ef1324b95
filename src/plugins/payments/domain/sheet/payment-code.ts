import { checkPaymentCode } from '../payment-code';
import type { CheckedPaymentCode, SchemeId } from '../payment-code';
import { refuse } from '../problem';
import type { Path, Problem, Result } from '../problem';
import { spreadsheetDamage } from './damage';

const TAX_DEBT_DIGITS = 30;
const MOST_LOST_ZEROS = 2;

/**
 * Reads a payment code from a file or a pasted list by its scheme. A code that a spreadsheet damaged is refused; where only zeros at the front of a tax
 * debt ID were lost the problem proposes the code that passes, which staff must choose.
 */
export function readSheetCode(text: string, scheme: SchemeId, path: Path = []): Result<CheckedPaymentCode> {
  const damage = spreadsheetDamage(text);
  if (damage) return refuse({ ...damage, path });
  const checked = checkPaymentCode(text, scheme, path);
  if (checked.ok || scheme !== 'gr-tax') return checked;
  const digits = text.replace(/[\s-]/g, '');
  const padded = digits.padStart(TAX_DEBT_DIGITS, '0');
  const lostZeros = TAX_DEBT_DIGITS - digits.length;
  if (lostZeros < 1 || lostZeros > MOST_LOST_ZEROS || !checkPaymentCode(padded, scheme).ok) return checked;
  const problems = checked.problems.map((problem): Problem => ({ ...problem, proposal: padded }));
  return refuse(...problems);
}
