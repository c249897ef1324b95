import type { Core } from '@strapi/strapi';
import type { SettingsValue } from '../../../contracts/settings';
import { settings as schema } from '../../../contracts/settings';
import type { CurrencyCode } from '../../../domain/money';
import { afterCommit, inTransaction } from '../repositories/database';
import { lockSettings } from '../repositories/settings';
import { keepValue } from './kept-value';

export const defaultSettings: SettingsValue = {
  officeName: 'Our office',
  replyTo: null,
  country: 'GR',
  region: null,
  holidayTypes: ['public'],
  weekend: [6, 7],
  timeZone: 'Europe/Athens',
  currency: 'EUR' as CurrencyCode,
  locale: 'el',
  convention: 'following',
  ladder: [-7, -1, 0, 3],
  reminderHour: 9,
  editWindowMinutes: 2,
  approachingDays: 7,
  sendEmailOnCreate: true,
  languages: ['el', 'en'],
  keepNoticesMonths: null,
  keepEventsMonths: null,
  staffDigest: true,
  staffDigestTime: '08:30',
};

/** Another replica's change is seen within this time. */
const CACHE_MS = 2_000;

type Follow = (before: SettingsValue, after: SettingsValue) => Promise<void>;

/** The office's settings, kept in Strapi's core store. */
export const settings = ({ strapi }: { strapi: Core.Strapi }) => {
  const store = () => strapi.store({ type: 'plugin', name: 'payments', key: 'settings' });
  const read = async (): Promise<SettingsValue> => ({
    ...defaultSettings,
    ...((await store().get({})) as Partial<SettingsValue> | null),
  });
  const kept = keepValue(read, CACHE_MS);

  return {
    get: kept.get,

    /**
     * Changes what is named and answers all. Who saves at the same time waits, on whatever replica, so that neither takes back what the other wrote.
     *
     * @param follow what belongs to the change, in its transaction; where it throws nothing is saved
     */
    async update(changes: Partial<SettingsValue>, follow: Follow = async () => undefined): Promise<SettingsValue> {
      return kept.whileChanging(() =>
        inTransaction(strapi, async () => {
          await lockSettings(strapi);
          const before = await read();
          const value = schema.parse({ ...before, ...changes });
          await store().set({ value });
          await follow(before, value);
          await afterCommit(strapi, kept.forget);
          return value;
        }),
      );
    },
  };
};
