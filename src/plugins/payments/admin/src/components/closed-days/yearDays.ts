import type { OfficeClosedDay, PublicHoliday } from '../../../../contracts/closed-days';

/** What a day of the list is: known by itself, or said by the office. */
export type DayKind = PublicHoliday['source'] | 'added' | 'removed';

/** One day of a year's list. */
export interface YearDay {
  date: string;
  name: string;
  kind: DayKind;
  /** The decree: as the office wrote it down, or of a move that the shipped list knows. */
  reference: string | null;
  movedFrom: string | null;
  /** The office's own entry, where there is one. */
  own: OfficeClosedDay | null;
}

const ofOffice = (own: OfficeClosedDay): YearDay => ({
  date: own.date,
  name: own.name,
  kind: own.effect === 'add' ? 'added' : 'removed',
  reference: own.reference,
  movedFrom: null,
  own,
});

const ofCountry = ({ date, name, source, citation, movedFrom }: PublicHoliday): YearDay => ({
  date,
  name,
  kind: source,
  // what a correction of a rule or an expectation rests on is a note for who keeps the list, not for staff
  reference: source === 'correction' && movedFrom !== null ? citation : null,
  movedFrom,
  own: null,
});

/** Public holidays and the office's own days in one list by date; of a day that both know, what the office says holds. */
export function yearDays(holidays: readonly PublicHoliday[], own: readonly OfficeClosedDay[]): YearDay[] {
  const said = new Set<string>(own.map(({ date }) => date));
  return [...own.map(ofOffice), ...holidays.filter(({ date }) => !said.has(date)).map(ofCountry)].sort((a, b) =>
    a.date.localeCompare(b.date),
  );
}
