import { parseAmount } from './parse-amount';

describe('an amount as its writer types it', () => {
  it.each([
    ['154,32', 'el-GR', 2, '154.32'],
    ['154.32', 'en-GB', 2, '154.32'],
    ['154.32', 'el-GR', 2, '154.32'],
    ['154,32', 'en-GB', 2, '154.32'],
    ['154,32 €', 'el-GR', 2, '154.32'],
    ['€ 154.32', 'en-GB', 2, '154.32'],
    ['EUR 154.32', 'en-GB', 2, '154.32'],
    ['1.234,56', 'el-GR', 2, '1234.56'],
    ['1,234.56', 'en-GB', 2, '1234.56'],
    ['1.234', 'el-GR', 2, '1234.00'],
    ['1,234', 'en-GB', 2, '1234.00'],
    ['1.234.567,8', 'el-GR', 2, '1234567.80'],
    ['12345', 'el-GR', 2, '12345.00'],
    ['12 345,60', 'el-GR', 2, '12345.60'],
    ['1500', 'en-GB', 0, '1500'],
    ['1,234', 'en-GB', 3, '1234.000'],
    ['5.250', 'en-GB', 3, '5.250'],
  ])('%j in %s with %i decimals: %s', (typed, locale, digits, expected) => {
    expect(parseAmount(typed, locale, digits)).toBe(expected);
  });

  it.each([
    ['', 'el-GR', 2],
    ['abc', 'el-GR', 2],
    ['-5', 'el-GR', 2],
    ['1,2,3', 'el-GR', 2],
    ['12,34.56', 'en-GB', 2],
    ['1.23.456', 'el-GR', 2],
    ['154,321', 'el-GR', 2],
    ['154,', 'el-GR', 2],
    ['15.5', 'en-GB', 0],
    ['1e3', 'en-GB', 2],
    ['١٢٣', 'en-GB', 2],
  ])('%j in %s with %i decimals is refused', (typed, locale, digits) => {
    expect(parseAmount(typed, locale, digits)).toBeNull();
  });
});
