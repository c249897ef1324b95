import type { Convention } from './conventions';
import { automaticRows } from './plan/automatic';
import { manualRows } from './plan/manual';
import { singleRow } from './plan/single';
import type { Plan, PlanContext, PlanInput, PlannedInstalment } from './plan/types';
import { planWarnings } from './plan/warnings';
import { ok, refuse } from './problem';
import type { Problem, Result } from './problem';

export type { Convention } from './conventions';
export { PERIODS } from './plan/periods';
export type { Period } from './plan/periods';
export { proposeThird } from './plan/split';
export type { Proposal } from './plan/split';
export { suggestNextRow } from './plan/suggest';
export type { RowSuggestion } from './plan/suggest';
export { MAX_INSTALMENTS } from './plan/types';
export type {
  AutomaticPlanInput,
  ManualPlanInput,
  ManualRow,
  Plan,
  PlanContext,
  PlanInput,
  PlannedInstalment,
  Shift,
  ShiftKind,
  SinglePlanInput,
} from './plan/types';

/**
 * A plan from what staff typed: every instalment with its nominal date, the date that binds and why it moved. The
 * preview and the saving of a payment both come from here. Problems carry the paths of the request's plan part.
 */
export function createPlan(input: PlanInput, context: PlanContext): Result<Plan> {
  const refused = refusedConvention(input);
  const rows = rowsOf(input, conventionOf(input, context), context);
  if (!rows.ok) return refuse(...refused, ...rows.problems);
  const instalments = rows.value;
  const problems = [...refused, ...markPaid(instalments, input.alreadyPaid ?? 0)];
  if (context.singleUseCodes) problems.push(...repeatedCodes(instalments));
  if (problems.length > 0) return refuse(...problems);
  return ok({
    currency: input.currency,
    total: input.total,
    instalments,
    warnings: planWarnings(input, instalments, context),
  });
}

function rowsOf(input: PlanInput, convention: Convention, { calendar }: PlanContext): Result<PlannedInstalment[]> {
  switch (input.kind) {
    case 'single':
      return singleRow(input, convention, calendar);
    case 'automatic':
      return automaticRows(input, convention, calendar);
    case 'manual':
      return manualRows(input, convention, calendar);
  }
}

/** The last open day of a month lies before its end: `month-end` is `preceding`, whatever the institution's rule. */
function conventionOf(input: PlanInput, { defaultConvention }: PlanContext): Convention {
  if (endsMonths(input)) return 'preceding';
  return input.convention ?? defaultConvention;
}

function endsMonths(input: PlanInput): boolean {
  return input.kind !== 'single' && input.period === 'month-end';
}

function refusedConvention(input: PlanInput): Problem[] {
  if (input.convention === undefined || !endsMonths(input)) return [];
  const message = 'The last open day of a month needs no convention: leave it out, or choose another period';
  return [{ code: 'convention-refused', path: ['convention'], message }];
}

function markPaid(instalments: PlannedInstalment[], alreadyPaid: number): Problem[] {
  if (!Number.isInteger(alreadyPaid) || alreadyPaid < 0 || alreadyPaid > instalments.length) {
    const message = `Already paid are from 0 to ${instalments.length} instalments`;
    return [{ code: 'already-paid-invalid', path: ['alreadyPaid'], message, params: { most: instalments.length } }];
  }
  for (let index = 0; index < alreadyPaid; index += 1) (instalments[index] as PlannedInstalment).paid = true;
  return [];
}

function repeatedCodes(instalments: ReadonlyArray<PlannedInstalment>): Problem[] {
  const seen = new Set<string>();
  return instalments.flatMap(({ paymentCode }, index): Problem[] => {
    if (paymentCode === undefined || !seen.has(paymentCode)) {
      if (paymentCode !== undefined) seen.add(paymentCode);
      return [];
    }
    const message = 'This institution’s codes serve one instalment each: use another code';
    return [{ code: 'code-used-twice', path: ['instalments', index, 'paymentCode'], message }];
  });
}
