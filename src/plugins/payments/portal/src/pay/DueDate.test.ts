import el from '../i18n/el.json';
import en from '../i18n/en.json';
import { createWords } from '../i18n/words';
import { day, instalment } from '../testing';
import { dueLines } from './DueDate';

const english = createWords('en', en, ['en-GB']);
const greek = createWords('el', el, ['el-GR']);
const today = '2026-10-22';

const due = (payBy: string, dueDate: string, more: Parameters<typeof instalment>[0] = {}) =>
  instalment({ payBy: day(payBy), dueDate: day(dueDate), nominalDate: day(dueDate), ...more });

describe('the dates of an instalment', () => {
  it('lead with the day on which to pay, and tell why the due date moved', () => {
    const moved = due('2026-10-27', '2026-10-30', {
      nominalDate: day('2026-10-28'),
      shift: { kind: 'holiday', name: 'Ochi Day' },
    });
    expect(dueLines(moved, today, english)).toEqual({
      lead: 'Pay by Tue 27 Oct · in 5 days',
      detail: 'due Fri 30 Oct, moved from Wed 28 Oct: Ochi Day',
      warning: null,
    });
    expect(dueLines(moved, today, greek).lead).toBe('Πληρώστε έως Τρί 27 Οκτ · σε 5 ημέρες');
  });

  it('name the due date alone where the bank needs no days', () => {
    expect(dueLines(due('2026-10-30', '2026-10-30'), today, english)).toEqual({
      lead: 'Due Fri 30 Oct · in 8 days',
      detail: null,
      warning: null,
    });
  });

  it('name a weekend by its word', () => {
    const moved = due('2026-11-02', '2026-11-02', {
      nominalDate: day('2026-10-31'),
      shift: { kind: 'weekend', name: null },
    });
    expect(dueLines(moved, today, english).detail).toBe('moved from Sat 31 Oct: weekend');
  });

  it('warn when a bank transfer may come too late', () => {
    const { lead, warning } = dueLines(due('2026-10-20', '2026-10-23'), today, english);
    expect(lead).toBe('Due Fri 23 Oct · tomorrow');
    expect(warning).toContain('bank transfer');
  });

  it('say since when it is overdue', () => {
    const { lead } = dueLines(due('2026-09-29', '2026-09-30', { state: 'overdue' }), today, english);
    expect(lead).toBe('Was due Wed 30 Sept · 22 days ago');
  });

  it('leave a far date without a distance', () => {
    expect(dueLines(due('2027-03-01', '2027-03-01'), today, english).lead).toBe('Due Mon 1 Mar 2027');
  });
});
