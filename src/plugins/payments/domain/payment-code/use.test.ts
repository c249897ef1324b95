import { addedCodeMisuse, codeUseProblems } from '.';
import type { CodesInUse, CodeUse } from '.';

const paths = {
  payment: ['paymentCode', 'value'],
  instalment: (index: number) => ['instalments', index, 'paymentCode'],
};

const rows = (...codes: Array<string | null>) => codes.map((paymentCode) => ({ paymentCode }));
const problems = (codes: CodesInUse, use: CodeUse) =>
  codeUseProblems(codes, use, paths).map(({ code, path }) => [code, path.join('.')]);

describe('codes by the institution’s rule', () => {
  const PER_PAYMENT: CodeUse = { scope: 'payment', singleUse: false };
  const PER_INSTALMENT: CodeUse = { scope: 'instalment', singleUse: false };
  const SINGLE_USE: CodeUse = { scope: 'payment', singleUse: true };
  const ONE_EACH: CodeUse = { scope: 'instalment', singleUse: true };

  test.each<[string, CodeUse, string | null, Array<string | null>, string[][]]>([
    ['one for the plan may serve all', PER_PAYMENT, 'A', [null, null, null], []],
    ['and be overridden', PER_PAYMENT, 'A', [null, 'B', 'B'], []],
    ['none is to follow', ONE_EACH, null, [null, null], []],
    [
      'one for each is not one for all',
      PER_INSTALMENT,
      'A',
      [null, null],
      [['code-per-instalment', 'paymentCode.value']],
    ],
    [
      'not even where each has its own',
      PER_INSTALMENT,
      'A',
      ['B', 'C'],
      [['code-per-instalment', 'paymentCode.value']],
    ],
    ['but a one-off payment is its instalment', PER_INSTALMENT, 'A', [null], []],
    ['several instalments may share one that is not single-use', PER_INSTALMENT, null, ['B', 'B'], []],
    ['single-use for one', SINGLE_USE, 'A', [null], []],
    ['single-use for one, the others having theirs', SINGLE_USE, 'A', ['B', null, 'C'], []],
    ['single-use for two', SINGLE_USE, 'A', ['B', null, null], [['code-used-twice', 'paymentCode.value']]],
    [
      'the payment’s on an instalment too',
      SINGLE_USE,
      'A',
      [null, 'A'],
      [['code-used-twice', 'instalments.1.paymentCode']],
    ],
    ['the payment’s where no other instalment uses it', SINGLE_USE, 'A', ['A', 'B'], []],
    ['the same on two', ONE_EACH, null, ['X', null, 'Y', 'X'], [['code-used-twice', 'instalments.3.paymentCode']]],
    [
      'the same on three',
      ONE_EACH,
      null,
      ['X', 'X', 'X'],
      [
        ['code-used-twice', 'instalments.1.paymentCode'],
        ['code-used-twice', 'instalments.2.paymentCode'],
      ],
    ],
  ])('%s', (_, use, paymentCode, own, expected) => {
    expect(problems({ paymentCode, instalments: rows(...own) }, use)).toEqual(expected);
  });

  test('what is cancelled uses no code, what is paid has used it', () => {
    const with2 = (state: 'paid' | 'cancelled') => [{ paymentCode: 'X', state }, { paymentCode: 'X' }];
    expect(problems({ paymentCode: null, instalments: with2('paid') }, ONE_EACH)).toHaveLength(1);
    expect(problems({ paymentCode: null, instalments: with2('cancelled') }, ONE_EACH)).toEqual([]);
    expect(problems({ paymentCode: 'A', instalments: with2('cancelled') }, PER_INSTALMENT)).toEqual([]);
    expect(
      problems({ paymentCode: 'A', instalments: [{ state: 'cancelled' }, { paymentCode: 'A' }] }, SINGLE_USE),
    ).toEqual([]);
  });

  test('each says what to do', () => {
    const messages = [ONE_EACH, SINGLE_USE].map(
      (use) => codeUseProblems({ paymentCode: 'A', instalments: rows(null, null) }, use, paths)[0]?.message,
    );
    expect(messages).toEqual([
      'This institution issues a code for each instalment: write it on the instalment, and none here',
      'This institution’s codes serve one instalment each: use another code',
    ]);
  });

  test.each<[string, CodeUse, string | null, Array<string | null>, Array<string | null>, string | null]>([
    ['a code of its own', ONE_EACH, null, [null, null], ['A', null], null],
    ['that another has', ONE_EACH, null, ['A', null], ['A', 'A'], 'code-used-twice'],
    ['that two others share already', ONE_EACH, null, ['A', 'A', 'B'], ['A', 'A', 'A'], 'code-used-twice'],
    ['that is mended, one after the other', ONE_EACH, null, ['A', 'A', 'A'], ['B', 'A', 'A'], null],
    ['that is mended wrongly', ONE_EACH, null, ['B', 'A', 'A'], ['B', 'B', 'A'], 'code-used-twice'],
    ['taken off, so that the payment’s serves two', SINGLE_USE, 'A', ['B', null], [null, null], 'code-used-twice'],
    ['one more instalment under the payment’s', SINGLE_USE, 'A', [null], [null, null], 'code-used-twice'],
    [
      'one more under a payment’s that never should have',
      SINGLE_USE,
      'A',
      [null, null],
      [null, null, null],
      'code-used-twice',
    ],
    ['one less', SINGLE_USE, 'A', [null, null, null], [null, null], null],
    ['one more where codes may be shared', PER_PAYMENT, 'A', [null], [null, null], null],
    ['one more where each needs its own', PER_INSTALMENT, 'A', [null], [null, null], 'code-per-instalment'],
    ['one more where that was wrong before', PER_INSTALMENT, 'A', [null, null], [null, null, null], null],
    ['one more without any code', ONE_EACH, null, [null], [null, null], null],
  ])('an edit: %s', (_, use, paymentCode, before, after, expected) => {
    const codes = (own: Array<string | null>) => ({ paymentCode, instalments: rows(...own) });
    const added = addedCodeMisuse(codes(before), codes(after), use, ['paymentCode']);
    expect(added.map(({ code, path }) => [code, path])).toEqual(expected ? [[expected, ['paymentCode']]] : []);
  });

  test('an edit leaves cancelled instalments aside', () => {
    const cancelled = { paymentCode: 'X', state: 'cancelled' as const };
    const codes = (...instalments: CodesInUse['instalments']) => ({ paymentCode: null, instalments });
    expect(addedCodeMisuse(codes(cancelled, {}), codes(cancelled, { paymentCode: 'X' }), ONE_EACH, [])).toEqual([]);
    const [before, after] = [codes(cancelled, {}), codes(cancelled, {}, { paymentCode: 'B' })];
    const shared = { ...before, paymentCode: 'A' };
    expect(addedCodeMisuse(shared, { ...after, paymentCode: 'A' }, PER_INSTALMENT, [])).toHaveLength(1);
  });
});
