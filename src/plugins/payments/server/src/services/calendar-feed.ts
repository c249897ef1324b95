import type { Core } from '@strapi/strapi';
import type { ObligationInstalment } from '../../../contracts/instalment';
import { addDays } from '../../../domain/day';
import { toICalendar } from '../calendar-feed/ical';
import type { CalendarEntry } from '../calendar-feed/ical';
import { feedWords } from '../calendar-feed/words';
import type { FeedWords } from '../calendar-feed/words';
import { notFound } from '../http/errors';
import type { Media } from '../http/media';
import { readScope, readScopeOfContact } from '../repositories/access';
import type { Scope } from '../repositories/access';
import { readFeedRows } from '../repositories/obligation-instalments';
import { readObligationRows } from '../repositories/obligations';
import type { ObligationRow } from '../repositories/obligation-row';
import { readLogin } from '../repositories/own-settings';
import { getConfig, getService } from './get-service';
import { instalmentView } from './obligation-view';
import { publicUrl } from './public-address';

/** How long what is paid or cancelled stays in the calendar after its day. */
const KEPT_DAYS = 60;

const languageOf = (language: string): 'en' | 'el' => (language.startsWith('el') ? 'el' : 'en');

const writtenDay = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** `154,32 €`, from the decimal string: money is never a float. */
const writtenMoney = ({ value, currency }: ObligationInstalment['amount'], locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: value.split('.')[1]?.length ?? 0,
  }).format(value as `${number}`);

function entryOf(
  view: ObligationInstalment,
  of: ObligationRow,
  words: FeedWords,
  locale: string,
): Omit<CalendarEntry, 'url'> {
  const mark = view.state === 'paid' ? `✓ ${words.paid}: ` : view.state === 'cancelled' ? `✗ ${words.cancelled}: ` : '';
  const amount = writtenMoney(view.state === 'paid' ? view.amount : view.outstanding, locale);
  const open = view.state !== 'paid' && view.state !== 'cancelled';
  const lines = [
    of.customer.name,
    of.institution?.name ?? '',
    open ? words.payBy(writtenDay(view.payBy, locale)) : '',
    open && view.paymentCode ? words.code(view.paymentCode.display) : '',
    view.state === 'reported' ? words.reported : '',
  ];
  return {
    uid: `${view.documentId}@payments`,
    sequence: of.version,
    changedAt: of.changedAt,
    day: view.dueDate,
    summary: `${mark}${of.title} ${view.number}/${view.of} · ${amount}`,
    description: lines.filter((line) => line !== '').join('\n'),
    status: view.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
  };
}

/** A contact's instalments as a calendar to subscribe to. */
export const calendarFeed = ({ strapi }: { strapi: Core.Strapi }) => {
  /** A contact with a login subscribes to all that it sees when signed in. */
  async function scopeOf(contact: string): Promise<{ scope: Scope; language: string | null }> {
    const login = await readLogin(strapi, contact);
    if (!login) throw notFound('Calendar');
    const scope =
      login.userId === null ? await readScopeOfContact(strapi, contact) : await readScope(strapi, login.userId);
    return { scope, language: login.language };
  }

  return {
    /** @throws 404 for an address that was guessed or revoked, once its contact is gone or blocked, and where feeds are switched off */
    async get(token: string): Promise<Media> {
      if (!getConfig(strapi, 'features').calendarFeeds) throw notFound('Calendar');
      const row = await getService(strapi, 'tokens').find(['calendar'], token);
      if (!row) throw notFound('Calendar');
      const { scope, language } = await scopeOf(row.contact);
      const settings = await getService(strapi, 'settings').get();
      const locale = languageOf(language ?? settings.locale);
      const today = await getService(strapi, 'clock').today();
      const calendar = await getService(strapi, 'calendar').get();
      const holidayName = await getService(strapi, 'calendar').holidayNames(locale);
      const { contacts } = scope;
      const viewer = { today, calendar, approachingDays: settings.approachingDays, contacts, holidayName };
      const rows = await readFeedRows(strapi, scope, addDays(today, -KEPT_DAYS));
      const ids = [...new Set(rows.map(({ paymentId }) => paymentId))];
      const payments = new Map((await readObligationRows(strapi, scope, ids)).map((payment) => [payment.id, payment]));
      const portalPath = getConfig(strapi, 'portalPath');
      const entries = rows.flatMap((instalment) => {
        const of = payments.get(instalment.paymentId);
        if (!of) return [];
        const url = portalPath === false ? null : `${publicUrl(strapi)}${portalPath}/obligations/${of.documentId}`;
        return [{ ...entryOf(instalmentView(instalment, of, viewer), of, feedWords[locale], locale), url }];
      });
      const body = toICalendar({ name: feedWords[locale].name(settings.officeName), entries });
      return { type: 'text/calendar; charset=utf-8', body, headers: { 'Cache-Control': 'private, max-age=300' } };
    },
  };
};
