import type { CellProblem, ManyOrder } from '../../../contracts/payment-many';
import { parseDecimal } from '../../../domain/money';
import type { MinorUnits } from '../../../domain/money';
import { checkPaymentCode, codeUseProblems, wrongCustomer } from '../../../domain/payment-code';
import type { SchemeId } from '../../../domain/payment-code';
import { createPlan } from '../../../domain/plan';
import type { Plan, PlanContext, PlanInput } from '../../../domain/plan';
import { wholeTimes, minor } from '../../../domain/money';
import type { Problem } from '../../../domain/problem';
import type { ManyCustomer } from '../repositories/payment-many';
import type { InstitutionRules } from '../repositories/payment-record';

/** One customer's part of the order, read and checked. */
export interface CheckedRow {
  readonly customer: ManyCustomer | null;
  readonly amount: MinorUnits | null;
  readonly paymentCode: { readonly value: string; readonly scheme: SchemeId } | null;
  readonly plan: Plan | null;
  readonly errors: CellProblem[];
  readonly warnings: CellProblem[];
}

export interface CheckContext {
  readonly order: Omit<ManyOrder, 'rows'>;
  readonly institution: InstitutionRules | null;
  readonly plan: PlanContext;
}

type Row = ManyOrder['rows'][number];

/** The plan of one customer: the total as it is, or in equal parts of which the last takes what is left. */
export function planInputFor({ currency, plan }: CheckContext['order'], total: MinorUnits): PlanInput {
  const { convention } = plan;
  const common = { currency, total, ...(convention && { convention }) };
  if (plan.kind === 'single') return { kind: 'single', ...common, date: plan.date, pinned: plan.pinned ?? false };
  const { count, firstDate, period, endOfMonth = false } = plan;
  const amount = minor(wholeTimes(Math.max(total, 0), count));
  return { kind: 'automatic', ...common, amount, count, firstDate, period, endOfMonth };
}

const cellProblem =
  (field: CellProblem['field']) =>
  ({ code, message, params }: Pick<Problem, 'code' | 'message' | 'params'>): CellProblem => ({
    field,
    code,
    message,
    ...(params && { params: { ...params } }),
  });

function amountOf(row: Row, { order }: CheckContext, errors: CellProblem[]): MinorUnits | null {
  const parsed = parseDecimal(row.amount, order.currency);
  if (!parsed.ok) {
    errors.push(...parsed.problems.map(cellProblem('amount')));
    return null;
  }
  if (parsed.value > 0) return parsed.value;
  errors.push({ field: 'amount', code: 'amount-not-positive', message: 'The amount must be more than zero' });
  return null;
}

function codeOf(row: Row, { order, institution }: CheckContext, errors: CellProblem[]): CheckedRow['paymentCode'] {
  if (!row.paymentCode) return null;
  const checked = checkPaymentCode(row.paymentCode.value, row.paymentCode.scheme);
  if (!checked.ok) {
    errors.push(...checked.problems.map(cellProblem('paymentCode')));
    return null;
  }
  const { value, scheme } = checked.value;
  const count = order.plan.kind === 'single' ? 1 : order.plan.count;
  const use = { scope: institution?.codeScope ?? 'payment', singleUse: institution?.singleUseCodes ?? false } as const;
  const codes = { paymentCode: value, instalments: Array.from({ length: count }, () => ({ paymentCode: null })) };
  const misuse = codeUseProblems(codes, use, { payment: [], instalment: () => [] });
  errors.push(...misuse.map(cellProblem('paymentCode')));
  return { value, scheme };
}

/** Reads one row and says what is wrong with it by itself. */
export function checkRow(row: Row, customer: ManyCustomer | null, context: CheckContext): CheckedRow {
  const errors: CellProblem[] = [];
  const warnings: CellProblem[] = [];
  if (!customer) {
    const message = 'There is no such customer, or the customer is archived: choose one from the list';
    errors.push({ field: 'customer', code: 'customer-unknown', message });
  }
  const amount = amountOf(row, context, errors);
  const paymentCode = codeOf(row, context, errors);
  const plan = amount === null ? null : createPlan(planInputFor(context.order, amount), context.plan);
  // What is wrong with the dates is wrong for all, and told of the order.
  if (
    plan &&
    !plan.ok &&
    context.order.plan.kind === 'automatic' &&
    amount !== null &&
    amount < context.order.plan.count
  ) {
    const message = `The amount is too small for ${context.order.plan.count} instalments`;
    errors.push({ field: 'amount', code: 'amount-too-small', message, params: { count: context.order.plan.count } });
  }
  if (paymentCode && customer && wrongCustomer(paymentCode, customer.taxNumber)) {
    const message = "The payment code carries another tax number than the customer's; confirm that it is meant";
    warnings.push({ field: 'paymentCode', code: 'wrong-customer', message });
  }
  return { customer, amount, paymentCode, plan: plan?.ok ? plan.value : null, errors, warnings };
}

/** What rows have against each other: a customer named twice, a single-use code typed twice. */
export function checkAmong(rows: readonly CheckedRow[], singleUse: boolean): void {
  const customers = new Set<string>();
  const codes = new Set<string>();
  for (const { customer, paymentCode, errors } of rows) {
    if (customer && customers.has(customer.documentId)) {
      const message = 'This customer is in the list already: leave one of the two out';
      errors.push({ field: 'customer', code: 'customer-twice', message });
    }
    if (customer) customers.add(customer.documentId);
    if (!singleUse || !paymentCode) continue;
    if (codes.has(paymentCode.value)) errors.push(codeUsedTwice);
    codes.add(paymentCode.value);
  }
}

/** A code that serves one payment serves another already. */
export const codeUsedTwice: CellProblem = {
  field: 'paymentCode',
  code: 'code-used-twice',
  message: 'This institution’s codes serve one payment each, and this one serves another: use another code',
};
