import type { Day } from './day';
import { minor } from './money';
import { proposeAllocations } from './receipt-proposal';

const row = (number: number, amount: number, more: object = {}) => ({
  number,
  dueDate: `2027-0${number}-29` as Day,
  amount: minor(amount),
  paid: minor(0),
  state: 'open' as const,
  ...more,
});

const rows = [row(1, 10_000), row(2, 10_000), row(3, 5_000)];

describe('proposeAllocations', () => {
  it.each([
    ['all that is outstanding', 1, 10_000, [[1, 10_000]]],
    ['less than is outstanding', 1, 4_000, [[1, 4_000]]],
    [
      'more: the following ones take it',
      1,
      22_000,
      [
        [1, 10_000],
        [2, 10_000],
        [3, 2_000],
      ],
    ],
    [
      'more than all: the rest is in no allocation',
      2,
      99_000,
      [
        [2, 10_000],
        [3, 5_000],
      ],
    ],
  ] as const)('%s', (_name, number, claimed, expected) => {
    expect(proposeAllocations(rows, number, minor(claimed)).map((each) => [each.number, each.amount])).toEqual(
      expected,
    );
  });

  it('counts what is paid already, and passes over what is paid or cancelled', () => {
    const mixed = [
      row(1, 10_000, { paid: minor(9_000) }),
      row(2, 10_000, { state: 'cancelled' }),
      row(3, 5_000, { state: 'paid', paid: minor(5_000) }),
      row(4, 5_000),
    ];
    const proposed = proposeAllocations(mixed, 1, minor(3_000));
    expect(proposed.map(({ number, amount }) => [number, amount])).toEqual([
      [1, 1_000],
      [4, 2_000],
    ]);
  });

  it('never goes back to an earlier instalment', () => {
    expect(proposeAllocations(rows, 3, minor(20_000)).map(({ number }) => number)).toEqual([3]);
  });
});
