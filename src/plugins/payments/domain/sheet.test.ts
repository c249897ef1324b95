import fc from 'fast-check';
import { decodeText, plainNumber, plainText, readAmount, readCount, readCsv, readDay, readFlag } from './sheet';
import { readSheetCode, readTaxNumber, spreadsheetDamage, taxNumberKey, writeCsv } from './sheet';
import type { Separator } from './sheet';
import { codesOf, day, EUR, problemsOf, valueOf } from './testing/support';

const texts = (text: string) => valueOf(readCsv(text)).rows.map(({ cells }) => cells.map((cell) => cell.text));
const bytes = (text: string) => new TextEncoder().encode(text);

/** Every character of Windows-1253 with its byte, by the decoder that is under test in one direction only. */
const greekBytes = new Map(
  Array.from(
    { length: 256 },
    (_, byte) => [new TextDecoder('windows-1253').decode(Uint8Array.of(byte)), byte] as const,
  ).filter(([character]) => character !== '\uFFFD' && !/\p{Cc}/u.test(character)),
);

describe('comma-separated values', () => {
  test.each<[string, string, string[][]]>([
    [
      'semicolons',
      'a;b\r\n1;2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'commas',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'tabs, as pasted from a spreadsheet',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'decimal commas beside semicolons',
      'name;sum\nA;1,50',
      [
        ['name', 'sum'],
        ['A', '1,50'],
      ],
    ],
    ['the separator that Excel names', 'sep=;\r\na,b;c\r\n', [['a,b', 'c']]],
    ['quoted separators, quotes and lines', '"a;b";"say ""x""";"two\r\nlines"', [['a;b', 'say "x"', 'two\r\nlines']]],
    ['a quotation mark within a cell', 'size;5" pipe', [['size', '5" pipe']]],
    [
      'empty cells and lines',
      'a;;\r\n;;\r\n\r\nb;c;',
      [
        ['a', '', ''],
        ['b', 'c', ''],
      ],
    ],
    [
      'old line ends',
      'a;b\r1;2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  test('lines are counted as an editor counts them', () => {
    const { rows } = valueOf(readCsv('a;b\r\n"two\r\nlines";1\r\n\r\nlast;2'));
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  test('a quotation mark that is never closed is named by its line', () => {
    expect(problemsOf(readCsv('a;b\nc;"d\ne;f'))[0]).toMatchObject({ code: 'csv-quote', params: { line: 2 } });
  });

  test('what is written is read again, whatever it holds', () => {
    const cells = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 6 }), { maxLength: 8 });
    fc.assert(
      fc.property(cells, fc.constantFrom<Separator>(';', ',', '\t'), (rows, separator) => {
        const read = valueOf(readCsv(writeCsv(rows, separator), separator)).rows;
        const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
        expect(read.map((row) => row.cells.map((cell) => cell.text))).toEqual(filled);
      }),
    );
  });
});

describe('the text of a file', () => {
  test.each([
    ['UTF-8', bytes('Παπαδάκη;1'), 'utf-8', 'Παπαδάκη;1'],
    ['UTF-8 with its mark', bytes('\uFEFFΠαπαδάκη'), 'utf-8', 'Παπαδάκη'],
    ['Windows-1253', Uint8Array.of(0xd0, 0xe1, 0xf0, 0xdc), 'windows-1253', 'Παπά'],
    ['UTF-16, as “Unicode text” is saved', Uint8Array.of(0xff, 0xfe, 0xb1, 0x03), 'utf-16le', 'α'],
    ['nothing', new Uint8Array(0), 'utf-8', ''],
  ])('%s', (_, file, encoding, text) => {
    expect(decodeText(file)).toEqual({ ok: true, value: { text, encoding } });
  });

  test.each([
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0)],
    ['an old Excel file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0)],
  ])('%s is none', (_, file) => {
    expect(codesOf(decodeText(file))).toEqual(['file-encoding']);
  });

  test('Greek text of Windows-1253 is read as it was written', () => {
    const greek = fc.array(fc.constantFrom(...[...greekBytes.keys()].filter((each) => /[Ά-ώ]/u.test(each))), {
      minLength: 1,
    });
    const plain = fc.array(fc.constantFrom(...greekBytes.keys()));
    fc.assert(
      fc.property(plain, greek, plain, (before, within, after) => {
        const text = [...before, ...within, ...after];
        const file = Uint8Array.from(text, (each) => greekBytes.get(each) as number);
        const decoded = valueOf(decodeText(file));
        // The rare bytes that are valid UTF-8 as well are that: no Greek word is.
        if (decoded.encoding === 'windows-1253') expect(decoded.text).toBe(text.join(''));
        else expect(bytes(decoded.text)).toEqual(file);
      }),
    );
  });

  test.each(['Άννα', 'ΏΡΑ', 'Οφειλέτης;ΑΦΜ;Ποσό', 'Ένας τίτλος με τόνους και τελικό σίγμα ς'])(
    '%s is no UTF-8 by chance',
    (text) => {
      const file = Uint8Array.from(text, (each) => greekBytes.get(each) as number);
      expect(decodeText(file)).toEqual({ ok: true, value: { text, encoding: 'windows-1253' } });
    },
  );
});

describe('numbers that a spreadsheet damaged', () => {
  test.each([
    ['9,42592E+29', 'sheet-shortened'],
    ['9.42592e29', 'sheet-shortened'],
    ['1E+05', 'sheet-shortened'],
    ['942592160000000100000000000000', null],
    ['942592161234567000000000000000', 'sheet-zeros'],
    ['942592161 234567000 000000000000', 'sheet-zeros'],
    ['094259216000000001000000000002', null],
    ['RF98911565990000000012345', null],
    ['94259216', null],
  ])('%s: %s', (text, code) => {
    expect(spreadsheetDamage(text)?.code ?? null).toBe(code);
  });
});

describe('tax numbers of files', () => {
  test.each([
    ['094259216', '094259216'],
    [' 094 259 216 ', '094259216'],
    ['EL094259216', '094259216'],
    ['DE 123456789', 'DE 123456789'],
  ])('%j is %s', (text, expected) => {
    expect(readTaxNumber(text, 'GR')).toEqual({ ok: true, value: expected });
  });

  test.each([
    ['94259216', 'tax-number-zero', '094259216'],
    ['90000045', 'tax-number-zero', '090000045'],
    ['9425921', 'tax-number-length', undefined],
    ['123456781', 'tax-number-check', undefined],
    ['0942592160', 'tax-number-length', undefined],
    ['9,4259E+07', 'sheet-shortened', undefined],
  ])('%s is refused as %s, with the proposal %s', (text, code, proposal) => {
    const [problem] = problemsOf(readTaxNumber(text, 'GR', ['taxNumber']));
    expect([problem?.code, problem?.proposal, problem?.path]).toEqual([code, proposal, ['taxNumber']]);
  });

  test('another country’s are taken as they are', () => {
    expect(readTaxNumber('1234567', 'CY')).toEqual({ ok: true, value: '1234567' });
  });

  test('two spellings of one are the same', () => {
    expect(new Set(['094259216', 'EL 094259216', 'gr094.259.216', '094-259-216'].map(taxNumberKey)).size).toBe(1);
  });

  test('no number that passes is ever changed, none that fails is let through', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{5,10}$/), (digits) => {
        const read = readTaxNumber(digits, 'GR');
        if (read.ok) expect(read.value).toBe(digits);
      }),
    );
  });
});

describe('payment codes of files', () => {
  const FULL = '094259216123456789123456789012';

  test('pass by the scheme’s own rule', () => {
    expect(valueOf(readSheetCode('094259216 123456789 123456789012', 'gr-tax')).value).toBe(FULL);
  });

  test('a lost first zero is proposed, and nothing but zeros is', () => {
    expect(problemsOf(readSheetCode(FULL.slice(1), 'gr-tax'))[0]).toMatchObject({
      code: 'code-length',
      proposal: FULL,
    });
    expect(problemsOf(readSheetCode(FULL.slice(0, -1), 'gr-tax'))[0]?.proposal).toBeUndefined();
    expect(problemsOf(readSheetCode('RF9891156599000000001234', 'gr-rf'))[0]).toMatchObject({ code: 'code-length' });
  });

  test('what was shortened is refused under every scheme', () => {
    expect(codesOf(readSheetCode('9,42592E+29', 'free'))).toEqual(['sheet-shortened']);
  });
});

describe('the cells of a spreadsheet', () => {
  const STYLE = { locale: 'el', today: day('2026-11-25') };

  test.each([
    ['1234.5', '1234.5'],
    ['0.30000000000000004', '0.3'],
    ['1234.5599999999999', '1234.56'],
    ['94259216', '94259216'],
    ['1E+3', '1000'],
    ['9.42592E+29', null],
    ['nothing', null],
  ])('the number %s is %s', (raw, expected) => {
    expect(plainNumber(raw)).toBe(expected);
  });

  test('texts are read by the locale, numbers and dates by themselves', () => {
    expect(valueOf(readAmount({ text: '1.234,56' }, STYLE, EUR, []))).toBe(123_456);
    expect(valueOf(readAmount({ text: '1234.56', isNumber: true }, STYLE, EUR, []))).toBe(123_456);
    expect(codesOf(readAmount({ text: '1234.56' }, STYLE, EUR, []))).toEqual(['amount-ambiguous']);
    expect(codesOf(readAmount({ text: '-5', isNumber: true }, STYLE, EUR, []))).toEqual(['amount-not-positive']);
    expect(valueOf(readDay({ text: '31/1/27' }, STYLE, []))).toBe('2027-01-31');
    expect(valueOf(readDay({ text: '2027-01-31', day: day('2027-01-31') }, STYLE, []))).toBe('2027-01-31');
    expect(codesOf(readDay({ text: '46387', isNumber: true }, STYLE, []))).toEqual(['date-unreadable']);
    expect(valueOf(readCount({ text: ' 12 ' }, []))).toBe(12);
    expect(codesOf(readCount({ text: '1,5' }, []))).toEqual(['count-unreadable']);
    expect(['ναι', 'X', 'όχι', ''].map((text) => valueOf(readFlag({ text }, [])))).toEqual([true, true, false, false]);
    expect(codesOf(readFlag({ text: 'maybe' }, []))).toEqual(['flag-unreadable']);
  });

  test('the mark for text is taken off, and only where a formula would begin', () => {
    expect(["'=1+1", "'+30 210", "'Neil", ' Anna '].map(plainText)).toEqual(['=1+1', '+30 210', "'Neil", 'Anna']);
  });
});
