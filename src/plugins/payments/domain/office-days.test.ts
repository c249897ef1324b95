import { makeCalendar } from './calendar';
import type { Day } from './day';
import { isWorkingDay, nextWorkingDay } from './office-days';

const day = (value: string) => value as Day;
const calendar = makeCalendar({ weekend: [6, 7], holidays: [{ day: day('2026-10-28'), name: 'Ochi Day' }] });
const away = [{ startDate: day('2026-11-04'), endDate: day('2026-11-06') }];

test.each([
  ['2026-10-27', true, '2026-10-29'], // a holiday between
  ['2026-10-28', false, '2026-10-29'],
  ['2026-10-30', true, '2026-11-02'], // a weekend between
  ['2026-11-03', true, '2026-11-09'], // the office is away from Wednesday to Friday
  ['2026-11-04', false, '2026-11-09'],
  ['2026-11-06', false, '2026-11-09'],
  ['2026-11-07', false, '2026-11-09'],
  ['2199-12-31', true, '2199-12-31'],
])('%s is a working day: %s, and the next is %s', (value, working, next) => {
  expect(isWorkingDay(day(value), calendar, away)).toBe(working);
  expect(nextWorkingDay(day(value), calendar, away)).toBe(next);
});
