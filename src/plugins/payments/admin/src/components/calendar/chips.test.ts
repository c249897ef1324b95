import type { CalendarDay, CalendarInstalment } from '../../../../contracts/calendar';
import { chipsOf, dayChipsOf } from './chips';

const euro = (value: string) => ({ value, currency: 'EUR' });

const instalment = (documentId: string, outstanding: string) =>
  ({ documentId, outstanding: euro(outstanding) }) as unknown as CalendarInstalment;

const busy = {
  date: '2026-10-30',
  count: 16,
  outstanding: [euro('3600.10'), { value: '20.00', currency: 'USD' }],
  first: ['30.00', '30.00', '0.00', '60.00'].map((value, index) => instalment(`i${index}`, value)),
} as unknown as CalendarDay;

describe('chips of a month', () => {
  it('are the first of each day, then how many more and how much of it, in each currency', () => {
    const chips = chipsOf([busy]);
    expect(chips.map(({ kind }) => kind)).toEqual(['instalment', 'instalment', 'instalment', 'instalment', 'more']);
    expect(chips[4]).toMatchObject({ count: 12, outstanding: [euro('3480.10'), { value: '20.00', currency: 'USD' }] });
  });

  it('say nothing of more where there is none', () => {
    expect(chipsOf([{ ...busy, count: 4 }])).toHaveLength(4);
  });

  it('are one for each day where there is no room', () => {
    expect(dayChipsOf([busy])).toEqual([expect.objectContaining({ count: 16, outstanding: busy.outstanding })]);
  });
});
