import type { Core } from '@strapi/types';
import type { FrozenMail } from '../repositories/notices-delivery';
import { classify } from './classify';
import type { Delivery } from './classify';
import { WatchedBody } from './watched-body';

/** The longest a hand-over may take; it is shorter than the lease, so that nobody else takes the notice up meanwhile. */
const HAND_OVER_MS = 60_000;

/** What Strapi's Email plugin sends; a field that is data is never a header of its own making. */
export interface Envelope extends FrozenMail {
  readonly recipientName: string;
  readonly replyTo: string | null;
  /** The address that takes a contact off reminders with one click (RFC 8058), for reminders alone. */
  readonly unsubscribeUrl: string | null;
  /** What in the text opens something for whoever has it: the contact gets it, the log does not. */
  readonly secrets: readonly string[];
}

/** The mail as the log keeps it: the database holds no secret that works. */
export function withoutSecrets(envelope: Envelope): FrozenMail {
  const { messageId, recipient, language, subject, secrets } = envelope;
  const redact = (text: string) => secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
  return { messageId, recipient, language, subject, html: redact(envelope.html), text: redact(envelope.text) };
}

interface EmailPlugin {
  readonly provider: { send(options: object): Promise<unknown> };
}

/** Whether the host sends through nodemailer, whose handling of a body can be watched. */
export const usesNodemailer = (strapi: Core.Strapi): boolean =>
  /(^|[/-])nodemailer$/.test(String(strapi.config.get('plugin::email.provider', '')));

/** Hands a mail to Strapi's Email plugin. Never throws: what may have become of the mail is the answer. */
export async function handOver(strapi: Core.Strapi, envelope: Envelope): Promise<Delivery> {
  const body = usesNodemailer(strapi) ? new WatchedBody(envelope.html) : null;
  const passage = () => (body === null ? 'unknown' : body.left ? 'read' : 'kept');
  const { provider } = strapi.plugin('email') as unknown as EmailPlugin;
  const sending = Promise.resolve().then(() => provider.send(optionsOf(envelope, body)));
  try {
    await Promise.race([sending, deadline(body, sending)]);
    return { kind: 'sent' };
  } catch (error) {
    return classify(error, passage());
  }
}

/** Rejects when the time is up; a body that still waits in the provider is then broken, so that it cannot leave later. */
function deadline(body: WatchedBody | null, sending: Promise<unknown>): Promise<never> {
  return new Promise((_resolve, reject) => {
    const timer = setTimeout(() => {
      const error = new Error(`No answer within ${HAND_OVER_MS / 1000} seconds`);
      body?.destroy(error);
      reject(error);
    }, HAND_OVER_MS);
    const clear = () => clearTimeout(timer);
    sending.then(clear, clear);
  });
}

function optionsOf(envelope: Envelope, body: WatchedBody | null): object {
  const { recipient, recipientName, replyTo, subject, text, html, messageId, unsubscribeUrl } = envelope;
  return {
    // Strapi's interface is a string. Only nodemailer is known to take the name apart, which keeps it from being read as more addresses.
    to: body === null ? recipient : { name: recipientName, address: recipient },
    ...(replyTo && { replyTo }),
    subject,
    text,
    html: body ?? html,
    messageId,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribeUrl && {
        'List-Unsubscribe': `<${unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}

/** Limits that nodemailer's own defaults leave too wide (ten minutes) or open. */
const TRANSPORT_DEFAULTS = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  dnsTimeout: 10_000,
  socketTimeout: 30_000,
  // The pool would try a message again by itself, for ever, when a connection closes under it.
  maxRequeues: 0,
};

/**
 * Gives nodemailer's transport the limits that leases count on, where the host set none. Called while plugins register: the Email
 * plugin makes its provider afterwards.
 */
export function limitTransport(strapi: Core.Strapi): void {
  if (!usesNodemailer(strapi)) return;
  const options = strapi.config.get('plugin::email.providerOptions', {}) as object;
  strapi.config.set('plugin::email.providerOptions', { ...TRANSPORT_DEFAULTS, ...options });
}
