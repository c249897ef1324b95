import { ok, refuse } from './problem';
import type { Path, Problem, Result } from './problem';

/** What a subject or an opening may name, each as `{{name}}`. */
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

/** Mails whose subject and opening an office may word itself. */
export const WORDED_KINDS = [
  'registered',
  'updated',
  'reminder',
  'overdue',
  'withdrawn',
  'receipt',
  'invitation',
] as const;
export type WordedKind = (typeof WORDED_KINDS)[number];

/** Several things in one mail are worded apart; an invitation's second wording is that of a forgotten password. */
export const WORDING_VARIANTS = ['one', 'several'] as const;
export type WordingVariant = (typeof WORDING_VARIANTS)[number];

/** A subject and an opening, with placeholders. */
export interface Wording {
  readonly subject: string;
  readonly opening: string;
}

const ALWAYS = ['contact', 'office'] as const;
const ABOUT = ['title', 'customer', 'institution', 'reference', ...ALWAYS] as const;
const DUE = ['title', 'number', 'amount', 'dueDate', 'payBy', 'institution', 'customer', 'reference'] as const;
const NEW = ['title', 'number', 'total', 'dueDate', 'institution', 'customer', 'reference'] as const;

/** What each mail can fill in; the wordings that are there are all that are sent. */
const known: Readonly<Record<WordedKind, Readonly<Partial<Record<WordingVariant, readonly Placeholder[]>>>>> = {
  registered: { one: [...NEW, ...ALWAYS], several: ['count', ...NEW, ...ALWAYS] },
  updated: { one: ABOUT, several: ['count', ...ABOUT] },
  reminder: { one: [...DUE, ...ALWAYS], several: ['count', ...DUE, ...ALWAYS] },
  overdue: { one: [...DUE, ...ALWAYS], several: ['count', ...DUE, ...ALWAYS] },
  withdrawn: { one: ABOUT },
  receipt: { one: ['title', 'number', 'customer', 'institution', 'reference', ...ALWAYS] },
  invitation: { one: ALWAYS, several: ALWAYS },
};

/** Every wording that an office may change, in the order in which it is shown. */
export const WORDINGS: ReadonlyArray<{ readonly kind: WordedKind; readonly variant: WordingVariant }> =
  WORDED_KINDS.flatMap((kind) =>
    WORDING_VARIANTS.filter((variant) => known[kind][variant] !== undefined).map((variant) => ({ kind, variant })),
  );

/** What a wording may name; empty where there is no such wording. */
export const placeholdersOf = (kind: WordedKind, variant: WordingVariant): readonly Placeholder[] =>
  known[kind][variant] ?? [];

/** Whether mails of a kind carry the payment's reference, which then stands in the subject whatever the wording says. */
export const namesReference = (kind: WordedKind, variant: WordingVariant): boolean =>
  placeholdersOf(kind, variant).includes('reference');

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

const listed = (names: readonly string[]): string => names.map((name) => `{{${name}}}`).join(', ');

/**
 * Checks that a subject or an opening names only what its mail can fill in, and holds nothing else of a template: no section, no
 * partial, no unescaped value.
 */
export function checkWording(template: string, names: readonly Placeholder[], path: Path): Result<string> {
  const params = { known: listed(names) };
  const problems: Problem[] = [];
  for (const [written, name = ''] of template.matchAll(PLACEHOLDER)) {
    if (names.some((one) => one === name)) continue;
    const message = `${written} is no placeholder of this mail; known are ${params.known}`;
    problems.push({ code: 'placeholder-unknown', path, message, params: { placeholder: written, ...params } });
  }
  if (problems.length === 0 && /[{}]/.test(template.replace(PLACEHOLDER, ' '))) {
    const message = `A brace stands outside of a placeholder; write placeholders as ${params.known}`;
    problems.push({ code: 'placeholder-broken', path, message, params });
  }
  return problems.length > 0 ? refuse(...problems) : ok(template);
}
