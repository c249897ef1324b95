import type { Language } from './format';

/** A payment code: to copy, and in groups for the eye where that differs. */
export interface CodeView {
  readonly label: string;
  readonly value: string;
  readonly display: string | null;
}

/** A line of a table: an instalment, or an item of a digest. */
export interface RowView {
  readonly day: string;
  readonly what: string;
  readonly url: string | null;
  /** Lines in small print below. */
  readonly details: readonly string[];
  readonly amount: string;
}

export interface ChangeView {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

export interface FactView {
  readonly label: string;
  readonly value: string;
}

/** A part of a mail about one thing. Only what stands here can reach a template, and nothing that is staff's stands here. */
export interface BlockView {
  readonly title: string | null;
  readonly url: string | null;
  readonly facts: readonly FactView[];
  readonly paragraphs: readonly string[];
  readonly changes: readonly ChangeView[];
  readonly code: CodeView | null;
  readonly rows: readonly RowView[];
  /** What the table leaves out: "and 12 more". */
  readonly more: string | null;
}

/** A mail's content, every value formatted and cleaned; what a template escapes is up to its format. */
export interface MailView {
  readonly language: Language;
  readonly subject: string;
  /** What a mailbox shows behind the subject. */
  readonly preheader: string;
  readonly greeting: string;
  readonly opening: readonly string[];
  readonly blocks: readonly BlockView[];
  readonly button: { readonly label: string; readonly url: string } | null;
  /** What happens next. */
  readonly closing: readonly string[];
  readonly office: string;
  /** Why the contact gets this mail, and how to get none. */
  readonly footer: string;
  readonly settings: { readonly label: string; readonly url: string } | null;
}

export const emptyBlock: BlockView = {
  title: null,
  url: null,
  facts: [],
  paragraphs: [],
  changes: [],
  code: null,
  rows: [],
  more: null,
};
