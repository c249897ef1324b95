import fc from 'fast-check';
import { codesOf, problemsOf, valueOf, moreRuns } from '../testing/support';
import { checkPaymentCode, detectScheme, isAfm, SCHEME_IDS, wrongCustomer } from '.';
import type { SchemeId } from '.';

const RF = 'RF18539007547034';
const GR_RF = 'RF98911565990000000012345';
const AFM = '094259216';
const GR_TAX = `${AFM}123456789000000000012`;

const valid = (value: string, scheme: SchemeId) => checkPaymentCode(value, scheme).ok;

describe('payment codes', () => {
  test.each<[SchemeId, string, { value: string; display: string; parts: string[] }]>([
    ['free', '  A  12\t3\n', { value: 'A 12 3', display: 'A 12 3', parts: ['A 12 3'] }],
    ['rf', 'rf18 5390-0754 7034', { value: RF, display: 'RF18 5390 0754 7034', parts: [RF] }],
    ['rf', 'RF18\u20115390\u00a00754\u200b7034', { value: RF, display: 'RF18 5390 0754 7034', parts: [RF] }],
    ['gr-rf', GR_RF.toLowerCase(), { value: GR_RF, display: 'RF98 9115 6599 0000 0000 1234 5', parts: [GR_RF] }],
    [
      'gr-tax',
      '094259216 123456789 000000000012',
      {
        value: GR_TAX,
        display: '094259216 123456789 000000000012',
        parts: ['094259216', '123456789', '000000000012'],
      },
    ],
  ])('%s %j is normalised, grouped and parted', (scheme, typed, expected) => {
    expect(valueOf(checkPaymentCode(typed, scheme))).toEqual({ ...expected, scheme });
  });

  test.each<[SchemeId, string, string]>([
    ['free', '', 'code-empty'],
    ['free', ' \t ', 'code-empty'],
    ['free', 'A\u0007B', 'code-characters'],
    ['free', 'A\u202eB', 'code-characters'],
    ['free', 'x'.repeat(141), 'code-too-long'],
    ['rf', '', 'code-empty'],
    ['rf', 'RF17539007547034', 'code-check-digits'],
    ['rf', 'RF', 'code-length'],
    ['rf', 'RF1', 'code-length'],
    ['rf', 'RF18', 'code-length'],
    ['rf', `RF98${'1'.repeat(22)}`, 'code-length'],
    ['rf', 'RFA8539007547034', 'code-characters'],
    ['rf', 'RF18539Ω07547034', 'code-characters'],
    ['rf', 'ΡΦ18539007547034', 'code-prefix'],
    ['rf', '18539007547034', 'code-prefix'],
    ['rf', 'XRF18539007547034', 'code-prefix'],
    ['rf', 'RFΩRF18', 'code-characters'],
    ['rf', 'RFΩRF', 'code-characters'],
    ['gr-rf', '', 'code-empty'],
    ['gr-rf', 'RF99911565990000000012345', 'code-check-digits'],
    ['gr-rf', GR_RF.slice(0, 24), 'code-length'],
    ['gr-rf', `${GR_RF}0`, 'code-length'],
    ['gr-rf', RF, 'code-length'],
    ['gr-rf', 'RF98A11565990000000012345', 'code-characters'],
    ['gr-rf', 'XX98911565990000000012345', 'code-prefix'],
    ['gr-tax', '', 'code-empty'],
    ['gr-tax', `123456781${GR_TAX.slice(9)}`, 'code-payer'],
    ['gr-tax', `000000000${GR_TAX.slice(9)}`, 'code-payer'],
    ['gr-tax', GR_TAX.slice(1), 'code-length'],
    ['gr-tax', `${GR_TAX}1`, 'code-length'],
    ['gr-tax', `A${GR_TAX.slice(1)}`, 'code-characters'],
  ])('%s %j is refused: %s', (scheme, typed, code) => {
    expect(codesOf(checkPaymentCode(typed, scheme))).toEqual([code]);
  });

  test('a problem stands where the code stands, and says what to compare', () => {
    expect(problemsOf(checkPaymentCode(GR_RF.slice(0, 24), 'gr-rf', ['paymentCode', 'value']))).toEqual([
      {
        code: 'code-length',
        path: ['paymentCode', 'value'],
        message: 'The code has 25 characters, this one 24: compare it with the notice',
        params: { least: 25, most: 25, length: 24 },
      },
    ]);
    expect(problemsOf(checkPaymentCode('RF1', 'rf'))[0]).toMatchObject({
      path: [],
      params: { least: 5, most: 25, length: 3 },
    });
    expect(problemsOf(checkPaymentCode('1', 'gr-tax'))[0]?.params).toEqual({ least: 30, most: 30, length: 1 });
    expect(problemsOf(checkPaymentCode('x'.repeat(141), 'free'))[0]?.params).toEqual({ most: 140 });
    expect(problemsOf(checkPaymentCode('1', 'rf'))[0]?.params).toEqual({ prefix: 'RF' });
    for (const scheme of SCHEME_IDS) {
      for (const typed of [
        '',
        '1',
        'RF1',
        'RF17539007547034',
        'RFΩ',
        `123456781${GR_TAX.slice(9)}`,
        'x\u0007',
        'x'.repeat(141),
      ]) {
        const result = checkPaymentCode(typed, scheme);
        if (!result.ok) expect(result.problems[0]?.message).toMatch(/:|begins with|Write/);
      }
    }
  });

  test('140 characters are counted as people count them', () => {
    expect(valid('😀'.repeat(140), 'free')).toBe(true);
    expect(valid('x'.repeat(140), 'free')).toBe(true);
  });

  test('the shortest and the longest reference', () => {
    expect(valid('RF471', 'rf')).toBe(false);
    const shortest = Array.from({ length: 97 }, (_, index) => `RF${String(index + 2).padStart(2, '0')}A`).filter(
      (code) => valid(code, 'rf'),
    );
    expect(shortest).toHaveLength(1);
    const longest = Array.from(
      { length: 97 },
      (_, index) => `RF${String(index + 2).padStart(2, '0')}${'Z'.repeat(21)}`,
    );
    expect(longest.filter((code) => valid(code, 'rf'))).toHaveLength(1);
  });

  test('check digits are 02 to 98: 00, 01 and 99 would name the same remainder', () => {
    const body = '539007547034';
    const passing = Array.from({ length: 100 }, (_, index) => `RF${String(index).padStart(2, '0')}${body}`).filter(
      (code) => valid(code, 'rf'),
    );
    expect(passing).toEqual([RF]);
    // remainders 1 and 2: 98 and 97 are right, though 01 and 00 have the same remainder
    const twins = Array.from({ length: 300 }, (_, index) => `RF01${index + 100}`).filter((code) => valid(code, 'rf'));
    expect(twins).toEqual([]);
    expect(
      Array.from({ length: 300 }, (_, index) => `RF98${index + 100}`).filter((code) => valid(code, 'rf')).length,
    ).toBeGreaterThan(0);
    expect(
      Array.from({ length: 300 }, (_, index) => `RF02${index + 100}`).filter((code) => valid(code, 'rf')).length,
    ).toBeGreaterThan(0);
    expect(Array.from({ length: 300 }, (_, index) => `RF99${index + 100}`).filter((code) => valid(code, 'rf'))).toEqual(
      [],
    );
  });

  test.each([
    [GR_TAX, 'gr-tax'],
    [GR_RF, 'gr-rf'],
    [RF, 'rf'],
    ['TAX-2026/15', 'free'],
    ['', null],
  ])('%j is taken for %s', (typed, scheme) => {
    expect(detectScheme(typed)).toBe(scheme);
  });

  test('every scheme accepts what it has normalised', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...SCHEME_IDS), (typed, scheme) => {
        const once = checkPaymentCode(typed, scheme);
        if (once.ok) expect(checkPaymentCode(once.value.value, scheme)).toEqual(once);
      }),
    );
  });
});

describe('one altered character', () => {
  const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const DIGITS = '0123456789';
  const rfOf = (body: string) =>
    Array.from({ length: 97 }, (_, index) => `RF${String(index + 2).padStart(2, '0')}${body}`).find((code) =>
      valid(code, 'rf'),
    ) ?? '';
  const replaceAt = (code: string, index: number, by: string) => code.slice(0, index) + by + code.slice(index + 1);
  const sameKind = (character: string) =>
    [...(DIGITS.includes(character) ? DIGITS : LETTERS)].filter((other) => other !== character);

  test('is always caught by rf where a digit stays a digit and a letter a letter', () => {
    const body = fc.string({ unit: fc.constantFrom(...LETTERS, ...DIGITS), minLength: 1, maxLength: 21 });
    fc.assert(
      fc.property(body, fc.nat(), fc.nat(), (text, place, choice) => {
        const code = rfOf(text);
        const index = place % code.length;
        const others = sameKind(code[index] ?? '');
        expect(valid(code, 'rf')).toBe(true);
        expect(valid(replaceAt(code, index, others[choice % others.length] ?? ''), 'rf')).toBe(false);
      }),
    );
  });

  test('a letter for a digit moves all that follows, and one in a hundred slips through ISO 11649', () => {
    let [caught, slipped] = [0, 0];
    for (let index = 4; index < RF.length; index += 1) {
      for (const letter of LETTERS) {
        if (valid(replaceAt(RF, index, letter), 'rf')) slipped += 1;
        else caught += 1;
      }
    }
    expect(slipped / (slipped + caught)).toBeLessThan(0.02);
  });

  test('is always caught by gr-rf, whatever it becomes', () => {
    const body = fc.string({ unit: fc.constantFrom(...DIGITS), minLength: 21, maxLength: 21 });
    fc.assert(
      fc.property(body, fc.nat(24), fc.constantFrom(...DIGITS, ...LETTERS, 'Ω', '.'), (text, index, other) => {
        const code = rfOf(text);
        fc.pre(code[index] !== other);
        expect(valid(code, 'gr-rf')).toBe(true);
        expect(valid(replaceAt(code, index, other), 'gr-rf')).toBe(false);
      }),
    );
  });

  test('gr-tax checks the payer alone: the 21 digits after the tax number can be anything', () => {
    for (let index = 9; index < 30; index += 1) expect(valid(replaceAt(GR_TAX, index, '7'), 'gr-tax')).toBe(true);
    const letters = Array.from({ length: 30 }, (_, index) => valid(replaceAt(GR_TAX, index, 'X'), 'gr-tax'));
    expect(letters).not.toContain(true);
  });

  test('in a tax number it is caught, but where the remainder 10 is written as 0', () => {
    const remainder = (afm: string) =>
      [...afm.slice(0, 8)].reduce((sum, digit, index) => sum + Number(digit) * 2 ** (8 - index), 0) % 11;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.nat(8),
        fc.constantFrom(...DIGITS),
        (number, index, digit) => {
          const body = String(number).padStart(8, '0');
          const afm = body + String(remainder(body) % 10);
          const altered = replaceAt(afm, index, digit);
          expect(isAfm(afm)).toBe(true);
          if (altered !== afm && isAfm(altered)) expect([remainder(afm), remainder(altered)].sort()).toEqual([0, 10]);
        },
      ),
      moreRuns(5),
    );
    expect(['100000090', '500000090'].map((afm) => [isAfm(afm), remainder(afm)])).toEqual([
      [true, 10],
      [true, 0],
    ]);
  });
});

describe('tax numbers', () => {
  test.each([
    ['094259216', true],
    ['123456781', false],
    ['000000000', false],
    ['09425921', false],
    ['0942592160', false],
    ['1094259216', false],
    ['09425921X', false],
    ['', false],
  ])('AFM %s: %s', (afm, expected) => {
    expect(isAfm(afm)).toBe(expected);
  });

  test.each<[SchemeId, string, string | null, boolean]>([
    ['gr-tax', GR_TAX, '094259216', false],
    ['gr-tax', GR_TAX, 'EL094259216', false],
    ['gr-tax', GR_TAX, 'gr 094 259 216', false],
    ['gr-tax', GR_TAX, '094.259-216', false],
    ['gr-tax', GR_TAX, '090000045', true],
    ['gr-tax', GR_TAX, '0942EL59216', true],
    ['gr-tax', GR_TAX, null, false],
    ['gr-tax', GR_TAX, ' ', false],
    ['rf', RF, '090000045', false],
  ])('%s %s for the customer with %j: wrong customer %s', (scheme, value, taxNumber, expected) => {
    expect(wrongCustomer({ value, scheme }, taxNumber)).toBe(expected);
  });
});
