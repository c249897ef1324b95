import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import type { Http } from '../support/http';
import { createCustomer, createPayment, eur } from '../support/office';
import type { Envelope, Refusal } from '../support/office';
import { startServer, type Server } from '../support/server';
import { adminLogin } from '../support/users';

let server: Server;
let staff: Http;
let customer: string;

beforeAll(async () => {
  server = await startServer();
  staff = await adminLogin(server.url);
  await server.evaluate(({ strapi }) => strapi.plugin('payments').service('clock').set('2026-11-23T10:00:00Z'));
  customer = (await createCustomer(staff, 'Papadaki Eleni', null)).documentId;
});

afterAll(() => server.stop());

describe('the unpaid rest is planned anew', () => {
  test('by an amount: what is paid stays, in whole or in part, and an impossible amount names one that is not', async () => {
    const payment = await createPayment(staff, customer, { sendEmail: false });
    const [first, second] = payment.instalments;
    const settle = (documentId: string | undefined, body: object) =>
      staff.post(`/payments/instalments/${documentId}/settle`, { paidOn: '2026-11-01', sendEmail: false, ...body });
    await settle(first?.documentId, { revision: 1 });
    await settle(second?.documentId, { revision: 2, amount: '66.67' });
    const replan = (revision: number, amount: string) =>
      staff.post<unknown>(`/payments/payments/${payment.documentId}/replan`, {
        revision,
        firstDate: '2027-06-30',
        period: 'monthly',
        amount,
        sendEmail: false,
      });

    const refused = await replan(3, '0.01');
    const { error } = refused.body as Refusal;
    expect([refused.status, error.details.errors?.map((one) => one.path)]).toEqual([400, [['amount']]]);
    expect(error.details.repairs).toEqual([{ amount: '2.96' }]);
    const mended = (await replan(3, '2.96')).body as Envelope<StaffPayment>;
    expect(mended.data).toMatchObject({ revision: 4, total: eur('2000.00'), instalmentCount: 599 });

    const { data } = (await replan(4, '300.00')).body as Envelope<StaffPayment>;
    expect(
      data.instalments.map(({ number, state, amount, dueDate }) => [number, state, amount.value, dueDate]),
    ).toEqual([
      [1, 'paid', '166.67', first?.dueDate],
      [2, 'paid', '66.67', second?.dueDate],
      [3, 'upcoming', '300.00', '2027-06-30'],
      [4, 'upcoming', '300.00', '2027-07-30'],
      [5, 'upcoming', '300.00', '2027-08-30'],
      [6, 'upcoming', '300.00', '2027-09-30'],
      [7, 'upcoming', '300.00', '2027-11-01'],
      [8, 'upcoming', '266.66', '2027-11-30'],
    ]);
    expect(data).toMatchObject({ total: eur('2000.00'), outstanding: eur('1766.66'), instalmentCount: 8 });
  });
});
