import type { ClosedDayEffect } from '../../../../contracts/closed-days';
import { groupEffects, isSafe, searchEffects } from './effects';

const effect = (documentId: string, from: string, to: string, customer = 'Παπαδάκη Ελένη') =>
  ({
    documentId,
    payment: { documentId: `p${documentId}`, title: 'Φόρος εισοδήματος', reference: 'P-2031' },
    customer: { documentId: 'c', name: customer },
    institution: null,
    from,
    to,
    shift: { kind: 'decree', name: 'Strike' },
  }) as unknown as ClosedDayEffect;

describe('the effects of a change of closed days', () => {
  test('stand together where they move from one day to another', () => {
    const groups = groupEffects([
      effect('a', '2027-03-05', '2027-03-08'),
      effect('b', '2027-03-05', '2027-03-09'),
      effect('c', '2027-03-05', '2027-03-08'),
    ]);
    expect(groups.map(({ to, effects }) => [to, effects.map(({ documentId }) => documentId)])).toEqual([
      ['2027-03-08', ['a', 'c']],
      ['2027-03-09', ['b']],
    ]);
  });

  test('are found without accents, case and final sigma, by all words', () => {
    const effects = [effect('a', '2027-03-05', '2027-03-08'), effect('b', '2027-03-05', '2027-03-08', 'Boreas AE')];
    const found = (text: string) => searchEffects(effects, text).map(({ documentId }) => documentId);
    expect(found('ΦΟΡΟΣ παπαδακη')).toEqual(['a']);
    expect(found('p-2031 boreas')).toEqual(['b']);
    expect(found('')).toEqual(['a', 'b']);
    expect(found('nobody')).toEqual([]);
  });

  test('are not safe where the new day has passed', () => {
    expect(isSafe(effect('a', '2027-03-05', '2027-03-04'), '2027-03-05')).toBe(false);
    expect(isSafe(effect('a', '2027-03-04', '2027-03-05'), '2027-03-05')).toBe(true);
  });
});
