import { sum } from '../money';
import type { CurrencyCode, MinorUnits } from '../money';
import { proposeThird } from '../plan';
import type { ManualRow, PlanInput } from '../plan';
import type { Result } from '../problem';
import { readAmount, readCount, readDay, readFlag } from '../sheet';
import type { Cell, SheetStyle } from '../sheet';
import type { ColumnId } from './columns';
import { cellOf, finding, textOf } from './line';
import type { Finding, ImportCode, ImportLine } from './line';
import { missing } from './texts';
import { readPeriod } from './words';

export interface PlanReading extends SheetStyle {
  readonly currency: CurrencyCode;
  /** The instalments' own codes, as they are checked and stored, by their lines. */
  readonly ownCodes: ReadonlyMap<ImportLine, string>;
}

type Group = readonly [ImportLine, ...ImportLine[]];
type Read<T> = (cell: Cell) => Result<T>;

/** Collects what is wrong while a plan is read, so that every wrong cell is named at once. */
class Reader {
  readonly findings: Finding[] = [];
  constructor(private readonly style: PlanReading) {}

  private read<T>(line: ImportLine, column: ColumnId, read: Read<T>): T | undefined {
    if (textOf(line, column) === '') return undefined;
    const result = read(cellOf(line, column));
    if (result.ok) return result.value;
    this.findings.push(...result.problems.map((problem) => finding(line, column, problem)));
    return undefined;
  }

  /** What must be written; says so where it is not. */
  needed<T>(line: ImportLine, column: ColumnId, value: T | undefined): T | undefined {
    if (value === undefined && textOf(line, column) === '') this.findings.push(missing(line, column));
    return value;
  }

  amount = (line: ImportLine, column: ColumnId): MinorUnits | undefined =>
    this.read(line, column, (cell) => readAmount(cell, this.style, this.style.currency, []));

  day = (line: ImportLine) =>
    this.needed(
      line,
      'date',
      this.read(line, 'date', (cell) => readDay(cell, this.style, [])),
    );

  count = (line: ImportLine, column: ColumnId) => this.read(line, column, (cell) => readCount(cell, []));

  flag = (line: ImportLine) => this.read(line, 'paid', (cell) => readFlag(cell, [])) ?? false;

  period = (line: ImportLine) => this.read(line, 'period', ({ text }) => readPeriod(text));

  refuse(line: ImportLine, column: ColumnId, code: ImportCode, message: string): void {
    this.findings.push(finding(line, column, { code, message }));
  }
}

/**
 * The plan that the lines of one payment say: by hand where they bear a plan number, automatic where a number of instalments or a period is written, else
 * one-off. Null where something is wrong.
 */
export function readPlan(group: Group, style: PlanReading): { plan: PlanInput | null; findings: Finding[] } {
  const reader = new Reader(style);
  const [line] = group;
  const isAutomatic = textOf(line, 'count') !== '' || textOf(line, 'period') !== '';
  const plan = textOf(line, 'group')
    ? manual(group, reader, style)
    : isAutomatic
      ? automatic(line, reader, style)
      : single(line, reader, style);
  return { plan: reader.findings.length > 0 ? null : plan, findings: reader.findings };
}

function single(line: ImportLine, reader: Reader, { currency }: PlanReading): PlanInput | null {
  const amount = reader.amount(line, 'amount');
  const total = reader.amount(line, 'total') ?? amount;
  const date = reader.day(line);
  const count = reader.count(line, 'alreadyPaid');
  const alreadyPaid = reader.flag(line) ? 1 : (count ?? 0);
  reader.needed(line, textOf(line, 'amount') ? 'amount' : 'total', total);
  if (amount !== undefined && total !== amount) {
    const message = 'The instalment is not the total: write the number of instalments and their period, or one amount';
    reader.refuse(line, 'amount', 'amount-without-plan', message);
  }
  return total === undefined || date === undefined ? null : { kind: 'single', currency, total, date, alreadyPaid };
}

function automatic(line: ImportLine, reader: Reader, { currency }: PlanReading): PlanInput | null {
  const read = {
    total: reader.amount(line, 'total'),
    amount: reader.amount(line, 'amount'),
    count: reader.count(line, 'count'),
  };
  const firstDate = reader.day(line);
  const period = reader.needed(line, 'period', reader.period(line));
  const alreadyPaid = reader.count(line, 'alreadyPaid') ?? 0;
  if (reader.flag(line)) {
    reader.refuse(
      line,
      'paid',
      'paid-of-plan',
      'A plan is paid by instalments: write how many of them are already paid',
    );
  }
  const { total, amount, count } = completed(read);
  if (total === undefined || amount === undefined || count === undefined) {
    if (reader.findings.length === 0) {
      const message =
        'Write two of total, amount of the instalment and number of instalments, such that the third is possible';
      reader.refuse(line, 'total', 'plan-incomplete', message);
    }
    return null;
  }
  if (firstDate === undefined || period === undefined) return null;
  return { kind: 'automatic', currency, total, amount, count, firstDate, period, alreadyPaid };
}

/** Two of the three propose the third, as in the form. */
function completed(known: { total?: MinorUnits; amount?: MinorUnits; count?: number }): typeof known {
  const third = proposeThird(known);
  return third ? { ...known, [third.field]: third.value } : known;
}

function manual(group: Group, reader: Reader, style: PlanReading): PlanInput | null {
  const [first] = group;
  const rows = group.map((line) => manualRow(line, reader, style));
  const total = reader.amount(first, 'total');
  const period = reader.period(first);
  const alreadyPaid = paidRows(group, reader);
  if (rows.some((row) => row === null) || reader.findings.length > 0) return null;
  const instalments = rows as ManualRow[];
  return {
    kind: 'manual',
    currency: style.currency,
    total: total ?? sum(instalments.map(({ amount }) => amount)),
    ...(period && { period }),
    instalments,
    alreadyPaid,
  };
}

function manualRow(line: ImportLine, reader: Reader, { ownCodes }: PlanReading): ManualRow | null {
  const amount = reader.needed(line, 'amount', reader.amount(line, 'amount'));
  const date = reader.day(line);
  if (amount === undefined || date === undefined) return null;
  const paymentCode = ownCodes.get(line);
  const note = textOf(line, 'note');
  return { amount, date, ...(paymentCode && { paymentCode }), ...(note && { note }) };
}

/** How many are paid: as the first line says, or those that are marked, which must be the first ones. */
function paidRows(group: Group, reader: Reader): number {
  const [first] = group;
  const said = reader.count(first, 'alreadyPaid');
  const paid = group.map((line) => reader.flag(line));
  const marked = paid.filter(Boolean).length;
  const gap = paid.findIndex((each, index) => each && index >= marked);
  if (gap !== -1) {
    const message = 'Only the first instalments of a plan can be already paid: mark this one later, on its page';
    reader.refuse(group[gap] as ImportLine, 'paid', 'paid-out-of-order', message);
  }
  if (said !== undefined && marked > 0 && said !== marked) {
    reader.refuse(
      first,
      'alreadyPaid',
      'paid-contradicts',
      'More or fewer instalments are marked as paid: correct one of the two',
    );
  }
  return said ?? marked;
}
