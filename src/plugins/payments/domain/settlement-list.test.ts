import fc from 'fast-check';
import type { Day } from './day';
import { toDecimal } from './money';
import { readSettlementList } from './settlement-list';
import { matchListed } from './settlement-match';
import type { Payable } from './settlement-match';
import { cents, EUR } from './testing/support';

const format = { locale: 'el-GR', currency: EUR, today: '2027-02-01' as Day };

const read = (text: string) =>
  readSettlementList(text, format).map(({ line, read: result }) =>
    result.ok
      ? [line, result.value.key, result.value.amount, result.value.paidOn]
      : [line, ...result.problems.map(({ code }) => code)],
  );

describe('a pasted list', () => {
  test.each<[string, string, unknown[]]>([
    ['tabs', '094259216\t1.234,56\t31/1/27', [1, '094259216', 123_456, '2027-01-31']],
    [
      'semicolons, the day first, a name passed over',
      'RF18539007547034;31/01/2027;Παπαδάκη;850',
      [1, 'RF18539007547034', 85_000, '2027-01-31'],
    ],
    [
      'spaces, a code in groups',
      'RF18 5390 0754 7034 850,00 2027-01-31',
      [1, 'RF18 5390 0754 7034', 85_000, '2027-01-31'],
    ],
    ['a code alone', '094259216', [1, '094259216', null, null]],
    ['an amount with its currency', '094259216;850,00 €', [1, '094259216', 85_000, null]],
    ['dots between the figures of a day', '094259216;850,00;31.01.2027', [1, '094259216', 85_000, '2027-01-31']],
    ['a million', '094259216;1.234.567,00', [1, '094259216', 123_456_700, null]],
    ['two amounts', '094259216;850,00;12,00', [1, 'settlement-ambiguous']],
    ['an amount that could be two', '094259216;850.50', [1, 'amount-ambiguous']],
    ['a day that is none', '094259216;850,00;31/2/2027', [1, 'date-impossible']],
    ['no year', '094259216;850,00;31/1', [1, 'date-incomplete']],
    ['nothing', '094259216;0,00', [1, 'amount-not-positive']],
    ['no code', ';850,00', [1, 'settlement-key-missing']],
  ])('%s', (_, text, expected) => expect(read(text)).toEqual([expected]));

  test('keeps the numbers of its lines, without a heading and empty lines', () => {
    expect(read('ΑΦΜ;Ποσό\r\n\r\n094259216;1,00\r\n123456783;2,00\n')).toEqual([
      [3, '094259216', 100, null],
      [4, '123456783', 200, null],
    ]);
  });

  test('reads what the office writes, whatever the amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), fc.constantFrom('\t', ';'), (value, separator) => {
        const written = toDecimal(cents(value), EUR).replace('.', ',');
        expect(read(['094259216', written, '31/1/2027'].join(separator))[0]?.[2]).toBe(value);
      }),
    );
  });
});

const row = (documentId: string, outstanding: number, more: Partial<Payable> = {}): Payable => ({
  documentId,
  payment: 'p1',
  dueDate: `2027-0${documentId.length}-01` as Day,
  number: documentId.length,
  outstanding: cents(outstanding),
  ...more,
});

describe('a line matches', () => {
  const plan = [row('a', 0), row('aa', 100), row('aaa', 100), row('aaaa', 250)];
  test.each<[string, readonly Payable[], number | null, string, [string, number][]]>([
    ['the oldest of that amount', plan, 100, 'matched', [['aa', 100]]],
    ['a later one of exactly that amount', plan, 250, 'matched', [['aaaa', 250]]],
    ['a part of the oldest', plan, 40, 'matched', [['aa', 40]]],
    [
      'the following ones',
      plan,
      220,
      'matched',
      [
        ['aa', 100],
        ['aaa', 100],
        ['aaaa', 20],
      ],
    ],
    [
      'more than everything',
      plan,
      451,
      'overpaid',
      [
        ['aa', 100],
        ['aaa', 100],
        ['aaaa', 250],
      ],
    ],
    ['no amount, several open', plan, null, 'ambiguous', []],
    ['no amount, one open', plan.slice(0, 2), null, 'matched', [['aa', 100]]],
    ['what is paid', plan.slice(0, 1), 100, 'paid', []],
    ['nobody', [], 100, 'unmatched', []],
    [
      'the only one of that amount among several payments',
      [...plan, row('b', 70, { payment: 'p2' })],
      70,
      'matched',
      [['b', 70]],
    ],
    ['none alone among several payments', [...plan, row('b', 100, { payment: 'p2' })], 100, 'ambiguous', []],
    ['no part across payments', [...plan, row('b', 70, { payment: 'p2' })], 30, 'ambiguous', []],
  ])('%s', (_, rows, amount, status, shares) => {
    const match = matchListed(rows, amount === null ? null : cents(amount));
    expect([match.status, match.shares.map(({ documentId, amount: share }) => [documentId, share])]).toEqual([
      status,
      shares,
    ]);
  });

  test('and never more than is outstanding, nor more than was paid', () => {
    const rows = fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 2_000 }), (outstanding, amount) => {
        const payables = outstanding.map((each, index) => row('x'.repeat(index + 1), each));
        const { shares } = matchListed(payables, cents(amount));
        const byId = new Map(payables.map((each) => [each.documentId, each.outstanding as number]));
        for (const share of shares) expect(share.amount).toBeLessThanOrEqual(byId.get(share.documentId) ?? 0);
        expect(shares.reduce((sum, share) => sum + share.amount, 0)).toBeLessThanOrEqual(amount);
      }),
    );
  });
});
