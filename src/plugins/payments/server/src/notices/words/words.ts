import type { NoticeKind } from '../notice';

/** Kinds whose subject and opening the office may word itself. */
export type WordedKind = Exclude<NoticeKind, 'message' | 'test'>;

/** What a subject or an opening may name. */
export const PLACEHOLDERS = [
  'title',
  'number',
  'amount',
  'total',
  'dueDate',
  'payBy',
  'reference',
  'institution',
  'customer',
  'contact',
  'office',
  'count',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** A subject and an opening with `{{placeholders}}`. */
export interface Wording {
  readonly subject: string;
  readonly opening: string;
}

/** Everything that a mail says, in one language. */
export interface Words {
  readonly greeting: (name: string) => string;
  /** For one thing, and for several in one mail. */
  readonly kinds: Readonly<Record<WordedKind, { readonly one: Wording; readonly several: Wording }>>;
  readonly closing: Readonly<Record<WordedKind, string>>;
  readonly labels: {
    readonly institution: string;
    readonly customer: string;
    readonly total: string;
    readonly outstanding: string;
    readonly instalments: string;
    readonly dueDate: string;
    readonly payBy: string;
    readonly reference: string;
    readonly code: string;
    readonly codeFollows: string;
    readonly nextInstalment: string;
    readonly reason: string;
  };
  /** Fields that a change names. */
  readonly fields: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<'open' | 'paid' | 'settled' | 'cancelled', string>>;
  readonly receipts: Readonly<Record<'accepted' | 'rejected', string>>;
  readonly shifts: Readonly<Record<'weekend' | 'holiday' | 'decree' | 'collision', string>>;
  readonly instalment: (number: number, of: number) => string;
  readonly nothing: string;
  readonly more: (count: number) => string;
  readonly movedFrom: (day: string, why: string) => string;
  readonly duePayBy: (payBy: string) => string;
  readonly overdueSince: (day: string) => string;
  readonly codeIs: (code: string) => string;
  readonly buttons: { readonly obligation: string; readonly all: string; readonly invitation: string };
  readonly footer: (office: string) => string;
  readonly settings: string;
  readonly test: string;
  readonly validUntil: (instant: string) => string;
}
