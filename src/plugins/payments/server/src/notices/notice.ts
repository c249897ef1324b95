import type { Day } from '../../../domain/day';
import type { PendingChange } from '../../../domain/diff';
import type { DigestSection } from './digest/sections';
import type { Language } from './mail/format';

export type { NoticeAction, NoticeKind, NoticeState, SkipReason } from '../../../contracts/notice';

/** The payments that one mail announces, by documentId, in the order in which they were registered. */
export interface RegisteredPayload {
  readonly payments: readonly string[];
}

/** What was edited of one payment within the window; the values now are read when the mail is made. */
export interface UpdatedPart {
  readonly payment: string;
  readonly changes: readonly PendingChange[];
  /** Why, in the words that history shows: a decree's reference. */
  readonly reasons: readonly string[];
}

/** One payment whose edits wait for their window, or several that one change for many has edited. */
export interface UpdatedPayload {
  readonly parts: readonly UpdatedPart[];
}

/** All that the mail says of a payment that may be gone by the time it is made. */
export interface WithdrawnPayload {
  readonly reference: string;
  readonly title: string;
  readonly institution: string | null;
  readonly customer: string;
  /** Why, where staff said it. */
  readonly reason?: string | null;
  /** What the contact knows of the payment, should it come back before this is told; what was kept by an earlier version has none. */
  readonly known?: readonly PendingChange[];
  /** Why it was edited before, where that has not been told either. */
  readonly reasons?: readonly string[];
}

/** An instalment, and the due date of which was reminded: the rule of 24 hours asks for it. */
export interface RemindedInstalment {
  readonly instalment: string;
  readonly dueDate: Day;
}

/** Instalments that staff remind of by hand; what the sweep found is in the reminders. */
export interface RemindNowPayload {
  readonly payments: readonly string[];
  readonly instalments: readonly RemindedInstalment[];
}

/** A message in the staff's own words, about a payment or not. */
export interface MessagePayload {
  readonly subject: string;
  readonly body: string;
}

/** What staff decided on a receipt. */
export interface ReceiptPayload {
  readonly decision: 'accepted' | 'rejected';
  readonly reason: string | null;
  readonly instalment: string;
}

/** A first sign-in or a forgotten password: the address to go to, and until when it works (ISO 8601). */
export interface InvitationPayload {
  readonly purpose: 'invitation' | 'password-reset';
  readonly url: string;
  readonly expiresAt: string;
}

/** What a member of staff, or the office, is told in the morning of a day; fixed when it is queued. */
export interface DigestPayload {
  readonly day: Day;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly sections: readonly DigestSection[];
}

/** At most one queued notice has a key; whoever claims it takes the key away, so that what comes later makes a new one. */
export const foldKey = {
  registered: (contact: string) => `registered:${contact}`,
  updated: (payment: string, contact: string) => `updated:${payment}:${contact}`,
  /** What changes for many have edited of one contact's payments. */
  together: (contact: string) => `together:${contact}`,
  /** A payment that a contact is about to be told is no longer that customer's. */
  withdrawn: (payment: string, contact: string, customer: string | null) =>
    `withdrawn:${payment}:${contact}:${customer ?? ''}`,
  reminder: (contact: string) => `reminder:${contact}`,
} as const;
