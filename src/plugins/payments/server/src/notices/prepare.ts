import type { Core } from '@strapi/types';
import { foldChanges } from '../../../domain/diff';
import type { ClaimedNotice } from '../repositories/notices-claim';
import type { SkippedReminder } from '../repositories/notices-delivery';
import { digestEnvelope } from './digest/envelope';
import { contactSkip, recheck } from './recheck';
import { loadMaterial } from './material';
import type { Material } from './material';
import type { Envelope } from './hand-over';
import { contextOf } from './mail/context';
import type { MailContext } from './mail/context';
import { invitationMail, messageMail, receiptMail, withdrawnMail } from './mail/other-mails';
import { registeredMail, remindersMail } from './mail/payments-mail';
import { openInstalments } from './mail/pieces';
import type { Item } from './mail/pieces';
import { renderMail } from './mail/render';
import { updatedMail } from './mail/updated-mail';
import type { MailView } from './mail/view';
import type {
  DigestPayload,
  InvitationPayload,
  MessagePayload,
  ReceiptPayload,
  RegisteredPayload,
  RemindNowPayload,
  SkipReason,
  UpdatedPayload,
  WithdrawnPayload,
} from './notice';

/** A claimed notice with its mail, or with the reason why there is none. */
export type Prepared = { readonly notice: ClaimedNotice; readonly skippedReminders: readonly SkippedReminder[] } & (
  | { readonly envelope: Envelope; readonly suppressed: null }
  | { readonly envelope: null; readonly suppressed: SkipReason }
);

/** A mail's content, or why there is none. */
type Content = { readonly view: MailView } | { readonly suppressed: SkipReason };

/**
 * Checks claimed notices again and makes their mails, from what is true now. The statements do not grow with the number of notices.
 */
export async function prepare(strapi: Core.Strapi, notices: readonly ClaimedNotice[]): Promise<Prepared[]> {
  const material = await loadMaterial(strapi, notices);
  return notices.map((notice) => prepareOne(notice, material));
}

function prepareOne(notice: ClaimedNotice, material: Material): Prepared {
  if (notice.kind === 'digest') return prepareDigest(notice, material);
  const recipient = material.recipientOf(notice);
  const skippedReminders: SkippedReminder[] = [];
  const skip = contactSkip(recipient, notice.byStaff);
  const context = contextOf(material.contextFor(notice, recipient));
  const content = contentOf(notice, material, context, skippedReminders);
  const suppressed = skip ?? ('suppressed' in content ? content.suppressed : null);
  if (suppressed || 'suppressed' in content || !recipient?.email) {
    return { notice, skippedReminders, envelope: null, suppressed: suppressed ?? 'no-address' };
  }
  const mail = renderMail(content.view);
  const envelope: Envelope = {
    ...mail,
    messageId: notice.messageId ?? material.messageIdFor(notice),
    recipient: recipient.email,
    recipientName: context.contact,
    language: context.language,
    replyTo: material.replyToFor(notice),
    unsubscribeUrl: material.unsubscribeUrlFor(notice),
    secrets: material.secretsFor(notice),
  };
  return { notice, skippedReminders, envelope, suppressed: null };
}

function prepareDigest(notice: ClaimedNotice, material: Material): Prepared {
  const base = material.contextFor(notice, undefined);
  const mail = digestEnvelope(
    {
      payload: notice.payload as DigestPayload,
      messageId: notice.messageId ?? material.messageIdFor(notice),
      byStaff: notice.byStaff,
      today: base.today,
      admin: material.adminUrl,
    },
    base,
  );
  const known = { notice, skippedReminders: [] };
  if (typeof mail === 'string') return { ...known, envelope: null, suppressed: mail };
  return { ...known, envelope: mail, suppressed: null };
}

function contentOf(
  notice: ClaimedNotice,
  material: Material,
  context: MailContext,
  skipped: SkippedReminder[],
): Content {
  switch (notice.kind) {
    case 'registered':
      return registered(notice, material, context);
    case 'updated':
      return updated(notice, material, context);
    case 'reminder':
    case 'overdue':
      return reminders(notice, material, context, skipped);
    case 'withdrawn':
      return withdrawn(notice, material, context);
    case 'message':
      return { view: messageMail(context, notice.payload as MessagePayload, material.paymentFor(notice)) };
    case 'receipt':
      return receipt(notice, material, context);
    case 'invitation':
      return { view: invitationMail(context, notice.payload as InvitationPayload) };
    case 'digest':
    case 'test':
      return { suppressed: 'withdrawn' };
  }
}

/** What of the payments is still there, the contact's, and open. */
function registered(notice: ClaimedNotice, material: Material, context: MailContext): Content {
  const payments = (notice.payload as RegisteredPayload).payments
    .flatMap((documentId) => material.payments.get(documentId) ?? [])
    .filter((payment) => material.actsFor(notice, payment) && openInstalments(payment).length > 0);
  return payments.length > 0 ? { view: registeredMail(context, payments) } : { suppressed: 'withdrawn' };
}

/** What of the edited payments is still there, the contact's, and another than before the first loud edit. */
function updated(notice: ClaimedNotice, material: Material, context: MailContext): Content {
  const edited = (notice.payload as UpdatedPayload).parts.flatMap(({ payment, changes, reasons }) => {
    const now = material.payments.get(payment);
    if (!now || !material.actsFor(notice, now) || now.state.state === 'cancelled') return [];
    return [{ payment: now, changes: foldChanges(changes, now.state), reasons }];
  });
  if (edited.length === 0) return { suppressed: 'withdrawn' };
  const told = edited.filter(({ changes }) => changes.length > 0);
  if (told.length > 0) return { view: updatedMail(context, told) };
  // Sent again by hand after everything was changed back, it says how things stand.
  const shown = edited.map(({ payment }) => payment).filter((payment) => openInstalments(payment).length > 0);
  return notice.byStaff && shown.length > 0
    ? { view: registeredMail(context, shown) }
    : { suppressed: 'cancelled-out' };
}

/** Says nothing of what the contact never heard of, or of what came back: a mail of its own registers that, and this one might come after it. */
function withdrawn(notice: ClaimedNotice, material: Material, context: MailContext): Content {
  const now = material.paymentFor(notice);
  const isBack = now && now.state.state !== 'cancelled' && now.customer?.documentId === notice.customer;
  if (isBack || !(notice.byStaff || material.wasTold(notice))) return { suppressed: 'cancelled-out' };
  return { view: withdrawnMail(context, notice.payload as WithdrawnPayload) };
}

/** The sweep's reminders are checked once more; what staff asked for by hand always goes while there is something to pay. */
function reminders(
  notice: ClaimedNotice,
  material: Material,
  context: MailContext,
  skipped: SkippedReminder[],
): Content {
  const items = notice.byStaff ? itemsOfStaff(notice, material) : itemsOfSweep(notice, material, skipped);
  if (items.length === 0) return { suppressed: skipped[0]?.reason ?? 'paid' };
  const overdue = items.some(({ instalment }) => instalment.dueDate < context.today);
  return { view: remindersMail(context, overdue ? 'overdue' : 'reminder', items) };
}

function itemsOfSweep(notice: ClaimedNotice, material: Material, skipped: SkippedReminder[]): Item[] {
  return material.remindersOf(notice).flatMap((reminder) => {
    const payment = material.payments.get(reminder.payment);
    const reason = recheck(reminder, {
      payment,
      recipient: payment && material.recipientFor(notice.contact, payment),
      customer: payment && material.customerOf(payment),
      reported: material.reported.get(reminder.instalment),
      furthestSteps: material.furthestSteps,
    });
    const instalment = payment?.state.instalments.find(({ documentId }) => documentId === reminder.instalment);
    if (!reason && payment && instalment) return [{ payment, instalment }];
    skipped.push({ id: reminder.id, reason: reason ?? 'withdrawn' });
    return [];
  });
}

function itemsOfStaff(notice: ClaimedNotice, material: Material): Item[] {
  const wanted = new Set((notice.payload as RemindNowPayload).instalments.map(({ instalment }) => instalment));
  return [...material.payments.values()].flatMap((payment) =>
    payment.state.instalments
      .filter(({ documentId, state }) => wanted.has(documentId) && state === 'open')
      .map((instalment) => ({ payment, instalment })),
  );
}

function receipt(notice: ClaimedNotice, material: Material, context: MailContext): Content {
  const payload = notice.payload as ReceiptPayload;
  const payment = material.paymentFor(notice);
  const instalment = payment?.state.instalments.find(({ documentId }) => documentId === payload.instalment);
  if (!payment || !instalment) return { suppressed: 'withdrawn' };
  return { view: receiptMail(context, payload, { payment, instalment }) };
}
