import type {
  ExtensionCandidate,
  ExtensionDetail,
  ExtensionItem,
} from '../../src/plugins/payments/contracts/extension';
import type { StaffInstalment } from '../../src/plugins/payments/contracts/instalment';
import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import { dataOf } from './answers';
import type { MailOffice } from './mail-office';
import { createInstitution, createPayment, eur } from './office';

export const february = { from: '2027-02-26', to: '2027-03-31' };

interface Extended {
  readonly extension: ExtensionItem | null;
  readonly results: readonly { readonly documentId: string; readonly outcome: string }[];
}

export const first = ({ instalments }: StaffPayment): StaffInstalment => instalments[0] as StaffInstalment;

/** What tests of extensions do, as staff do it. */
export const extending = (office: MailOffice) => ({
  /** An institution of the test's own, so that no other test's instalments are found by it. */
  institutionOf: async (name: string, more: object = {}): Promise<string> =>
    (await createInstitution(office.staff, name, more)).documentId,

  /** 850.00, due on Friday 26 February 2027. */
  owe: (customer: string, institution: string, more: object = {}): Promise<StaffPayment> =>
    createPayment(office.staff, customer, {
      institution,
      title: 'Income tax 2026',
      plan: { kind: 'single', total: eur('850.00'), date: '2027-02-26' },
      ...more,
    }),

  read: ({ documentId }: { documentId: string }): Promise<StaffPayment> =>
    dataOf(office.staff.get(`/payments/payments/${documentId}`)),

  preview: (rule: object): Promise<ExtensionCandidate[]> =>
    dataOf(office.staff.post('/payments/extensions/preview', { ...february, ...rule })),

  extend: (rule: object, chosen: readonly ExtensionCandidate[], more: object = {}): Promise<Extended> =>
    dataOf(
      office.staff.post('/payments/extensions', {
        ...february,
        reference: 'Decree A.1012/2027',
        instalments: chosen.map(({ documentId, payment }) => ({ documentId, revision: payment.revision })),
        sendEmail: true,
        ...rule,
        ...more,
      }),
    ),

  undo: (extension: ExtensionItem | null, more: object = {}): Promise<ExtensionDetail> =>
    dataOf(office.staff.post(`/payments/extensions/${extension?.documentId}/undo`, { sendEmail: true, ...more })),

  remindOn: ({ documentId }: StaffInstalment): Promise<string | null> =>
    office.server.evaluate(async ({ strapi }, id) => {
      const row = await strapi.db.query('plugin::payments.instalment').findOne({ where: { documentId: id } });
      return row.remindOn;
    }, documentId),

  mailsTo: (email: string) => office.mailbox.mails.filter(({ recipients }) => recipients.includes(email)),

  /** Moves the office's clock on, and lets everything that is due by then go out. */
  at: async (instant: string): Promise<void> => {
    await office.clock(instant);
    await office.tick();
  },
});
