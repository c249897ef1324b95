import type { BusinessCalendar } from '../calendar';
import { fromEpochDay, toEpochDay } from '../day';
import type { Day } from '../day';
import type { Path, Problem } from '../problem';
import type { PlanContext, PlanInput, PlannedInstalment } from './types';

/** What a row with a date can be warned of, whether it is planned or stored. */
export interface DatedRow {
  nominalDate: Day;
  dueDate: Day;
  pinned: boolean;
}

type Warn = (warning: Omit<Problem, 'path'>) => void;

/** What does not stop a plan but staff should see before they save it. */
export function planWarnings(
  input: PlanInput,
  instalments: ReadonlyArray<PlannedInstalment>,
  { calendar, today }: PlanContext,
): Problem[] {
  const warnings: Problem[] = [];
  let index = 0;
  const warn: Warn = (warning) => warnings.push({ ...warning, path: pathOf(input, index) });
  for (; index < instalments.length; index += 1) {
    const instalment = instalments[index] as PlannedInstalment;
    if (!instalment.paid) warnOfDate(instalment, calendar, today, warn);
    warnOfOrder(instalment, instalments[index - 1], warn);
  }
  warnings.push(...lunarWarning(instalments, calendar));
  return warnings;
}

function pathOf(input: PlanInput, index: number): Path {
  if (input.kind === 'single') return ['date'];
  return ['instalments', index, input.kind === 'manual' ? 'date' : 'dueDate'];
}

function warnOfOrder(
  { number, nominalDate }: PlannedInstalment,
  before: PlannedInstalment | undefined,
  warn: Warn,
): void {
  if (before === undefined || nominalDate >= before.nominalDate) return;
  const message = `Instalment ${number} is due before instalment ${before.number}: check the order`;
  warn({ code: 'dates-out-of-order', message, params: { number } });
}

/** The warnings that one date deserves by itself. */
export function dateWarnings(row: DatedRow, path: Path, calendar: BusinessCalendar, today?: Day): Problem[] {
  const warnings: Problem[] = [];
  warnOfDate(row, calendar, today, (warning) => warnings.push({ ...warning, path }));
  return warnings;
}

function warnOfDate(
  { dueDate, pinned }: DatedRow,
  calendar: BusinessCalendar,
  today: Day | undefined,
  warn: Warn,
): void {
  const due = toEpochDay(dueDate);
  const closed = pinned ? calendar.closed(due) : null;
  if (closed) {
    const message = `${dueDate} is closed (${closed.name ?? closed.kind}) and is kept: make sure that it can be paid by then`;
    warn({ code: 'due-on-closed-day', message, params: { day: dueDate, kind: closed.kind, name: closed.name ?? '' } });
  }
  const expected = calendar.expected(due);
  if (expected !== null) {
    const message = `${dueDate} is expected to become a holiday (${expected}): the date moves only once it is decreed`;
    warn({ code: 'due-on-expected-day', message, params: { day: dueDate, name: expected } });
  }
  if (today !== undefined && dueDate < today) {
    const message = `${dueDate} has passed: check the date, or mark the instalment as already paid`;
    warn({ code: 'due-in-the-past', message, params: { day: dueDate } });
  }
}

/** One warning, for the first date that lies beyond what is known of holidays that follow the moon. */
export function lunarWarning(rows: ReadonlyArray<DatedRow>, { knownUntil }: BusinessCalendar): Problem[] {
  if (knownUntil === null) return [];
  const until = fromEpochDay(knownUntil);
  const index = rows.findIndex(({ nominalDate, dueDate }) => nominalDate > until || dueDate > until);
  if (index === -1) return [];
  const message = `Holidays that follow the moon are known until ${until}: enter the later ones as closed days`;
  return [{ code: 'lunar-data-ends', path: ['instalments', index, 'dueDate'], message, params: { until } }];
}
