import Mustache from 'mustache';
import type { Placeholder } from '../../../../domain/mail-text';
import compiled from '../templates/compiled.json';
import type { MailView } from './view';

/** A mail as it is sent. */
export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** As plain text has it: Intl's hard spaces would be in the way of searching and copying. */
const plain = (value: unknown): string => String(value).replace(/[\u00a0\u202f]/g, ' ');

/** Puts a view into the templates: escaped in HTML, as it is in plain text. */
export function renderMail(view: MailView): RenderedMail {
  const text = Mustache.render(compiled.text, view, undefined, { escape: plain });
  return {
    subject: plain(view.subject),
    html: Mustache.render(compiled.html, view),
    text: `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`,
  };
}

/**
 * Fills the placeholders of a subject or an opening; what an empty one leaves behind (a comma, brackets) goes with it.
 *
 * @param template with `{{placeholders}}` and nothing else of Mustache
 */
export const fillLine = (template: string, values: Readonly<Partial<Record<Placeholder, string>>>): string =>
  Mustache.render(template, values, undefined, { escape: plain })
    .replace(/\s*(\(\s*\)|\[\s*\])/g, '')
    .replace(/,\s*(?=,)/g, '')
    .trim();
