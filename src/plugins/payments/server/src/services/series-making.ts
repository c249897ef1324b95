import type { Core } from '@strapi/strapi';
import type { BusinessCalendar, Convention } from '../../../domain/calendar';
import { addDays } from '../../../domain/day';
import type { Day } from '../../../domain/day';
import { minor } from '../../../domain/money';
import type { MinorUnits } from '../../../domain/money';
import { periodDates, periodLabel, termsOf } from '../../../domain/series';
import type { SeriesPeriodDates } from '../../../domain/series';
import { SYSTEM } from '../record/actor';
import { errorName, inTransaction } from '../repositories/database';
import { lockSeries, readDueSeries, readSeries, writeProgress } from '../repositories/series';
import type { SeriesProgress, SeriesRow, SeriesTerms } from '../repositories/series';
import { insertPeriods, readPeriods } from '../repositories/series-periods';
import type { NewPeriod } from '../repositories/series-periods';
import { getService } from './get-service';
import { registerMany } from './register-many';
import type { Registration } from './register-many';

/** Series of one transaction. */
const BATCH = 100;

/** Periods of one series that one transaction makes at most: a long downtime is caught up in several. */
const MOST_PERIODS = 60;

/** What the dates of a series depend on besides it. */
export interface OfficeRules {
  readonly today: Day;
  readonly calendar: BusinessCalendar;
  readonly convention: Convention;
}

export async function officeRules(strapi: Core.Strapi): Promise<OfficeRules> {
  const { convention } = await getService(strapi, 'settings').get();
  return {
    today: await getService(strapi, 'clock').today(),
    calendar: await getService(strapi, 'calendar').get(),
    convention,
  };
}

/** A period's dates by the series', the institution's and the office's rules; null where the series has no such period. */
export const datesOf = (series: SeriesRow, number: number, { calendar, convention }: OfficeRules) =>
  periodDates(series, number, { calendar, convention: series.institution?.convention ?? convention });

/** What the payment of a period is called. */
export function titleOf({ title, period, naming }: SeriesRow, nominalDate: Day): string {
  const label = periodLabel(nominalDate, period, naming);
  return label === null ? title : `${title} ${label}`;
}

/** The payment of a period, ready to be registered. */
export function registrationOf(
  series: SeriesRow,
  dates: SeriesPeriodDates,
  amount: MinorUnits,
  paymentCode: SeriesTerms['paymentCode'],
): Registration {
  const { rule, convention } = termsOf(series, dates.number);
  return {
    title: titleOf(series, dates.nominalDate),
    description: series.description,
    customerId: series.customer.id,
    institutionId: series.institution?.id ?? null,
    paymentCode,
    currency: series.currency,
    kind: 'single',
    convention: rule.kind === 'month-end' ? 'preceding' : convention,
    rows: [
      {
        number: 1,
        amount,
        paid: minor(0),
        paidOn: null,
        nominalDate: dates.nominalDate,
        dueDate: dates.dueDate,
        shift: dates.shift,
        pinned: false,
        paymentCode: null,
        note: null,
      },
    ],
  };
}

/** The code that the series says for a period. One that serves a single payment cannot be everybody's: it follows. */
export const usualCode = (series: SeriesRow, number: number): SeriesTerms['paymentCode'] =>
  series.institution?.singleUseCodes ? null : termsOf(series, number).paymentCode;

/** A period of a series that is due to be made. */
interface Making {
  readonly series: SeriesRow;
  readonly dates: SeriesPeriodDates;
}

/** What of a series is to be made by today, and where it stands then. */
function dueOf(
  series: SeriesRow,
  known: ReadonlySet<string>,
  rules: OfficeRules,
): { making: Making[]; progress: SeriesProgress } {
  const making: Making[] = [];
  for (let number = series.nextNumber; ; number += 1) {
    const dates = datesOf(series, number, rules);
    if (!dates) return { making, progress: { id: series.id, nextNumber: number, nextOn: null } };
    if (known.has(`${series.id} ${number}`)) continue;
    const madeOn = addDays(dates.dueDate, -series.daysAhead);
    if (madeOn > rules.today || making.length === MOST_PERIODS) {
      return { making, progress: { id: series.id, nextNumber: number, nextOn: madeOn } };
    }
    making.push({ series, dates });
  }
}

/**
 * Makes what is due of these series, in the caller's transaction, which locks them: payments of periods whose amount is known, and a place for those
 * whose amount follows. Archived customers' get nothing.
 */
export async function makeDuePeriods(strapi: Core.Strapi, ids: readonly number[]): Promise<void> {
  await lockSeries(strapi, ids);
  const rules = await officeRules(strapi);
  const series = (await readSeries(strapi, ids)).filter(
    ({ state, nextOn, customer }) =>
      state === 'active' && !customer.archived && nextOn !== null && nextOn <= rules.today,
  );
  const least = Math.min(...series.map(({ nextNumber }) => nextNumber));
  const known = await readPeriods(
    strapi,
    series.map(({ id }) => id),
    (query) => void query.where('r.number', '>=', least),
  );
  const keys = new Set(known.map((row) => `${row.series} ${row.number}`));
  const outcomes = series.map((each) => dueOf(each, keys, rules));
  await makeAll(
    strapi,
    outcomes.flatMap(({ making }) => making),
  );
  await writeProgress(
    strapi,
    outcomes.map(({ progress }) => progress),
  );
}

async function makeAll(strapi: Core.Strapi, making: readonly Making[]): Promise<void> {
  const now = getService(strapi, 'clock').now();
  const periods: NewPeriod[] = [];
  const amountOf = ({ series, dates }: Making) => termsOf(series, dates.number).amount;
  const periodFor = ({ series, dates }: Making, payment: string | null): NewPeriod => ({
    series: series.id,
    number: dates.number,
    nominalDate: dates.nominalDate,
    dueDate: dates.dueDate,
    state: payment === null ? 'waiting' : 'created',
    payment,
    paymentCode: null,
  });
  for (const loud of [true, false]) {
    const known = making.filter((each) => each.series.sendEmail === loud && amountOf(each) !== null);
    const registrations = known.map((each) =>
      registrationOf(each.series, each.dates, amountOf(each) as MinorUnits, usualCode(each.series, each.dates.number)),
    );
    const payments = await registerMany(strapi, registrations, { actor: SYSTEM, loud });
    periods.push(...known.map((each, index) => periodFor(each, payments[index]?.documentId ?? null)));
  }
  periods.push(...making.filter((each) => amountOf(each) === null).map((each) => periodFor(each, null)));
  await insertPeriods(strapi, periods, now);
}

/**
 * Makes every period that is due, of all series: called by the minute's tick on every replica. Each period is made once, by the lock on its series and
 * by the unique key of series and number. What fails of one series is told in the log and holds back no other.
 */
export async function makeSeriesPeriods(strapi: Core.Strapi): Promise<void> {
  const failed: number[] = [];
  const today = await getService(strapi, 'clock').today();
  for (;;) {
    const ids = await readDueSeries(strapi, today, { limit: BATCH, except: failed });
    if (ids.length === 0) return;
    try {
      await inTransaction(strapi, () => makeDuePeriods(strapi, ids));
    } catch (error) {
      if (ids.length === 1) {
        strapi.log.error(`payments: series ${ids[0]}: ${errorName(error)}`);
        failed.push(...ids);
      } else {
        failed.push(...(await makeOneByOne(strapi, ids)));
      }
    }
  }
}

async function makeOneByOne(strapi: Core.Strapi, ids: readonly number[]): Promise<number[]> {
  const failed: number[] = [];
  for (const id of ids) {
    try {
      await inTransaction(strapi, () => makeDuePeriods(strapi, [id]));
    } catch (error) {
      strapi.log.error(`payments: series ${id}: ${errorName(error)}`);
      failed.push(id);
    }
  }
  return failed;
}
