import fc from 'fast-check';
import fixture from '../../../../tests/fixtures/money-split.json';
import { CURRENCIES } from './currencies';
import { exponentOf, isCurrency, minor, parseDecimal, sum, toDecimal, toEnglish, wholeTimes } from './money';
import type { CurrencyCode } from './money';
import { cents, codesOf, EUR, problemsOf, valueOf } from './testing/support';

const KWD = 'KWD' as CurrencyCode;
const JPY = 'JPY' as CurrencyCode;
const CLF = 'CLF' as CurrencyCode;
const MOST = Number.MAX_SAFE_INTEGER;

describe('currencies', () => {
  /** Everyday use has one decimal (fifths); the standard has two. */
  const EVERYDAY = ['MGA', 'MRU'];

  test('have the exponents of ISO 4217', () => {
    const others = Object.entries(fixture.minor_digits_iso4217_dinero).filter(([code]) => !EVERYDAY.includes(code));
    expect(others.map(([code]) => [code, exponentOf(code as CurrencyCode)])).toEqual(others);
    expect(EVERYDAY.map((code) => exponentOf(code as CurrencyCode))).toEqual([2, 2]);
    expect(CURRENCIES).toHaveLength(others.length + 2);
  });

  test('are listed in alphabetical order', () => {
    expect(CURRENCIES.slice(0, 3)).toEqual(['AED', 'AFN', 'ALL']);
    expect([...CURRENCIES]).toEqual([...CURRENCIES].sort());
  });

  test('are told from what is none', () => {
    expect(['EUR', 'eur', 'XAU', 'DEM', '', 'constructor'].map(isCurrency)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(() => exponentOf('XAU' as CurrencyCode)).toThrow('XAU is not a currency of ISO 4217');
  });
});

describe('minor units', () => {
  test('are exact or refused', () => {
    expect(minor(MOST)).toBe(MOST);
    expect(Object.is(minor(-0), 0)).toBe(true);
    for (const value of [MOST + 1, 0.5, NaN, Infinity]) expect(() => minor(value)).toThrow(RangeError);
    expect(() => minor(0.5)).toThrow('0.5 is not an exact amount of minor units');
  });

  test('add up exactly or not at all', () => {
    expect(sum([])).toBe(0);
    expect(sum([cents(1), cents(-3), cents(5)])).toBe(3);
    expect(() => sum([cents(MOST), cents(1)])).toThrow(RangeError);
  });

  test('divide exactly where a float would round up', () => {
    expect(wholeTimes(MOST, 2)).toBe(4_503_599_627_370_495);
    expect(wholeTimes(7, 2)).toBe(3);
  });
});

describe('amounts on the wire', () => {
  test.each([
    ['123.45', EUR, 12_345],
    ['123', EUR, 12_300],
    ['123.4', EUR, 12_340],
    ['0.01', EUR, 1],
    ['0', EUR, 0],
    ['-1.50', EUR, -150],
    ['-0.00', EUR, 0],
    ['1.234', KWD, 1_234],
    ['1500', JPY, 1_500],
    ['1.2345', CLF, 12_345],
    ['90071992547409.91', EUR, MOST],
  ])('%s %s is %i', (text, currency, expected) => {
    expect(parseDecimal(text, currency)).toEqual({ ok: true, value: expected });
  });

  test.each([
    ['', 'amount-format'],
    ['1,5', 'amount-format'],
    ['1 000.00', 'amount-format'],
    ['01.00', 'amount-format'],
    ['.5', 'amount-format'],
    ['5.', 'amount-format'],
    ['1e3', 'amount-format'],
    ['+1', 'amount-format'],
    ['１', 'amount-format'],
    ['1.00\n', 'amount-format'],
    ['1.234', 'amount-too-precise'],
    ['90071992547409.92', 'amount-out-of-range'],
  ])('%j in EUR is refused: %s', (text, code) => {
    expect(codesOf(parseDecimal(text, EUR))).toEqual([code]);
  });

  test('a problem names its place and what to do', () => {
    expect(problemsOf(parseDecimal('1.5', JPY, ['total', 'value']))).toEqual([
      {
        code: 'amount-too-precise',
        path: ['total', 'value'],
        message: 'JPY has 0 decimals: write no more than that',
        params: { currency: 'JPY', decimals: 0 },
      },
    ]);
    expect(problemsOf(parseDecimal('x', EUR))[0]).toMatchObject({
      path: [],
      message: expect.stringContaining('123.45'),
    });
    expect(problemsOf(parseDecimal('1', 'XAU' as CurrencyCode, ['total']))).toEqual([
      {
        code: 'currency-unknown',
        path: ['total'],
        message: 'XAU is not a currency of ISO 4217',
        params: { currency: 'XAU' },
      },
    ]);
    expect(problemsOf(parseDecimal('90071992547409.92', EUR, ['a']))[0]).toMatchObject({
      path: ['a'],
      message: expect.stringContaining('smaller'),
    });
  });

  test.each([
    [12_345, EUR, '123.45'],
    [5, EUR, '0.05'],
    [-5, EUR, '-0.05'],
    [0, EUR, '0.00'],
    [1_500, JPY, '1500'],
    [7, KWD, '0.007'],
    [MOST, EUR, '90071992547409.91'],
  ])('%i %s is written %s', (amount, currency, expected) => {
    expect(toDecimal(cents(amount), currency)).toBe(expected);
    expect(toDecimal(BigInt(amount), currency)).toBe(expected);
  });

  test('written and read again they are the same, in every currency', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...CURRENCIES), (amount, currency) => {
        expect(valueOf(parseDecimal(toDecimal(cents(amount), currency), currency))).toBe(amount);
      }),
    );
  });

  test.each([
    [200_000, EUR, '2,000.00'],
    [123_456_789_012, EUR, '1,234,567,890.12'],
    [99, EUR, '0.99'],
    [1_234_567, KWD, '1,234.567'],
    [-100_000, EUR, '-1,000.00'],
    [1_500, JPY, '1,500'],
  ])('messages write %i %s as %s', (amount, currency, expected) => {
    expect(toEnglish(cents(amount), currency)).toBe(expected);
  });
});
