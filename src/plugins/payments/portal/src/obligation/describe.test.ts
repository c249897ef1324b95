import en from '../i18n/en.json';
import { createWords } from '../i18n/words';
import { describeChanges, spoken } from './describe';
import type { Change } from './difference';

const words = createWords('en', en, ['en-GB']);
const today = '2026-10-22';

const say = (...changes: Change[]): string =>
  spoken(describeChanges(changes, { words, currency: 'EUR', today }), words);

describe('a change in words', () => {
  it.each<[string, Change[], string]>([
    ['a title', [{ field: 'title', before: 'Tax', after: 'Income tax' }], 'Title: now Income tax, was Tax'],
    ['an amount', [{ field: 'total', before: '1.00', after: '2000.00' }], 'Total: now €2,000.00, was €1.00'],
    [
      'a deadline',
      [{ number: 2, of: 'i2', field: 'dueDate', before: '2026-11-30', after: '2027-01-04' }],
      'Instalment 2 · Due date: now Mon 4 Jan 2027, was Mon 30 Nov',
    ],
    [
      'a state',
      [{ number: 2, of: 'i2', field: 'state', before: 'open', after: 'paid' }],
      'Instalment 2 · State: now Paid, was Open',
    ],
    ['a first code', [{ field: 'paymentCode', before: null, after: 'RF18' }], 'Payment code: now RF18, was none'],
    [
      'a shift by a holiday',
      [{ number: 1, of: 'i1', field: 'shift', before: 'weekend', after: 'Ochi Day' }],
      'Instalment 1 · Reason of the date: now Ochi Day, was weekend',
    ],
    ['a field of a newer server', [{ field: 'colour', before: 'red', after: 'blue' }], 'Details: now blue, was red'],
    [
      'an instalment added, in one sentence',
      [
        { number: 4, of: 'i4', field: 'amount', before: null, after: '50.00' },
        { number: 4, of: 'i4', field: 'dueDate', before: null, after: '2026-11-30' },
        { number: 4, of: 'i4', field: 'nominalDate', before: null, after: '2026-11-29' },
      ],
      'Instalment 4 added: €50.00, due Mon 30 Nov',
    ],
    [
      'an instalment removed, in one sentence',
      [
        { number: 4, of: 'i4', field: 'amount', before: '50.00', after: null },
        { number: 4, of: 'i4', field: 'dueDate', before: '2026-11-30', after: null },
      ],
      'Instalment 4 removed',
    ],
    [
      'a registration, without repeating the page',
      [
        { field: 'title', before: null, after: 'Tax' },
        { field: 'total', before: null, after: '50.00' },
        { number: 1, of: 'i1', field: 'amount', before: null, after: '50.00' },
      ],
      'Registered',
    ],
    ['a registration as the history keeps it, without a change', [], 'Registered'],
  ])('%s', (_name, changes, expected) => {
    expect(say(...changes)).toBe(expected);
  });
});
