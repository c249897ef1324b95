import fc from 'fast-check';
import { foldUpdated, partOf, withoutPart } from './fold';
import type { EditOf } from './fold';
import type { UpdatedPayload } from './notice';

const dueDate = (before: string, after: string) => ({ field: 'dueDate', number: 1, of: 'row', before, after });

const edit = (payment: string, more: Partial<EditOf> = {}): EditOf => ({
  payment,
  changes: [dueDate('2027-02-26', '2027-03-31')],
  loud: true,
  reason: null,
  ...more,
});

describe('edits that wait', () => {
  test('of several payments stand beside each other, each with its reasons once', () => {
    const decree = 'Decree 1/2027';
    const first = foldUpdated(undefined, edit('a', { reason: decree }));
    const both = foldUpdated(first, edit('b', { reason: decree }));
    const again = foldUpdated(both, edit('a', { reason: decree, changes: [dueDate('2027-03-31', '2027-04-30')] }));
    expect(again.parts.map(({ payment, reasons }) => [payment, reasons])).toEqual([
      ['a', [decree]],
      ['b', [decree]],
    ]);
    // the value before the first edit stays
    expect(partOf(again, 'a')?.changes).toEqual([
      { field: 'dueDate', number: 1, of: 'row', before: '2027-02-26', loud: true },
    ]);
  });

  test('of a payment that waited elsewhere go on from what waited there', () => {
    const elsewhere = foldUpdated(undefined, edit('a', { changes: [dueDate('2027-01-29', '2027-02-26')] }));
    const joined = foldUpdated(undefined, edit('a'), partOf(elsewhere, 'a'));
    expect(partOf(joined, 'a')?.changes[0]).toMatchObject({ before: '2027-01-29' });
  });

  test('of one payment are taken out without touching the others, and a silent edit gives no reason', () => {
    const waiting = foldUpdated(foldUpdated(undefined, edit('a')), edit('b', { loud: false, reason: 'told nobody' }));
    expect(partOf(waiting, 'b')?.reasons).toEqual([]);
    expect(withoutPart(waiting, 'a').parts).toEqual([partOf(waiting, 'b')]);
  });

  test('are the same whatever edits of other payments come between', () => {
    const payments = fc.constantFrom('a', 'b', 'c');
    const day = fc.constantFrom('2027-02-26', '2027-03-31', '2027-04-30');
    const edits = fc.array(fc.record({ payment: payments, before: day, after: day, loud: fc.boolean() }));
    fc.assert(
      fc.property(edits, (all) => {
        const foldAll = (of: typeof all) =>
          of.reduce<UpdatedPayload | undefined>(
            (waiting, { payment, before, after, loud }) =>
              foldUpdated(waiting, edit(payment, { changes: [dueDate(before, after)], loud })),
            undefined,
          );
        for (const payment of ['a', 'b', 'c']) {
          const alone = foldAll(all.filter((each) => each.payment === payment));
          expect(partOf(foldAll(all), payment)).toEqual(partOf(alone, payment));
        }
      }),
    );
  });
});
