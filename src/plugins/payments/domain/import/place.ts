import { codeUseProblems } from '../payment-code';
import type { CodeUse } from '../payment-code';
import { createPlan } from '../plan';
import type { Plan, PlanContext } from '../plan';
import type { Path } from '../problem';
import type { ColumnId } from './columns';
import { finding, textOf } from './line';
import type { Finding, ImportLine } from './line';
import type { KnownInstitution, PaymentDraft } from './payments';
import { findingsOf } from './texts';

/** A payment with its dates, as it will be saved. */
export interface PlacedPayment<Institution extends KnownInstitution> {
  readonly draft: PaymentDraft<Institution>;
  readonly plan: Plan;
}

/** Places the dates of a draft by the very rules of the form; null where they have something against it. */
export function placePayment<Institution extends KnownInstitution>(
  draft: PaymentDraft<Institution>,
  context: PlanContext,
  use: CodeUse,
): { placed: PlacedPayment<Institution> | null; findings: Finding[] } {
  const placeOf = (path: Path) => placeIn(draft.lines, path);
  const plan = createPlan(draft.plan, context);
  if (!plan.ok) return { placed: null, findings: findingsOf(plan.problems, placeOf) };
  const codes = { paymentCode: draft.code?.value ?? null, instalments: plan.value.instalments };
  const paths = { payment: ['paymentCode'], instalment: (index: number) => ['instalments', index, 'paymentCode'] };
  const misused = findingsOf(codeUseProblems(codes, use, paths), placeOf);
  if (misused.length > 0) return { placed: null, findings: misused };
  return { placed: { draft, plan: plan.value }, findings: overdue(draft.lines, plan.value) };
}

const COLUMN_OF: Readonly<Record<string, ColumnId>> = {
  total: 'total',
  amount: 'amount',
  count: 'count',
  date: 'date',
  firstDate: 'date',
  dueDate: 'date',
  period: 'period',
  convention: 'period',
  alreadyPaid: 'alreadyPaid',
  paymentCode: 'paymentCode',
};

/** The cell that a path of the plan stands for. */
function placeIn(lines: ReadonlyArray<ImportLine>, path: Path): { line: ImportLine; column: ColumnId | null } {
  const [part, index, field] = path;
  const first = lines[0] as ImportLine;
  if (part !== 'instalments') return { line: first, column: written(first, COLUMN_OF[String(part)] ?? null) };
  const line = typeof index === 'number' ? (lines[index] ?? first) : first;
  return { line, column: written(line, COLUMN_OF[String(field ?? 'total')] ?? null) };
}

/** A one-off's total may stand in the column of the amount, and a paid one in that of its mark. */
function written(line: ImportLine, column: ColumnId | null): ColumnId | null {
  if (column === 'total' && textOf(line, 'total') === '' && textOf(line, 'amount') !== '') return 'amount';
  if (column === 'alreadyPaid' && textOf(line, 'alreadyPaid') === '') return 'paid';
  return column;
}

/** Told, because last year's spreadsheet may only have forgotten to say what was paid. */
function overdue(lines: ReadonlyArray<ImportLine>, { warnings }: Plan): Finding[] {
  const past = warnings.filter(({ code }) => code === 'due-in-the-past');
  if (past.length === 0) return [];
  const message = `${past.length} of its instalments are due in the past and not paid: they will be overdue`;
  const params = { count: past.length };
  return [finding(lines[0] as ImportLine, 'date', { code: 'overdue-at-once', message, params }, 'note')];
}

/** A debt as two of them are the same: of one customer, under one code, on one day. */
export function debtKeys({ draft, plan }: PlacedPayment<KnownInstitution>): string[] {
  return plan.instalments.flatMap(({ amount, dueDate, paymentCode }) => {
    const code = paymentCode ?? draft.code?.value;
    return code ? [`${draft.customer.id} ${amount} ${dueDate} ${code}`] : [];
  });
}

/**
 * Payments that the customer owes already, or that stand twice in the file: staff must confirm them, as in the form.
 *
 * @param known keys of what is registered, as `debtKeys` makes them
 */
export function duplicates(
  payments: ReadonlyArray<PlacedPayment<KnownInstitution>>,
  known: ReadonlySet<string>,
): Finding[] {
  const seen = new Map<string, number>();
  return payments.flatMap((payment) => {
    const keys = debtKeys(payment);
    const line = payment.draft.lines[0] as ImportLine;
    const earlier = keys.map((key) => seen.get(key)).find((each) => each !== undefined);
    for (const key of keys) seen.set(key, seen.get(key) ?? line.line);
    if (earlier !== undefined) {
      const message = `Line ${earlier} says the same amount on the same day under the same code: confirm that both are meant`;
      return [finding(line, 'paymentCode', { code: 'duplicate', message, params: { line: earlier } }, 'confirm')];
    }
    if (!keys.some((key) => known.has(key))) return [];
    const message = 'This customer already owes this amount on this day under this code: confirm that it is meant';
    return [finding(line, 'paymentCode', { code: 'duplicate', message, params: { line: 0 } }, 'confirm')];
  });
}

/** Codes that serve one instalment only and stand in two payments of the file, by the later one. */
export function singleUseTwice(
  payments: ReadonlyArray<PlacedPayment<KnownInstitution>>,
  isSingleUse: (institution: KnownInstitution) => boolean,
  used: (institution: KnownInstitution, code: string) => boolean,
): Finding[] {
  const seen = new Map<string, number>();
  const findings: Finding[] = [];
  for (const { draft, plan } of payments) {
    const { institution, lines } = draft;
    if (!institution || !isSingleUse(institution)) continue;
    const codes = [draft.code?.value, ...plan.instalments.map(({ paymentCode }) => paymentCode)];
    for (const code of new Set(codes)) {
      if (!code) continue;
      const key = `${institution.id} ${code}`;
      const line = lines[0] as ImportLine;
      if (seen.has(key) || used(institution, code)) {
        const message = 'This code serves one instalment only, and another payment uses it: use another code';
        findings.push(finding(line, 'paymentCode', { code: 'code-used-twice', message }));
      }
      seen.set(key, line.line);
    }
  }
  return findings;
}
