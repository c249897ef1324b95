import type { CurrencyCode } from '../../../../domain/money';
import type { DigestLine, DigestSection } from '../digest/sections';
import type { DigestPayload } from '../notice';
import { cleanLine } from './clean';
import type { MailContext } from './context';
import { emptyBlock } from './view';
import type { BlockView, MailView, RowView } from './view';

/** What a member of staff has to look after today, with links into the admin. */
export function digestMail(context: MailContext, { day, sections }: DigestPayload, admin: string): MailView {
  const { words, format, language, office } = context;
  const { digest } = words;
  const counts = sections.map(({ name, count }) => `${digest.short[name]}: ${count}`).join(' · ');
  const opening = digest.opening(format.day(day));
  return {
    language,
    subject: `${format.day(day)} · ${counts}`,
    preheader: counts,
    greeting: words.greeting(context.contact),
    opening: [opening],
    blocks: sections.map((section) => sectionBlock(context, section, admin)),
    button: { label: digest.button, url: `${admin}/plugins/payments` },
    closing: [],
    office,
    footer: digest.footer(office),
    settings: null,
  };
}

function sectionBlock(context: MailContext, { name, count, lines }: DigestSection, admin: string): BlockView {
  const { digest, more } = context.words;
  return {
    ...emptyBlock,
    title: `${digest.titles[name]} (${count})`,
    url: name === 'failed' ? `${admin}/plugins/payments/notices?state=problem` : null,
    rows: lines.map((line) => rowOf(context, line, admin)),
    more: count > lines.length ? more(count - lines.length) : null,
  };
}

function rowOf({ format }: MailContext, line: DigestLine, admin: string): RowView {
  const { payment, what, who, phone, day, amount, currency } = line;
  return {
    day: day ? format.day(day) : cleanLine(who),
    what: cleanLine(what),
    url: payment ? `${admin}/plugins/payments/${payment}` : null,
    details: [day ? cleanLine(who) : '', cleanLine(phone ?? '')].filter((detail) => detail !== ''),
    amount: amount !== null && currency !== null ? format.money(amount, currency as CurrencyCode) : '',
  };
}
