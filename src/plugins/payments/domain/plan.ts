import type { Convention } from './conventions';
import { automaticRows } from './plan/automatic';
import { manualRows } from './plan/manual';
import { singleRow } from './plan/single';
import { checkPaymentCode, codeUseProblems } from './payment-code';
import type { CodeRules, Plan, PlanContext, PlanInput, PlannedInstalment } from './plan/types';
import { planWarnings } from './plan/warnings';
import { ok, refuse } from './problem';
import type { Path, Problem, Result } from './problem';

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
  CodeRules,
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
  if (context.codes && input.kind === 'manual') problems.push(...checkCodes(instalments, context.codes));
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

/** Normalises the rows' own codes, so that two ways of writing one code are one. */
function checkCodes(instalments: PlannedInstalment[], { scheme, ...use }: CodeRules): Problem[] {
  const pathOf = (index: number): Path => ['instalments', index, 'paymentCode'];
  const problems = instalments.flatMap((row, index): ReadonlyArray<Problem> => {
    if (row.paymentCode === undefined) return [];
    const checked = checkPaymentCode(row.paymentCode, scheme, pathOf(index));
    if (!checked.ok) return checked.problems;
    row.paymentCode = checked.value.value;
    return [];
  });
  if (problems.length > 0) return problems;
  return codeUseProblems({ paymentCode: null, instalments }, use, { payment: [], instalment: pathOf });
}
