import fc from 'fast-check';
import type { CurrencyCode } from './money';
import { cents, codesOf, day, EUR, problemsOf, valueOf } from './testing/support';
import { formatAmount, formatDay, parseTypedAmount, parseTypedDate } from './typing';

const KWD = 'KWD' as CurrencyCode;
const JPY = 'JPY' as CurrencyCode;

describe('amounts as people type them', () => {
  test.each([
    ['el', '1.234', EUR, 123_400],
    ['el', '1.234,56', EUR, 123_456],
    ['el', '1234,5', EUR, 123_450],
    ['el', '1234', EUR, 123_400],
    ['el', ' 154,32 € ', EUR, 15_432],
    ['el', '€154,32', EUR, 15_432],
    ['el', 'EUR 154,32', EUR, 15_432],
    ['el', '1.234.567,89', EUR, 123_456_789],
    ['el', '0,05', EUR, 5],
    ['el', '0', EUR, 0],
    ['el', '12,345', KWD, 12_345],
    ['el', '1.234', JPY, 1_234],
    ['en', '1,234.56', EUR, 123_456],
    ['en', '1,234', KWD, 1_234_000],
    ['en', '$5', 'USD' as CurrencyCode, 500],
    ['fr', '1 234,56', EUR, 123_456],
    ['fr', '1\u202f234,56', EUR, 123_456],
    ['fr', '1\u00a0234', EUR, 123_400],
    ['de-CH', "1'234.50", EUR, 123_450],
    ['de-CH', '1’234', EUR, 123_400],
  ])('%s %j', (locale, text, currency, expected) => {
    expect(parseTypedAmount(text, locale, currency)).toEqual({ ok: true, value: expected });
  });

  test.each([
    ['el', '12,345', EUR, 'amount-ambiguous'],
    ['el', '1,234,567', EUR, 'amount-ambiguous'],
    ['el', '1,234.56', EUR, 'amount-ambiguous'],
    ['el', '1.23', EUR, 'amount-ambiguous'],
    ['el', '1.2345', EUR, 'amount-ambiguous'],
    ['el', '1234.567', EUR, 'amount-ambiguous'],
    ['el', '12.34.567', EUR, 'amount-ambiguous'],
    ['el', '0.500', EUR, 'amount-ambiguous'],
    ['el', '1 234', EUR, 'amount-ambiguous'],
    ['el', '1,2345', EUR, 'amount-too-precise'],
    ['el', '1,5', JPY, 'amount-too-precise'],
    ['el', '1,234', JPY, 'amount-ambiguous'],
    ['el', '', EUR, 'amount-unreadable'],
    ['el', ',50', EUR, 'amount-unreadable'],
    ['el', '50,', EUR, 'amount-unreadable'],
    ['el', '-5', EUR, 'amount-unreadable'],
    ['el', '5 €€', EUR, 'amount-unreadable'],
    ['el', '5,x', EUR, 'amount-unreadable'],
    ['el', '1,2,3', EUR, 'amount-ambiguous'],
    ['el', '$5', EUR, 'amount-unreadable'],
    ['el', 'πέντε', EUR, 'amount-unreadable'],
    ['el', '1e3', EUR, 'amount-unreadable'],
    ['el', '99999999999999999', EUR, 'amount-out-of-range'],
    ['en', '1.234', EUR, 'amount-ambiguous'],
    ['fr', '1.234', EUR, 'amount-ambiguous'],
  ])('%s %j in %s is never guessed: %s', (locale, text, currency, code) => {
    expect(codesOf(parseTypedAmount(text, locale, currency as CurrencyCode))).toEqual([code]);
  });

  test('a problem shows how it is written here', () => {
    expect(problemsOf(parseTypedAmount('1.23', 'el', EUR, ['total']))).toEqual([
      {
        code: 'amount-ambiguous',
        path: ['total'],
        message: 'This could be several amounts: write it like 1.234,56, or without .',
        params: { example: '1.234,56' },
      },
    ]);
    expect(problemsOf(parseTypedAmount('1.23', 'fr', EUR))[0]).toMatchObject({
      path: [],
      message: 'This could be several amounts: write it like 1 234,56, or without spaces',
    });
    expect(problemsOf(parseTypedAmount('x', 'el', EUR, ['a']))[0]).toMatchObject({
      path: ['a'],
      message: 'This is no amount: write it like 1.234,56',
      params: { example: '1.234,56' },
    });
    expect(problemsOf(parseTypedAmount('12,345', 'el', EUR, ['a']))[0]).toMatchObject({
      path: ['a'],
      message: expect.stringContaining('thousands or decimals'),
      params: { decimals: 2 },
    });
    expect(problemsOf(parseTypedAmount('1,2345', 'el', EUR, ['a']))[0]).toMatchObject({
      path: ['a'],
      message: 'The currency has 2 decimals: write no more than that',
      params: { decimals: 2 },
    });
  });

  test.each([
    ['el', 123_456, EUR, '1.234,56 €'],
    ['en', 123_456, EUR, '€1,234.56'],
    ['en', 1_234_567, KWD, 'KWD 1,234.567'],
    ['en', 1_234, 'IQD' as CurrencyCode, 'IQD 1.234'],
    ['el', Number.MAX_SAFE_INTEGER, EUR, '90.071.992.547.409,91 €'],
  ])('%s echoes %i in full', (locale, amount, currency, expected) => {
    expect(formatAmount(cents(amount), currency, locale).replace(/\s/g, ' ')).toBe(expected);
  });

  test('what is echoed can be typed again', () => {
    const locale = fc.constantFrom('el', 'en', 'de', 'fr', 'de-CH');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), locale, (amount, language) => {
        expect(valueOf(parseTypedAmount(formatAmount(cents(amount), EUR, language), language, EUR))).toBe(amount);
      }),
    );
  });
});

describe('dates as people type them', () => {
  const today = day('2026-10-20');

  test.each([
    ['el', '31/1/27', '2027-01-31'],
    ['el', '31/01/2027', '2027-01-31'],
    ['el', '31.1.2027', '2027-01-31'],
    ['el', '31-1-27', '2027-01-31'],
    ['el', '31 1 2027', '2027-01-31'],
    ['el', '31  1  2027', '2027-01-31'],
    ['el', ' 31 / 1 / 2027 ', '2027-01-31'],
    ['el', '2027-01-31', '2027-01-31'],
    ['el', '2027-1-31', '2027-01-31'],
    ['en-US', '1/31/27', '2027-01-31'],
    ['en-GB', '31/1/27', '2027-01-31'],
    ['ja', '2027/1/31', '2027-01-31'],
    ['el', '1/1/76', '2076-01-01'],
    ['el', '1/1/77', '1977-01-01'],
    ['el', '29/2/28', '2028-02-29'],
  ])('%s %j is %s', (locale, text, expected) => {
    expect(parseTypedDate(text, locale, today)).toEqual({ ok: true, value: expected });
  });

  test('a year of two digits is the one less than fifty years away', () => {
    expect(valueOf(parseTypedDate('1/1/20', 'el', day('2080-01-01')))).toBe('2120-01-01');
    expect(valueOf(parseTypedDate('1/1/30', 'el', day('2080-01-01')))).toBe('2130-01-01');
    expect(valueOf(parseTypedDate('1/1/31', 'el', day('2080-01-01')))).toBe('2031-01-01');
    expect(valueOf(parseTypedDate('1/1/80', 'el', day('2080-01-01')))).toBe('2080-01-01');
  });

  test.each([
    ['el', '31/02/2027', 'date-impossible'],
    ['el', '1/13/2027', 'date-impossible'],
    ['el', '0/1/2027', 'date-impossible'],
    ['en-US', '31/1/27', 'date-impossible'],
    ['el', '2027-02-31', 'date-impossible'],
    ['el', '31/1', 'date-incomplete'],
    ['el', '31/1/7', 'date-unreadable'],
    ['el', '31/1/027', 'date-unreadable'],
    ['el', '311/1/2027', 'date-unreadable'],
    ['el', '2027/1/31', 'date-unreadable'],
    ['ja', '31/1/2027', 'date-unreadable'],
    ['el', '31/1-27', 'date-unreadable'],
    ['el', '310127', 'date-unreadable'],
    ['el', '12027-01-31', 'date-unreadable'],
    ['el', '2027-01-311', 'date-unreadable'],
    ['el', 'αύριο', 'date-unreadable'],
    ['el', '', 'date-unreadable'],
    ['el', '1/1/1969', 'day-out-of-range'],
    ['el', '1/1/2200', 'day-out-of-range'],
  ])('%s %j is never guessed: %s', (locale, text, code) => {
    expect(codesOf(parseTypedDate(text, locale, today))).toEqual([code]);
  });

  test('a problem shows how it is written here', () => {
    expect(problemsOf(parseTypedDate('31/1', 'el', today, ['date']))).toEqual([
      {
        code: 'date-incomplete',
        path: ['date'],
        message: 'The year is missing: write the date like 31/01/2027',
        params: { example: '31/01/2027' },
      },
    ]);
    expect(problemsOf(parseTypedDate('x', 'en-US', today, ['date']))).toEqual([
      {
        code: 'date-unreadable',
        path: ['date'],
        message: 'This is no date: write it like 01/31/2027',
        params: { example: '01/31/2027' },
      },
    ]);
    expect(problemsOf(parseTypedDate('31/2/27', 'el', today, ['date']))[0]).toMatchObject({
      path: ['date'],
      message: expect.stringContaining('no such day'),
    });
    expect(problemsOf(parseTypedDate('1/1/2200', 'el', today, ['date']))[0]?.path).toEqual(['date']);
    expect(problemsOf(parseTypedDate('x', 'ja', today))[0]).toMatchObject({
      path: [],
      params: { example: '2027/01/31' },
    });
  });

  test.each([
    ['el', 'Κυριακή 31 Ιανουαρίου 2027'],
    ['en-GB', 'Sunday 31 January 2027'],
  ])('%s echoes the day in full', (locale, expected) => {
    expect(formatDay(day('2027-01-31'), locale).replace(/,/g, '')).toBe(expected);
  });
});
