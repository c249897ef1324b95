import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/types';
import type { NoticeKind, SkipReason } from '../notices/notice';
import { table } from '../constants';
import { connect, INSERT_CHUNK, insertAll, toDate, toJson, updateEach } from './database';

/** A notice to be queued, or, with a reason, to be kept in the log as not sent. */
export interface NewNotice {
  readonly documentId: string;
  readonly kind: NoticeKind;
  readonly contact: string;
  readonly customer: string | null;
  readonly payment: string | null;
  readonly foldKey: string | null;
  /** There is never a second notice with it, whatever becomes of the first. */
  readonly onceKey?: string;
  readonly payload: object;
  readonly sendAfter: Date;
  readonly byStaff: boolean;
  readonly suppressed: SkipReason | null;
}

/** A queued notice that more may be folded into; its row is locked until the transaction ends. */
export interface Foldable {
  readonly id: number;
  readonly documentId: string;
  readonly foldKey: string;
  readonly payload: unknown;
  readonly sendAfter: Date;
  readonly createdAt: Date;
}

/** A new notice's documentId. */
export const newNoticeId = (): string => createId();

const rowOf = (notice: NewNotice, now: Date) => ({
  document_id: notice.documentId,
  kind: notice.kind,
  state: notice.suppressed ? 'suppressed' : 'queued',
  reason: notice.suppressed,
  contact_document_id: notice.contact,
  customer_document_id: notice.customer,
  payment_document_id: notice.payment,
  fold_key: notice.suppressed ? null : notice.foldKey,
  once_key: notice.onceKey ?? null,
  payload: JSON.stringify(notice.payload),
  by_staff: notice.byStaff,
  send_after: notice.sendAfter,
  attempts: 0,
  created_at: now,
  updated_at: now,
  published_at: now,
});

/**
 * Locks the queued notices that have one of these keys, always in the same order, so that two writers do not wait for each other. Whatever is not
 * queued has no key: asked for the state as well, MariaDB would go by its index and lock all that is queued.
 */
export async function lockFoldable(strapi: Core.Strapi, keys: readonly string[]): Promise<Map<string, Foldable>> {
  if (keys.length === 0) return new Map();
  const db = await connect(strapi);
  const query = db(table.notice)
    .whereIn('fold_key', keys)
    .orderBy('fold_key')
    .select('id', 'document_id', 'fold_key', 'payload', 'send_after', 'created_at');
  const rows: Record<string, unknown>[] = await (db.dialect === 'sqlite' ? query : query.forUpdate());
  return new Map(
    rows.map((row) => [
      String(row.fold_key),
      {
        id: Number(row.id),
        documentId: String(row.document_id),
        foldKey: String(row.fold_key),
        payload: toJson(row.payload),
        sendAfter: toDate(row.send_after) ?? new Date(0),
        createdAt: toDate(row.created_at) ?? new Date(0),
      },
    ]),
  );
}

export async function insertNotices(strapi: Core.Strapi, notices: readonly NewNotice[], now: Date): Promise<void> {
  await insertAll(
    await connect(strapi),
    table.notice,
    notices.map((notice) => rowOf(notice, now)),
  );
}

/** Inserts notices whose key nobody has used yet; the others are left out. */
export async function insertOnce(strapi: Core.Strapi, notices: readonly NewNotice[], now: Date): Promise<void> {
  if (notices.length === 0) return;
  const db = await connect(strapi);
  await db(table.notice)
    .insert(notices.map((notice) => rowOf(notice, now)))
    .onConflict('once_key')
    .ignore();
}

/**
 * Inserts notices that have a fold key, leaving out those whose key another transaction has taken meanwhile: a caught duplicate key
 * would end the transaction on PostgreSQL.
 *
 * @returns whether one was left out
 */
export async function insertFoldable(strapi: Core.Strapi, notices: readonly NewNotice[], now: Date): Promise<boolean> {
  if (notices.length === 0) return false;
  const db = await connect(strapi);
  for (let start = 0; start < notices.length; start += INSERT_CHUNK) {
    const rows = notices.slice(start, start + INSERT_CHUNK).map((notice) => rowOf(notice, now));
    await db(table.notice).insert(rows).onConflict('fold_key').ignore();
  }
  const ids = notices.map(({ documentId }) => documentId);
  const inserted: unknown[] = await db(table.notice).whereIn('document_id', ids).select('id');
  return inserted.length < ids.length;
}

/** What folding changes of a queued notice. */
export interface Folded {
  readonly id: number;
  readonly payload: object;
  readonly sendAfter: Date;
}

/** Writes what was folded in. */
export async function writeFolded(strapi: Core.Strapi, folded: readonly Folded[], now: Date): Promise<void> {
  await updateEach(
    await connect(strapi),
    table.notice,
    { payload: 'json', send_after: 'datetime', updated_at: 'datetime' },
    folded.map(({ id, payload, sendAfter }) => ({
      id,
      values: { payload: JSON.stringify(payload), send_after: sendAfter, updated_at: now },
    })),
  );
}

/** Takes queued notices back: they have nothing left to say. */
export async function suppressNotices(
  strapi: Core.Strapi,
  ids: readonly number[],
  reason: SkipReason,
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  const db = await connect(strapi);
  await db(table.notice).whereIn('id', ids).update({ state: 'suppressed', reason, fold_key: null, updated_at: now });
}

/**
 * When each contact was last sent, or is just being sent, a notice of a kind.
 *
 * @param since older ones are left out
 */
export async function lastSentAt(
  strapi: Core.Strapi,
  kind: NoticeKind,
  contacts: readonly string[],
  since: Date,
  now: Date,
): Promise<Map<string, Date>> {
  const db = await connect(strapi);
  const rows: { contact: string; state: string; sent_at: unknown }[] = await db(table.notice)
    .whereIn('contact_document_id', contacts)
    .andWhere('kind', kind)
    .andWhere((either) => void either.where('sent_at', '>', since).orWhereIn('state', ['claimed', 'handing-over']))
    .select({ contact: 'contact_document_id', state: 'state', sent_at: 'sent_at' });
  const last = new Map<string, Date>();
  for (const { contact, sent_at } of rows) {
    const at = toDate(sent_at) ?? now;
    const known = last.get(contact);
    if (!known || known < at) last.set(contact, at);
  }
  return last;
}
