import { createPlan } from '../plan';
import type { ManualPlanInput, PlanContext } from '../plan';
import { cents, day, EUR, problemsOf, valueOf, weekendsOnly } from '../testing/support';

const context: PlanContext = { calendar: weekendsOnly, defaultConvention: 'following' };

const manual = (input: Partial<ManualPlanInput> = {}): ManualPlanInput => ({
  kind: 'manual',
  currency: EUR,
  total: cents(100_000),
  instalments: [
    { amount: cents(60_000), date: day('2027-01-15') },
    { amount: cents(40_000), date: day('2027-02-15') },
  ],
  ...input,
});

const placesOf = (input: ManualPlanInput, options: Partial<PlanContext> = {}) =>
  problemsOf(createPlan(input, { ...context, ...options })).map(({ code, path }) => [code, path.join('.')]);

describe('manual plans', () => {
  test('keep the rows as they are typed, with their codes and notes', () => {
    const plan = valueOf(
      createPlan(
        manual({
          instalments: [
            { amount: cents(60_000), date: day('2027-01-16'), paymentCode: 'A 1', note: 'first' },
            { amount: cents(40_000), date: day('2027-02-13'), pinned: true },
          ],
        }),
        context,
      ),
    );
    expect(plan.instalments).toEqual([
      {
        number: 1,
        amount: 60_000,
        nominalDate: '2027-01-16',
        dueDate: '2027-01-18',
        shift: { kind: 'weekend', name: null },
        pinned: false,
        paid: false,
        paymentCode: 'A 1',
        note: 'first',
      },
      {
        number: 2,
        amount: 40_000,
        nominalDate: '2027-02-13',
        dueDate: '2027-02-13',
        shift: null,
        pinned: true,
        paid: false,
      },
    ]);
    expect(plan.warnings.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['due-on-closed-day', 'instalments.1.date'],
    ]);
    expect(plan.warnings[0]?.message).toContain('(weekend)');
    expect(plan.warnings[0]?.params).toEqual({ day: '2027-02-13', kind: 'weekend', name: '' });
    expect([plan.total, plan.currency]).toEqual([100_000, 'EUR']);
  });

  test('allocate the total to the last cent', () => {
    const left = (total: number) => problemsOf(createPlan(manual({ total: cents(total) }), context));
    expect(left(123_456)).toEqual([
      {
        code: 'unallocated',
        path: ['instalments'],
        message: '234.56 of the total is still to allocate: add it to an instalment, or add one',
        params: { left: '234.56' },
      },
    ]);
    expect(left(99_999)[0]).toMatchObject({
      code: 'unallocated',
      message: 'The instalments exceed the total by 0.01: lower one, or raise the total',
      params: { left: '-0.01' },
    });
  });

  test('need rows with amounts', () => {
    expect(placesOf(manual({ instalments: [] }))).toEqual([['instalments-missing', 'instalments']]);
    expect(placesOf(manual({ total: cents(0) }))).toEqual([['total-not-positive', 'total']]);
    const rows = [0, 100_000, -5].map((amount) => ({ amount: cents(amount), date: day('2027-01-15') }));
    expect(placesOf(manual({ instalments: rows }))).toEqual([
      ['amount-not-positive', 'instalments.0.amount'],
      ['amount-not-positive', 'instalments.2.amount'],
    ]);
    const large = [1, 2, 3].map(() => ({ amount: cents(Number.MAX_SAFE_INTEGER), date: day('2027-01-15') }));
    expect(placesOf(manual({ instalments: large }))).toEqual([['amount-out-of-range', 'instalments']]);
  });

  test('may be of one cent, and share a date without a warning', () => {
    const one = [{ amount: cents(1), date: day('2027-01-15') }];
    expect(valueOf(createPlan(manual({ total: cents(1), instalments: one }), context)).total).toBe(1);
    const two = [...one, ...one];
    expect(valueOf(createPlan(manual({ total: cents(2), instalments: two }), context)).warnings).toEqual([]);
  });

  test('have at most 600 rows', () => {
    const rows = (count: number) =>
      Array.from({ length: count }, () => ({ amount: cents(1), date: day('2027-01-15') }));
    expect(createPlan(manual({ total: cents(600), instalments: rows(600) }), context).ok).toBe(true);
    expect(problemsOf(createPlan(manual({ total: cents(602), instalments: rows(602) }), context))).toEqual([
      {
        code: 'count-invalid',
        path: ['instalments'],
        message: 'A plan has at most 600 instalments: remove 2',
        params: { most: 600 },
      },
    ]);
  });

  test('warn where the dates go backwards', () => {
    const rows = ['2027-02-15', '2027-01-15'].map((date) => ({ amount: cents(50_000), date: day(date) }));
    expect(valueOf(createPlan(manual({ instalments: rows }), context)).warnings).toEqual([
      {
        code: 'dates-out-of-order',
        path: ['instalments', 1, 'date'],
        message: 'Instalment 2 is due before instalment 1: check the order',
        params: { number: 2 },
      },
    ]);
  });

  const withCodes = (...codes: Array<string | undefined>) =>
    manual({
      instalments: codes.map((paymentCode) => ({
        amount: cents(100_000 / codes.length),
        date: day('2027-01-15'),
        ...(paymentCode ? { paymentCode } : {}),
      })),
    });
  const rules = { scheme: 'rf', scope: 'instalment', singleUse: true } as const;

  test('refuse a single-use code on two instalments, however it is written', () => {
    const input = withCodes('RF18539007547034', undefined, 'RF712348231', undefined, 'rf18 5390 0754 7034');
    expect(createPlan(input, context).ok).toBe(true);
    expect(createPlan(input, { ...context, codes: { ...rules, singleUse: false } }).ok).toBe(true);
    expect(placesOf(input, { codes: rules })).toEqual([['code-used-twice', 'instalments.4.paymentCode']]);
  });

  test('keep codes normalised, and refuse what is none', () => {
    const plan = valueOf(createPlan(withCodes('rf18 5390 0754 7034', undefined), { ...context, codes: rules }));
    expect(plan.instalments.map(({ paymentCode }) => paymentCode)).toEqual(['RF18539007547034', undefined]);
    expect(placesOf(withCodes('RF18539007547034', 'RF17539007547034'), { codes: rules })).toEqual([
      ['code-check-digits', 'instalments.1.paymentCode'],
    ]);
  });
});
