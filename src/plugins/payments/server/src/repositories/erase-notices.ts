import type { Core } from '@strapi/strapi';
import { table } from '../constants';
import { noticesAbout } from './customer-data';
import { connect } from './database';
import type { Connection } from './database';
import type { DocumentKey } from './documents';

const BATCH = 200;

/** Whose notices: the customer, the contacts who go, and those who stay because they act for others as well. */
export interface NoticeOwner {
  readonly customer: DocumentKey;
  readonly leaving: readonly string[];
  readonly shared: readonly string[];
  /** Words that only a mail about this customer has: its names, number and the references of its payments. */
  readonly words: readonly string[];
}

const queued = ['queued', 'claimed', 'handing-over', 'failed', 'uncertain'];

interface NoticeText {
  readonly id: number;
  readonly subject: string | null;
  readonly text: string | null;
  readonly html: string | null;
  readonly payload: unknown;
}

/** Mails of people who stay, and staff's morning mails, may speak of several customers: those are found by their words. */
async function readSpeaking(db: Connection, { shared, words }: NoticeOwner): Promise<number[]> {
  const ids: number[] = [];
  const speaks = ({ subject, text, html, payload }: NoticeText): boolean => {
    const said = [subject, text, html, typeof payload === 'string' ? payload : JSON.stringify(payload)].join('\n');
    return words.some((word) => said.includes(word));
  };
  for (let last = 0; ;) {
    const rows: NoticeText[] = await db(table.notice)
      .where((either) => void either.whereIn('contact_document_id', shared).orWhere('kind', 'digest'))
      .where('id', '>', last)
      .orderBy('id')
      .limit(BATCH)
      .select('id', 'subject', 'text', 'html', 'payload');
    ids.push(...rows.filter(speaks).map(({ id }) => Number(id)));
    if (rows.length < BATCH) return ids;
    last = Number(rows.at(-1)?.id);
  }
}

async function readIds(db: Connection, owner: NoticeOwner): Promise<number[]> {
  const about: { id: number }[] = await noticesAbout(db, { customer: owner.customer, people: owner.leaving }).select(
    'id',
  );
  return [...new Set([...about.map(({ id }) => Number(id)), ...(await readSpeaking(db, owner))])];
}

/** How many notices an erasure would empty. */
export async function countNotices(strapi: Core.Strapi, owner: NoticeOwner): Promise<number> {
  return (await readIds(await connect(strapi), owner)).length;
}

/**
 * Empties notices: no address, subject, text or material is left, what has not gone goes no more. The row stays, so that the log tells when
 * something was sent. Answers how many.
 */
export async function eraseNotices(strapi: Core.Strapi, owner: NoticeOwner, now: Date): Promise<number> {
  const db = await connect(strapi);
  const ids = await readIds(db, owner);
  const empty = { recipient: null, subject: null, html: null, text: null, error: null, payload: JSON.stringify({}) };
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = () => db(table.notice).whereIn('id', ids.slice(start, start + BATCH));
    await batch()
      .whereIn('state', queued)
      .update({ state: 'discarded', reason: 'discarded', lease_token: null, lease_until: null });
    await batch().update({ ...empty, fold_key: null, emptied_at: now, updated_at: now });
  }
  return ids.length;
}
