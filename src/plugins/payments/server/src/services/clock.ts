import type { Core } from '@strapi/strapi';
import type { Day } from '../../../domain/day';
import { getConfig, getService } from './get-service';

/** What the clock on the office's wall shows. */
export interface OfficeTime {
  readonly today: Day;
  /** 0–23. */
  readonly hour: number;
  readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** An instant as the office reads it. */
export function officeTime(instant: Date, timeZone: string): OfficeTime {
  const parts = Object.fromEntries(
    formatFor(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return {
    today: `${parts.year}-${parts.month}-${parts.day}` as Day,
    hour: Number(parts.hour),
    minute: Number(parts.minute),
  };
}

/**
 * The one clock of today, the sweep and the notice windows. Leases use the database's time, sessions and retries real time: a
 * test that jumps this clock must not expire them.
 */
export const clock = ({ strapi }: { strapi: Core.Strapi }) => {
  let offset = 0;
  return {
    now: (): Date => new Date(Date.now() + offset),

    /** Today and the hour in the office's time zone. */
    async office(): Promise<OfficeTime> {
      const { timeZone } = await getService(strapi, 'settings').get();
      return officeTime(this.now(), timeZone);
    },

    async today(): Promise<Day> {
      return (await this.office()).today;
    },

    /** Moves the clock to an instant, from where it goes on; `null` brings it back. Throws unless `testClock` is configured. */
    set(instant: string | null): void {
      if (!getConfig(strapi, 'testClock'))
        throw new Error('payments: the clock moves only where config.testClock is true');
      offset = instant === null ? 0 : new Date(instant).getTime() - Date.now();
    },
  };
};
