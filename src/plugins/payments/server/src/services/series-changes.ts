import type { Core } from '@strapi/strapi';
import type { updateSeries } from '../../../contracts/series';
import type { BodyOf } from '../../../contracts/route';
import { addDays } from '../../../domain/day';
import { normaliseSearch } from '../../../domain/search-text';
import { firstPeriodFrom } from '../../../domain/series';
import { table } from '../constants';
import { invalidField, needsConfirmation } from '../http/errors';
import { connect } from '../repositories/database';
import { namedColumns, updateDocument } from '../repositories/documents';
import type { SeriesRow, SeriesTerms } from '../repositories/series';
import { deletePeriods, insertPeriods, lastCreated, readPeriods } from '../repositories/series-periods';
import type { NewPeriod } from '../repositories/series-periods';
import { getService } from './get-service';
import { wrongCustomerWarning } from './payment-codes';
import { datesOf, makeDuePeriods, officeRules } from './series-making';
import type { OfficeRules } from './series-making';
import { saysTerms, termsFrom } from './series-terms';

type SeriesChanges = BodyOf<typeof updateSeries>;

/** More skipped periods than a series can have had while it was stopped. */
const MOST_GAP = 3_000;

const periodPath = (field: 'skip' | 'unskip', index: number) => [field, index];

/** Refuses what staff must confirm first. */
export function refuseUnconfirmed(warnings: { code: string; message: string }[], confirmed: readonly string[]): void {
  const open = warnings.filter(({ code }) => !confirmed.includes(code));
  if (open.length > 0) throw needsConfirmation(open);
}

/** The warning that a series' code is another payer's. */
export const wrongCode = ({ paymentCode }: SeriesTerms, customer: { taxNumber: string | null }) =>
  wrongCustomerWarning([paymentCode], customer.taxNumber);

/** Refuses a last day before the first. */
export function refuseEnd({ start, end }: Pick<SeriesRow, 'start' | 'end'>): void {
  if (end !== null && end < start) {
    throw invalidField(['end'], `The last day lies before the first, ${start}; choose a later one`, 'end-before-start');
  }
}

/** Changes of a series that the caller has locked: its terms, its periods, whether it goes on. */
export const seriesChanges = (strapi: Core.Strapi) => {
  const now = () => getService(strapi, 'clock').now();

  /** The first number from `from` on of which nothing was decided yet: no payment made, not skipped. */
  async function firstUndecided(row: SeriesRow, from: number): Promise<number> {
    const later = await readPeriods(strapi, [row.id], (query) => void query.where('r.number', '>=', from));
    const known = new Set(later.map(({ number }) => number));
    let number = from;
    while (known.has(number)) number += 1;
    return number;
  }

  /** Where the series goes on; the periods that are due are made in the same transaction. */
  async function goOn(row: SeriesRow, from: number, rules: OfficeRules): Promise<void> {
    const nextNumber = await firstUndecided(row, from);
    const dates = row.state === 'active' ? datesOf(row, nextNumber, rules) : null;
    const nextOn = dates && addDays(dates.dueDate, -row.daysAhead);
    const db = await connect(strapi);
    await db(table.series).where({ id: row.id }).update({ next_number: nextNumber, next_on: nextOn });
    if (nextOn !== null && nextOn <= rules.today) await makeDuePeriods(strapi, [row.id]);
  }

  /** Takes back waiting periods from a number on, which are made again under new terms. */
  async function takeBackWaiting(row: SeriesRow, from: number): Promise<number> {
    const waiting = await readPeriods(
      strapi,
      [row.id],
      (query) => void query.where('r.state', 'waiting').where('r.number', '>=', from),
    );
    await deletePeriods(
      strapi,
      waiting.map(({ id }) => id),
    );
    return Math.min(row.nextNumber, ...waiting.map(({ number }) => number));
  }

  const skippedPeriod = (row: SeriesRow, number: number, rules: OfficeRules): NewPeriod | null => {
    const dates = datesOf(row, number, rules);
    if (!dates) return null;
    const { nominalDate, dueDate } = dates;
    return { series: row.id, number, nominalDate, dueDate, state: 'skipped', payment: null, paymentCode: null };
  };

  async function skip(row: SeriesRow, numbers: readonly number[], rules: OfficeRules): Promise<void> {
    const known = new Map((await readPeriods(strapi, [row.id])).map((each) => [each.number, each]));
    const added: NewPeriod[] = [];
    const waiting: number[] = [];
    for (const [index, number] of numbers.entries()) {
      const period = known.get(number);
      if (period?.state === 'skipped') continue;
      if (period?.state === 'created') {
        const message = `Period ${number} has its payment already: cancel that instead`;
        throw invalidField(periodPath('skip', index), message, 'period-made');
      }
      const skipped = skippedPeriod(row, number, rules);
      if (!skipped) throw invalidField(periodPath('skip', index), `There is no period ${number}`, 'period-unknown');
      if (period) waiting.push(period.id);
      added.push(skipped);
    }
    await deletePeriods(strapi, waiting);
    await insertPeriods(strapi, added, now());
  }

  async function unskip(row: SeriesRow, numbers: readonly number[]): Promise<number> {
    const known = await readPeriods(strapi, [row.id], (query) => void query.where('r.state', 'skipped'));
    const back = numbers.map((number, index) => {
      const period = known.find((each) => each.number === number);
      if (!period)
        throw invalidField(periodPath('unskip', index), `Period ${number} is not skipped`, 'period-not-skipped');
      return period;
    });
    await deletePeriods(
      strapi,
      back.map(({ id }) => id),
    );
    return Math.min(row.nextNumber, ...back.map(({ number }) => number));
  }

  /** What fell due while the series was stopped gets no payment. */
  async function skipGap(row: SeriesRow, rules: OfficeRules): Promise<number> {
    const first = firstPeriodFrom(row, rules.today);
    const known = new Set((await readPeriods(strapi, [row.id])).map(({ number }) => number));
    const gap: NewPeriod[] = [];
    for (let number = row.nextNumber; number < first && gap.length < MOST_GAP; number += 1) {
      const skipped = known.has(number) ? null : skippedPeriod(row, number, rules);
      if (skipped) gap.push(skipped);
    }
    await insertPeriods(strapi, gap, now());
    return Math.max(row.nextNumber, first);
  }

  async function changedTerms(
    row: SeriesRow,
    changes: SeriesChanges,
  ): Promise<{ row: SeriesRow; from: number | null }> {
    if (!saysTerms(changes)) return { row, from: null };
    const made = await lastCreated(strapi, row.id);
    const from = changes.from ?? made + 1;
    if (from <= made) {
      const message = `Period ${from} has its payment already: change that, and the series from period ${made + 1} on`;
      throw invalidField(['from'], message, 'period-made');
    }
    const terms = termsFrom(row, from, changes);
    const latest = terms[terms.length - 1] as SeriesTerms;
    if (changes.paymentCode) refuseUnconfirmed(wrongCode(latest, row.customer), changes.confirmed);
    return { row: { ...row, terms }, from };
  }

  function refuseState(row: SeriesRow, { state }: SeriesChanges): void {
    if (state === 'active' && row.customer.archived) {
      throw invalidField(['state'], 'The customer is archived: take the customer back first', 'series-archived');
    }
  }

  async function apply(before: SeriesRow, changes: SeriesChanges): Promise<void> {
    const rules = await officeRules(strapi);
    refuseState(before, changes);
    const { row: agreed, from } = await changedTerms(before, changes);
    const { title, description, naming, end, daysAhead, sendEmail, state } = changes;
    const after: SeriesRow = {
      ...agreed,
      end: end === undefined ? agreed.end : end,
      daysAhead: daysAhead ?? agreed.daysAhead,
      state: state ?? agreed.state,
    };
    refuseEnd(after);
    const columns = namedColumns({
      title,
      search_text: title === undefined ? undefined : normaliseSearch(title),
      description: description === undefined ? undefined : description || null,
      naming,
      end_date: end,
      days_ahead: daysAhead,
      send_email: sendEmail,
      state,
      terms: from === null ? undefined : JSON.stringify(after.terms),
      revision: before.revision + 1,
    });
    await updateDocument(strapi, table.series, before.id, columns, now());
    let next = from === null ? before.nextNumber : await takeBackWaiting(before, from);
    if (changes.skip) await skip(after, changes.skip, rules);
    if (changes.unskip) next = Math.min(next, await unskip(after, changes.unskip));
    if (before.state === 'stopped' && after.state === 'active')
      next = await skipGap({ ...after, nextNumber: next }, rules);
    await goOn(after, next, rules);
  }

  return { apply, goOn };
};
