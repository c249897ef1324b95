/**
 * What a rule of the domain answers when something cannot be: a code that the admin translates, the place on the wire,
 * and, where one exists, what would make it right.
 */
export type ProblemCode =
  // money
  | 'currency-unknown'
  | 'amount-format'
  | 'amount-too-precise'
  | 'amount-out-of-range'
  | 'amount-not-positive'
  | 'amount-ambiguous'
  | 'amount-unreadable'
  // days
  | 'day-invalid'
  | 'day-out-of-range'
  | 'date-incomplete'
  | 'date-impossible'
  | 'date-unreadable'
  // plans
  | 'total-not-positive'
  | 'count-invalid'
  | 'count-too-small'
  | 'count-too-large'
  | 'convention-refused'
  | 'end-of-month-refused'
  | 'already-paid-invalid'
  | 'instalments-missing'
  | 'unallocated'
  | 'code-used-twice'
  | 'code-per-instalment'
  // plans, as warnings
  | 'due-on-closed-day'
  | 'due-on-expected-day'
  | 'due-in-the-past'
  | 'dates-out-of-order'
  | 'lunar-data-ends'
  // edits
  | 'instalment-unknown'
  | 'instalment-paid'
  | 'instalment-part-paid'
  | 'instalment-cancelled'
  | 'amount-below-paid'
  | 'amount-above-outstanding'
  | 'amount-above-paid'
  | 'surcharge-invalid'
  | 'paid-in-the-future'
  | 'rest-impossible'
  | 'rest-has-no-place'
  | 'last-instalment'
  | 'nothing-outstanding'
  // mail texts
  | 'placeholder-unknown'
  | 'placeholder-broken'
  // files and pasted lists
  | 'file-encoding'
  | 'csv-quote'
  | 'sheet-shortened'
  | 'sheet-zeros'
  | 'tax-number-zero'
  | 'tax-number-length'
  | 'tax-number-check'
  | 'count-unreadable'
  | 'flag-unreadable'
  | 'period-unreadable'
  | 'language-unreadable'
  | 'settlement-key-missing'
  | 'settlement-ambiguous'
  // payment codes, accounts and QR codes
  | 'code-empty'
  | 'code-too-long'
  | 'code-length'
  | 'code-characters'
  | 'code-prefix'
  | 'code-check-digits'
  | 'code-payer'
  | 'iban-format'
  | 'iban-country'
  | 'iban-length'
  | 'iban-check-digits'
  | 'bic-format'
  | 'qr-currency'
  | 'qr-amount'
  | 'qr-name'
  | 'qr-purpose'
  | 'qr-reference'
  | 'qr-text'
  | 'qr-too-long';

/** A place in the request, key by key: `['instalments', 3, 'date']`. */
export type Path = ReadonlyArray<string | number>;

/** A change that makes the request valid by itself; `amount` is a decimal string as on the wire. */
export type Repair = { count: number } | { amount: string };

export interface Problem {
  code: ProblemCode;
  path: Path;
  /** English, names the repair. */
  message: string;
  /** What a translation of `code` needs; amounts as decimal strings, days as `YYYY-MM-DD`. */
  params?: Readonly<Record<string, string | number>>;
  repairs?: ReadonlyArray<Repair>;
  /** What may have been meant instead of what a file holds; staff choose it, nothing applies it by itself. */
  proposal?: string;
}

export type Result<T> = { ok: true; value: T } | { ok: false; problems: ReadonlyArray<Problem> };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(...problems: Problem[]): { ok: false; problems: ReadonlyArray<Problem> } {
  return { ok: false, problems };
}
