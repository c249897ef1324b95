import { addDays, daysBetween, formatDay, formatDistance } from './day';

describe('counting days', () => {
  it.each([
    ['2026-10-22', '2026-10-27', 5],
    ['2026-10-24', '2026-10-26', 2], // The night between them has 25 hours.
    ['2027-03-27', '2027-03-29', 2], // And this one 23.
    ['2028-02-28', '2028-03-01', 2],
    ['2026-12-31', '2026-12-30', -1],
  ])('%s to %s', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(addDays(from, days)).toBe(to);
  });
});

describe('a day in words', () => {
  it.each([
    ['2026-10-27', 'en-GB', 'Tue 27 Oct'],
    ['2027-01-29', 'en-GB', 'Fri 29 Jan 2027'],
    ['2026-10-27', 'en-US', 'Tue, Oct 27'],
    ['2026-10-27', 'el-GR', 'Τρί 27 Οκτ'],
    ['2027-01-29', 'el-GR', 'Παρ 29 Ιαν 2027'],
  ])('%s in %s', (day, locale, expected) => {
    expect(formatDay(day, locale, '2026-10-22')).toBe(expected);
  });

  it.each([
    ['2026-10-22', 'en-GB', 'today'],
    ['2026-10-23', 'en-GB', 'tomorrow'],
    ['2026-10-27', 'en-GB', 'in 5 days'],
    ['2026-10-19', 'el-GR', 'πριν από 3 ημέρες'],
    ['2026-10-27', 'el-GR', 'σε 5 ημέρες'],
    ['2026-11-22', 'en-GB', 'in 31 days'],
    ['2026-11-23', 'en-GB', null],
    ['2026-09-20', 'en-GB', null],
  ])('%s from the 22nd in %s: %s', (day, locale, expected) => {
    expect(formatDistance(day, locale, '2026-10-22')).toBe(expected);
  });
});
