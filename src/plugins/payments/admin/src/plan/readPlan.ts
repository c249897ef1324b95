import type { PlanPartInput } from '../../../contracts/plan';
import { toDecimal } from '../../../domain/money';
import type { CurrencyCode, MinorUnits } from '../../../domain/money';
import type { Path, Result } from '../../../domain/problem';
import type { FieldProblem } from '../services/failure';
import type { ManualRowDraft, PlanDraft } from './draft';
import type { Reader } from './reader';

/** A plan that can be sent, or what is missing or unreadable, by the places that the server would name. */
export type ReadPlan = { ok: true; plan: PlanPartInput } | { ok: false; problems: FieldProblem[] };

/** Collects problems while fields are read, so that one pass names all of them. */
class Fields {
  readonly problems: FieldProblem[] = [];

  constructor(private readonly reader: Reader) {}

  amount(text: string, currency: string, path: Path): string {
    const amount = this.take(text, path, () => this.reader.amount(text, currency, path));
    return amount === undefined ? '' : toDecimal(amount, currency as CurrencyCode);
  }

  day(text: string, path: Path): string {
    return this.take(text, path, () => this.reader.day(text, path)) ?? '';
  }

  /** A whole number; 0 and beyond are for the server to judge, with its repairs. */
  count(text: string, path: Path): number {
    if (text.trim() === '') return this.missing(path, 0);
    if (!/^\d{1,6}$/.test(text.trim())) return this.refused(path, 'count-invalid', 0);
    return Number(text.trim());
  }

  private take<T>(text: string, path: Path, read: () => Result<T>): T | undefined {
    if (text.trim() === '') return this.missing<T | undefined>(path, undefined);
    const result = read();
    if (result.ok) return result.value;
    for (const { code, message, params = {} } of result.problems) {
      this.problems.push({ path: path.join('.'), code, message, params: { ...params } });
    }
    return undefined;
  }

  private missing<T>(path: Path, instead: T): T {
    return this.refused(path, 'required', instead);
  }

  private refused<T>(path: Path, code: string, instead: T): T {
    this.problems.push({ path: path.join('.'), code, message: '', params: {} });
    return instead;
  }
}

const conventionOf = ({ convention, period, kind }: PlanDraft) =>
  convention === '' || (kind !== 'single' && period === 'month-end') ? {} : { convention };

const hasMonthEnds = ({ period }: PlanDraft) => period !== 'weekly' && period !== 'biweekly' && period !== 'month-end';

/** Of a one-off there is nothing to count: it is paid or it is not. */
const alreadyPaidOf = ({ kind, alreadyPaid }: PlanDraft, fields: Fields) => {
  if (alreadyPaid.trim() === '') return {};
  if (kind === 'single') return alreadyPaid.trim() === '0' ? {} : { alreadyPaid: 1 };
  return { alreadyPaid: fields.count(alreadyPaid, ['alreadyPaid']) };
};

const rowOf = (row: ManualRowDraft, index: number, currency: string, fields: Fields) => ({
  amount: fields.amount(row.amount, currency, ['instalments', index, 'amount']),
  date: fields.day(row.date, ['instalments', index, 'date']),
  ...(row.pinned && { pinned: true }),
  ...(row.paymentCode.trim() !== '' && { paymentCode: row.paymentCode.trim() }),
  ...(row.note.trim() !== '' && { note: row.note.trim() }),
});

const isBlank = (row: ManualRowDraft) => row.amount.trim() === '' && row.date.trim() === '';

const planOf = (draft: PlanDraft, fields: Fields): PlanPartInput => {
  const { currency } = draft;
  const total = { value: fields.amount(draft.total, currency, ['total']), currency };
  const common = { total, ...conventionOf(draft), ...alreadyPaidOf(draft, fields) };
  switch (draft.kind) {
    case 'single':
      return {
        kind: 'single',
        ...common,
        date: fields.day(draft.date, ['date']),
        ...(draft.pinned && { pinned: true }),
      };
    case 'automatic':
      return {
        kind: 'automatic',
        ...common,
        amount: fields.amount(draft.amount, currency, ['amount']),
        count: fields.count(draft.count, ['count']),
        firstDate: fields.day(draft.firstDate, ['firstDate']),
        period: draft.period,
        // the plan ignores it where the first date is no month's end; weeks and month-end refuse it
        ...(draft.endOfMonth && hasMonthEnds(draft) && { endOfMonth: true }),
      };
    case 'manual': {
      // last rows that (+) opened and nobody filled in are not meant; the others keep their places, by which problems are named
      const rows = draft.rows.slice(0, Math.max(1, draft.rows.findLastIndex((row) => !isBlank(row)) + 1));
      return {
        kind: 'manual',
        ...common,
        period: draft.period,
        instalments: rows.map((row, index) => rowOf(row, index, currency, fields)),
      };
    }
  }
};

/** The typed plan as the server takes it. */
export const readPlan = (draft: PlanDraft, reader: Reader): ReadPlan => {
  const fields = new Fields(reader);
  const plan = planOf(draft, fields);
  return fields.problems.length === 0 ? { ok: true, plan } : { ok: false, problems: fields.problems };
};

/** What of the total no row has yet, negative where the rows exceed it; null while the total cannot be read. */
export const leftToAllocate = (draft: PlanDraft, reader: Reader): MinorUnits | null => {
  const total = reader.amount(draft.total, draft.currency);
  if (!total.ok) return null;
  return draft.rows.reduce((left, row) => {
    const amount = reader.amount(row.amount, draft.currency);
    return (amount.ok ? left - amount.value : left) as MinorUnits;
  }, total.value);
};
