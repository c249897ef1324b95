import type { Choosable } from '../../../../contracts/payment-many';
import type { Convention, Period } from '../../plan/draft';
import { readLostAfter } from '../../plan/lostAfter';
import type { Reader } from '../../plan/reader';
import { readAmountCell, readCodeCell } from '../../grid/cells';
import type { FieldProblem } from '../../services/failure';
import type { ManyOrderBody } from '../../services/payment-many';
import type { InstitutionChoice } from '../fields/InstitutionField';

/** A customer of the order, with what is typed. */
export interface ManyLine {
  readonly customer: Choosable;
  readonly amount: string;
  readonly paymentCode: string;
}

/** One obligation of many, as it is typed. */
export interface ManyDraft {
  institution: InstitutionChoice | null;
  title: string;
  description: string;
  managerComments: string;
  sendEmail: boolean;
  currency: string;
  kind: 'single' | 'automatic';
  date: string;
  pinned: boolean;
  convention: Convention | '';
  count: string;
  period: Period;
  /** How many missed instalments lose the plan; empty: none do. */
  lostAfter: string;
  lines: readonly ManyLine[];
}

export const emptyMany = (currency: string, sendEmail: boolean): ManyDraft => ({
  institution: null,
  title: '',
  description: '',
  managerComments: '',
  sendEmail,
  currency,
  kind: 'single',
  date: '',
  pinned: false,
  convention: '',
  count: '',
  period: 'month-end',
  lostAfter: '',
  lines: [],
});

const required = (path: string): FieldProblem => ({ path, code: 'required', message: '', params: {} });

/** An order as the wire has it: the lines that can be read, by the customers' documentIds, and what is wrong with the rest. */
export interface ReadMany {
  readonly order: ManyOrderBody | null;
  /** Whether every line can be read and all else is filled in. */
  readonly whole: boolean;
  readonly problems: FieldProblem[];
  /** By the customer's documentId. */
  readonly cells: ReadonlyMap<string, { amount?: FieldProblem; paymentCode?: FieldProblem }>;
}

function readPlan(draft: ManyDraft, reader: Reader, problems: FieldProblem[]): ManyOrderBody['plan'] | null {
  const date = reader.day(draft.date, ['date']);
  if (draft.date.trim() === '') problems.push(required('date'));
  else if (!date.ok) {
    problems.push(
      ...date.problems.map(({ code, message, params }) => ({ path: 'date', code, message, params: { ...params } })),
    );
  }
  const convention = draft.convention && draft.period !== 'month-end' ? { convention: draft.convention } : {};
  if (draft.kind === 'single') {
    if (!date.ok) return null;
    const own = draft.convention && !draft.pinned ? { convention: draft.convention } : {};
    return { kind: 'single', date: date.value, ...own, ...(draft.pinned && { pinned: true }) };
  }
  const count = /^\d{1,3}$/.test(draft.count.trim()) ? Number(draft.count) : 0;
  if (count < 2 || count > 600) problems.push({ path: 'count', code: 'many-count', message: '', params: {} });
  const lostAfter = readLostAfter(draft.lostAfter);
  if (!lostAfter.ok) problems.push(lostAfter.problem);
  if (!lostAfter.ok || !date.ok || count < 2 || count > 600) return null;
  return {
    kind: 'automatic',
    count,
    firstDate: date.value,
    period: draft.period,
    ...convention,
    lostAfter: lostAfter.value,
  };
}

/** Reads what is typed. */
export function readMany(draft: ManyDraft, reader: Reader): ReadMany {
  const problems: FieldProblem[] = draft.title.trim() === '' ? [required('title')] : [];
  const plan = readPlan(draft, reader, problems);
  if (draft.lines.length === 0) problems.push(required('lines'));
  const cells = new Map<string, { amount?: FieldProblem; paymentCode?: FieldProblem }>();
  const scheme = draft.institution?.codeScheme ?? 'free';
  const rows = draft.lines.flatMap(({ customer, amount, paymentCode }) => {
    const read = readAmountCell(amount, draft.currency, reader);
    const code = readCodeCell(paymentCode, scheme);
    if (read.kind !== 'value') {
      cells.set(customer.documentId, { amount: read.kind === 'wrong' ? read.problem : required('amount') });
    }
    if (code.kind === 'wrong') {
      cells.set(customer.documentId, { ...cells.get(customer.documentId), paymentCode: code.problem });
    }
    if (read.kind !== 'value' || code.kind === 'wrong') return [];
    return [
      {
        customer: customer.documentId,
        amount: read.value,
        paymentCode: code.kind === 'value' ? code.value : null,
      },
    ];
  });
  const whole = problems.length === 0 && rows.length === draft.lines.length;
  if (plan === null || rows.length === 0 || draft.title.trim() === '')
    return { order: null, whole: false, problems, cells };
  const order: ManyOrderBody = {
    institution: draft.institution?.documentId ?? null,
    title: draft.title,
    description: draft.description || null,
    managerComments: draft.managerComments || null,
    currency: draft.currency,
    plan,
    rows,
  };
  return { order, whole, problems, cells };
}
