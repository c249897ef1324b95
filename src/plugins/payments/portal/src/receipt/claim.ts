import { PaymentsError } from '../../../client/src';
import type { NewReceipt } from '../../../client/src';
import type { MessageKey } from '../i18n/language';

/** As the server takes them. */
export const FILE_TYPES = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];
const FILE_BYTES = 5 * 1024 * 1024;

export type ClaimField = 'paidOn' | 'amount' | 'file';

/** What is wrong with a claim: a field of it, or the whole. */
export interface ClaimProblem {
  readonly field: ClaimField | null;
  readonly message: MessageKey;
}

const problemWith = (field: ClaimField): ClaimProblem => ({ field, message: `receipt.invalid.${field}` });

interface Reading {
  today: string;
  /** Null where the amount cannot be understood. */
  parse(typed: string): string | null;
}

const isPositive = (amount: string): boolean => /[1-9]/.test(amount);

/** Reads the form "I have paid". */
export const readClaim = (form: FormData, { today, parse }: Reading): NewReceipt | ClaimProblem => {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const paidOn = text('paidOn');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(paidOn) || paidOn > today) return problemWith('paidOn');
  const amount = parse(text('amount'));
  if (amount === null || !isPositive(amount)) return problemWith('amount');
  const chosen = form.get('file');
  const file = chosen instanceof File && chosen.size > 0 ? chosen : undefined;
  // A browser that cannot tell the type leaves it to the server, which looks at the content anyway.
  if (file && (file.size > FILE_BYTES || (file.type !== '' && !FILE_TYPES.includes(file.type)))) {
    return problemWith('file');
  }
  return { paidOn, amount, comment: text('comment'), ...(file && { file }) };
};

export const isProblem = (claim: NewReceipt | ClaimProblem): claim is ClaimProblem => 'message' in claim;

const fieldOf = ({ details }: PaymentsError): unknown => {
  const errors = details.errors as readonly { path?: readonly unknown[] }[] | undefined;
  return errors?.[0]?.path?.[0];
};

/** What the server's refusal means for the form. */
export const problemOf = (error: unknown): ClaimProblem => {
  if (!(error instanceof PaymentsError)) return { field: null, message: 'problem.server' };
  if (error.status === 0) return { field: null, message: 'problem.offline' };
  if (error.status === 404 || error.status === 409) return { field: null, message: 'receipt.conflict' };
  if (error.status === 413) return problemWith('file');
  if (error.status === 429) return { field: null, message: 'problem.busy' };
  const field = fieldOf(error);
  const isKnown = field === 'paidOn' || field === 'amount' || field === 'file';
  return error.status === 400 && isKnown ? problemWith(field) : { field: null, message: 'problem.server' };
};
