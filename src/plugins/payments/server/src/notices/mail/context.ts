import type { BusinessCalendar } from '../../../../domain/calendar';
import type { Day } from '../../../../domain/day';
import { namesReference } from '../../../../domain/mail-text';
import type { Placeholder, WordedKind, Wording, WordingVariant } from '../../../../domain/mail-text';
import { wordsIn } from '../words';
import type { Words } from '../words';
import type { HolidayNameOf } from '../../closed-days/names';
import { cleanLine, cleanText } from './clean';
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

/** The office's own wordings, by `wordingKey`; where there is none the product's own holds. */
export type OwnWordings = ReadonlyMap<string, Wording>;

export const wordingKey = (kind: WordedKind, variant: WordingVariant, language: Language): string =>
  `${kind}_${variant}_${language}`;

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
  /** What the office has worded itself. */
  readonly wordings: OwnWordings;
  /** Public holidays as the mail's language names them; what stands with an instalment is in the office's. */
  readonly holidayName: HolidayNameOf;
}

export interface ContextInput extends Omit<MailContext, 'words' | 'format' | 'holidayName'> {
  readonly holidayNames: Readonly<Record<Language, HolidayNameOf>>;
}

export const contextOf = ({ holidayNames, ...input }: ContextInput): MailContext => ({
  ...input,
  holidayName: holidayNames[input.language],
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
  const variant = several ? 'several' : 'one';
  const wording = context.wordings.get(wordingKey(kind, variant, language)) ?? words.kinds[kind][variant];
  const all: Values = { office, contact, ...values };
  const opening = cleanText(wording.opening)
    .map((paragraph) => fillLine(paragraph, all))
    .filter((paragraph) => paragraph !== '');
  return {
    language,
    subject: subjectOf(wording.subject, all, namesReference(kind, variant)),
    preheader: opening[0] ?? '',
    greeting: words.greeting(contact),
    opening,
    closing: [words.closing[kind]],
    office,
    footer: words.footer(office),
    settings: { label: words.settings, url: links.settings },
  };
}

/** What the log's column takes, and more than any mailbox shows. */
const LONGEST_SUBJECT = 240;

/**
 * The payment's reference stands in every subject that has one: replies are found by it. What is too long loses the end of its title,
 * and not the reference.
 */
function subjectOf(template: string, values: Values, withReference: boolean): string {
  const missing = withReference && !/\{\{\s*reference\s*\}\}/.test(template);
  const whole = missing ? `${template} [{{reference}}]` : template;
  const subject = fillLine(whole, values);
  const excess = subject.length - LONGEST_SUBJECT;
  if (excess <= 0) return subject;
  const title = values.title ?? '';
  const shorter = title.length > excess ? `${title.slice(0, title.length - excess - 1).trim()}…` : '';
  return fillLine(whole, { ...values, title: shorter }).slice(0, LONGEST_SUBJECT);
}

const MOST_REFERENCES = 3;

/** The references of one or several payments, for the subject. */
export const referencesOf = (references: readonly string[]): string => {
  const different = [...new Set(references)];
  const shown = different.slice(0, MOST_REFERENCES).join(', ');
  return different.length > MOST_REFERENCES ? `${shown}…` : shown;
};
