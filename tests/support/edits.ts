import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import type { Answer, Http } from './http';
import { createCustomer, createPayment, twelveInstalments } from './office';
import type { Mailbox } from './mailbox';
import { contactLogin } from './users';
import { eventually } from './wait';
import type { Server } from './server';

/** Whom an edit is about: customers that no other edit touches, and the payment as it is before. */
export interface Subject {
  readonly customers: readonly string[];
  readonly payment: StaffPayment | null;
  /** The second customer's, for an edit of several payments; it is planned as the first. */
  readonly other: StaffPayment | null;
  /** The customer's contact, signed in. */
  readonly contact: Http;
}

/** One way in which a payment changes. */
export interface Edit {
  readonly name: string;
  /** What must have happened before; answers the payment. Without it the payment is as it was registered. */
  arrange?(staff: Http, payment: StaffPayment): Promise<StaffPayment>;
  /** It edits the second customer's payment too. */
  readonly several?: true;
  /** `headers` let the server know which edit asks. */
  act(staff: Http, subject: Subject, headers: Readonly<Record<string, string>>): Promise<Answer>;
}

const paymentOf = ({ payment }: Subject): StaffPayment => {
  if (!payment) throw new Error('This edit needs a payment.');
  return payment;
};
const bothOf = ({ payment, other }: Subject): StaffPayment[] => [payment, other].filter((each) => each !== null);
const at = (payment: StaffPayment): string => `/payments/payments/${payment.documentId}`;
const row = (payment: StaffPayment, index: number): string =>
  `/payments/instalments/${payment.instalments[index]?.documentId}`;

/** A staff route called for a payment with its revision. */
const staffEdit =
  (method: 'POST' | 'PUT', path: (payment: StaffPayment) => string, body: object = {}): Edit['act'] =>
  (staff, subject, headers) => {
    const payment = paymentOf(subject);
    return staff.request(method, path(payment), {
      body: { revision: payment.revision, sendEmail: true, ...body },
      headers,
    });
  };

const deletion =
  (path: (payment: StaffPayment) => string): Edit['act'] =>
  (staff, subject, headers) => {
    const payment = paymentOf(subject);
    return staff.delete(`${path(payment)}?revision=${payment.revision}&sendEmail=true`, { headers });
  };

const after =
  (path: (payment: StaffPayment) => string, body: object = {}): NonNullable<Edit['arrange']> =>
  async (staff, payment) => {
    const answer = await staff.post<{ data: StaffPayment }>(path(payment), {
      revision: payment.revision,
      sendEmail: false,
      ...body,
    });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body.data;
  };

const settle = { paidOn: '2026-11-20' };
const plan = { ...twelveInstalments, firstDate: '2027-01-31' };

/** Edits of one payment that write more than one row. */
const single: readonly Edit[] = [
  {
    name: 'register',
    act: (staff, { customers }, headers) =>
      staff.post(
        '/payments/payments',
        { customer: customers[0], title: 'Second tax', plan, sendEmail: true },
        { headers },
      ),
  },
  { name: 'title and description', act: staffEdit('PUT', at, { title: 'Income tax, corrected', description: 'New' }) },
  {
    name: 'another customer',
    act: (staff, subject, headers) => staffEdit('PUT', at, { customer: subject.customers[1] })(staff, subject, headers),
  },
  {
    name: 'amount, spread over the rest',
    act: staffEdit('PUT', (payment) => row(payment, 2), { amount: '300.00', rest: 'spread' }),
  },
  { name: 'due date', act: staffEdit('PUT', (payment) => row(payment, 2), { dueDate: '2027-04-06' }) },
  {
    name: 'instalment added',
    act: staffEdit('POST', (payment) => `${at(payment)}/instalments`, { amount: '50.00', date: '2027-02-10' }),
  },
  { name: 'instalment taken out', act: deletion((payment) => row(payment, 4)) },
  {
    name: 'planned anew',
    act: staffEdit('POST', (payment) => `${at(payment)}/replan`, {
      firstDate: '2027-06-30',
      period: 'monthly',
      count: 5,
    }),
  },
  {
    name: 'settled in part',
    act: staffEdit('POST', (payment) => `${row(payment, 0)}/settle`, { ...settle, amount: '50.00' }),
  },
  {
    name: 'unsettled',
    arrange: after((payment) => `${row(payment, 0)}/settle`, settle),
    act: staffEdit('POST', (payment) => `${row(payment, 0)}/unsettle`),
  },
  { name: 'cancelled', act: staffEdit('POST', (payment) => `${at(payment)}/cancel`) },
  {
    name: 'reopened',
    arrange: after((payment) => `${at(payment)}/cancel`),
    act: staffEdit('POST', (payment) => `${at(payment)}/reopen`),
  },
  { name: 'paused', act: staffEdit('POST', (payment) => `${at(payment)}/pause`) },
  { name: 'deleted', act: deletion(at) },
  {
    name: 'reported as paid',
    act: (_staff, subject, headers) =>
      subject.contact.post(
        `/api/payments/instalments/${paymentOf(subject).instalments[0]?.documentId}/receipts`,
        { paidOn: '2026-11-20', amount: '166.67' },
        { headers },
      ),
  },
];

/** Edits of several payments, of several customers, at once. */
const together: readonly Edit[] = [
  {
    name: 'registered for many',
    act: (staff, { customers }, headers) =>
      staff.post(
        '/payments/payments/many',
        {
          title: 'Chamber fee 2027',
          currency: 'EUR',
          plan: { kind: 'single', date: '2027-01-29' },
          rows: customers.map((customer) => ({ customer, amount: '120.00' })),
          sendEmail: true,
        },
        { headers },
      ),
  },
  {
    name: 'series begun',
    act: (staff, { customers }, headers) =>
      staff.post(
        '/payments/series',
        {
          customer: customers[0],
          title: 'Contributions',
          period: 'monthly',
          rule: { kind: 'month-end' },
          currency: 'EUR',
          amount: '238.22',
          start: '2026-12-01',
          daysAhead: 60,
        },
        { headers },
      ),
  },
  {
    name: 'deadline extended',
    several: true,
    act: (staff, subject, headers) => {
      const chosen = bothOf(subject).map(({ revision, instalments }) => ({ revision, row: instalments[2] }));
      return staff.post(
        '/payments/extensions',
        {
          title: 'Income tax',
          from: chosen[0]?.row?.dueDate,
          to: '2027-04-15',
          reference: 'Decree A.1012/2027',
          instalments: chosen.map(({ revision, row: part }) => ({ documentId: part?.documentId, revision })),
          sendEmail: true,
        },
        { headers },
      );
    },
  },
  {
    name: 'settled by a list',
    several: true,
    act: (staff, subject, headers) =>
      staff.post(
        '/payments/payments/settlements',
        {
          settlements: bothOf(subject).map(({ revision, instalments }) => ({
            ...{ instalment: instalments[0]?.documentId, revision },
            ...{ amount: '166.67', paidOn: settle.paidOn },
          })),
          sendEmail: true,
        },
        { headers },
      ),
  },
];

/** Every kind of edit that writes more than one row. */
export const edits: readonly Edit[] = [...single, ...together];

const password = 'Contact-pass-1234';

const isSent = (server: Server, contact: string): Promise<boolean> =>
  server.evaluate(
    async ({ strapi }, contactDocumentId) =>
      (await strapi.db.query('plugin::payments.notice').count({ where: { contactDocumentId, state: 'sent' } })) > 0,
    contact,
  );

/** Two customers of an edit's own, and a payment in twelve instalments, registered loudly. */
export const createSubject = async (
  { server, staff, mailbox }: { server: Server; staff: Http; mailbox: Mailbox },
  edit: Edit,
  round: number,
): Promise<Subject> => {
  const key = `${edits.indexOf(edit)}-${round}`;
  const first = await createCustomer(staff, `Subject ${key}`, `subject-${key}@example.com`);
  const second = await createCustomer(staff, `Other ${key}`, `other-${key}@example.com`);
  await server.evaluate(
    ({ strapi }, [contact, secret]) => strapi.plugin('payments').service('logins').create(contact, secret),
    [first.contacts[0]?.documentId ?? '', password] as const,
  );
  const payment = await createPayment(staff, first.documentId, { plan });
  // A registration that still waits would absorb the edit; one that has left does not.
  await mailbox.waitFor(({ recipients }) => recipients.includes(`subject-${key}@example.com`), 60_000);
  await eventually(() => isSent(server, first.contacts[0]?.documentId ?? ''), 'the registration is told', 60_000);
  return {
    customers: [first.documentId, second.documentId],
    payment: edit.arrange ? await edit.arrange(staff, payment) : payment,
    other: edit.several ? await createPayment(staff, second.documentId, { plan, sendEmail: false }) : null,
    contact: await contactLogin(server.url, `subject-${key}@example.com`, password),
  };
};
