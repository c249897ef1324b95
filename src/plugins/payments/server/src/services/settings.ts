import type { Core } from '@strapi/strapi';
import type { SettingsValue } from '../../../contracts/settings';
import { settings as schema } from '../../../contracts/settings';
import type { CurrencyCode } from '../../../domain/money';
import { afterCommit, inTransaction } from '../repositories/database';
import { lockSettings } from '../repositories/settings';

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
  let cached: { value: SettingsValue; readAt: number } | null = null;
  /** Counts what made the cache old: what was read before and comes back after is not kept. */
  let generation = 0;
  /** Saves under way here: until their commit the store has one value for them and another for everybody else. */
  let saving = 0;
  const store = () => strapi.store({ type: 'plugin', name: 'payments', key: 'settings' });
  const read = async (): Promise<SettingsValue> => ({
    ...defaultSettings,
    ...((await store().get({})) as Partial<SettingsValue> | null),
  });
  const forget = () => {
    cached = null;
    generation += 1;
  };

  return {
    async get(): Promise<SettingsValue> {
      if (saving === 0 && cached && Date.now() - cached.readAt < CACHE_MS) return cached.value;
      const asked = generation;
      const value = await read();
      if (saving === 0 && asked === generation) cached = { value, readAt: Date.now() };
      return value;
    },

    /**
     * Changes what is named and answers all. Who saves at the same time waits, on whatever replica, so that neither takes back what the other wrote.
     *
     * @param follow what belongs to the change, in its transaction; where it throws nothing is saved
     */
    async update(changes: Partial<SettingsValue>, follow: Follow = async () => undefined): Promise<SettingsValue> {
      saving += 1;
      try {
        return await inTransaction(strapi, async () => {
          await lockSettings(strapi);
          const before = await read();
          const value = schema.parse({ ...before, ...changes });
          await store().set({ value });
          await follow(before, value);
          await afterCommit(strapi, forget);
          return value;
        });
      } finally {
        saving -= 1;
        forget();
      }
    },
  };
};
