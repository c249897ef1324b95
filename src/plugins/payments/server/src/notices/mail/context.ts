import type { BusinessCalendar } from '../../../../domain/calendar';
import type { Day } from '../../../../domain/day';
import { wordsIn } from '../words';
import type { Placeholder, WordedKind, Words } from '../words';
import { cleanLine } from './clean';
import { formatFor } from './format';
import type { Format, Language } from './format';
import { fillLine } from './render';
import type { MailView } from './view';

/** Where a mail's links lead, for one contact. */
export interface Links {
  obligation(paymentDocumentId: string): string;
  /** The contact's log of all obligations. */
  readonly all: string;
  readonly settings: string;
}

/** What every mail to one contact is made with. */
export interface MailContext {
  readonly language: Language;
  readonly words: Words;
  readonly format: Format;
  readonly office: string;
  readonly timeZone: string;
  readonly contact: string;
  readonly today: Day;
  readonly calendar: BusinessCalendar;
  readonly links: Links;
}

export type ContextInput = Omit<MailContext, 'words' | 'format'>;

export const contextOf = (input: ContextInput): MailContext => ({
  ...input,
  office: cleanLine(input.office),
  contact: cleanLine(input.contact),
  words: wordsIn[input.language],
  format: formatFor(input.language),
});

type Values = Readonly<Partial<Record<Placeholder, string>>>;

/**
 * A mail without its blocks: subject, greeting, opening, what comes next and why one gets it.
 *
 * @param values of the placeholders, cleaned and formatted
 */
export function frame(
  context: MailContext,
  kind: WordedKind,
  several: boolean,
  values: Values,
): Omit<MailView, 'blocks' | 'button'> {
  const { words, office, contact, language, links } = context;
  const wording = words.kinds[kind][several ? 'several' : 'one'];
  const all: Values = { office, contact, ...values };
  const opening = fillLine(wording.opening, all);
  return {
    language,
    subject: fillLine(wording.subject, all),
    preheader: opening,
    greeting: words.greeting(contact),
    opening: [opening],
    closing: [words.closing[kind]],
    office,
    footer: words.footer(office),
    settings: { label: words.settings, url: links.settings },
  };
}

const MOST_REFERENCES = 3;

/** The references of one or several payments, for the subject. */
export const referencesOf = (references: readonly string[]): string => {
  const different = [...new Set(references)];
  const shown = different.slice(0, MOST_REFERENCES).join(', ');
  return different.length > MOST_REFERENCES ? `${shown}…` : shown;
};
