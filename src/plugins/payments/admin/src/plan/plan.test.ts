import { emptyPlan, emptyRow } from './draft';
import type { PlanDraft } from './draft';
import { typedInto, withThird } from './propose';
import { leftToAllocate, readPlan } from './readPlan';
import { readerFor } from './reader';
import { rowCodeProblems } from './codes';
import { cellsOf, pasteCells } from './paste';
import { addRow, removeRow } from './rows';

const greek = readerFor('el', '2026-11-23');
const draft = (change: Partial<PlanDraft>): PlanDraft => ({ ...emptyPlan('EUR'), ...change });

describe('a typed plan', () => {
  it('is sent as the server takes it, amounts and dates as the office writes them', () => {
    const read = readPlan(
      draft({
        kind: 'automatic',
        total: '2.000',
        amount: '166,67',
        count: '12',
        firstDate: '31/1/27',
        convention: 'following',
      }),
      greek,
    );
    expect(read).toEqual({
      ok: true,
      plan: {
        kind: 'automatic',
        total: { value: '2000.00', currency: 'EUR' },
        amount: '166.67',
        count: 12,
        firstDate: '2027-01-31',
        period: 'monthly',
        convention: 'following',
      },
    });
  });

  it('names everything that is missing or unreadable, where it stands', () => {
    const read = readPlan(draft({ kind: 'automatic', total: '12,345', firstDate: '31/02/2027', count: 'ten' }), greek);
    expect(read.ok ? [] : read.problems.map(({ path, code }) => [path, code])).toEqual([
      ['total', 'amount-ambiguous'],
      ['amount', 'required'],
      ['count', 'count-invalid'],
      ['firstDate', 'date-impossible'],
    ]);
  });

  it('says no convention for the last working day of the month', () => {
    const read = readPlan(
      draft({
        kind: 'automatic',
        total: '100',
        amount: '50',
        count: '2',
        firstDate: '1/7/27',
        period: 'month-end',
        convention: 'following',
      }),
      greek,
    );
    expect(read.ok && read.plan).not.toHaveProperty('convention');
  });

  it('names an empty row between others where it stands', () => {
    const rows = [emptyRow(1), emptyRow(2), { ...emptyRow(3), amount: '100', date: '1/7/27' }];
    const read = readPlan(draft({ kind: 'manual', total: '100', rows }), greek);
    expect(read.ok ? [] : read.problems.map(({ path }) => path)).toEqual([
      'instalments.0.amount',
      'instalments.0.date',
      'instalments.1.amount',
      'instalments.1.date',
    ]);
  });

  it('leaves out a manual row that was added and never filled in', () => {
    const rows = [{ ...emptyRow(1), amount: '100', date: '1/7/27' }, emptyRow(2)];
    const read = readPlan(draft({ kind: 'manual', total: '100', rows }), greek);
    expect(read.ok && read.plan.kind === 'manual' && read.plan.instalments).toEqual([
      { amount: '100.00', date: '2027-07-01' },
    ]);
  });
});

describe('a one-off that is paid already', () => {
  it.each([
    ['', undefined],
    ['0', undefined],
    ['1', 1],
    // left over from a plan of twelve
    ['5', 1],
  ])('says so of its one instalment where the form says “%s”', (alreadyPaid, sent) => {
    const read = readPlan(draft({ kind: 'single', total: '100', date: '1/7/27', alreadyPaid }), greek);
    expect(read.ok && read.plan.alreadyPaid).toBe(sent);
  });
});

describe('the codes of typed rows', () => {
  const rows = (...codes: string[]) => codes.map((paymentCode, index) => ({ ...emptyRow(index + 1), paymentCode }));
  const problems = (codes: string[], singleUse = false) =>
    rowCodeProblems(draft({ kind: 'manual', rows: rows(...codes) }), {
      scheme: 'rf',
      scope: 'instalment',
      singleUse,
    }).map(({ path, code }) => [path, code]);

  it('are judged where they stand, as they are typed', () => {
    expect(problems(['rf18 5390 0754 7034', '', 'RF18'])).toEqual([['instalments.2.paymentCode', 'code-length']]);
  });

  it('serve one instalment each where the institution says so, however they are written', () => {
    const twice = ['RF18539007547034', 'rf18 5390 0754 7034'];
    expect(problems(twice, true)).toEqual([['instalments.1.paymentCode', 'code-used-twice']]);
    expect(problems(twice)).toEqual([]);
  });
});

describe('cells of a sheet', () => {
  const typed = draft({
    kind: 'manual',
    total: '1.000',
    rows: [{ ...emptyRow(1), amount: '600,00', date: '31/01/2027', note: 'kept' }],
  });
  const pasted = (field: 'amount' | 'date' | 'paymentCode', text: string) =>
    pasteCells(typed, 1, field, cellsOf(text) ?? [], greek).rows.map(({ amount, date, paymentCode, note }) => [
      amount,
      date,
      paymentCode,
      note,
    ]);

  it('are more than one line or column; anything else is text', () => {
    expect(cellsOf('1.234,56')).toBeNull();
    expect(cellsOf('RF18 5390 0754 7034')).toBeNull();
    expect(cellsOf('1\r\n2\r\n')).toEqual([['1'], ['2']]);
  });

  it('fill codes downwards, with rows added a period on', () => {
    expect(pasted('paymentCode', 'A\r\nB\r\nC\r\n')).toEqual([
      ['600,00', '31/01/2027', 'A', 'kept'],
      ['400,00', '28/02/2027', 'B', ''],
      ['', '31/03/2027', 'C', ''],
    ]);
  });

  it('fill amounts, dates and codes to the right, and leave what a cell leaves empty', () => {
    expect(pasted('amount', '250,00 €\t15/1/27\tA\tfirst\n750\t\tB')).toEqual([
      ['250,00', '15/1/27', 'A', 'first'],
      ['750', '15/02/2027', 'B', ''],
    ]);
  });
});

describe('filling two of total, amount and number', () => {
  const automatic = (change: Partial<PlanDraft>) => draft({ kind: 'automatic', ...change });

  it.each([
    ['total and number', { total: '1.234,56', count: '8' }, 'count', { amount: '154,32', proposed: 'amount' }],
    ['total and amount', { total: '2.000,00', amount: '166,67' }, 'amount', { count: '12', proposed: 'count' }],
    ['amount and number', { amount: '100', count: '12' }, 'count', { total: '1.200,00', proposed: 'total' }],
  ] as const)('%s proposes the third', (_name, typed, edited, expected) => {
    expect(withThird(automatic(typed), edited, greek)).toMatchObject(expected);
  });

  it('follows the two that were typed', () => {
    const proposed = withThird(automatic({ total: '1.000', count: '4' }), 'count', greek);
    expect(withThird({ ...proposed, count: '5' }, 'count', greek)).toMatchObject({ amount: '200,00' });
  });

  it('follows while it is typed, and takes back a proposal that no longer fits', () => {
    const proposed = typedInto(automatic({ total: '2.000' }), 'amount', '300', greek);
    expect(proposed).toMatchObject({ count: '7', proposed: 'count' });
    expect(typedInto(proposed, 'amount', '', greek)).toMatchObject({ count: '', proposed: null });
    expect(typedInto(proposed, 'count', '4', greek)).toMatchObject({ amount: '300', count: '4', proposed: null });
  });

  it('never overwrites what was typed', () => {
    const typed = automatic({ total: '2.000', amount: '300', count: '4' });
    expect(withThird(typed, 'count', greek)).toBe(typed);
  });

  it('proposes nothing while one of the two cannot be read', () => {
    const typed = automatic({ total: 'much', count: '4' });
    expect(withThird(typed, 'count', greek)).toBe(typed);
  });
});

describe('manual rows', () => {
  const rows = [{ ...emptyRow(1), amount: '600,00', date: '31/01/2027' }];

  it('know what is left to allocate', () => {
    expect(leftToAllocate(draft({ kind: 'manual', total: '1.000', rows }), greek)).toBe(40_000);
    expect(leftToAllocate(draft({ kind: 'manual', total: '500', rows }), greek)).toBe(-10_000);
    expect(leftToAllocate(draft({ kind: 'manual', total: '', rows }), greek)).toBeNull();
  });

  it('add the next date of the period and what the balance suggests', () => {
    const added = addRow(draft({ kind: 'manual', total: '1.000', rows }), greek).rows[1];
    expect(added).toMatchObject({ key: 2, amount: '400,00', date: '28/02/2027' });
  });

  it('always leave one', () => {
    const one = removeRow(draft({ kind: 'manual', rows }), 1).rows;
    expect(one).toHaveLength(1);
    expect(one[0]).toMatchObject({ amount: '', date: '' });
  });
});
