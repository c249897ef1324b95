import type { Core } from '@strapi/strapi';
import type { HolidayCountry, HostConfiguration, SettingsValue } from '../../../contracts/settings';
import type { Day } from '../../../domain/day';
import { holidayCountries } from '../closed-days/countries';
import { isKnownPlace } from '../closed-days/holidays';
import { storageKind } from '../files/store';
import type { FieldError } from '../http/errors';
import { invalidFields } from '../http/errors';
import { getConfig, getService } from './get-service';
import { publicUrl } from './public-address';

type OfficeSettings = SettingsValue & { today: Day };
type Flaw = Omit<FieldError, 'name'>;

/** What decides which days are closed. */
const CALENDAR = ['country', 'region', 'holidayTypes', 'weekend'] as const satisfies readonly (keyof SettingsValue)[];

const differs = (before: SettingsValue, after: SettingsValue, keys: readonly (keyof SettingsValue)[]): boolean =>
  keys.some((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** What is wrong with settings that each look right by themselves. */
function flawsOf({ country, region, timeZone }: SettingsValue): Flaw[] {
  const flaws: Flaw[] = [];
  if (!isKnownPlace(country, null)) {
    const message = `No holidays are known of ${country}; choose a country from the list`;
    flaws.push({ path: ['country'], message, code: 'country-unknown' });
  } else if (region !== null && !isKnownPlace(country, region)) {
    const message = `${region} is no region of ${country} that is known; choose one from the list, or none`;
    flaws.push({ path: ['region'], message, code: 'region-unknown' });
  }
  if (!isTimeZone(timeZone)) {
    const message = `${timeZone} is no time zone; write one such as Europe/Athens`;
    flaws.push({ path: ['timeZone'], message, code: 'time-zone-unknown' });
  }
  return flaws;
}

/** Lists without repetition, in order. */
const tidied = ({ ladder, weekend, ...rest }: Partial<SettingsValue>): Partial<SettingsValue> => ({
  ...rest,
  ...(ladder && { ladder: [...new Set(ladder)].sort((a, b) => a - b) }),
  ...(weekend && { weekend: [...new Set(weekend)].sort((a, b) => a - b) }),
});

/** The settings as staff read and change them, with what follows from a change. */
export const officeSettings = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** All settings, and today in the office's time zone. */
  async get(): Promise<OfficeSettings> {
    const settings = await getService(strapi, 'settings').get();
    return { ...settings, today: await getService(strapi, 'clock').today() };
  },

  /**
   * Changes what is named. Another ladder or calendar lets the reminders of open instalments follow; due dates wait for staff, who see the
   * effects under closed days. Another hour or zone rewrites nothing: the sweep asks the clock.
   *
   * @throws a 400 that names every country, region or time zone that nobody knows
   */
  async update(changes: Partial<SettingsValue>): Promise<OfficeSettings> {
    const settings = getService(strapi, 'settings');
    const schedules = getService(strapi, 'reminderSchedules');
    await settings.update(tidied(changes), async (before, after) => {
      const flaws = flawsOf(after);
      if (flaws.length > 0) throw invalidFields(flaws);
      if (differs(before, after, [...CALENDAR, 'ladder'])) await schedules.note(null);
    });
    getService(strapi, 'calendar').forget();
    await schedules.workOff();
    return this.get();
  },

  /** What the host's configuration decides, for staff to see. */
  async host(): Promise<HostConfiguration> {
    const storage = await storageKind(strapi);
    return {
      delivery: getConfig(strapi, 'delivery'),
      portalPath: getConfig(strapi, 'portalPath') || null,
      publicUrl: publicUrl(strapi),
      storage,
      folder: storage === 'folder' ? getConfig(strapi, 'privateFolder') : null,
      ...getConfig(strapi, 'features'),
    };
  },

  /** Countries and regions whose public holidays are known, named in a language, else in the office's. */
  async countries(language: string | undefined): Promise<readonly HolidayCountry[]> {
    const { locale } = await getService(strapi, 'settings').get();
    return holidayCountries((language ?? locale).slice(0, 2));
  },
});
