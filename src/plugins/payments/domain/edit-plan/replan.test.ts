import fc from 'fast-check';
import { replan } from '../edit-plan';
import type { Replan } from '../edit-plan';
import { parseDecimal } from '../money';
import type { InstalmentRow } from '../payment-state';
import type { PlanContext } from '../plan';
import { cents, codesOf, day, EUR, moreRuns, problemsOf, row, valueOf, weekendsOnly } from '../testing/support';

const context: PlanContext = { calendar: weekendsOnly, defaultConvention: 'following' };
const wish = (values: Partial<Replan> = {}): Replan =>
  ({ firstDate: day('2027-06-30'), period: 'monthly', count: 3, ...values }) as Replan;

interface Stored extends InstalmentRow {
  documentId: string;
}

const stored = (values: Partial<InstalmentRow>): Stored => ({ ...row(values), documentId: `doc-${values.number}` });

/** Paid, paid in part, open, cancelled, open. */
const rows = (): Stored[] => [
  stored({ number: 1, paid: cents(10_000), state: 'paid' }),
  stored({ number: 2, paid: cents(3_000) }),
  stored({ number: 3, pinned: true, note: 'kept', paymentCode: 'A' }),
  stored({ number: 4, state: 'cancelled' }),
  stored({ number: 5 }),
];

const shape = (planned: ReadonlyArray<InstalmentRow | Stored>) =>
  planned.map((each) => [
    each.number,
    'documentId' in each ? each.documentId : null,
    each.amount,
    each.dueDate,
    each.state,
  ]);

describe('planning the unpaid rest anew', () => {
  test('paid and cancelled rows stay, a part stays as what is paid, open rows are reused', () => {
    const { rows: planned, total, warnings } = valueOf(replan(rows(), wish(), EUR, context));
    expect(shape(planned)).toEqual([
      [1, 'doc-1', 10_000, '2027-01-15', 'paid'],
      [2, 'doc-2', 3_000, '2027-01-15', 'paid'],
      [3, 'doc-4', 10_000, '2027-01-15', 'cancelled'],
      [4, 'doc-3', 9_000, '2027-06-30', 'open'],
      [5, 'doc-5', 9_000, '2027-07-30', 'open'],
      [6, null, 9_000, '2027-08-30', 'open'],
    ]);
    expect([total, warnings]).toEqual([50_000, []]);
    expect(planned[3]).toMatchObject({
      pinned: false,
      note: 'kept',
      paymentCode: 'A',
      nominalDate: '2027-06-30',
      shift: null,
    });
    expect(planned[5]).toEqual(
      row({ number: 6, amount: cents(9_000), nominalDate: day('2027-08-30'), dueDate: day('2027-08-30') }),
    );
  });

  test('rows that are no longer needed go', () => {
    const { rows: planned } = valueOf(replan(rows(), wish({ count: 1 }), EUR, context));
    expect(shape(planned).slice(3)).toEqual([[4, 'doc-3', 27_000, '2027-06-30', 'open']]);
  });

  test('by amount', () => {
    const { rows: planned } = valueOf(replan(rows(), wish({ count: undefined, amount: cents(10_000) }), EUR, context));
    expect(planned.slice(3).map(({ amount }) => amount)).toEqual([10_000, 10_000, 7_000]);
    const even = valueOf(replan(rows(), wish({ count: undefined, amount: cents(13_500) }), EUR, context));
    expect(even.rows.slice(3).map(({ amount }) => amount)).toEqual([13_500, 13_500]);
  });

  test('by both, if they fit', () => {
    const { rows: planned } = valueOf(replan(rows(), wish({ count: 2, amount: cents(20_000) }), EUR, context));
    expect(planned.slice(3).map(({ amount }) => amount)).toEqual([20_000, 7_000]);
    expect(problemsOf(replan(rows(), wish({ count: 2, amount: cents(5_000) }), EUR, context))[0]).toMatchObject({
      code: 'count-too-small',
      path: ['count'],
      repairs: [{ count: 6 }, { amount: '135.00' }],
    });
  });

  test('with a convention, a period and month’s ends of its own', () => {
    const monthEnd = valueOf(replan(rows(), wish({ period: 'month-end', firstDate: day('2027-07-01') }), EUR, context));
    expect(monthEnd.rows.slice(3).map(({ dueDate }) => dueDate)).toEqual(['2027-07-30', '2027-08-31', '2027-09-30']);
    const preceding = valueOf(
      replan(rows(), wish({ convention: 'preceding', endOfMonth: true, firstDate: day('2027-07-31') }), EUR, context),
    );
    expect(preceding.rows[3]).toMatchObject({ dueDate: '2027-07-30', shift: { kind: 'weekend', name: null } });
    expect(codesOf(replan(rows(), wish({ period: 'month-end', convention: 'following' }), EUR, context))).toEqual([
      'convention-refused',
    ]);
  });

  test('with the warnings of a plan', () => {
    const { warnings } = valueOf(replan(rows(), wish(), EUR, { ...context, today: day('2027-07-01') }));
    expect(warnings.map(({ code }) => code)).toEqual(['due-in-the-past']);
  });

  test('nothing outstanding is nothing to plan', () => {
    expect(problemsOf(replan(rows().slice(0, 1), wish(), EUR, context))).toEqual([
      { code: 'nothing-outstanding', path: [], message: 'Nothing is outstanding: there is nothing to plan' },
    ]);
  });

  test.each<[string, Partial<Replan>, string, string[], unknown]>([
    ['no number', { count: 0 }, 'count-invalid', ['count'], [{ count: 1 }]],
    ['half a number', { count: 1.5 }, 'count-invalid', ['count'], [{ count: 1 }]],
    ['no amount', { count: undefined, amount: cents(0) }, 'amount-not-positive', ['amount'], [{ amount: '270.00' }]],
    [
      'too small an amount',
      { count: undefined, amount: cents(1) },
      'count-invalid',
      ['amount'],
      // 270.00 in the 597 that fit: one of 0.45 each would leave three too many
      [{ amount: '0.46' }],
    ],
  ])('%s is refused on its field', (_, values, code, path, repairs) => {
    expect(
      problemsOf(replan(rows(), wish(values), EUR, context)).map((problem) => [
        problem.code,
        problem.path,
        problem.repairs,
      ]),
    ).toEqual([[code, path, repairs]]);
  });

  test('a cent is planned too', () => {
    expect(valueOf(replan([row({ amount: cents(1) })], wish({ count: 1 }), EUR, context)).rows).toHaveLength(1);
  });

  test('dates after 2199 are refused on the field that staff filled', () => {
    const late = { firstDate: day('2199-11-30') };
    const places = (values: Partial<Replan>) =>
      problemsOf(replan(rows(), wish({ ...late, ...values }), EUR, context)).map(({ code, path }) => [code, path]);
    expect(places({ count: 3 })).toEqual([['day-out-of-range', ['count']]]);
    expect(places({ count: undefined, amount: cents(9_000) })).toEqual([['day-out-of-range', ['amount']]]);
  });

  test('more instalments than cents', () => {
    const [problem] = problemsOf(replan([row({ amount: cents(2) })], wish({ count: 3 }), EUR, context));
    expect(problem).toMatchObject({ code: 'count-too-large', path: ['count'], repairs: [{ count: 2 }] });
  });

  test('no more than 600 with those that stay', () => {
    expect(problemsOf(replan(rows(), wish({ count: 598 }), EUR, context))).toEqual([
      {
        code: 'count-invalid',
        path: ['count'],
        message: 'With the instalments that stay, at most 597 more fit into the plan: use fewer',
        params: { most: 597 },
        repairs: [{ count: 597 }],
      },
    ]);
    expect(replan(rows(), wish({ count: 597 }), EUR, context).ok).toBe(true);
    expect(problemsOf(replan(rows(), wish({ count: undefined, amount: cents(45) }), EUR, context))).toEqual([
      {
        code: 'count-invalid',
        path: ['amount'],
        message: 'With the instalments that stay, at most 597 more fit into the plan: use 0.46 at least',
        params: { most: 597 },
        repairs: [{ amount: '0.46' }],
      },
    ]);
    expect(replan(rows(), wish({ count: undefined, amount: cents(46) }), EUR, context).ok).toBe(true);
    const full = [
      ...Array.from({ length: 600 }, (_, index) => row({ number: index + 1, state: 'cancelled' })),
      row({ number: 601 }),
    ];
    for (const values of [{ count: 1 }, { count: undefined, amount: cents(10_000) }]) {
      expect(problemsOf(replan(full, wish(values), EUR, context))[0]).toMatchObject({
        code: 'count-invalid',
        message: expect.stringContaining('at most 0 more fit'),
        repairs: [],
      });
    }
  });

  test.each<[string, Partial<Replan>, unknown]>([
    ['as many as there are cents', { count: 600 }, [{ count: 2 }]],
    ['as many as the amount asks for', { count: 600, amount: cents(1) }, [{ count: 2 }]],
    ['one of no amount', { count: 600, amount: cents(0) }, [{ count: 2 }]],
  ])('too many of too little are mended by %s', (_, values, repairs) => {
    const little = [row({ amount: cents(5), paid: cents(3) })];
    expect(problemsOf(replan(little, wish(values), EUR, context))[0]?.repairs).toEqual(repairs);
  });

  /** Few rows, or so many that hardly any more fit. */
  const anyRows = fc
    .record({
      drafts: fc.array(
        fc.record({ amount: fc.integer({ min: 1, max: 100_000 }), paid: fc.integer({ min: 0, max: 100_000 }) }),
        { minLength: 1, maxLength: 8 },
      ),
      cancelled: fc.constantFrom(0, 0, 300, 590, 595),
    })
    .map(({ drafts, cancelled }) => [
      ...drafts.map(({ amount, paid }, index) =>
        row({
          number: index + 1,
          amount: cents(amount),
          paid: cents(Math.min(amount, paid)),
          state: paid >= amount ? 'paid' : 'open',
        }),
      ),
      ...Array.from({ length: cancelled }, (_, index) =>
        row({ number: drafts.length + index + 1, state: 'cancelled' }),
      ),
    ]);
  const anyCount = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 590, max: 610 }));
  const anyAmount = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 100_000 })).map(cents);
  const anyNumbers = fc.oneof(
    anyCount.map((count) => ({ count })),
    anyAmount.map((amount) => ({ count: undefined, amount })),
    fc.record({ count: anyCount, amount: anyAmount }),
  );

  test('keeps the total and what is paid, whatever is wished, or offers repairs that are valid', () => {
    fc.assert(
      fc.property(anyRows, anyNumbers, (before, numbers) => {
        const asked = wish(numbers);
        const result = replan(before, asked, EUR, context);
        if (!result.ok) {
          for (const repair of result.problems.flatMap(({ repairs }) => repairs ?? [])) {
            const mended = 'count' in repair ? repair : { amount: valueOf(parseDecimal(repair.amount, EUR)) };
            expect({ asked, repair, ok: replan(before, { ...asked, ...mended } as Replan, EUR, context).ok }).toEqual({
              asked,
              repair,
              ok: true,
            });
          }
          return;
        }
        const sumOf = (field: 'amount' | 'paid', list: ReadonlyArray<InstalmentRow>) =>
          list.reduce((sum, each) => sum + each[field], 0);
        expect(sumOf('amount', result.value.rows)).toBe(sumOf('amount', before));
        expect(sumOf('paid', result.value.rows)).toBe(sumOf('paid', before));
        expect(result.value.rows.map(({ number }) => number)).toEqual(result.value.rows.map((_, index) => index + 1));
      }),
      moreRuns(3),
    );
  });
});
