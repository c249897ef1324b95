import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/types';
import { addDays } from '../../../domain/day';
import { getService } from '../services/get-service';
import { publicUrl } from '../services/public-address';
import { handOver } from './hand-over';
import { signLinks } from './links';
import { contextOf } from './mail/context';
import { examplePayment } from './mail/example';
import { withdrawnMail } from './mail/other-mails';
import type { MailContext } from './mail/context';
import type { Language } from './mail/format';
import { registeredMail, remindersMail } from './mail/payments-mail';
import { renderMail } from './mail/render';
import type { RenderedMail } from './mail/render';
import { updatedMail } from './mail/updated-mail';
import type { MailView } from './mail/view';

export type TestKind = 'registered' | 'updated' | 'reminder' | 'overdue' | 'withdrawn';

/** Who asks for a test mail, and gets it. */
export interface Tester {
  readonly name: string;
  readonly email: string;
}

function exampleMail(context: MailContext, kind: TestKind): MailView {
  const due = kind === 'overdue' ? addDays(context.today, -3) : addDays(context.today, 7);
  const payment = examplePayment(due);
  const [first] = payment.state.instalments;
  switch (kind) {
    case 'registered':
      return registeredMail(context, [payment]);
    case 'updated':
      return updatedMail(context, payment, [
        { field: 'dueDate', number: 1, before: addDays(due, -2), after: due },
        { field: 'amount', number: 1, before: '120.00', after: '154.32' },
      ]);
    case 'reminder':
    case 'overdue':
      return remindersMail(context, kind, first ? [{ payment, instalment: first }] : []);
    case 'withdrawn':
      return withdrawnMail(context, {
        reference: payment.reference ?? '',
        title: payment.state.title,
        institution: payment.state.institution?.name ?? null,
        customer: payment.state.customer.name,
      });
  }
}

/** An example of a kind of mail, as the office's settings make it today. */
export async function renderExample(
  strapi: Core.Strapi,
  kind: TestKind,
  language: Language | undefined,
  contact: string,
): Promise<RenderedMail & { readonly language: Language }> {
  const settings = await getService(strapi, 'settings').get();
  const linksOf = await signLinks(strapi, []);
  const context = contextOf({
    language: language ?? settings.languages[0] ?? 'en',
    office: settings.officeName,
    timeZone: settings.timeZone,
    contact,
    today: await getService(strapi, 'clock').today(),
    calendar: await getService(strapi, 'calendar').get(),
    links: linksOf('', []).links,
  });
  const view = exampleMail(context, kind);
  return { ...renderMail({ ...view, opening: [context.words.test, ...view.opening] }), language: context.language };
}

/** Sends an example at once, past the queue: who asks is told what the mail server says. */
export async function sendTestMail(
  strapi: Core.Strapi,
  kind: TestKind,
  language: Language | undefined,
  tester: Tester,
): Promise<{ delivered: boolean; error: string | null }> {
  const mail = await renderExample(strapi, kind, language, tester.name);
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
