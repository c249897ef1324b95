import { formatMoney, fractionOf, isNothing } from './money';

const plain = (text: string): string => text.replace(/\u00a0/g, ' ');

describe('an amount as its reader writes it', () => {
  it.each([
    ['154.32', 'EUR', 'el-GR', '154,32 €'],
    ['154.32', 'EUR', 'en-GB', '€154.32'],
    ['1234567.80', 'EUR', 'el-GR', '1.234.567,80 €'],
    ['1500', 'JPY', 'en-GB', 'JP¥1,500'],
    ['1.234', 'KWD', 'en-GB', 'KWD 1.234'],
    ['0.00', 'EUR', 'el-GR', '0,00 €'],
    ['-12.50', 'EUR', 'en-GB', '-€12.50'],
  ])('%s %s in %s', (value, currency, locale, expected) => {
    expect(plain(formatMoney({ value, currency }, locale))).toBe(expected);
  });

  it('loses no cent of the largest amount', () => {
    const largest = { value: '90071992547409.91', currency: 'EUR' };
    expect(formatMoney(largest, 'en-GB')).toBe('€90,071,992,547,409.91');
  });

  it("shows the value's decimals where Intl knows others", () => {
    // ISO 4217 gives the Iraqi dinar three, Intl none.
    expect(plain(formatMoney({ value: '5.250', currency: 'IQD' }, 'en-GB'))).toBe('IQD 5.250');
  });
});

const eur = (value: string) => ({ value, currency: 'EUR' });

describe('how much is paid', () => {
  it.each([
    ['0.00', '100.00', 0],
    ['25.00', '100.00', 0.25],
    ['100.00', '100.00', 1],
    ['120.00', '100.00', 1],
    ['0.00', '0.00', 0],
  ])('%s of %s', (part, whole, expected) => {
    expect(fractionOf(eur(part), eur(whole))).toBe(expected);
  });

  it.each([
    ['0.00', true],
    ['0', true],
    ['0.000', true],
    ['0.01', false],
    ['10.00', false],
    ['100', false],
  ])('%s is nothing: %s', (value, expected) => {
    expect(isNothing(eur(value))).toBe(expected);
  });
});
