import { formatAmount, formatDay, formatMoney, formatWeekday } from './format';

describe('amounts and dates as the office writes them', () => {
  it.each([
    ['el', { value: '1234.56', currency: 'EUR' }, '1.234,56\u00a0€'],
    ['en-GB', { value: '1234.56', currency: 'EUR' }, '€1,234.56'],
    ['el', { value: '90071992547409.91', currency: 'EUR' }, '90.071.992.547.409,91\u00a0€'],
    ['en-GB', { value: '1.234', currency: 'KWD' }, 'KWD\u00a01.234'],
  ])('%s %p is %s', (locale, money, text) => {
    expect(formatMoney(locale, money)).toBe(text);
  });

  it('echo an amount with all its decimals', () => {
    expect(formatAmount('el', '1234.5', 'EUR')).toBe('1.234,50');
  });

  it.each([
    ['el', '31/07/2026'],
    ['en-GB', '31/07/2026'],
    ['de', '31.07.2026'],
  ])('%s writes a day in its order', (locale, text) => {
    expect(formatDay(locale, '2026-07-31')).toBe(text);
  });

  it('names the weekday in the reader’s language, whatever the machine’s zone', () => {
    expect(formatWeekday('en', '2026-07-31')).toBe('Fri');
    expect(formatWeekday('el', '2026-07-31')).toBe('Παρ');
  });
});
