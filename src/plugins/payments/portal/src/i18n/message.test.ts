import { fillIn } from './message';

const plurals = new Intl.PluralRules('en');

describe('filling a message in', () => {
  it.each([
    ['Instalment {number} of {of}', { number: 4, of: 12 }, 'Instalment 4 of 12'],
    ['{a} and {a}', { a: 'x' }, 'x and x'],
    ['{missing}!', {}, '!'],
    ['{what}', { what: '{count} $& <b>' }, '{count} $& <b>'],
    [{ one: '{count} file', other: '{count} files' }, { count: 1 }, '1 file'],
    [{ one: '{count} file', other: '{count} files' }, { count: 0 }, '0 files'],
    [{ one: '{count} file', other: '{count} files' }, { count: 12 }, '12 files'],
  ])('%j with %j', (message, values, expected) => {
    expect(fillIn(message, values, plurals)).toBe(expected);
  });
});
