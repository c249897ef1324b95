import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import type { SettlementLine } from '../../src/plugins/payments/contracts/settlements';
import { dataOf, refusalOf } from '../support/answers';
import type { Http } from '../support/http';
import { createCustomer, createPayment, eur } from '../support/office';
import { startServer, type Server } from '../support/server';
import { countStatements } from '../support/statements';
import { adminLogin, createAdmin } from '../support/users';

let server: Server;
let staff: Http;

beforeAll(async () => {
  server = await startServer();
  staff = await adminLogin(server.url);
  await server.evaluate(({ strapi }) => strapi.plugin('payments').service('clock').set('2027-02-01T10:00:00Z'));
});

afterAll(() => server.stop());

let codes = 0;
/** A code of ISO 11649 that no other test has. */
const newCode = (): string => {
  codes += 1;
  const reference = `OFFICE${String(codes).padStart(4, '0')}`;
  const digits = `${reference}RF00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  const rest = [...digits].reduce((left, digit) => (left * 10 + Number(digit)) % 97, 0);
  return `RF${String(98 - rest).padStart(2, '0')}${reference}`;
};

const owe = async (name: string, more: object = {}, customerMore: object = {}) => {
  const { documentId } = await createCustomer(staff, name, null, customerMore);
  return createPayment(staff, documentId, {
    title: `Tax of ${name}`,
    plan: { kind: 'single', total: eur('850.00'), date: '2027-01-29' },
    sendEmail: false,
    confirmed: ['duplicate', 'wrong-customer'],
    ...more,
  });
};

const withCode = (value: string) => ({ paymentCode: { value, scheme: 'rf' } });

const preview = (text: string): Promise<SettlementLine[]> =>
  dataOf(staff.post('/payments/payments/settlements/preview', { text }));

interface Applied {
  readonly settled: number;
  readonly results: readonly { readonly instalment: string; readonly outcome: string }[];
}

const settlementsOf = (lines: readonly SettlementLine[]) =>
  lines.flatMap(({ shares, candidates, paidOn }) =>
    shares.map(({ documentId, amount }) => ({
      instalment: documentId,
      revision: candidates.find((one) => one.documentId === documentId)?.payment.revision ?? 1,
      amount: amount.value,
      paidOn: paidOn ?? '2027-02-01',
    })),
  );

const apply = (settlements: object[], sendEmail = false): Promise<Applied> =>
  dataOf(staff.post('/payments/payments/settlements', { settlements, sendEmail }));

const read = ({ documentId }: StaffPayment): Promise<StaffPayment> =>
  dataOf(staff.get(`/payments/payments/${documentId}`));

const statuses = (lines: readonly SettlementLine[]) => lines.map(({ line, status }) => [line, status]);

describe('a pasted list', () => {
  it('shows what each line would pay before anything is written', async () => {
    const [code, paidCode, grouped] = [newCode(), newCode(), newCode()];
    const matched = await owe('Matched', withCode(code));
    const paid = await owe('Paid', withCode(paidCode));
    await owe('Grouped', withCode(grouped));
    await dataOf(
      staff.post(`/payments/instalments/${paid.instalments[0]?.documentId}/settle`, {
        revision: 1,
        paidOn: '2027-01-20',
        sendEmail: false,
      }),
    );
    const taxNumber = '094259216';
    await owe('Taxed', {}, { taxNumber });
    await owe('Several', {}, { taxNumber: '123456783' });
    const several = await dataOf<{ documentId: string }[]>(staff.get('/payments/customers?q=Several'));
    await createPayment(staff, several[0]?.documentId ?? '', {
      title: 'Second of several',
      plan: { kind: 'single', total: eur('850.00'), date: '2027-02-26' },
      sendEmail: false,
    });
    const text = [
      'Κωδικός;Ποσό;Ημερομηνία',
      `${code};850,00;29/1/2027`,
      `${paidCode};850,00;29/1/2027`,
      `${newCode()};850,00;29/1/2027`,
      `${grouped.replace(/(.{4})/g, '$1 ').toLowerCase()} 900,00 29/1/2027`,
      `EL ${taxNumber};850,00;29/1/2027`,
      '123456783;850,00;29/1/2027',
      `${code};12,345;29/1/2027`,
      `${code};1,00;3/2/2027`,
    ].join('\r\n');
    const lines = await preview(text);
    expect(statuses(lines)).toEqual([
      [2, 'matched'],
      [3, 'paid'],
      [4, 'unmatched'],
      [5, 'overpaid'],
      [6, 'matched'],
      [7, 'ambiguous'],
      [8, 'unreadable'],
      [9, 'unreadable'],
    ]);
    expect(lines[0]).toMatchObject({
      amount: eur('850.00'),
      paidOn: '2027-01-29',
      shares: [{ documentId: matched.instalments[0]?.documentId, amount: eur('850.00') }],
    });
    expect(lines[5]?.candidates.map(({ payment }) => payment.title)).toEqual(['Tax of Several', 'Second of several']);
    expect(lines[6]?.problem).toMatchObject({ code: 'amount-ambiguous' });
    expect(lines[7]?.problem).toMatchObject({ code: 'paid-in-the-future' });
    expect((await read(matched)).paid).toEqual(eur('0.00'));
  });

  it('settles what was chosen, on its own days, with history and no mail', async () => {
    const code = newCode();
    const plan = { kind: 'automatic', total: eur('300.00'), amount: '100.00', count: 3, firstDate: '2027-01-29' };
    const payment = await owe('Planned', { ...withCode(code), plan: { ...plan, period: 'monthly' } });
    const lines = await preview(`${code}\t100,00\t20/1/2027\n${code}\t150,00\t25/1/2027`);
    // the second line goes on from what the first one pays
    expect(lines.map(({ shares }) => shares.map(({ amount }) => amount.value))).toEqual([
      ['100.00'],
      ['100.00', '50.00'],
    ]);
    expect((await apply(settlementsOf(lines))).settled).toBe(3);
    const after = await read(payment);
    expect(after.instalments.map(({ paid, paidOn, state }) => [paid.value, paidOn, state])).toEqual([
      ['100.00', '2027-01-20', 'paid'],
      ['100.00', '2027-01-25', 'paid'],
      ['50.00', '2027-01-25', expect.any(String)],
    ]);
    expect(after.history[0]).toMatchObject({ loud: false, by: { name: 'Anna Admin' } });
    expect(after.revision).toBe(2);
  });

  it('leaves, each by name, what was edited, paid or cancelled since it was shown', async () => {
    const all = [newCode(), newCode(), newCode(), newCode()];
    const payments: StaffPayment[] = [];
    for (const code of all) payments.push(await owe(`Race ${code}`, withCode(code)));
    const [, edited, paid, cancelled] = payments as [StaffPayment, StaffPayment, StaffPayment, StaffPayment];
    const lines = await preview(all.map((code) => `${code};850,00`).join('\n'));
    await dataOf(
      staff.put(`/payments/payments/${edited.documentId}`, { revision: 1, title: 'Edited', sendEmail: false }),
    );
    await dataOf(
      staff.post(`/payments/instalments/${paid.instalments[0]?.documentId}/settle`, {
        revision: 1,
        paidOn: '2027-01-20',
        sendEmail: false,
      }),
    );
    await dataOf(staff.post(`/payments/payments/${cancelled.documentId}/cancel`, { revision: 1, sendEmail: false }));
    const chosen = settlementsOf(lines);
    const unknown = { instalment: 'unknown1', revision: 1, amount: '1.00', paidOn: '2027-01-20' };
    const { settled, results } = await apply([...chosen, { ...chosen[0] }, unknown]);
    expect(settled).toBe(1);
    expect(results.map(({ outcome }) => outcome)).toEqual([
      'settled',
      'changed-meanwhile',
      'paid',
      'cancelled',
      'paid',
      'not-found',
    ]);
  });

  it('writes nothing at all where one day is still to come', async () => {
    const [one, other] = [newCode(), newCode()];
    const payment = await owe('First', withCode(one));
    await owe('Second', withCode(other));
    const [first, second] = settlementsOf(await preview(`${one};850,00\n${other};850,00`));
    const refused = staff.post('/payments/payments/settlements', {
      settlements: [first, { ...second, paidOn: '2027-02-02' }],
      sendEmail: false,
    });
    expect((await refusalOf(refused)).status).toBe(400);
    expect((await read(payment)).paid).toEqual(eur('0.00'));
  });

  it('in a number of statements that does not grow with its lines', async () => {
    const list = async (count: number) => {
      const made = Array.from({ length: count }, newCode);
      for (const code of made) await owe(`Many ${code}`, withCode(code));
      return made.map((code) => `${code};1,00`).join('\n');
    };
    const settleAll = async (text: string) => {
      const { settled } = await apply(settlementsOf(await preview(text)));
      if (settled === 0) throw new Error('nothing was settled');
    };
    const [two, twenty] = [await list(2), await list(20)];
    const few = await countStatements(server, () => settleAll(two));
    const many = await countStatements(server, () => settleAll(twenty));
    // one statement a line would be 18 more
    expect(many - few).toBeLessThan(9);
  });

  it('is for staff who may settle, and refuses what is too long', async () => {
    const reader = await createAdmin(server, ['read', 'update']);
    expect((await reader.http.post('/payments/payments/settlements/preview', { text: 'x' })).status).toBe(403);
    expect((await reader.http.post('/payments/payments/settlements', { settlements: [] })).status).toBe(403);
    const long = Array.from({ length: 501 }, (_, index) => `CODE${index};1,00`).join('\n');
    const tooLong = staff.post('/payments/payments/settlements/preview', { text: long });
    expect(await refusalOf(tooLong)).toEqual({ status: 400, fields: ['text'] });
  });
});
