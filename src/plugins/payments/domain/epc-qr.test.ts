import { epcPayload } from './epc-qr';
import type { EpcInput } from './epc-qr';
import type { CurrencyCode } from './money';
import { cents, EUR, problemsOf, valueOf } from './testing/support';

const input = (values: Partial<EpcInput> = {}): EpcInput => ({
  name: 'Δήμος Αθηναίων',
  iban: 'GR16 0110 1250 0000 0001 2300 695',
  currency: EUR,
  amount: cents(15_432),
  ...values,
});
const linesOf = (values: Partial<EpcInput>) => valueOf(epcPayload(input(values))).split('\n');
const problems = (values: Partial<EpcInput>) =>
  problemsOf(epcPayload(input(values))).map(({ code, path }) => [code, path.join('.')]);

describe('an EPC QR code', () => {
  test('has twelve lines when all are used', () => {
    expect(
      linesOf({
        bic: 'ethngraa',
        purpose: 'TAXS',
        remittance: { kind: 'text', value: 'Κωδικός 1' },
        information: 'Income tax 2026, 4/8',
      }),
    ).toEqual([
      'BCD',
      '002',
      '1',
      'SCT',
      'ETHNGRAA',
      'Δήμος Αθηναίων',
      'GR1601101250000000012300695',
      'EUR154.32',
      'TAXS',
      '',
      'Κωδικός 1',
      'Income tax 2026, 4/8',
    ]);
  });

  test('keeps the line of a structured reference empty before text, and ends with the last value', () => {
    expect(linesOf({ remittance: { kind: 'text', value: 'A 1' } }).slice(4)).toEqual([
      '',
      'Δήμος Αθηναίων',
      'GR1601101250000000012300695',
      'EUR154.32',
      '',
      '',
      'A 1',
    ]);
    expect(linesOf({ remittance: { kind: 'reference', value: 'RF18539007547034' } }).slice(7)).toEqual([
      'EUR154.32',
      '',
      'RF18539007547034',
    ]);
    expect(
      linesOf({ remittance: { kind: 'reference', value: 'RF18539007547034' }, information: 'x' }).slice(9),
    ).toEqual(['RF18539007547034', '', 'x']);
    expect(linesOf({ bic: null, purpose: null, remittance: null, information: null })).toHaveLength(8);
  });

  test('cannot be given another line by a name or a text', () => {
    expect(
      linesOf({ name: 'A\nB\u0000C ', remittance: { kind: 'text', value: ' a\r\nb ' }, information: 'x\ny' }),
    ).toEqual([
      'BCD',
      '002',
      '1',
      'SCT',
      '',
      'A B C',
      'GR1601101250000000012300695',
      'EUR154.32',
      '',
      '',
      'a b',
      'x y',
    ]);
  });

  test('names and texts may be as long as the standard lets them', () => {
    expect(linesOf({ name: 'x'.repeat(70) })[5]).toHaveLength(70);
    expect(linesOf({ remittance: { kind: 'text', value: 'x'.repeat(140) } })[10]).toHaveLength(140);
    expect(linesOf({ remittance: { kind: 'reference', value: '1'.repeat(35) } })[9]).toHaveLength(35);
    expect(linesOf({ information: 'x'.repeat(70) })[11]).toHaveLength(70);
  });

  test.each([
    [1, 'EUR0.01'],
    [99_999_999_999, 'EUR999999999.99'],
  ])('pays %i cents as %s', (amount, line) => {
    expect(linesOf({ amount: cents(amount) })[7]).toBe(line);
  });

  test.each<[string, Partial<EpcInput>, string, string]>([
    ['another currency', { currency: 'USD' as CurrencyCode, amount: cents(0) }, 'qr-currency', 'currency'],
    ['nothing to pay', { amount: cents(0) }, 'qr-amount', 'amount'],
    ['a billion', { amount: cents(100_000_000_000) }, 'qr-amount', 'amount'],
    ['no name', { name: ' \n' }, 'qr-name', 'name'],
    ['a long name', { name: 'x'.repeat(71) }, 'qr-name', 'name'],
    ['a long purpose', { purpose: 'TAXES' }, 'qr-purpose', 'purpose'],
    ['a small purpose', { purpose: 'taxs' }, 'qr-purpose', 'purpose'],
    ['a wrong IBAN', { iban: 'GR00' }, 'iban-format', 'iban'],
    ['a wrong BIC', { bic: 'X' }, 'bic-format', 'bic'],
    ['a long reference', { remittance: { kind: 'reference', value: '1'.repeat(36) } }, 'qr-reference', 'remittance'],
    ['no reference', { remittance: { kind: 'reference', value: '' } }, 'qr-reference', 'remittance'],
    [
      'a reference with spaces',
      { remittance: { kind: 'reference', value: 'RF18 5390' } },
      'qr-reference',
      'remittance',
    ],
    ['a long text', { remittance: { kind: 'text', value: 'x'.repeat(141) } }, 'qr-text', 'remittance'],
    ['a long note', { information: 'x'.repeat(71) }, 'qr-text', 'information'],
  ])('%s is refused', (_, values, code, path) => {
    expect(problems(values)).toEqual([[code, path]]);
  });

  test('everything that is wrong is told at once, with the limits', () => {
    const wrong = { iban: 'x', bic: 'x', name: '', amount: cents(0), information: 'x'.repeat(71) };
    expect(problems(wrong).map(([code]) => code)).toEqual([
      'iban-format',
      'bic-format',
      'qr-amount',
      'qr-name',
      'qr-text',
    ]);
    const [, , amount, name, text] = problemsOf(epcPayload(input(wrong)));
    expect(amount).toMatchObject({
      message: expect.stringContaining('0.01'),
      params: { least: '0.01', most: '999999999.99' },
    });
    expect(name).toMatchObject({ message: expect.stringContaining('1 to 70'), params: { most: 70 } });
    expect(text).toMatchObject({ message: expect.stringContaining('70'), params: { most: 70 } });
    expect(problemsOf(epcPayload(input({ purpose: 'taxs' })))[0]?.message).toContain('capital letters');
    expect(problemsOf(epcPayload(input({ currency: 'USD' as CurrencyCode })))[0]?.message).toContain('euro only');
    const reference = problemsOf(epcPayload(input({ remittance: { kind: 'reference', value: '?' } })))[0];
    expect(reference).toMatchObject({ message: expect.stringContaining('35'), params: { most: 35 } });
    const long = problemsOf(epcPayload(input({ remittance: { kind: 'text', value: 'x'.repeat(141) } })))[0];
    expect(long).toMatchObject({ message: expect.stringContaining('140'), params: { most: 140 } });
  });

  test('fits version 13 at level M: 331 bytes of UTF-8', () => {
    const base = new TextEncoder().encode(
      valueOf(epcPayload(input({ name: 'x', remittance: { kind: 'text', value: 'x' } }))),
    ).length;
    // Greek letters take two bytes, the euro sign three, an emoji four
    const text = 'Ω'.repeat(130) + '€';
    const fits = {
      name: '😀' + 'x'.repeat(331 - base - 263 + 2 - 4),
      remittance: { kind: 'text' as const, value: text },
    };
    const payload = valueOf(epcPayload(input(fits)));
    expect(new TextEncoder().encode(payload)).toHaveLength(331);
    expect(problemsOf(epcPayload(input({ ...fits, name: `${fits.name}x` })))).toEqual([
      {
        code: 'qr-too-long',
        path: [],
        message: 'The QR code would need 332 bytes and can hold 331: shorten the name or the text',
        params: { bytes: 332, most: 331 },
      },
    ]);
  });
});
