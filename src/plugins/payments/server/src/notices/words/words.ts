import type { WordedKind, Wording } from '../../../../domain/mail-text';
import type { SectionName } from '../digest/sections';

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
  /** The staff's morning mail. */
  readonly digest: {
    readonly titles: Readonly<Record<SectionName, string>>;
    /** For the subject, before a number. */
    readonly short: Readonly<Record<SectionName, string>>;
    readonly opening: (day: string) => string;
    readonly button: string;
    readonly footer: (office: string) => string;
  };
}
