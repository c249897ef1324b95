import { suggestNextRow } from '../plan';
import { cents, day } from '../testing/support';

describe('what (+) suggests', () => {
  const rows = (...typed: Array<[number, string]>) =>
    typed.map(([amount, date]) => ({ amount: cents(amount), date: day(date) }));

  test.each([
    ['the same amount, one month on', rows([600, '2027-01-15']), 1_500, 'monthly', '2027-02-15', 600],
    ['the balance where less is left', rows([600, '2027-01-15']), 1_000, 'monthly', '2027-02-15', 400],
    [
      'all of it where cents would remain',
      rows([333, '2027-01-15'], [333, '2027-02-15']),
      1_000,
      'monthly',
      '2027-03-15',
      334,
    ],
    ['but not where more would', rows([333, '2027-01-15'], [333, '2027-02-15']), 1_002, 'monthly', '2027-03-15', 333],
    [
      'all of it, as long as it is less than a cent for each instalment too much',
      rows([333, '2027-01-15'], [333, '2027-02-15']),
      1_001,
      'monthly',
      '2027-03-15',
      335,
    ],
    ['the last cent', rows([600, '2027-01-15']), 601, 'monthly', '2027-02-15', 1],
    ['a cent again', rows([1, '2027-01-15']), 1_500, 'monthly', '2027-02-15', 1],
    [
      'the same day of the next month, also after a month’s end',
      rows([10, '2027-02-28']),
      90,
      'monthly',
      '2027-03-28',
      10,
    ],
    ['nothing where nothing is left', rows([600, '2027-01-15']), 600, 'monthly', '2027-02-15', 0],
    ['nothing where too much is allocated', rows([600, '2027-01-15']), 500, 'monthly', '2027-02-15', 0],
    ['the balance after an empty row', rows([0, '2027-01-15']), 500, 'monthly', '2027-02-15', 500],
    ['counting from the first row', rows([10, '2027-01-31'], [10, '2027-02-28']), 90, 'monthly', '2027-03-31', 10],
    ['after a row that staff moved', rows([10, '2027-01-15'], [10, '2027-03-20']), 90, 'monthly', '2027-04-15', 10],
    ['by the week', rows([10, '2027-01-15']), 90, 'weekly', '2027-01-22', 10],
    ['at the end of the next month', rows([10, '2027-01-15']), 90, 'month-end', '2027-02-28', 10],
    ['the month’s end after', rows([10, '2027-01-29'], [10, '2027-02-28']), 90, 'month-end', '2027-03-31', 10],
    ['no date after 2199', rows([10, '2199-12-15']), 90, 'monthly', null, 10],
    ['everything, undated, without rows', rows(), 90, 'monthly', null, 90],
  ] as const)('%s', (_, typed, total, period, date, amount) => {
    expect(suggestNextRow(typed, cents(total), period)).toEqual({ date, amount });
  });

  test('a month where no period is chosen', () => {
    expect(suggestNextRow(rows([10, '2027-01-15']), cents(90)).date).toBe('2027-02-15');
  });
});
