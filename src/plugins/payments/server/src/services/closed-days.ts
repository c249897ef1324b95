import type { Core } from '@strapi/strapi';
import type {
  createClosedDay,
  listClosedDays,
  listPublicHolidays,
  OfficeClosedDay,
  updateClosedDay,
} from '../../../contracts/closed-days';
import type { Pagination } from '../../../contracts/lists';
import type { AnswerOf, BodyOf, QueryOf } from '../../../contracts/route';
import type { Day } from '../../../domain/day';
import { toEpochDay } from '../../../domain/day';
import { officeCalendar } from '../closed-days/holidays';
import { publicHolidays } from '../closed-days/sources';
import { table } from '../constants';
import { ConflictError, invalidField, notFound } from '../http/errors';
import { listClosedDayRows, readClosedDay } from '../repositories/closed-days';
import { inTransaction, isDuplicateKey } from '../repositories/database';
import { deleteDocument, findDocument, insertDocument, namedColumns, updateDocument } from '../repositories/documents';
import { paginationOf } from '../repositories/paging';
import { getService } from './get-service';
import { staffLanguage } from './reader';

type Fields = Omit<OfficeClosedDay, 'documentId'>;

const dateTaken = (): ConflictError => {
  const message = 'This day has an entry already; change that one';
  return new ConflictError(message, {
    errors: [{ path: ['date'], message, name: 'ConflictError', code: 'date-taken' }],
  });
};

/** What the office adds to the public holidays of its country, and removes from them. */
export const closedDays = ({ strapi }: { strapi: Core.Strapi }) => {
  const now = () => getService(strapi, 'clock').now();

  /** The public holidays alone, without what the office says. */
  async function publicHoliday(date: Day): Promise<boolean> {
    const { country, region, holidayTypes, weekend, locale } = await getService(strapi, 'settings').get();
    const calendar = officeCalendar({ country, region, types: holidayTypes, weekend, language: locale.slice(0, 2) });
    return calendar.closed(toEpochDay(date))?.kind === 'holiday';
  }

  async function check({ date, effect }: Fields, own: string | null): Promise<void> {
    const holder = await readClosedDay(strapi, { date });
    if (holder && holder.documentId !== own) throw dateTaken();
    if (effect === 'remove' && !(await publicHoliday(date))) {
      throw invalidField(
        ['date'],
        `${date} is no public holiday, so there is none to remove; choose the holiday’s own date, or add a closed day`,
        'no-holiday',
      );
    }
  }

  /** Writes, and lets the calendar and the reminders follow; due dates wait for staff to confirm. */
  async function write<T>(work: () => Promise<T>): Promise<T> {
    const schedules = getService(strapi, 'reminderSchedules');
    try {
      const result = await inTransaction(strapi, async () => {
        await schedules.note(null);
        return work();
      });
      getService(strapi, 'calendar').forget();
      await schedules.workOff();
      return result;
    } catch (error) {
      throw isDuplicateKey(error) ? dateTaken() : error;
    }
  }

  async function read(documentId: string): Promise<OfficeClosedDay> {
    const day = await readClosedDay(strapi, { documentId });
    if (!day) throw notFound('Closed day');
    return day;
  }

  return {
    /** A page of the office's own days, by date. */
    async list(query: QueryOf<typeof listClosedDays>): Promise<{ items: OfficeClosedDay[]; pagination: Pagination }> {
      const { rows, count } = await listClosedDayRows(strapi, query);
      return { items: rows, pagination: paginationOf(query.page, query.pageSize, count) };
    },

    /** The public holidays of a year, each with where it is known from; what the office says of them is in `list`. */
    async holidays({ year }: QueryOf<typeof listPublicHolidays>): Promise<AnswerOf<typeof listPublicHolidays>> {
      const { country, region, holidayTypes, locale } = await getService(strapi, 'settings').get();
      const language = staffLanguage(strapi) ?? locale.slice(0, 2);
      const place = { country, region, types: holidayTypes, language };
      const { holidays: data, knownUntil } = publicHolidays(place, year);
      return { data, meta: { knownUntil } };
    },

    /** Throws 404. */
    get: read,

    /** A day that closes, or a holiday that does not. Throws 409 for a day that has an entry, 400 where there is no holiday to remove. */
    create: ({ reference = null, ...said }: BodyOf<typeof createClosedDay>): Promise<OfficeClosedDay> =>
      write(async () => {
        const fields: Fields = { ...said, reference };
        await check(fields, null);
        const { documentId } = await insertDocument(strapi, table.closedDay, { ...fields }, now());
        return { documentId, ...fields };
      }),

    /** Changes what is named. */
    update: (documentId: string, changes: BodyOf<typeof updateClosedDay>): Promise<OfficeClosedDay> =>
      write(async () => {
        const after = { ...(await read(documentId)), ...changes };
        await check(after, documentId);
        const key = await findDocument(strapi, table.closedDay, documentId);
        if (!key) throw notFound('Closed day');
        await updateDocument(strapi, table.closedDay, key.id, namedColumns(changes), now());
        return after;
      }),

    /** The public holidays hold again for that day. */
    remove: (documentId: string): Promise<void> =>
      write(async () => {
        const key = await findDocument(strapi, table.closedDay, documentId);
        if (!key) throw notFound('Closed day');
        await deleteDocument(strapi, table.closedDay, key.id);
      }),
  };
};
