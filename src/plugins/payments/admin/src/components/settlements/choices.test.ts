import type { SettlementCandidate, SettlementLine } from '../../../../contracts/settlements';
import { canTake, choiceOf, settlementsOf, sharesOf } from './choices';

const eur = (value: string) => ({ value, currency: 'EUR' as never });

const candidate = (documentId: string, outstanding: string): SettlementCandidate => ({
  documentId,
  payment: { documentId: `p${documentId}`, title: 'Tax', reference: 'P-1', revision: 3 },
  customer: { documentId: 'c1', name: 'Papadaki' },
  number: 1,
  of: 1,
  dueDate: '2027-01-29' as never,
  outstanding: eur(outstanding),
});

const line = (more: Partial<SettlementLine>): SettlementLine => ({
  line: 1,
  text: '',
  status: 'matched',
  amount: eur('850.00'),
  paidOn: '2027-01-20' as never,
  problem: null,
  shares: [{ documentId: 'a', amount: eur('850.00') }],
  candidates: [candidate('a', '850.00'), candidate('b', '100.00')],
  ...more,
});

const none = new Map();

test('what matches is taken, on its own day or on the one for all', () => {
  const lines = [line({}), line({ line: 2, paidOn: null, shares: [{ documentId: 'b', amount: eur('40.00') }] })];
  expect(settlementsOf(lines, none, '2027-01-25')).toEqual([
    { instalment: 'a', revision: 3, amount: '850.00', paidOn: '2027-01-20' },
    { instalment: 'b', revision: 3, amount: '40.00', paidOn: '2027-01-25' },
  ]);
});

test('what could be several waits until staff choose, and takes no more than is outstanding', () => {
  const ambiguous = line({ status: 'ambiguous', shares: [] });
  expect(choiceOf(ambiguous, none).taken).toBe(false);
  expect(canTake(ambiguous, choiceOf(ambiguous, none))).toBe(false);
  const chosen = { taken: true, instalment: 'b' };
  expect(sharesOf(ambiguous, chosen).map(({ amount }) => amount)).toEqual(['100.00']);
  expect(settlementsOf([ambiguous], new Map([[1, chosen]]), '2027-01-25')).toHaveLength(1);
});

test('more than is outstanding is taken only when staff say so', () => {
  const overpaid = line({ status: 'overpaid', amount: eur('900.00') });
  expect(settlementsOf([overpaid], none, '2027-01-25')).toEqual([]);
  const taken = new Map([[1, { taken: true, instalment: null }]]);
  expect(settlementsOf([overpaid], taken, '2027-01-25')[0]?.amount).toBe('850.00');
});
