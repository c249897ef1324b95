import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import type { ThreatenedArrangement, TodayPage } from '../../src/plugins/payments/contracts/today';
import { dataOf } from './answers';
import type { Answer } from './http';
import type { MailOffice, Person } from './mail-office';
import { eur } from './office';
import type { Refusal } from './office';

/** A Wednesday; two instalments of the plan are past, the third is near. */
export const now = '2027-03-10T08:00:00Z';
const dates = ['2027-01-29', '2027-02-26', '2027-03-15', '2027-04-30'];

export const path = ({ documentId }: { documentId: string }) => `/payments/payments/${documentId}`;

/** The error of an answer that must have this status. */
export const refusalWith = async (status: number, answer: Promise<Answer>): Promise<Refusal['error']> => {
  const { status: given, body } = await answer;
  if (given !== status) throw new Error(`${given} and not ${status}: ${JSON.stringify(body)}`);
  return (body as Refusal).error;
};

/** What tests of arrangements do with an office. */
export const arranging = (office: MailOffice) => {
  const losing = (payment: StaffPayment, more: object = {}) =>
    office.staff.post(`${path(payment)}/lose`, {
      revision: payment.revision,
      reason: 'Decision 12/2027',
      sendEmail: false,
      ...more,
    });
  return {
    /** 400.00 in four instalments, lost after two; silent. */
    arranged: (person: Person, more: object = {}): Promise<StaffPayment> =>
      office.register(person.customer, {
        title: `Arrangement of ${person.customer}`,
        sendEmail: false,
        lostAfter: 2,
        plan: {
          kind: 'manual',
          total: eur('400.00'),
          convention: 'unadjusted',
          instalments: dates.map((date) => ({ amount: '100.00', date })),
        },
        ...more,
      }),
    read: (payment: { documentId: string }) => dataOf<StaffPayment>(office.staff.get(path(payment))),
    settle: (payment: StaffPayment, index: number, amount = '100.00') =>
      dataOf<StaffPayment>(
        office.staff.post(`/payments/instalments/${payment.instalments[index]?.documentId}/settle`, {
          revision: payment.revision,
          amount,
          paidOn: '2027-03-01',
          sendEmail: false,
        }),
      ),
    losing,
    lose: (payment: StaffPayment, more: object = {}) => dataOf<StaffPayment>(losing(payment, more)),
    /** What Today says of arrangements, by the payment. */
    async alerts(): Promise<Map<string, ThreatenedArrangement>> {
      const { arrangements } = await dataOf<TodayPage>(office.staff.get('/payments/today'));
      return new Map(arrangements.items.map((item) => [item.payment.documentId, item]));
    },
  };
};
