import type { Core } from '@strapi/types';
import type { NoticeKind, NoticeState, SkipReason } from '../notices/notice';
import { table } from '../constants';
import { connect, toJson } from './database';

/** A notice as staff act on it; its row is locked until the transaction ends. */
export interface LockedNotice {
  readonly id: number;
  readonly documentId: string;
  readonly kind: NoticeKind;
  readonly state: NoticeState;
  readonly contact: string;
  readonly customer: string | null;
  readonly payment: string | null;
  readonly payload: unknown;
  /** Its address and text were erased: there is nothing to send again. */
  readonly emptied: boolean;
}

const text = (value: unknown): string | null => (value ? String(value) : null);

export async function lockNotice(strapi: Core.Strapi, documentId: string): Promise<LockedNotice | null> {
  const db = await connect(strapi);
  const query = db(table.notice).where({ document_id: documentId }).first();
  const row = (await (db.dialect === 'sqlite' ? query : query.forUpdate())) as Record<string, unknown> | undefined;
  return row
    ? {
        id: Number(row.id),
        documentId: String(row.document_id),
        kind: row.kind as NoticeKind,
        state: row.state as NoticeState,
        contact: String(row.contact_document_id ?? ''),
        customer: text(row.customer_document_id),
        payment: text(row.payment_document_id),
        payload: toJson(row.payload),
        emptied: row.emptied_at !== null,
      }
    : null;
}

/** What an action makes of a notice. */
export interface NoticeChange {
  readonly state: NoticeState;
  readonly reason?: SkipReason | null;
  readonly error?: string | null;
}

/** Changes a notice's state by hand; it leaves whatever lease, retry or fold it was in. */
export async function changeNotice(strapi: Core.Strapi, id: number, change: NoticeChange, now: Date): Promise<void> {
  const db = await connect(strapi);
  const free = { fold_key: null, lease_token: null, lease_until: null, retry_at: null };
  await db(table.notice)
    .where({ id })
    .update({ ...change, ...free, updated_at: now });
}

/** Reminders that waited in a notice which is not to go. */
export async function skipRemindersOf(
  strapi: Core.Strapi,
  notice: string,
  reason: SkipReason,
  now: Date,
): Promise<void> {
  const db = await connect(strapi);
  await db(table.reminder)
    .where({ notice_document_id: notice, state: 'pending' })
    .update({ state: 'skipped', reason, at: now, updated_at: now });
}

/** Flags a contact's address as one that nothing reaches, or takes the flag away. */
export async function flagContact(strapi: Core.Strapi, contact: string, since: Date | null): Promise<void> {
  const db = await connect(strapi);
  await db(table.contact).where({ document_id: contact }).update({ undeliverable_since: since });
}
