import type { BodyInputOf, AnswerOf } from '../../contracts/route';
import type { createReceipt } from '../../contracts/receipt';

/**
 * "I have paid": `paidOn` is a `YYYY-MM-DD` not to come, `amount` a decimal in the payment's currency such as `"154.32"`;
 * the file may be a PDF, JPEG, PNG or WebP of at most 5 MB.
 */
export type NewReceipt = BodyInputOf<typeof createReceipt> & { file?: Blob };

export type Receipt = AnswerOf<typeof createReceipt>['data'];

/** A receipt as the form that the server reads. */
export const receiptForm = ({ file, ...fields }: NewReceipt, more: Readonly<Record<string, string>> = {}): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...more })) {
    if (value !== undefined && value !== '') form.append(name, value);
  }
  if (file) form.append('file', file);
  return form;
};
