import { placePasted, readClipboard, readTaxSheet } from './paste';
import type { PasteTarget } from './paste';

const target = (key: string, taxNumber: string | null, locked = false): PasteTarget => ({ key, taxNumber, locked });

const targets = [target('a', '094259216'), target('b', '801234567'), target('c', null), target('d', 'EL 998877665')];
const at = { key: 'b', field: 'amount' } as const;
const cellsOf = ({ cells }: ReturnType<typeof placePasted>) => Object.fromEntries(cells);

test('what a spreadsheet copies are lines of cells, quotes taken off, empty lines left out', () => {
  expect(readClipboard('1,5\t"a\tb"\r\n\r\n2\tc\r\n')).toEqual([
    ['1,5', 'a\tb'],
    ['2', 'c'],
  ]);
});

test('cells go where pasting began, to the right and below, and none beyond the last line', () => {
  expect(cellsOf(placePasted(targets, at, readClipboard('10\tA1\n20\tB2\n30\tC3\n40\tD4')))).toEqual({
    b: { amount: '10', paymentCode: 'A1' },
    c: { amount: '20', paymentCode: 'B2' },
    d: { amount: '30', paymentCode: 'C3' },
  });
});

test('pasted into the codes a column is of codes', () => {
  const pasted = placePasted(targets, { key: 'a', field: 'paymentCode' }, readClipboard('A1\nB2'));
  expect(cellsOf(pasted)).toEqual({ a: { paymentCode: 'A1' }, b: { paymentCode: 'B2' } });
});

test('a line that nothing can be written into keeps its place and takes nothing', () => {
  const closed = [target('a', null), target('b', null, true), target('c', null)];
  expect(cellsOf(placePasted(closed, { key: 'a', field: 'amount' }, readClipboard('1\n2\n3')))).toEqual({
    a: { amount: '1' },
    c: { amount: '3' },
  });
});

test('a column of tax numbers finds its lines in any order, beside names and under a head', () => {
  const text = [
    'ΑΦΜ\tΕπωνυμία\tΠοσό\tΚωδικός',
    '998877665\tΔέλτα\t1.234,56\tRF18539007547034',
    '094 259 216\tΆλφα\t80,00\tRF98911565990000000012345',
  ].join('\n');
  const pasted = placePasted(targets, at, readClipboard(text));
  expect(pasted.byTaxNumber).toBe(true);
  expect(cellsOf(pasted)).toEqual({
    d: { amount: '1.234,56', paymentCode: 'RF18539007547034' },
    a: { amount: '80,00', paymentCode: 'RF98911565990000000012345' },
  });
});

test('tax numbers that no line has, or several, are told and written nowhere', () => {
  const twice = [...targets, target('e', '801234567')];
  const pasted = placePasted(twice, at, readClipboard('094259216\t10\n801234567\t20\n123456783\t30'));
  expect(cellsOf(pasted)).toEqual({ a: { amount: '10' } });
  expect(pasted).toMatchObject({ unmatched: ['123456783'], ambiguous: ['801234567'] });
});

test('a pasted sheet of customers is read by its tax numbers, with or without amounts and codes', () => {
  expect(readTaxSheet(readClipboard('094259216\n801 234 567'))).toEqual([
    { taxNumber: '094259216' },
    { taxNumber: '801 234 567' },
  ]);
  expect(readTaxSheet(readClipboard('Name\tAFM\tFee\nAlpha\t094259216\t1.234,56\nBeta\t998877663\t'))).toEqual([
    { taxNumber: '094259216', amount: '1.234,56' },
    { taxNumber: '998877663' },
  ]);
});
