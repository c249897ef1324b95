import { day, obligationItem } from '../testing';
import { splitOpen } from './sections';

describe('the sections of what is open', () => {
  it.each([
    ['2026-10-21', 'overdue'],
    ['2026-10-22', 'soon'],
    ['2026-11-21', 'soon'],
    ['2026-11-22', 'later'],
    [null, 'later'],
  ] as const)('due %s: %s', (due, expected) => {
    const item = obligationItem({ nextDueDate: due === null ? null : day(due) });
    const sections = splitOpen([item], '2026-10-22');
    expect(sections).toEqual({ overdue: [], soon: [], later: [], [expected]: [item] });
  });
});
