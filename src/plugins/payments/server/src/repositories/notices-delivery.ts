import type { Core } from '@strapi/types';
import type { SkipReason } from '../notices/notice';
import { table } from '../constants';
import { connect, inTransaction } from './database';
import type { ClaimedNotice } from './notices-claim';
import { databaseTime, leaseEnd } from './notices-claim';

/** The mail as it is sent, kept for the log. */
export interface FrozenMail {
  readonly messageId: string;
  readonly recipient: string;
  readonly language: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** A reminder that a mail does not carry after all. */
export interface SkippedReminder {
  readonly id: number;
  readonly reason: SkipReason;
}

/**
 * Records that a mail is about to leave, before a byte of it does, and freezes its text.
 *
 * @returns false where the lease is over or another process holds the notice: then it must not be sent
 */
export async function beginHandOver(strapi: Core.Strapi, notice: ClaimedNotice, mail: FrozenMail): Promise<boolean> {
  const db = await connect(strapi);
  const changed = await db(table.notice)
    .where({ id: notice.id, state: 'claimed', lease_token: notice.token })
    .andWhere('lease_until', '>', databaseTime(db))
    .update({
      state: 'handing-over',
      lease_until: leaseEnd(db),
      attempts: notice.attempts + 1,
      message_id: mail.messageId,
      recipient: mail.recipient,
      language: mail.language,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
    });
  return Number(changed) === 1;
}

/** How a hand-over ended. */
export type Ending =
  | { readonly state: 'sent'; readonly at: Date }
  | { readonly state: 'queued'; readonly retryAt: Date; readonly error: string }
  | { readonly state: 'failed'; readonly error: string; readonly flagContact: boolean }
  | { readonly state: 'uncertain'; readonly error: string };

const ERROR_LENGTH = 500;

function endingColumns(ending: Ending) {
  const done = { lease_token: null, lease_until: null };
  switch (ending.state) {
    case 'sent':
      return { ...done, state: 'sent', sent_at: ending.at, retry_at: null, error: null };
    case 'queued':
      return { ...done, state: 'queued', retry_at: ending.retryAt, error: ending.error.slice(0, ERROR_LENGTH) };
    case 'failed':
    case 'uncertain':
      return { ...done, state: ending.state, error: ending.error.slice(0, ERROR_LENGTH) };
  }
}

/**
 * Acknowledges a hand-over, with the token only. A notice that was taken for uncertain meanwhile becomes what it turned out to be.
 *
 * @returns false where another process has taken the notice up
 */
export function endHandOver(strapi: Core.Strapi, notice: ClaimedNotice, ending: Ending, now: Date): Promise<boolean> {
  return inTransaction(strapi, async () => {
    const db = await connect(strapi);
    const changed = await db(table.notice)
      .where({ id: notice.id, lease_token: notice.token })
      .whereIn('state', ['handing-over', 'uncertain'])
      .update({ ...endingColumns(ending), updated_at: now });
    if (Number(changed) !== 1) return false;
    if (ending.state === 'sent' && notice.kind === 'invitation') {
      // Its address lets its holder choose a password: the mail has it now, and nobody else needs it.
      await db(table.notice).where({ id: notice.id }).update({ payload: null });
    }
    if (ending.state === 'sent' && carriesReminders(notice)) {
      await db(table.reminder)
        .where({ notice_document_id: notice.documentId, state: 'pending' })
        .update({ state: 'sent', at: ending.at, updated_at: now });
    }
    if (ending.state === 'failed' && ending.flagContact) {
      await db(table.contact).where({ document_id: notice.contact }).update({ undeliverable_since: now });
    }
    return true;
  });
}

const carriesReminders = ({ kind }: ClaimedNotice) => kind === 'reminder' || kind === 'overdue';

/** Keeps a claimed notice as not sent, with the reason. */
export async function suppressClaimed(
  strapi: Core.Strapi,
  notice: ClaimedNotice,
  reason: SkipReason,
  now: Date,
): Promise<void> {
  const db = await connect(strapi);
  await db(table.notice)
    .where({ id: notice.id, state: 'claimed', lease_token: notice.token })
    .update({ state: 'suppressed', reason, lease_token: null, lease_until: null, updated_at: now });
}

/** Keeps reminders as not sent, with the reason. */
export async function skipReminders(
  strapi: Core.Strapi,
  skipped: readonly SkippedReminder[],
  now: Date,
): Promise<void> {
  const db = await connect(strapi);
  const byReason = new Map<SkipReason, number[]>();
  for (const { id, reason } of skipped) byReason.set(reason, [...(byReason.get(reason) ?? []), id]);
  for (const [reason, ids] of byReason) {
    await db(table.reminder).whereIn('id', ids).update({ state: 'skipped', reason, at: now, updated_at: now });
  }
}
