import { outstandingOf, paymentSummary, shownState } from './state';
import type { ShownInstalment } from './state';
import { cents, day, row } from './testing/support';

const today = day('2026-10-20');

describe('the state of an instalment', () => {
  const instalment = (values: Partial<ShownInstalment>): ShownInstalment => ({
    state: 'open',
    amount: cents(100),
    paid: cents(0),
    dueDate: day('2026-12-01'),
    ...values,
  });

  test.each<[string, Partial<ShownInstalment>]>([
    ['upcoming', {}],
    ['upcoming', { dueDate: day('2026-10-28') }],
    ['approaching', { dueDate: day('2026-10-27') }],
    ['approaching', { dueDate: day('2026-10-20') }],
    ['overdue', { dueDate: day('2026-10-19') }],
    ['overdue', { dueDate: day('2026-10-19'), reported: cents(99) }],
    ['reported', { dueDate: day('2026-10-19'), reported: cents(100) }],
    ['reported', { paid: cents(60), reported: cents(40) }],
    ['upcoming', { paid: cents(60), reported: cents(39) }],
    ['upcoming', { reported: null }],
    ['paid', { state: 'paid', dueDate: day('2026-10-19'), reported: cents(100) }],
    ['cancelled', { state: 'cancelled', dueDate: day('2026-10-19'), reported: cents(100) }],
  ])('%s: %j', (expected, values) => {
    expect(shownState(instalment(values), today)).toBe(expected);
  });

  test('how soon approaching begins is a setting', () => {
    expect([0, 2, 3].map((days) => shownState(instalment({ dueDate: day('2026-10-23') }), today, days))).toEqual([
      'upcoming',
      'upcoming',
      'approaching',
    ]);
  });

  test('nothing is outstanding of a cancelled one', () => {
    expect(outstandingOf(instalment({ paid: cents(40) }))).toBe(60);
    expect(outstandingOf(instalment({ paid: cents(40), state: 'cancelled' }))).toBe(0);
  });
});

describe('the summary of a payment', () => {
  const paid = row({ amount: cents(100), paid: cents(100), state: 'paid', dueDate: day('2026-09-01') });
  const part = row({ number: 2, amount: cents(100), paid: cents(30), dueDate: day('2026-12-01') });
  const open = row({ number: 3, amount: cents(50), dueDate: day('2026-11-01') });
  const later = row({ number: 5, amount: cents(50), dueDate: day('2027-11-01') });
  const cancelled = row({ number: 4, amount: cents(70), state: 'cancelled', dueDate: day('2026-10-01') });

  test('adds up what was asked for, paid, and is outstanding', () => {
    expect(paymentSummary([paid, part, open, cancelled, later])).toEqual({
      total: 370,
      paid: 130,
      outstanding: 170,
      nextDueDate: '2026-11-01',
      state: 'open',
      count: 5,
    });
  });

  test.each([
    ['settled once nothing is outstanding', [paid], undefined, 'settled'],
    ['settled where the rest was cancelled', [paid, cancelled], 'open', 'settled'],
    ['cancelled where staff cancelled it', [paid, cancelled], 'cancelled', 'cancelled'],
    ['cancelled where everything is', [cancelled], 'open', 'cancelled'],
    ['open again with an open instalment', [paid, open], 'cancelled', 'open'],
    ['open again after settled', [open], 'settled', 'open'],
  ] as const)('%s', (_, rows, stored, state) => {
    expect(paymentSummary(rows, stored).state).toBe(state);
  });

  test('is open or settled where nothing else is said', () => {
    expect([paymentSummary([paid]).state, paymentSummary([open]).state]).toEqual(['settled', 'open']);
  });

  test('has no next due date where nothing is open', () => {
    expect(paymentSummary([paid, cancelled]).nextDueDate).toBeNull();
  });
});
