import type { Core } from '@strapi/strapi';
import type { createSeries, SeriesItem, SeriesValue, updateSeries } from '../../../contracts/series';
import type { Pagination } from '../../../contracts/lists';
import type { BodyOf } from '../../../contracts/route';
import { addDays } from '../../../domain/day';
import { normaliseSearch } from '../../../domain/search-text';
import { firstPeriodFrom } from '../../../domain/series';
import { table } from '../constants';
import { ConflictError, invalidField, notFound } from '../http/errors';
import { inTransaction } from '../repositories/database';
import { findInstitution } from '../repositories/directory';
import { deleteDocument, findDocument, insertDocument } from '../repositories/documents';
import { paginationOf } from '../repositories/paging';
import { readManyCustomers } from '../repositories/payment-many';
import { listSeriesRows, lockSeries, readSeries } from '../repositories/series';
import type { SeriesListQuery, SeriesRow } from '../repositories/series';
import { deletePeriods, lastCreated, readPeriods } from '../repositories/series-periods';
import { getService } from './get-service';
import { refuseEnd, refuseUnconfirmed, seriesChanges, wrongCode } from './series-changes';
import { makeSeriesPeriods, officeRules } from './series-making';
import type { OfficeRules } from './series-making';
import { firstTerms } from './series-terms';
import { seriesItemView, seriesView } from './series-view';

type NewSeries = BodyOf<typeof createSeries>;
type SeriesChanges = BodyOf<typeof updateSeries>;

const DAYS_AHEAD = 15;

/** Recurring obligations: what is agreed, and from which period on. */
export const series = ({ strapi }: { strapi: Core.Strapi }) => {
  const now = () => getService(strapi, 'clock').now();
  const { apply, goOn } = seriesChanges(strapi);

  async function read(id: number): Promise<SeriesRow> {
    const [row] = await readSeries(strapi, [id]);
    if (!row) throw notFound('Series');
    return row;
  }

  async function keyOf(documentId: string): Promise<number> {
    const key = await findDocument(strapi, table.series, documentId);
    if (!key) throw notFound('Series');
    return key.id;
  }

  /** Locks a series and refuses a stale revision with 409. */
  async function locked(documentId: string, revision: number): Promise<SeriesRow> {
    const id = await keyOf(documentId);
    await lockSeries(strapi, [id]);
    const row = await read(id);
    if (row.revision === revision) return row;
    const message = 'Somebody else changed this series meanwhile; look at what changed and save again';
    throw new ConflictError(message, { current: await seriesView(strapi, row) });
  }

  async function partiesOf({ customer, institution }: NewSeries) {
    const owner = (await readManyCustomers(strapi, [customer])).get(customer);
    if (!owner)
      throw invalidField(
        ['customer'],
        'There is no such customer, or it is archived; choose one from the list',
        'customer-unknown',
      );
    const creditor = institution ? await findInstitution(strapi, institution) : null;
    if (institution && !creditor) {
      throw invalidField(
        ['institution'],
        'There is no such institution; choose one from the list',
        'institution-unknown',
      );
    }
    return { owner, creditor };
  }

  /** Periods before today are made at once, with all that follows: who enters a start of long ago may not mean it. */
  function pastPeriods(row: Pick<SeriesRow, 'start' | 'end' | 'period' | 'terms'>, { today }: OfficeRules) {
    const past = firstPeriodFrom(row, row.end !== null && row.end < today ? addDays(row.end, 1) : today) - 1;
    if (past === 0) return [];
    const message = `${past} periods lie before today, and their payments are made at once; confirm that it is meant, or choose a later start`;
    return [{ code: 'past-periods', message }];
  }

  return {
    /** A page of series. */
    async list(query: SeriesListQuery): Promise<{ items: SeriesItem[]; pagination: Pagination }> {
      const { rows, count } = await listSeriesRows(strapi, query);
      const rules = await officeRules(strapi);
      return {
        items: rows.map((row) => seriesItemView(row, rules)),
        pagination: paginationOf(query.page, query.pageSize, count),
      };
    },

    /** One series with its periods. Throws 404. */
    async get(documentId: string): Promise<SeriesValue> {
      return seriesView(strapi, await read(await keyOf(documentId)));
    },

    /**
     * A new series; what of it is near is made at once.
     *
     * @throws a 400 that names the field, with `details.confirm` where periods lie before today or the code is another payer's
     */
    async create(input: NewSeries): Promise<SeriesValue> {
      const { owner, creditor } = await partiesOf(input);
      const terms = firstTerms(input, creditor);
      const dates = { start: input.start, end: input.end ?? null, period: input.period, terms: [terms] as const };
      refuseEnd(dates);
      const rules = await officeRules(strapi);
      refuseUnconfirmed(
        [...pastPeriods({ ...dates, terms: [terms] }, rules), ...wrongCode(terms, owner)],
        input.confirmed,
      );
      const id = await inTransaction(strapi, async () => {
        const columns = {
          title: input.title,
          search_text: normaliseSearch(input.title),
          description: input.description || null,
          customer_ref: owner.id,
          institution_ref: creditor?.id ?? null,
          currency: input.currency,
          period: input.period,
          naming: input.naming ?? 'due',
          start_date: input.start,
          end_date: input.end ?? null,
          days_ahead: input.daysAhead ?? DAYS_AHEAD,
          send_email: input.sendEmail ?? true,
          terms: JSON.stringify([terms]),
          state: 'active',
          next_number: 1,
          next_on: null,
          revision: 1,
        };
        const key = await insertDocument(strapi, table.series, columns, now());
        await goOn(await read(key.id), 1, rules);
        return key.id;
      });
      return seriesView(strapi, await read(id));
    },

    /** Changes what is named. @throws a 400 that names the field; 409 for a stale revision */
    async update(documentId: string, changes: SeriesChanges): Promise<SeriesValue> {
      const id = await inTransaction(strapi, async () => {
        const row = await locked(documentId, changes.revision);
        await apply(row, changes);
        return row.id;
      });
      return seriesView(strapi, await read(id));
    },

    /** Deletes a series from which no payment was made. @throws 409 for one that has made some */
    remove: (documentId: string, revision: number): Promise<void> =>
      inTransaction(strapi, async () => {
        const row = await locked(documentId, revision);
        if ((await lastCreated(strapi, row.id)) > 0) {
          throw new ConflictError('Payments were made from this series, so it stays; stop it instead');
        }
        const periods = await readPeriods(strapi, [row.id]);
        await deletePeriods(
          strapi,
          periods.map(({ id }) => id),
        );
        await deleteDocument(strapi, table.series, row.id);
      }),

    /** Makes every period that is due; the minute's tick calls it. */
    makePeriods: (): Promise<void> => makeSeriesPeriods(strapi),
  };
};
