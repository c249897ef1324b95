import type { BusinessCalendar, Convention } from '../calendar';
import type { Day } from '../day';
import type { CurrencyCode, MinorUnits } from '../money';
import type { CodeUse, SchemeId } from '../payment-code';
import type { Problem } from '../problem';
import type { Period } from './periods';

export type ShiftKind = 'weekend' | 'holiday' | 'decree' | 'collision';

/** Why a due date is not its nominal date. */
export interface Shift {
  readonly kind: ShiftKind;
  readonly name: string | null;
}

interface PlanBase {
  currency: CurrencyCode;
  total: MinorUnits;
  /** Else the context's default. */
  convention?: Convention;
  /** A running plan taken over: the first so many instalments are paid. */
  alreadyPaid?: number;
}

export interface SinglePlanInput extends PlanBase {
  kind: 'single';
  date: Day;
  /** Keep the date even if it is closed. */
  pinned?: boolean;
}

export interface AutomaticPlanInput extends PlanBase {
  kind: 'automatic';
  amount: MinorUnits;
  count: number;
  firstDate: Day;
  period: Period;
  /** Where the first date is the last day of its month, all are. */
  endOfMonth?: boolean;
}

export interface ManualRow {
  amount: MinorUnits;
  date: Day;
  pinned?: boolean;
  paymentCode?: string;
  note?: string;
}

export interface ManualPlanInput extends PlanBase {
  kind: 'manual';
  /** What (+) counts with; binds no date, but `month-end` makes every due date the last open day before. */
  period?: Period;
  instalments: ReadonlyArray<ManualRow>;
}

export type PlanInput = SinglePlanInput | AutomaticPlanInput | ManualPlanInput;

/** How the institution's payment codes are written and what they serve. */
export interface CodeRules extends CodeUse {
  scheme: SchemeId;
}

export interface PlanContext {
  calendar: BusinessCalendar;
  /** The institution's convention, else the office's. */
  defaultConvention: Convention;
  /** With it, unpaid instalments that are already due get a warning. */
  today?: Day;
  /** By which rows' own payment codes are normalised and checked; without it they stay as typed. */
  codes?: CodeRules;
}

export interface PlannedInstalment {
  number: number;
  amount: MinorUnits;
  nominalDate: Day;
  dueDate: Day;
  shift: Shift | null;
  pinned: boolean;
  paid: boolean;
  paymentCode?: string;
  note?: string;
}

export interface Plan {
  currency: CurrencyCode;
  total: MinorUnits;
  instalments: PlannedInstalment[];
  warnings: Problem[];
}

export const MAX_INSTALMENTS = 600;
