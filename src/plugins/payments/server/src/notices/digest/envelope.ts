import type { Day } from '../../../../domain/day';
import { isOneAddress } from '../address';
import type { Envelope } from '../hand-over';
import { contextOf } from '../mail/context';
import type { ContextInput } from '../mail/context';
import { digestMail } from '../mail/digest-mail';
import { renderMail } from '../mail/render';
import type { DigestPayload, SkipReason } from '../notice';

interface DigestToSend {
  readonly payload: DigestPayload;
  readonly messageId: string;
  readonly byStaff: boolean;
  readonly today: Day;
  /** Address of the admin, for its links. */
  readonly admin: string;
}

/** The mail of a digest. It tells of a morning: a day later it is pointless, unless staff ask for it. */
export function digestEnvelope(digest: DigestToSend, base: ContextInput): Envelope | SkipReason {
  const { payload, messageId, byStaff, today, admin } = digest;
  if (payload.day < today && !byStaff) return 'overtaken';
  if (!isOneAddress(payload.email)) return 'no-address';
  const context = contextOf({ ...base, language: payload.language, contact: payload.name });
  return {
    ...renderMail(digestMail(context, payload, admin)),
    messageId,
    recipient: payload.email,
    recipientName: context.contact,
    language: payload.language,
    replyTo: null,
    unsubscribeUrl: null,
    secrets: [],
  };
}
