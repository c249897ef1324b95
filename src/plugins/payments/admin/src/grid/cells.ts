import { toDecimal } from '../../../domain/money';
import type { CurrencyCode } from '../../../domain/money';
import { schemeOfTyped } from '../../../domain/payment-code';
import type { SchemeId } from '../../../domain/payment-code';
import { readSheetCode, spreadsheetDamage } from '../../../domain/sheet';
import type { Problem } from '../../../domain/problem';
import type { Reader } from '../plan/reader';
import type { FieldProblem } from '../services/failure';

const problemOf = ({ code, message, params }: Pick<Problem, 'code' | 'message' | 'params'>): FieldProblem => ({
  path: '',
  code,
  message,
  params: { ...params },
});

/** What a cell says: nothing, a value as the wire has it, or what is wrong. */
export type ReadCell<Value> =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'wrong'; readonly problem: FieldProblem };

/** A typed or pasted amount, as the office writes it, with or without the currency's sign. */
export function readAmountCell(typed: string, currency: string, reader: Reader): ReadCell<string> {
  const text = typed.replace(/[€$£]|EUR/g, '').trim();
  if (text === '') return { kind: 'empty' };
  const damage = spreadsheetDamage(text);
  if (damage) return { kind: 'wrong', problem: problemOf(damage) };
  const read = reader.amount(text, currency);
  if (!read.ok) return { kind: 'wrong', problem: problemOf(read.problems[0] as Problem) };
  return { kind: 'value', value: toDecimal(read.value, currency as CurrencyCode) };
}

/** A typed or pasted code, by the kind that the institution issues. */
export function readCodeCell(typed: string, scheme: SchemeId): ReadCell<{ value: string; scheme: SchemeId }> {
  const text = typed.trim();
  if (text === '') return { kind: 'empty' };
  const used = schemeOfTyped(text, scheme);
  const read = readSheetCode(text, used);
  if (!read.ok) return { kind: 'wrong', problem: problemOf(read.problems[0] as Problem) };
  return { kind: 'value', value: { value: read.value.value, scheme: read.value.scheme } };
}
