import { day, eur, instalment, obligation } from '../testing';
import { differenceOf } from './difference';

const code = (value: string) => ({ value, display: value, parts: [value], scheme: 'rf' as const });

describe('what a reader has to know about a newer version', () => {
  it('is nothing when nothing changed', () => {
    expect(differenceOf(obligation(), obligation({ version: 2 }))).toEqual([]);
  });

  it('names the instalment whose deadline and amount changed, and the total', () => {
    const changed = instalment({ number: 2, amount: eur('120.00'), dueDate: day('2026-12-04') });
    const after = obligation({ total: eur('320.00'), instalments: [instalment(), changed, instalment({ number: 3 })] });
    expect(differenceOf(obligation(), after)).toEqual([
      { field: 'total', before: '300.00', after: '320.00' },
      { of: 'i2', number: 2, field: 'amount', before: '100.00', after: '120.00' },
      { of: 'i2', number: 2, field: 'dueDate', before: '2026-11-30', after: '2026-12-04' },
    ]);
  });

  it('does not take the passing of a night for a change', () => {
    const after = obligation({
      state: 'overdue',
      instalments: [1, 2, 3].map((number) => instalment({ number, state: 'overdue' })),
    });
    expect(differenceOf(obligation(), after)).toEqual([]);
  });

  it('tells a payment in full once', () => {
    const paid = instalment({ number: 1, state: 'paid', paid: eur('100.00') });
    const after = obligation({ instalments: [paid, instalment({ number: 2 }), instalment({ number: 3 })] });
    expect(differenceOf(obligation(), after)).toEqual([
      { of: 'i1', number: 1, field: 'state', before: 'open', after: 'paid' },
    ]);
  });

  it('tells a new code once, and not for every instalment that takes it over', () => {
    const paymentCode = code('RF18539007547034');
    const instalments = [1, 2, 3].map((number) => instalment({ number, paymentCode }));
    expect(differenceOf(obligation(), obligation({ paymentCode, instalments }))).toEqual([
      { field: 'paymentCode', before: null, after: 'RF18539007547034' },
    ]);
  });

  it('tells of a code of its own', () => {
    const instalments = [instalment(), instalment({ number: 2, paymentCode: code('X') }), instalment({ number: 3 })];
    expect(differenceOf(obligation(), obligation({ instalments }))).toEqual([
      { of: 'i2', number: 2, field: 'paymentCode', before: null, after: 'X' },
    ]);
  });

  it('tells which instalments came and went, and not that others have another number', () => {
    const [first, second, third] = obligation().instalments;
    const added = instalment({ number: 4, documentId: 'i9', amount: eur('50.00') });
    const instalments = [first, third && { ...third, number: 2 }, added].filter((row) => row !== undefined);
    expect(second?.documentId).toBe('i2');
    expect(differenceOf(obligation(), obligation({ instalments }))).toEqual([
      { of: 'i9', number: 4, field: 'amount', before: null, after: '50.00' },
      { of: 'i9', number: 4, field: 'dueDate', before: null, after: '2026-11-30' },
      { of: 'i2', number: 2, field: 'amount', before: '100.00', after: null },
    ]);
  });

  it('tells which files came and went', () => {
    const file = (id: string) => ({ id, name: `${id}.pdf`, size: 1, type: 'application/pdf' });
    expect(differenceOf(obligation({ attachments: [file('a')] }), obligation({ attachments: [file('b')] }))).toEqual([
      { field: 'attachments', of: 'b', before: null, after: 'b.pdf' },
      { field: 'attachments', of: 'a', before: 'a.pdf', after: null },
    ]);
  });
});
