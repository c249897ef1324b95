import { minor, sum, toDecimal, toEnglish, wholeTimes } from '../money';
import type { CurrencyCode, MinorUnits } from '../money';
import type { InstalmentRow } from '../payment-state';
import { createPlan } from '../plan';
import type { AutomaticPlanInput, PlanContext, PlannedInstalment } from '../plan';
import { MAX_INSTALMENTS } from '../plan/types';
import { refuse } from '../problem';
import type { Problem, Result } from '../problem';
import { edited, outstanding, unpaidRow } from './rows';
import type { Edited } from './rows';

/** What staff choose for the unpaid rest: a first date, a period, and a number or an amount of instalments (or both). */
export type Replan = Pick<AutomaticPlanInput, 'firstDate' | 'period' | 'convention' | 'endOfMonth'> &
  ({ count: number; amount?: MinorUnits } | { amount: MinorUnits; count?: undefined });

/**
 * Plans all that is outstanding anew. Paid and cancelled rows stay; one paid in part keeps its date, shrinks to what is
 * paid and is paid thereby. Unpaid rows are reused in their order, so that they stay the same documents.
 */
export function replan<Row extends InstalmentRow>(
  rows: ReadonlyArray<Row>,
  wish: Replan,
  currency: CurrencyCode,
  context: PlanContext,
): Result<Edited<Row | InstalmentRow>> {
  const open = rows.filter(({ state }) => state === 'open');
  const total = sum(open.map(outstanding));
  if (total < 1) {
    return refuse({
      code: 'nothing-outstanding',
      path: [],
      message: 'Nothing is outstanding: there is nothing to plan',
    });
  }
  const kept = rows.filter(({ state, paid }) => state !== 'open' || paid > 0).map(closedAtPaid);
  const most = MAX_INSTALMENTS - kept.length;
  const split = threeNumbers(wish, total);
  if (split.count > most) return refuse(tooMany(most, wish, total, currency));
  const plan = createPlan({ ...wish, ...split, kind: 'automatic', currency, total }, context);
  if (!plan.ok) return refuse(...plan.problems.map((problem) => fitting(onField(problem, wish), most)));
  const { instalments, warnings } = plan.value;
  const unpaid = open.filter(({ paid }) => paid === 0);
  const planned = instalments.map((instalment, index) => plannedRow(instalment, unpaid[index]));
  return edited<Row | InstalmentRow>([...kept, ...planned], [], warnings);
}

function closedAtPaid<Row extends InstalmentRow>(row: Row): Row {
  return row.state === 'open' ? { ...row, amount: row.paid, state: 'paid' } : row;
}

function plannedRow<Row extends InstalmentRow>(
  { amount, nominalDate, dueDate, shift, pinned }: PlannedInstalment,
  reused: Row | undefined,
): Row | InstalmentRow {
  const values = { amount, nominalDate, dueDate, shift, pinned };
  return reused ? { ...reused, ...values } : unpaidRow(values);
}

/** Number and amount, the missing one from the other; where that has no answer, one that the plan refuses with repairs. */
function threeNumbers({ count, amount }: Replan, total: MinorUnits): { count: number; amount: MinorUnits } {
  if (count === undefined) return { count: amount < 1 ? 1 : timesRoundedUp(total, amount), amount };
  const equal = Number.isInteger(count) && count >= 1 ? wholeTimes(total, count) : total;
  return { count, amount: amount ?? minor(Math.max(equal, 1)) };
}

function timesRoundedUp(whole: number, part: number): number {
  return wholeTimes(whole, part) + (whole % part === 0 ? 0 : 1);
}

/** A problem of the number is one of the amount where staff chose only that. */
function onField(problem: Problem, { count }: Replan): Problem {
  return count === undefined && problem.path[0] === 'count' ? { ...problem, path: ['amount'] } : problem;
}

/** Without the numbers of instalments that would not fit beside those that stay. */
function fitting(problem: Problem, most: number): Problem {
  const repairs = problem.repairs?.filter((repair) => !('count' in repair) || repair.count <= most);
  return repairs ? { ...problem, repairs } : problem;
}

/** A number is mended by one that fits, an amount by the least whose instalments do. */
function tooMany(most: number, wish: Replan, total: MinorUnits, currency: CurrencyCode): Problem {
  const params = { most };
  const fit = `With the instalments that stay, at most ${most} more fit into the plan`;
  if (wish.count === undefined) {
    const least = most >= 1 ? minor(timesRoundedUp(total, most)) : null;
    const message = least ? `${fit}: use ${toEnglish(least, currency)} at least` : `${fit}: nothing can be planned`;
    const repairs = least ? [{ amount: toDecimal(least, currency) }] : [];
    return { code: 'count-invalid', path: ['amount'], message, params, repairs };
  }
  const better = wish.amount === undefined ? Math.min(most, total) : timesRoundedUp(total, Math.max(wish.amount, 1));
  const repairs = better >= 1 && better <= most ? [{ count: better }] : [];
  return { code: 'count-invalid', path: ['count'], message: `${fit}: use fewer`, params, repairs };
}
