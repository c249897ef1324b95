import type { BusinessCalendar, Convention } from '../calendar';
import type { Day } from '../day';
import type { InstalmentRow } from '../payment-state';
import { placeTypedDate } from '../plan/single';
import { dateWarnings } from '../plan/warnings';
import { refuse } from '../problem';
import type { Path, Result } from '../problem';
import { edited, openRow, replaceRow } from './rows';
import type { Edited } from './rows';

export interface DateContext {
  calendar: BusinessCalendar;
  convention: Convention;
  /** With it, a date that has passed is warned of. */
  today?: Day;
}

export interface NewDate {
  /** Nominal; else the nominal date stays as it is. */
  date?: Day;
  /** Keep the date even if it is closed. */
  pinned?: boolean;
}

const PATH: Path = ['dueDate'];

/** Moves one instalment: the date that staff typed is nominal and gets the convention, unless it is pinned. */
export function changeDueDate<Row extends InstalmentRow>(
  rows: ReadonlyArray<Row>,
  number: number,
  { date, pinned = false }: NewDate,
  { calendar, convention, today }: DateContext,
): Result<Edited<Row>> {
  const found = openRow(rows, number, PATH);
  if (!found.ok) return found;
  const row = found.value;
  if (row.paid > 0) {
    const message = `Instalment ${number} is paid in part and keeps its date: undo that payment first`;
    return refuse({ code: 'instalment-part-paid', path: PATH, message, params: { number } });
  }
  const placed = placeTypedDate(date ?? row.nominalDate, pinned, convention, calendar, PATH);
  if (!placed.ok) return placed;
  const moved: Row = { ...row, ...placed.value };
  return edited(replaceRow(rows, moved), PATH, dateWarnings(moved, PATH, calendar, today));
}
