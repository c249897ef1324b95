import { displayIban, parseBic, parseIban } from './iban';
import { codesOf, problemsOf } from './testing/support';

describe('IBANs', () => {
  test.each([
    ['GR16 0110 1250 0000 0001 2300 695', 'GR1601101250000000012300695'],
    ['de89-3704-0044-0532-0130-00', 'DE89370400440532013000'],
    ['NO9386011117947', 'NO9386011117947'],
    ['MT84MALT011000012345MTLCAST001S', 'MT84MALT011000012345MTLCAST001S'],
  ])('%s', (typed, expected) => {
    expect(parseIban(typed)).toEqual({ ok: true, value: expected });
  });

  test.each([
    ['GR1601101250000000012300696', 'iban-check-digits'],
    ['GR160110125000000001230069', 'iban-length'],
    ['GR16011012500000000123006950', 'iban-length'],
    ['XX1601101250000000012300695', 'iban-country'],
    ['US1601101250000000012300695', 'iban-country'],
    ['1601101250000000012300695', 'iban-format'],
    ['GRA601101250000000012300695', 'iban-format'],
    ['GR16', 'iban-format'],
    ['GR16Ω', 'iban-format'],
    ['GR1601101250000000012300695.', 'iban-format'],
    ['', 'iban-format'],
  ])('%j is refused: %s', (typed, code) => {
    expect(codesOf(parseIban(typed))).toEqual([code]);
  });

  test('a problem says which length the country has', () => {
    expect(problemsOf(parseIban('GR16011012500000000123006950', ['iban']))).toEqual([
      {
        code: 'iban-length',
        path: ['iban'],
        message: 'An IBAN of GR has 27 characters, this one 28: correct it',
        params: { country: 'GR', expected: 27, length: 28 },
      },
    ]);
    expect(problemsOf(parseIban('XX16'.padEnd(20, '1'), ['iban']))[0]).toMatchObject({
      path: ['iban'],
      message: expect.stringContaining('XX is no country'),
      params: { country: 'XX' },
    });
    expect(problemsOf(parseIban('x'))[0]).toMatchObject({ path: [], message: expect.stringContaining('two letters') });
    expect(problemsOf(parseIban('GR1601101250000000012300696', ['i']))[0]).toMatchObject({
      path: ['i'],
      message: expect.stringContaining('wrong'),
    });
  });

  test('are shown in groups of four', () => {
    expect(displayIban('GR1601101250000000012300695')).toBe('GR16 0110 1250 0000 0001 2300 695');
    expect(displayIban('DK5000400440116243')).toBe('DK50 0040 0440 1162 43');
    expect(displayIban('NO12')).toBe('NO12');
  });
});

describe('BICs', () => {
  test.each([
    ['ETHNGRAA', 'ETHNGRAA'],
    ['deut de ff 500', 'DEUTDEFF500'],
  ])('%s', (typed, expected) => {
    expect(parseBic(typed)).toEqual({ ok: true, value: expected });
  });

  test.each(['ETHNGRA', 'ETHNGRAAX', 'ETHNGRAAXX', 'ETHN1RAA', 'ETHNGRAAXXXX', 'ETHNGR.A', ''])(
    '%j is refused',
    (typed) => {
      expect(problemsOf(parseBic(typed, ['bic']))).toEqual([
        { code: 'bic-format', path: ['bic'], message: expect.stringContaining('leave it out') },
      ]);
    },
  );
});
