import { makeCalendar } from '../../../domain/calendar';
import type { Convention } from '../../../domain/calendar';
import type { Day } from '../../../domain/day';
import { mayHaveMoved } from './closed-day-moves';

/** January 2027: the 9th is a Saturday; Wednesday the 6th is a holiday, and Friday the 15th was closed by decree. */
const calendar = makeCalendar({
  weekend: [6, 7],
  holidays: [{ day: '2027-01-06' as Day, name: 'Epiphany' }],
  added: [{ day: '2027-01-15' as Day, name: 'Strike' }],
});

const moved = (convention: Convention, nominalDate: string, dueDate: string): boolean =>
  mayHaveMoved({ nominalDate: nominalDate as Day, dueDate: dueDate as Day }, convention, calendar);

it.each<[Convention, string, string, boolean, string]>([
  ['following', '2027-01-08', '2027-01-08', false, 'open then and now'],
  ['following', '2027-01-09', '2027-01-11', false, 'moved off the weekend as ever'],
  ['following', '2027-01-15', '2027-01-15', true, 'closed since'],
  ['preceding', '2027-01-17', '2027-01-15', true, 'its own way out is closed since'],
  ['following', '2027-01-13', '2027-01-14', true, 'the holiday that moved it is gone'],
  ['modified-following', '2027-01-13', '2027-01-12', true, 'the same, the other way round'],
  ['preceding', '2027-01-09', '2027-01-11', false, 'made when the convention was following'],
  ['following', '2027-01-09', '2027-01-08', false, 'made when the convention was preceding'],
  ['following', '2027-01-16', '2027-01-15', true, 'made otherwise, but closed since'],
  ['unadjusted', '2027-01-15', '2027-01-15', false, 'asked to stay on a closed day'],
])('%s, %s due %s: %s, %s', (convention, nominalDate, dueDate, expected) => {
  expect(moved(convention, nominalDate, dueDate)).toBe(expected);
});
