import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import type { Http } from './http';
import { startMailbox, type Mailbox } from './mailbox';
import { createCustomer, createInstitution, createPayment, eur } from './office';
import type { Envelope } from './office';
import { startServer, type Server } from './server';
import { adminLogin } from './users';

/** A row of the outbox, as far as tests look at it. */
export interface NoticeRow {
  readonly documentId: string;
  readonly kind: string;
  readonly state: string;
  readonly reason: string | null;
  /** How often it was handed over. */
  readonly attempts: number;
  readonly messageId: string | null;
  readonly html: string | null;
  readonly text: string | null;
}

export interface ReminderRow {
  readonly step: number;
  readonly dueDate: string;
  readonly state: string;
  readonly reason: string | null;
}

/** A customer with one contact, whom no other test writes to. */
export interface Person {
  readonly customer: string;
  readonly contact: string;
  readonly email: string;
}

/** An office with a mailbox: the product running, and what tests of its mail do with it. */
export interface MailOffice {
  readonly mailbox: Mailbox;
  readonly server: Server;
  readonly staff: Http;
  /** Moves the office's clock. */
  clock(instant: string): Promise<unknown>;
  /** Ticks as the minute does; what is due is in the mailbox when it returns. */
  tick(): Promise<unknown>;
  notices(contact: string): Promise<NoticeRow[]>;
  reminders(payment: string): Promise<ReminderRow[]>;
  someone(more?: object): Promise<Person>;
  /** Makes the administrator responsible for a customer. */
  beResponsible(customer: string): Promise<unknown>;
  /** A payment of 850.00, due on Friday 29 January 2027, registered loudly. */
  register(customer: string, more?: object): Promise<StaffPayment>;
  edit(payment: StaffPayment, changes: object, sendEmail?: boolean): Promise<StaffPayment>;
  editInstalment(payment: StaffPayment, index: number, changes: object, sendEmail?: boolean): Promise<StaffPayment>;
  close(): Promise<void>;
}

export const inJanuary = { kind: 'single', total: eur('850.00'), date: '2027-01-29' } as const;

const edited = async (staff: Http, path: string, body: object): Promise<StaffPayment> => {
  const answer = await staff.put<Envelope<StaffPayment>>(path, body);
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body.data;
};

/** @param env For the server, beside the test's own. */
export const startMailOffice = async (env: Readonly<Record<string, string>> = {}): Promise<MailOffice> => {
  const mailbox = await startMailbox();
  const server = await startServer({ smtpPort: mailbox.port, env });
  const staff = await adminLogin(server.url);
  const institution = (await createInstitution(staff, 'Tax office', { codeScheme: 'rf' })).documentId;
  let people = 0;
  return {
    mailbox,
    server,
    staff,
    clock: (instant) =>
      server.evaluate(({ strapi }, at) => strapi.plugin('payments').service('clock').set(at), instant),
    tick: () => server.evaluate(({ strapi }) => strapi.plugin('payments').service('notices').tick()),
    notices: (contact) =>
      server.evaluate(
        async ({ strapi }, contactDocumentId) =>
          (await strapi.db.query('plugin::payments.notice').findMany({
            where: { contactDocumentId },
            orderBy: { id: 'asc' },
          })) as NoticeRow[],
        contact,
      ),
    reminders: (payment) =>
      server.evaluate(
        async ({ strapi }, paymentDocumentId) =>
          (await strapi.db.query('plugin::payments.reminder').findMany({
            where: { paymentDocumentId },
            orderBy: { id: 'asc' },
          })) as ReminderRow[],
        payment,
      ),
    async someone(more = {}) {
      people += 1;
      const email = `contact${people}@example.com`;
      const customer = await createCustomer(staff, `Customer ${people}`, email, more);
      return { customer: customer.documentId, contact: customer.contacts[0]?.documentId as string, email };
    },
    beResponsible: (customer) =>
      server.evaluate(async ({ strapi }, documentId) => {
        const responsible = (await strapi.db.query('admin::user').findOne({ where: {} })).id as number;
        return strapi.db.query('plugin::payments.customer').update({ where: { documentId }, data: { responsible } });
      }, customer),
    register: (customer, more = {}) =>
      createPayment(staff, customer, {
        institution,
        title: 'Income tax 2026',
        paymentCode: { value: 'RF18 5390 0754 7034', scheme: 'rf' },
        plan: inJanuary,
        confirmed: ['duplicate'],
        ...more,
      }),
    edit: (payment, changes, sendEmail = true) =>
      edited(staff, `/payments/payments/${payment.documentId}`, { revision: payment.revision, sendEmail, ...changes }),
    editInstalment: (payment, index, changes, sendEmail = true) =>
      edited(staff, `/payments/instalments/${payment.instalments[index]?.documentId}`, {
        revision: payment.revision,
        sendEmail,
        ...changes,
      }),
    async close() {
      await server.stop();
      await mailbox.close();
    },
  };
};
