import type { PlanPartInput } from '../../../contracts/plan';

export type PlanKind = PlanPartInput['kind'];
export type Period = NonNullable<Extract<PlanPartInput, { kind: 'manual' }>['period']>;
export type Convention = NonNullable<PlanPartInput['convention']>;

export interface ManualRowDraft {
  /** Stays with the row while others come and go. */
  key: number;
  amount: string;
  date: string;
  pinned: boolean;
  paymentCode: string;
  note: string;
}

/** The plan part of the form as it is typed. What belongs to one kind is kept while another one is looked at. */
export interface PlanDraft {
  kind: PlanKind;
  currency: string;
  total: string;
  alreadyPaid: string;
  /** Empty: the institution's convention, else the office's. */
  convention: Convention | '';
  /** One-off. */
  date: string;
  pinned: boolean;
  /** Automatic. */
  firstDate: string;
  amount: string;
  count: string;
  endOfMonth: boolean;
  /** Which of total, amount and number the form proposed from the other two; typing into it makes it one's own. */
  proposed: ProposedField | null;
  /** Automatic and manual. */
  period: Period;
  rows: ManualRowDraft[];
}

export type ProposedField = 'total' | 'amount' | 'count';

export const PERIODS: readonly Period[] = [
  'weekly',
  'biweekly',
  'monthly',
  'bimonthly',
  'quarterly',
  'semiannual',
  'annual',
  'month-end',
];

export const CONVENTIONS: readonly Convention[] = [
  'following',
  'modified-following',
  'preceding',
  'modified-preceding',
  'unadjusted',
];

export const emptyRow = (key: number): ManualRowDraft => ({
  key,
  amount: '',
  date: '',
  pinned: false,
  paymentCode: '',
  note: '',
});

export const emptyPlan = (currency: string): PlanDraft => ({
  kind: 'single',
  currency,
  total: '',
  alreadyPaid: '',
  convention: '',
  date: '',
  pinned: false,
  firstDate: '',
  amount: '',
  count: '',
  endOfMonth: false,
  proposed: null,
  period: 'monthly',
  rows: [emptyRow(1)],
});
