import type { Core } from '@strapi/strapi';
import type { applyClosedDayEffects, ClosedDayEffect } from '../../../contracts/closed-days';
import type { AnswerOf, BodyOf } from '../../../contracts/route';
import type { BusinessCalendar, Convention } from '../../../domain/calendar';
import { outstandingOf } from '../../../domain/state';
import type { HolidayNameOf } from '../closed-days/names';
import type { Intent } from '../record/actor';
import { record } from '../record/record';
import { findPaymentsOf, findPaymentsPlaced, readPlacements } from '../repositories/closed-day-effects';
import { inTransaction } from '../repositories/database';
import { lockPayments, readPayment, readPayments } from '../repositories/payment-reads';
import type { PaymentRecord } from '../repositories/payment-record';
import { writeInstalments } from '../repositories/payment-writes';
import { mayHaveMoved, movesOf } from './closed-day-moves';
import type { Move } from './closed-day-moves';
import { getService } from './get-service';
import { shiftView } from './holiday-words';
import { moneyOf } from './payment-view';
import { staffHolidayNames } from './reader';

type Chosen = BodyOf<typeof applyClosedDayEffects>['effects'];
type Outcomes = AnswerOf<typeof applyClosedDayEffects>['data'];

/** How many effects are shown at once; the next ones show after these are dealt with. */
const MOST_SHOWN = 1_000;
/** Where the search ends: staff who moved a whole country decide over the first of them anyway. */
const MOST_FOUND = 10_000;
const BATCH = 100;

interface Rules {
  readonly calendar: BusinessCalendar;
  readonly convention: Convention;
}

function effectOf(payment: PaymentRecord, { before, after }: Move, holidayName: HolidayNameOf): ClosedDayEffect {
  const { state, customer, institution } = payment;
  return {
    documentId: before.documentId,
    payment: { documentId: payment.documentId, title: state.title, reference: payment.reference ?? '' },
    customer: { documentId: customer?.documentId ?? '', name: customer?.name ?? '' },
    institution: institution && { documentId: institution.documentId, name: institution.name },
    number: before.number,
    of: state.instalments.length,
    outstanding: moneyOf(outstandingOf(before), state.currency),
    nominalDate: before.nominalDate,
    from: before.dueDate,
    to: after.dueDate,
    shift: shiftView(after.shift, after.nominalDate, holidayName),
  };
}

const byDueDate = (a: ClosedDayEffect, b: ClosedDayEffect): number =>
  a.from.localeCompare(b.from) || a.customer.name.localeCompare(b.customer.name) || a.number - b.number;

/** What a change of closed days would move, and moving it once staff have confirmed. */
export const closedDayEffects = ({ strapi }: { strapi: Core.Strapi }) => {
  async function currentRules(): Promise<Rules> {
    const { convention } = await getService(strapi, 'settings').get();
    return { calendar: await getService(strapi, 'calendar').get(), convention };
  }

  /** Payments with a date that does not follow from today's closed days; most need not be read to know that theirs do. */
  async function candidates({ calendar, convention }: Rules): Promise<number[]> {
    const placements = await readPlacements(strapi, convention);
    const suspects = placements.filter(
      (placed) => placed.collided || mayHaveMoved(placed, placed.convention, calendar),
    );
    return findPaymentsPlaced(strapi, suspects);
  }

  /** Moves the chosen rows of one payment whose date is still the one that staff confirmed, and answers which. */
  const applyTo = (id: number, chosen: ReadonlyMap<string, string>, rules: Rules, intent: Intent): Promise<string[]> =>
    inTransaction(strapi, async () => {
      await lockPayments(strapi, [id]);
      const before = await readPayment(strapi, id);
      if (!before) return [];
      const moves = movesOf(before, rules.convention, rules.calendar);
      const rows = moves.flatMap(({ after }) => (chosen.get(after.documentId) === after.dueDate ? [after] : []));
      if (rows.length === 0) return [];
      await writeInstalments(strapi, rows, getService(strapi, 'clock').now());
      await record(strapi, { before, id, intent, fromElsewhere: false });
      return rows.map(({ documentId }) => documentId);
    });

  return {
    /** Open, unpinned instalments whose due date does not follow from the closed days of now, by due date, at most 1,000 of them. */
    async list(): Promise<{ effects: ClosedDayEffect[]; total: number; more: boolean }> {
      const rules = await currentRules();
      const ids = await candidates(rules);
      const holidayName = await staffHolidayNames(strapi);
      const effects: ClosedDayEffect[] = [];
      for (let start = 0; start < ids.length && effects.length < MOST_FOUND; start += BATCH) {
        for (const payment of await readPayments(strapi, ids.slice(start, start + BATCH))) {
          const moves = movesOf(payment, rules.convention, rules.calendar);
          effects.push(...moves.map((move) => effectOf(payment, move, holidayName)));
        }
      }
      const total = Math.min(effects.length, MOST_FOUND);
      return { effects: effects.sort(byDueDate).slice(0, MOST_SHOWN), total, more: effects.length > MOST_SHOWN };
    },

    /**
     * Moves what staff chose, payment by payment, each with its history, mail and reminders in one transaction. An instalment that was
     * paid, pinned or edited meanwhile, or whose date would be another now, stays and is told.
     */
    async apply(chosen: Chosen, intent: Intent): Promise<Outcomes> {
      const rules = await currentRules();
      const wanted = new Map(chosen.map(({ documentId, to }) => [documentId, to as string]));
      const moved = new Set<string>();
      for (const id of await findPaymentsOf(strapi, [...wanted.keys()])) {
        for (const documentId of await applyTo(id, wanted, rules, intent)) moved.add(documentId);
      }
      return chosen.map(({ documentId }) => ({
        documentId,
        outcome: moved.has(documentId) ? ('moved' as const) : ('changed-meanwhile' as const),
      }));
    },
  };
};
