import type { ProblemCode } from '../problem';

export type SchemeId = 'free' | 'rf' | 'gr-rf' | 'gr-tax';

/** What is wrong with a code, before it is known where in the request it stands. */
export interface Flaw {
  code: ProblemCode;
  message: string;
  params?: Readonly<Record<string, string | number>>;
}

/** How one kind of payment code is written. Another country's is another object like this, in a file of its own. */
export interface PaymentCodeScheme {
  readonly id: SchemeId;
  /** What people paste, as it is stored. */
  normalise(typed: string): string;
  /** Null where the normalised value is a code of this scheme. */
  check(value: string): Flaw | null;
  /** For the eye: in groups. */
  display(value: string): string;
  /** The fields that bank forms have for it, each copied by itself. */
  parts(value: string): string[];
  /** The tax number of who must pay, where the code carries it. */
  payer?(value: string): string;
}
