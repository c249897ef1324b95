import type { NoticeAction, NoticeItem, NoticeKind, NoticeState } from '../../../contracts/notice';
import { toBoolean, toDate } from '../repositories/database';
import type { NoticeLogRow } from '../repositories/notices-log';

const byState: Readonly<Record<NoticeState, readonly NoticeAction[]>> = {
  queued: ['hold', 'discard'],
  claimed: [],
  'handing-over': [],
  sent: ['resend', 'bounced'],
  failed: ['retry', 'discard', 'resend'],
  uncertain: ['retry', 'discard', 'resend'],
  suppressed: ['resend'],
  discarded: ['resend'],
};

/**
 * What staff may do with a notice. An invitation's secret is gone once it was sent: a new one is made instead. A digest goes to staff,
 * whose address nobody flags.
 */
export const actionsOf = (kind: NoticeKind, state: NoticeState): NoticeAction[] =>
  byState[state].filter((action) => {
    if (action === 'resend') return kind !== 'invitation' && kind !== 'test';
    return action !== 'bounced' || kind !== 'digest';
  });

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
const instant = (value: unknown): string | null => toDate(value)?.toISOString() ?? null;

/** A line of the delivery log. What it is about may be gone by now. */
export function noticeView(row: NoticeLogRow): NoticeItem {
  const kind = row.kind as NoticeKind;
  const state = row.state as NoticeState;
  return {
    documentId: String(row.document_id),
    kind,
    state,
    reason: text(row.reason) as NoticeItem['reason'],
    error: text(row.error),
    contact: row.contact
      ? { documentId: String(row.contact), name: String(row.contact_name), email: text(row.contact_email) }
      : null,
    customer: row.customer ? { documentId: String(row.customer), name: String(row.customer_name) } : null,
    payment: row.payment
      ? {
          documentId: String(row.payment),
          title: String(row.payment_title),
          reference: text(row.payment_reference) ?? '',
        }
      : null,
    recipient: text(row.recipient),
    subject: text(row.subject),
    language: text(row.language),
    attempts: Number(row.attempts ?? 0),
    byStaff: toBoolean(row.by_staff),
    createdAt: instant(row.created_at) ?? new Date(0).toISOString(),
    sendAfter: instant(row.send_after) ?? new Date(0).toISOString(),
    sentAt: instant(row.sent_at),
    emptiedAt: instant(row.emptied_at),
    actions: row.emptied_at ? [] : actionsOf(kind, state),
  };
}
