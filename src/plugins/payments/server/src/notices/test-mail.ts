import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/types';
import { addDays } from '../../../domain/day';
import type { WordedKind, Wording, WordingVariant } from '../../../domain/mail-text';
import type { InstalmentRecord } from '../repositories/payment-record';
import { getService } from '../services/get-service';
import { publicUrl } from '../services/public-address';
import { handOver } from './hand-over';
import { signLinks } from './links';
import { contextOf, wordingKey } from './mail/context';
import { examplePayment } from './mail/example';
import { invitationMail, receiptMail, withdrawnMail } from './mail/other-mails';
import type { MailContext } from './mail/context';
import type { Language } from './mail/format';
import { holidayNamesOf } from './mail/holiday-names';
import { registeredMail, remindersMail } from './mail/payments-mail';
import { renderMail } from './mail/render';
import type { RenderedMail } from './mail/render';
import { updatedMail } from './mail/updated-mail';
import type { MailView } from './mail/view';

/** Who asks for a test mail, and gets it. */
export interface Tester {
  readonly name: string;
  readonly email: string;
}

/** Which wording an example shows. */
export interface ExampleOf {
  readonly kind: WordedKind;
  readonly variant: WordingVariant;
}

const HOUR_MS = 60 * 60_000;

function exampleMail(context: MailContext, { kind, variant }: ExampleOf, link: string): MailView {
  const due = kind === 'overdue' ? addDays(context.today, -3) : addDays(context.today, 7);
  const payment = examplePayment(due);
  const [first] = payment.state.instalments;
  const item = { payment, instalment: first as InstalmentRecord };
  const several = variant === 'several';
  switch (kind) {
    case 'registered':
      return registeredMail(context, several ? [payment, payment] : [payment]);
    case 'updated': {
      const dueDate = { field: 'dueDate', number: 1, before: addDays(due, -2), after: due };
      const amount = { field: 'amount', number: 1, before: '120.00', after: '154.32' };
      const moved = { payment, changes: [dueDate], reasons: [] };
      return updatedMail(context, several ? [moved, moved] : [{ ...moved, changes: [dueDate, amount] }]);
    }
    case 'reminder':
    case 'overdue':
      return remindersMail(context, kind, several ? [item, item] : [item]);
    case 'withdrawn':
      return withdrawnMail(context, {
        reference: payment.reference ?? '',
        title: payment.state.title,
        institution: payment.state.institution?.name ?? null,
        customer: payment.state.customer.name,
      });
    case 'receipt':
      return receiptMail(context, { decision: 'accepted', reason: null, instalment: item.instalment.documentId }, item);
    case 'invitation':
      return invitationMail(context, {
        purpose: several ? 'password-reset' : 'invitation',
        url: link,
        expiresAt: new Date(Date.parse(context.today) + 48 * HOUR_MS).toISOString(),
      });
  }
}

/**
 * An example of a kind of mail, as the office's settings make it today.
 *
 * @param draft a subject and an opening to see it in, in place of those that are kept
 */
export async function renderExample(
  strapi: Core.Strapi,
  example: ExampleOf,
  language: Language | undefined,
  contact: string,
  draft?: Wording,
): Promise<RenderedMail & { readonly language: Language }> {
  const settings = await getService(strapi, 'settings').get();
  const { links } = (await signLinks(strapi, []))('', []);
  const chosen = language ?? settings.languages[0] ?? 'en';
  const own = await getService(strapi, 'mailTexts').own();
  const context = contextOf({
    language: chosen,
    office: settings.officeName,
    timeZone: settings.timeZone,
    contact,
    today: await getService(strapi, 'clock').today(),
    calendar: await getService(strapi, 'calendar').get(),
    wordings: draft ? new Map([...own, [wordingKey(example.kind, example.variant, chosen), draft]]) : own,
    links,
    holidayNames: await holidayNamesOf(strapi),
  });
  const view = exampleMail(context, example, links.all);
  return { ...renderMail({ ...view, opening: [context.words.test, ...view.opening] }), language: chosen };
}

/** Sends an example at once, past the queue: who asks is told what the mail server says. */
export async function sendTestMail(
  strapi: Core.Strapi,
  example: ExampleOf & { readonly draft?: Wording },
  language: Language | undefined,
  tester: Tester,
): Promise<{ delivered: boolean; error: string | null }> {
  const mail = await renderExample(strapi, example, language, tester.name, example.draft);
  const delivery = await handOver(strapi, {
    ...mail,
    messageId: `<${randomUUID()}@${new URL(publicUrl(strapi)).hostname}>`,
    recipient: tester.email,
    recipientName: tester.name,
    replyTo: null,
    unsubscribeUrl: null,
    secrets: [],
  });
  return delivery.kind === 'sent' ? { delivered: true, error: null } : { delivered: false, error: delivery.error };
}
