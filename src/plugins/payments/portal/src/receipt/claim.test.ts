import { PaymentsError } from '../../../client/src';
import { isProblem, problemOf, readClaim } from './claim';

const today = '2026-11-23';
const parse = (typed: string): string | null => (/^\d+\.\d\d$/.test(typed) ? typed : null);

const fill = (fields: Record<string, string | File>): FormData => {
  const form = new FormData();
  Object.entries({ paidOn: today, amount: '154.32', comment: '', ...fields }).forEach(([name, value]) =>
    form.append(name, value),
  );
  return form;
};

const pdf = (bytes: number, type = 'application/pdf') => new File([new Uint8Array(bytes)], 'proof.pdf', { type });

describe('reading "I have paid"', () => {
  it('takes what was filled in', () => {
    const file = pdf(10);
    const claim = readClaim(fill({ comment: ' at the bank ', file }), { today, parse });
    expect(claim).toEqual({ paidOn: today, amount: '154.32', comment: 'at the bank', file: expect.any(File) });
  });

  it('takes an empty file field for no file', () => {
    expect(readClaim(fill({ file: new File([], '') }), { today, parse })).toEqual({
      paidOn: today,
      amount: '154.32',
      comment: '',
    });
  });

  it.each([
    ['no day', { paidOn: '' }, 'paidOn'],
    ['a day to come', { paidOn: '2026-11-24' }, 'paidOn'],
    ['no amount', { amount: '' }, 'amount'],
    ['an amount that is none', { amount: 'all of it' }, 'amount'],
    ['nothing', { amount: '0.00' }, 'amount'],
    ['a file too large', { file: pdf(5 * 1024 * 1024 + 1) }, 'file'],
    ['a file of another kind', { file: pdf(10, 'text/html') }, 'file'],
  ])('refuses %s', (_name, fields, field) => {
    const claim = readClaim(fill(fields), { today, parse });
    expect(isProblem(claim) && claim.field).toBe(field);
  });
});

describe("the server's refusal", () => {
  const refusal = (status: number, path?: string) =>
    new PaymentsError({ status, name: 'E', message: 'no', details: path ? { errors: [{ path: [path] }] } : {} });

  it.each([
    [refusal(400, 'paidOn'), 'paidOn', 'receipt.invalid.paidOn'],
    [refusal(400, 'file'), 'file', 'receipt.invalid.file'],
    [refusal(413), 'file', 'receipt.invalid.file'],
    [refusal(409), null, 'receipt.conflict'],
    [refusal(429), null, 'problem.busy'],
    [refusal(400, 'else'), null, 'problem.server'],
    [refusal(0), null, 'problem.offline'],
    [new Error('what'), null, 'problem.server'],
  ])('%s concerns %s', (error, field, message) => {
    expect(problemOf(error)).toEqual({ field, message });
  });
});
