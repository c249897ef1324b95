export type ChangeValue = string | number | boolean | null;

/** One field, before and after. Money is a decimal string in the payment's currency, a day is `YYYY-MM-DD`. */
export interface Change {
  field: string;
  /** Of the instalment that changed, as it is numbered now; absent for what belongs to the payment as a whole. */
  number?: number;
  /** Which of several: the documentId of an instalment, or the id of an attachment. Numbers change, these do not. */
  of?: string;
  before: ChangeValue;
  after: ChangeValue;
}

/** What a change is about, the same across several edits. */
export function changeKey({ field, of }: Pick<Change, 'field' | 'of'>): string {
  return of === undefined ? field : `${field}:${of}`;
}
