import type { OfficeClosedDay, PublicHoliday } from '../../../../contracts/closed-days';
import type { Day } from '../../../../domain/day';
import { yearDays } from './yearDays';

const holiday = (date: string, name: string, source: PublicHoliday['source'] = 'library') =>
  ({ date, name, source, citation: null, movedFrom: null }) as PublicHoliday;
const own = (date: string, name: string, effect: OfficeClosedDay['effect'] = 'add') =>
  ({ documentId: `own${date}`, date, name, effect, reference: 'Decree 1' }) as OfficeClosedDay;

const shown = (holidays: PublicHoliday[], days: OfficeClosedDay[]) =>
  yearDays(holidays, days).map(({ date, name, kind, own: entry }) => [date, name, kind, entry !== null]);

describe('the closed days of a year', () => {
  test('are public holidays and the office’s own, by date', () => {
    expect(shown([holiday('2027-10-28', 'Ochi Day')], [own('2027-05-03', 'Strike')])).toEqual([
      ['2027-05-03', 'Strike', 'added', true],
      ['2027-10-28', 'Ochi Day', 'library', false],
    ]);
  });

  test('say what the office says of a holiday: removed, or decreed where it was expected', () => {
    expect(
      shown(
        [holiday('2027-05-04', 'Labour Day (moved)', 'expected'), holiday('2027-10-28', 'Ochi Day')],
        [own('2027-10-28', 'Open on Ochi Day', 'remove'), own('2027-05-04', 'Labour Day')],
      ),
    ).toEqual([
      ['2027-05-04', 'Labour Day', 'added', true],
      ['2027-10-28', 'Open on Ochi Day', 'removed', true],
    ]);
  });

  test('cite the decree that moved a holiday, and none of the notes by which the shipped list is kept', () => {
    const moved = { ...holiday('2024-05-07', 'Labour Day (moved)', 'correction'), citation: 'Decision 15102' };
    expect(yearDays([{ ...moved, movedFrom: '2024-05-01' as Day }], [])[0]?.reference).toBe('Decision 15102');
    expect(yearDays([moved], [])[0]?.reference).toBeNull();
    const expected = {
      ...holiday('2027-05-04', 'Labour Day (moved)', 'expected'),
      citation: 'a list that others keep',
    };
    expect(yearDays([expected], [])[0]?.reference).toBeNull();
  });
});
