import type { Core } from '@strapi/strapi';
import type { BusinessCalendar } from '../../../domain/calendar';
import type { Day } from '../../../domain/day';
import { officeCalendar } from '../closed-days/holidays';
import { holidayNames } from '../closed-days/names';
import type { HolidayNameOf } from '../closed-days/names';
import { readClosedDays } from '../repositories/closed-days';
import { getService } from './get-service';

/** Another replica's change of closed days is seen within this time. */
const CACHE_MS = 5_000;

/** The office's business calendar: public holidays of its country, with what the office added and removed. */
export const calendar = ({ strapi }: { strapi: Core.Strapi }) => {
  let cached: { key: string; value: BusinessCalendar; readAt: number } | null = null;
  /** What was read before the calendar was forgotten, and comes back after, is not kept. */
  let generation = 0;

  return {
    async get(): Promise<BusinessCalendar> {
      if (cached && Date.now() - cached.readAt < CACHE_MS) return cached.value;
      const asked = generation;
      const { country, region, holidayTypes, weekend, locale } = await getService(strapi, 'settings').get();
      const closedDays = await readClosedDays(strapi);
      const key = JSON.stringify([country, region, holidayTypes, weekend, locale, closedDays]);
      if (cached?.key === key) {
        cached = { ...cached, readAt: Date.now() };
        return cached.value;
      }
      const value = officeCalendar({
        country,
        region,
        types: holidayTypes,
        weekend,
        language: locale.slice(0, 2),
        added: closedDays.filter(({ effect }) => effect === 'add').map(({ date, name }) => ({ day: date, name })),
        removed: closedDays.filter(({ effect }) => effect === 'remove').map(({ date }): Day => date),
      });
      if (asked === generation) cached = { key, value, readAt: Date.now() };
      return value;
    },

    /**
     * Names of public holidays in a reader's language, for what stands with an instalment in the office's.
     *
     * @param language ISO 639-1, optionally with a region
     */
    async holidayNames(language: string): Promise<HolidayNameOf> {
      const { country, region, holidayTypes, locale } = await getService(strapi, 'settings').get();
      return holidayNames({ country, region, types: holidayTypes, language: locale.slice(0, 2) }, language.slice(0, 2));
    },

    /** Reads anew at the next call: the closed days or the settings were changed here. */
    forget(): void {
      cached = null;
      generation += 1;
    },
  };
};
