import fc from 'fast-check';
import { valueOf } from '../testing/support';
import { plainText } from './cell';
import { readCsv } from './csv';
import { asText, cell, csvLine } from './safe-csv';

describe('cell', () => {
  it.each([
    ['=HYPERLINK("http://example.com")', '"\'=HYPERLINK(""http://example.com"")"'],
    ['+1+1', "'+1+1"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '"\'\t=1"'],
    ['\r=1', '"\'\r=1"'],
    ['-12,50', '-12,50'],
    ['850,00', '850,00'],
    ['Tax; and "more"', '"Tax; and ""more"""'],
    ['two\nlines', '"two\nlines"'],
    ['Παπαδάκη Ελένη', 'Παπαδάκη Ελένη'],
    ['', ''],
  ])('%j is written %j', (value, written) => {
    expect(cell(value)).toBe(written);
  });
});

describe('csvLine', () => {
  it('separates by semicolons and ends as RFC 4180 says', () => {
    expect(csvLine(['a', 'b;c', ''])).toBe('a;"b;c";\r\n');
  });
});

describe('a cell that came from a file and goes back into one', () => {
  const runs = /^[=+\-@\t\r]/;

  it('runs nothing, and is read again as the text that it was', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string().map((each) => `=${each}`),
      fc.constantFrom('+1+1', '@SUM(A1)', '-2+3'),
    );
    fc.assert(
      fc.property(
        text.map((each) => each.trim()).filter((each) => each !== '' && !each.startsWith("'")),
        (value) => {
          const [row] = valueOf(readCsv(csvLine([value, 'end']), ';')).rows;
          const written = row?.cells[0]?.text ?? '';
          expect(runs.test(written) && !/^-?\d+([.,]\d+)?$/.test(written)).toBe(false);
          expect(plainText(written)).toBe(value);
        },
      ),
    );
  });
});

describe('asText', () => {
  it.each([
    ['094259216', '094 259 216'],
    ['123456789012345678901234567890', '123 456 789 012 345 678 901 234 567 890'],
    ['123456789', '123456789'],
    ['RF18539007547034', 'RF18539007547034'],
  ])('%s keeps all its digits in a spreadsheet', (digits, written) => {
    expect(asText(digits)).toBe(written);
  });
});
