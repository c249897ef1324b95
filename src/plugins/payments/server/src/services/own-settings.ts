import type { Core } from '@strapi/strapi';
import type { Me, getMe, updateMe } from '../../../contracts/me';
import type { AnswerOf, BodyOf } from '../../../contracts/route';
import { invalidField, notFound } from '../http/errors';
import { readOwnContacts, stopReminders, writeOwnSettings } from '../repositories/own-settings';
import type { OwnContact } from '../repositories/own-settings';
import { getConfig, getService } from './get-service';
import { contentApiUrl } from './public-address';

type Answer = AnswerOf<typeof getMe>;

/** What a signed-in contact sees and changes of itself. Where several contacts sign in as one user, they change together. */
export const ownSettings = ({ strapi }: { strapi: Core.Strapi }) => {
  const tokens = () => getService(strapi, 'tokens');
  const offersCalendars = () => getConfig(strapi, 'features').calendarFeeds;

  async function own(userId: number): Promise<[OwnContact, ...OwnContact[]]> {
    const [first, ...others] = await readOwnContacts(strapi, userId);
    if (!first) throw notFound('Contact');
    return [first, ...others];
  }
  async function view(contact: OwnContact): Promise<Me> {
    const { languages } = await getService(strapi, 'settings').get();
    const token = offersCalendars() ? await tokens().calendarOf(contact.documentId) : null;
    return {
      name: contact.name,
      email: contact.email,
      language: contact.language,
      languages,
      reminders: contact.reminders,
      calendarFeeds: offersCalendars(),
      calendarFeed: token && `${contentApiUrl(strapi)}/calendar/${token}.ics`,
    };
  }
  const answer = async (userId: number): Promise<Answer> => ({ data: await view((await own(userId))[0]), meta: {} });

  return {
    /** @throws 404 for a user who is no contact */
    get: answer,

    /** @throws 400 for a language in which the office sends nothing */
    async update(userId: number, changes: BodyOf<typeof updateMe>): Promise<Answer> {
      const contacts = await own(userId);
      const { languages } = await getService(strapi, 'settings').get();
      if (changes.language && !languages.some((language) => language === changes.language)) {
        throw invalidField(['language'], `Choose one of ${languages.join(', ')}`, 'language-unknown');
      }
      const ids = contacts.map(({ id }) => id);
      await writeOwnSettings(strapi, ids, changes, getService(strapi, 'clock').now());
      return answer(userId);
    },

    /** @throws 404 where the host switched the feeds off */
    async renewCalendar(userId: number): Promise<Answer> {
      if (!offersCalendars()) throw notFound('Calendar');
      const [{ documentId }] = await own(userId);
      await tokens().renewCalendar(documentId);
      return answer(userId);
    },

    async revokeCalendar(userId: number): Promise<Answer> {
      for (const { documentId } of await own(userId)) await tokens().revoke(['calendar'], documentId);
      return answer(userId);
    },

    /** Switches the reminders off for the contact whose mails carry this secret. @throws 404 for any other */
    async unsubscribe(token: string): Promise<void> {
      const row = await tokens().find(['unsubscribe'], token);
      const stopped = row && (await stopReminders(strapi, row.contact, getService(strapi, 'clock').now()));
      if (!stopped) throw notFound('Subscription');
    },
  };
};
