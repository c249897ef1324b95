import { initialLanguage, localeFor } from './language';

describe('the language of the first page', () => {
  it.each([
    ['el', ['en-US'], 'el'],
    [null, ['el-GR', 'en'], 'el'],
    [null, ['de-DE', 'el'], 'el'],
    [null, ['de-DE', 'en-AU', 'el'], 'en'],
    [null, ['de-DE'], 'en'],
    ['xx', ['el'], 'el'],
  ])('stored %j, device %j: %s', (stored, preferred, expected) => {
    expect(initialLanguage(stored, preferred)).toBe(expected);
  });
});

describe('how amounts and dates are written', () => {
  it.each([
    ['en', ['el-GR', 'en-US'], 'en-US'],
    ['en', ['en', 'el-GR'], 'en-GB'],
    ['el', ['en-GB', 'el-CY'], 'el-CY'],
    ['el', ['en-GB'], 'el-GR'],
  ] as const)('%s on a device of %j: as in %s', (language, preferred, expected) => {
    expect(localeFor(language, preferred)).toBe(expected);
  });
});
