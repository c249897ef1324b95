import type { InvitationPayload, MessagePayload, ReceiptPayload, WithdrawnPayload } from '../notice';
import { cleanLine, cleanText } from './clean';
import { frame } from './context';
import type { MailContext } from './context';
import { customerOf, institutionOf, numberOf, titleOf } from './pieces';
import type { Item } from './pieces';
import { emptyBlock } from './view';
import type { MailView } from './view';

/** A payment that is no longer the customer's, by what was kept of it. */
export function withdrawnMail(
  context: MailContext,
  { title, reference, institution, customer, reason }: WithdrawnPayload,
): MailView {
  const { words } = context;
  const values = {
    title: cleanLine(title),
    reference: cleanLine(reference),
    institution: cleanLine(institution ?? ''),
    customer: cleanLine(customer),
  };
  const facts = [
    { label: words.labels.institution, value: values.institution },
    { label: words.labels.customer, value: values.customer },
    { label: words.labels.reference, value: values.reference },
    { label: words.labels.reason, value: cleanLine(reason ?? '') },
  ].filter(({ value }) => value !== '');
  return {
    ...frame(context, 'withdrawn', false, values),
    blocks: [{ ...emptyBlock, title: values.title, facts }],
    button: null,
  };
}

/**
 * A message in the staff's own words.
 *
 * @param item the payment it is about, for the button and the reference
 */
export function messageMail(
  context: MailContext,
  { subject, body }: MessagePayload,
  about: { readonly documentId: string; readonly reference: string | null } | null,
): MailView {
  const { words, links } = context;
  const reference = about?.reference ? ` [${about.reference}]` : '';
  const paragraphs = cleanText(body).filter((line) => line !== '');
  return {
    ...frame(context, 'updated', false, {}),
    subject: `${cleanLine(subject)}${reference}`,
    preheader: paragraphs[0] ?? '',
    opening: paragraphs,
    blocks: [],
    button: about && { label: words.buttons.obligation, url: links.obligation(about.documentId) },
    closing: [],
  };
}

/** What staff decided on a contact's report that an instalment was paid. */
export function receiptMail(context: MailContext, { decision, reason }: ReceiptPayload, item: Item): MailView {
  const { words, links } = context;
  const values = {
    title: titleOf(item.payment),
    number: numberOf(item),
    customer: customerOf(item.payment),
    institution: institutionOf(item.payment),
    reference: item.payment.reference ?? '',
  };
  const facts = [
    { label: words.fields.state ?? '', value: words.receipts[decision] },
    ...(reason ? [{ label: words.labels.reason, value: cleanLine(reason) }] : []),
  ];
  return {
    ...frame(context, 'receipt', false, values),
    blocks: [{ ...emptyBlock, facts }],
    button: { label: words.buttons.obligation, url: links.obligation(item.payment.documentId) },
  };
}

/** A first sign-in, or a password that was forgotten. */
export function invitationMail(context: MailContext, { purpose, url, expiresAt }: InvitationPayload): MailView {
  const { words, format, timeZone } = context;
  const until = words.validUntil(format.instant(new Date(expiresAt), timeZone));
  const mail = frame(context, 'invitation', purpose === 'password-reset', {});
  return {
    ...mail,
    blocks: [],
    button: { label: words.buttons.invitation, url },
    closing: [until, ...mail.closing],
    settings: null,
  };
}
