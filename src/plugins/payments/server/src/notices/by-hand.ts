import type { Core } from '@strapi/types';
import { inTransaction } from '../repositories/database';
import { readPaymentsByDocument } from '../repositories/notices-context';
import { insertNotices, newNoticeId } from '../repositories/notices-queue';
import type { NewNotice } from '../repositories/notices-queue';
import { readRecipients } from '../repositories/notices-recipients';
import type { Recipient } from '../repositories/notices-recipients';
import type { PaymentRecord } from '../repositories/payment-record';
import { readPaymentsOfInstalments } from '../repositories/reminders-by-hand';
import { getService } from '../services/get-service';
import type { MessagePayload, ReceiptPayload, RemindedInstalment, RemindNowPayload, SkipReason } from './notice';
import { contactSkip } from './recheck';

/** What became of a mail for one contact. */
export interface ByHand {
  readonly contact: string;
  readonly name: string;
  readonly notice: string;
  readonly reason: SkipReason | null;
}

/** Writes to contacts of a payment's customer in the staff's own words. @returns null where there is no such payment */
export async function queueMessage(
  strapi: Core.Strapi,
  paymentDocumentId: string,
  message: MessagePayload,
  chosen: readonly string[] | null,
): Promise<ByHand[] | null> {
  const payment = (await readPaymentsByDocument(strapi, [paymentDocumentId])).get(paymentDocumentId);
  if (!payment) return null;
  const recipients = await readRecipients(strapi, 'customer', [payment.customer?.documentId ?? '']);
  const written = recipients.filter(({ contact, receivesNotices }) => chosen?.includes(contact) ?? receivesNotices);
  const now = getService(strapi, 'clock').now();
  const notices = written.map((recipient) => ({
    ...noticeFor(recipient, now),
    kind: 'message' as const,
    payment: payment.documentId,
    payload: message,
  }));
  await insertNotices(strapi, notices, now);
  return notices.map((notice, index) => byHandOf(notice, written[index] as Recipient));
}

const noticeFor = (recipient: Recipient, now: Date): Omit<NewNotice, 'kind' | 'payload' | 'payment'> => ({
  documentId: newNoticeId(),
  contact: recipient.contact,
  customer: recipient.customer,
  foldKey: null,
  sendAfter: now,
  byStaff: true,
  suppressed: contactSkip(recipient, true),
});

const byHandOf = ({ documentId, suppressed }: NewNotice, { contact, name }: Recipient): ByHand => ({
  contact,
  name,
  notice: documentId,
  reason: suppressed,
});

/** What staff decided on a contact's receipt, and what it is about. */
export interface ReceiptDecision {
  readonly contact: string;
  readonly customer: string;
  readonly payment: string;
  readonly payload: ReceiptPayload;
}

/** Tells a contact what became of their receipt; who acts for the customer no more is told nothing. Within the review's transaction. */
export async function queueReceiptNotice(strapi: Core.Strapi, decision: ReceiptDecision): Promise<void> {
  const { contact, customer, payment, payload } = decision;
  const recipients = await readRecipients(strapi, 'contact', [contact]);
  const recipient = recipients.find((one) => one.customer === customer);
  if (!recipient) return;
  const now = getService(strapi, 'clock').now();
  await insertNotices(strapi, [{ ...noticeFor(recipient, now), kind: 'receipt', payment, payload }], now);
}

/** What became of the reminder of one instalment. */
export interface RemindedNow {
  readonly instalment: string;
  /** Contacts who get a mail. */
  readonly contacts: number;
  readonly reason: SkipReason | null;
}

/**
 * Reminds of instalments at once, one mail for each contact, whatever the ladder says. Contacts who switched reminders off are reminded
 * too: staff ask for it by hand.
 */
export async function remindNow(strapi: Core.Strapi, instalments: readonly string[]): Promise<RemindedNow[]> {
  return inTransaction(strapi, async () => {
    const owners = await readPaymentsOfInstalments(strapi, instalments);
    const payments = await readPaymentsByDocument(strapi, [...new Set(owners.values())]);
    const customers = [...payments.values()].flatMap(({ customer }) => customer?.documentId ?? []);
    const recipients = (await readRecipients(strapi, 'customer', [...new Set(customers)])).filter(
      ({ receivesNotices }) => receivesNotices,
    );
    const today = await getService(strapi, 'clock').today();
    const mails = new Map<string, { recipient: Recipient; items: Item[] }>();
    const outcomes = instalments.map((instalment): RemindedNow => {
      const item = itemOf(instalment, payments.get(owners.get(instalment) ?? ''));
      if (!('payment' in item)) return { instalment, contacts: 0, reason: item.reason };
      const told = recipients.filter(({ customer }) => customer === item.payment.customer?.documentId);
      const reached = told.filter((recipient) => contactSkip(recipient, true) === null);
      for (const recipient of reached) {
        const mail = mails.get(recipient.contact) ?? { recipient, items: [] };
        mail.items.push(item);
        mails.set(recipient.contact, mail);
      }
      return { instalment, contacts: reached.length, reason: reached.length > 0 ? null : 'no-address' };
    });
    const now = getService(strapi, 'clock').now();
    await insertNotices(
      strapi,
      [...mails.values()].map(({ recipient, items }) => ({
        ...noticeFor(recipient, now),
        ...subjectOf(items),
        kind: items.some(({ row }) => row.dueDate < today) ? ('overdue' as const) : ('reminder' as const),
        payload: payloadOf(items),
      })),
      now,
    );
    return outcomes;
  });
}

interface Item {
  readonly payment: PaymentRecord;
  readonly row: RemindedInstalment;
}

function itemOf(instalment: string, payment: PaymentRecord | undefined): Item | { readonly reason: SkipReason } {
  const row = payment?.state.instalments.find(({ documentId }) => documentId === instalment);
  if (!payment || !row) return { reason: 'withdrawn' };
  if (row.state !== 'open') return { reason: row.state };
  return { payment, row: { instalment, dueDate: row.dueDate } };
}

/** The payment and customer that a mail is about, where it is about one. */
function subjectOf(items: readonly Item[]): Pick<NewNotice, 'customer' | 'payment'> {
  const only = (ids: readonly (string | undefined)[]) => (new Set(ids).size === 1 ? (ids[0] ?? null) : null);
  return {
    customer: only(items.map(({ payment }) => payment.customer?.documentId)),
    payment: only(items.map(({ payment }) => payment.documentId)),
  };
}

const payloadOf = (items: readonly Item[]): RemindNowPayload => ({
  payments: [...new Set(items.map(({ payment }) => payment.documentId))],
  instalments: items.map(({ row }) => row),
});
