import type { SeriesValue } from '../../../../contracts/series';
import { checkPaymentCode } from '../../../../domain/payment-code';
import type { SchemeId } from '../../../../domain/payment-code';
import { toDecimal } from '../../../../domain/money';
import type { CurrencyCode } from '../../../../domain/money';
import type { Convention } from '../../plan/draft';
import type { Reader } from '../../plan/reader';
import type { FieldProblem } from '../../services/failure';
import type { CreateSeriesBody } from '../../services/series';
import type { CustomerChoice } from '../fields/CustomerField';
import { schemeFor } from '../fields/CodeField';
import type { InstitutionChoice } from '../fields/InstitutionField';

export type SeriesPeriod = CreateSeriesBody['period'];
export type RuleKind = CreateSeriesBody['rule']['kind'];
export type Naming = NonNullable<CreateSeriesBody['naming']>;

export const SERIES_PERIODS: readonly SeriesPeriod[] = [
  'weekly',
  'biweekly',
  'monthly',
  'bimonthly',
  'quarterly',
  'semiannual',
  'annual',
];
export const RULES: readonly RuleKind[] = ['month-end', 'day-of-month', 'from-start'];
export const NAMINGS: readonly Naming[] = ['due', 'before', 'none'];

/** What is agreed from a period on, as it is typed. */
export interface TermsDraft {
  rule: RuleKind;
  day: string;
  convention: Convention | '';
  /** Empty: it follows. */
  amount: string;
  code: string;
  scheme: SchemeId | '';
}

/** What holds for the whole series and can be changed at any time, as it is typed. */
export interface FieldsDraft {
  title: string;
  description: string;
  naming: Naming;
  end: string;
  daysAhead: string;
  sendEmail: boolean;
}

/** A new series as it is typed. */
export interface SeriesDraft extends TermsDraft, FieldsDraft {
  customer: CustomerChoice | null;
  institution: InstitutionChoice | null;
  period: SeriesPeriod;
  currency: string;
  start: string;
}

export const emptySeries = (currency: string, today: string): SeriesDraft => ({
  customer: null,
  institution: null,
  title: '',
  description: '',
  naming: 'due',
  period: 'monthly',
  currency,
  rule: 'month-end',
  day: '',
  convention: '',
  amount: '',
  code: '',
  scheme: '',
  start: today,
  end: '',
  daysAhead: '15',
  sendEmail: true,
});

/** What holds for the next period, as the form that changes it begins; its amount as the office writes it. */
export const termsOf = (series: SeriesValue, amount: string): TermsDraft => ({
  rule: series.rule.kind,
  day: series.rule.kind === 'day-of-month' ? String(series.rule.day) : '',
  convention: series.convention ?? '',
  amount: series.amount ? amount : '',
  code: series.paymentCode?.display ?? '',
  scheme: series.paymentCode?.scheme ?? '',
});

/** The fields of a series, as the form that changes them begins. */
export const fieldsOf = (series: SeriesValue, reader: Reader): FieldsDraft => ({
  title: series.title,
  description: series.description ?? '',
  naming: series.naming,
  end: series.end === null ? '' : reader.writeDay(series.end as Parameters<Reader['writeDay']>[0]),
  daysAhead: String(series.daysAhead),
  sendEmail: series.sendEmail,
});

const problem = (path: string, code: string): FieldProblem => ({ path, code, message: '', params: {} });

const wholeNumber = (typed: string): number | null => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null);

export type TermsBody = Required<Pick<CreateSeriesBody, 'rule' | 'convention' | 'amount' | 'paymentCode'>>;

/** The terms as the wire has them, or what is wrong with them. */
export function readTerms(
  draft: TermsDraft,
  { currency, institution }: { currency: string; institution: InstitutionChoice | null },
  reader: Reader,
): { ok: true; value: TermsBody } | { ok: false; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const day = wholeNumber(draft.day);
  if (draft.rule === 'day-of-month' && (day === null || day < 1 || day > 31))
    problems.push(problem('day', 'day-of-month'));
  let amount: string | null = null;
  if (draft.amount.trim() !== '') {
    const read = reader.amount(draft.amount, currency, ['amount']);
    if (read.ok) amount = toDecimal(read.value, currency as CurrencyCode);
    else
      problems.push(
        ...read.problems.map(({ code, message, params }) => ({ path: 'amount', code, message, params: { ...params } })),
      );
  }
  const scheme = schemeFor(draft.code, draft.scheme, institution?.codeScheme);
  const code = draft.code.trim() === '' ? null : checkPaymentCode(draft.code, scheme);
  if (code && !code.ok) {
    problems.push(
      ...code.problems.map((each) => ({
        path: 'paymentCode',
        code: each.code,
        message: each.message,
        params: { ...each.params },
      })),
    );
  }
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: {
      rule: draft.rule === 'day-of-month' ? { kind: 'day-of-month', day: day ?? 1 } : { kind: draft.rule },
      convention: draft.rule === 'month-end' ? null : draft.convention || null,
      amount,
      paymentCode: draft.code.trim() === '' ? null : { value: draft.code, scheme },
    },
  };
}

type FieldsBody = Required<Pick<CreateSeriesBody, keyof FieldsDraft>>;

/** The day in a field, or what is wrong with it. */
function readDay(typed: string, path: string, reader: Reader): { value: string | null; problems: FieldProblem[] } {
  const read = reader.day(typed, [path]);
  if (read.ok) return { value: read.value, problems: [] };
  const problems = read.problems.map(({ code, message, params }) => ({ path, code, message, params: { ...params } }));
  return { value: null, problems };
}

/** The fields as the wire has them, or what is wrong with them. */
export function readFields(
  draft: FieldsDraft,
  reader: Reader,
): { ok: true; value: FieldsBody } | { ok: false; problems: FieldProblem[] } {
  const { title, description, naming, sendEmail } = draft;
  const problems: FieldProblem[] = [];
  if (title.trim() === '') problems.push(problem('title', 'required'));
  const end = draft.end.trim() === '' ? { value: null, problems: [] } : readDay(draft.end, 'end', reader);
  problems.push(...end.problems);
  const daysAhead = wholeNumber(draft.daysAhead);
  if (daysAhead === null || daysAhead > 366) problems.push(problem('daysAhead', 'days-ahead'));
  if (problems.length > 0 || daysAhead === null) return { ok: false, problems };
  return { ok: true, value: { title, description: description || null, naming, end: end.value, daysAhead, sendEmail } };
}

/** The series as the wire has it, or what is wrong with it. */
export function readSeries(
  draft: SeriesDraft,
  reader: Reader,
): { ok: true; value: Omit<CreateSeriesBody, 'confirmed'> } | { ok: false; problems: FieldProblem[] } {
  const { customer, institution, period, currency } = draft;
  const problems: FieldProblem[] = customer ? [] : [problem('customer', 'required')];
  const start = readDay(draft.start, 'start', reader);
  const fields = readFields(draft, reader);
  const terms = readTerms(draft, { currency, institution }, reader);
  problems.push(...start.problems, ...(fields.ok ? [] : fields.problems), ...(terms.ok ? [] : terms.problems));
  if (!customer || start.value === null || !fields.ok || !terms.ok) return { ok: false, problems };
  return {
    ok: true,
    value: {
      customer: customer.documentId,
      institution: institution?.documentId ?? null,
      period,
      currency,
      start: start.value,
      ...fields.value,
      ...terms.value,
    },
  };
}
