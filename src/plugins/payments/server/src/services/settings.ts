import type { Core } from '@strapi/strapi';
import type { SettingsValue } from '../../../contracts/settings';
import { settings as schema } from '../../../contracts/settings';
import type { CurrencyCode } from '../../../domain/money';

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

/** The office's settings, kept in Strapi's core store. */
export const settings = ({ strapi }: { strapi: Core.Strapi }) => {
  let cached: { value: SettingsValue; readAt: number } | null = null;
  const store = () => strapi.store({ type: 'plugin', name: 'payments', key: 'settings' });

  return {
    async get(): Promise<SettingsValue> {
      if (cached && Date.now() - cached.readAt < CACHE_MS) return cached.value;
      const stored = (await store().get({})) as Partial<SettingsValue> | null;
      const value = { ...defaultSettings, ...stored };
      cached = { value, readAt: Date.now() };
      return value;
    },

    /** Changes what is named and answers all. */
    async update(changes: Partial<SettingsValue>): Promise<SettingsValue> {
      cached = null;
      const value = schema.parse({ ...(await this.get()), ...changes });
      await store().set({ value });
      cached = null;
      return this.get();
    },
  };
};
