import { failureOf, problemAt } from './failure';

describe('failureOf', () => {
  it('reads the fields, the repairs and the warnings to confirm', () => {
    const failure = failureOf({
      status: 400,
      name: 'ValidationError',
      message: 'The plan does not fit',
      details: {
        errors: [
          {
            path: ['plan', 'instalments', 3, 'amount'],
            code: 'amount-not-positive',
            message: 'no',
            params: { most: 3 },
          },
        ],
        repairs: [{ count: 7 }, { amount: '500.00' }, { nonsense: true }],
        confirm: [{ code: 'wrong-customer', message: 'another payer' }],
      },
    });
    expect(failure).toEqual({
      status: 400,
      message: 'The plan does not fit',
      problems: [
        { path: 'plan.instalments.3.amount', code: 'amount-not-positive', message: 'no', params: { most: 3 } },
      ],
      repairs: [{ count: 7 }, { amount: '500.00' }],
      confirm: [{ code: 'wrong-customer', message: 'another payer' }],
    });
  });

  it.each([undefined, null, 'broken', new Error('broken'), { details: { errors: 'none' } }])(
    'makes something showable of %p',
    (error) => {
      expect(failureOf(error)).toMatchObject({ problems: [], repairs: [], confirm: [] });
    },
  );
});

describe('problemAt', () => {
  const problem = { path: 'plan.total.value', code: null, message: 'no', params: {} };

  it('finds the problem of a field and of what is within it', () => {
    expect(problemAt([problem], 'plan.total.value')).toBe(problem);
    expect(problemAt([problem], 'plan.total')).toBe(problem);
  });

  it('does not mistake a longer name for it', () => {
    expect(problemAt([problem], 'plan.tot')).toBeUndefined();
  });
});
