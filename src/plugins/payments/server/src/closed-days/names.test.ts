import { fromEpochDay } from '../../../domain/day';
import type { Day } from '../../../domain/day';
import { holidaysOf } from './holidays';
import { holidayNames } from './names';

const greek = { country: 'GR', language: 'el' };
const day = (value: string) => value as Day;

test('a public holiday is named in the reader’s language', () => {
  const inEnglish = holidayNames(greek, 'en');
  expect(inEnglish('Επέτειος του Όχι', day('2026-10-28'))).toBe('National Holiday');
  expect(holidayNames({ ...greek, language: 'en' }, 'el')('National Holiday', day('2026-10-28'))).toBe(
    'Επέτειος του Όχι',
  );
});

test('one that moves each year, and one of the corrections, are found by any day near them', () => {
  const inEnglish = holidayNames(greek, 'en');
  const inGreek = holidayNames({ ...greek, language: 'en' }, 'el');
  for (const near of ['2027-03-15', '2027-01-02', '2026-12-31'].map(day)) {
    const name = inEnglish('Καθαρά Δευτέρα', near);
    expect(name).not.toMatch(/\p{Script=Greek}/u);
    expect(inGreek(name, near)).toBe('Καθαρά Δευτέρα');
  }
});

test('a name of the office’s own, and one in the reader’s language already, stay as they are', () => {
  const inEnglish = holidayNames(greek, 'en');
  expect(inEnglish('Απεργία εφοριών', day('2026-10-28'))).toBe('Απεργία εφοριών');
  expect(inEnglish('National Holiday', day('2026-10-28'))).toBe('National Holiday');
});

test('an office that changed its own language has the older names told right', () => {
  expect(holidayNames({ ...greek, language: 'en' }, 'en')('Επέτειος του Όχι', day('2026-10-28'))).toBe(
    'National Holiday',
  );
});

test('of two holidays with one name the day itself says which is meant', () => {
  const office = { country: 'GR', language: 'en' };
  const names = new Set<string>();
  const inGreek = holidayNames(office, 'el');
  for (const [at, name] of holidaysOf(office).holidays(2026)) names.add(inGreek(name ?? '', fromEpochDay(at)));
  expect([...names].sort()).toEqual(
    [...new Map(holidaysOf({ ...office, language: 'el' }).holidays(2026)).values()].sort(),
  );
});
