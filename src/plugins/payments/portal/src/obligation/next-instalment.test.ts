import { day, instalment, obligation } from '../testing';
import { nextInstalment } from './next-instalment';

describe('what to pay next', () => {
  it.each([
    ['the first that is open', ['paid', 'upcoming', 'upcoming'], 2],
    ['the oldest that is overdue', ['paid', 'overdue', 'overdue'], 2],
    ['not what the office is checking', ['reported', 'overdue', 'upcoming'], 2],
    ['not what was cancelled', ['cancelled', 'cancelled', 'approaching'], 3],
    ['nothing, when all is paid', ['paid', 'paid', 'paid'], null],
    ['nothing, when all is reported', ['reported', 'paid', 'reported'], null],
  ] as const)('is %s', (_name, states, expected) => {
    const instalments = states.map((state, index) => instalment({ number: index + 1, state }));
    expect(nextInstalment(obligation({ instalments }))?.number ?? null).toBe(expected);
  });

  it('goes by the date, not by the number', () => {
    const instalments = [instalment({ number: 1, dueDate: day('2027-01-31') }), instalment({ number: 2 })];
    expect(nextInstalment(obligation({ instalments }))?.number).toBe(2);
  });
});
