import type { Core } from '@strapi/strapi';
import type { Change } from '../../../domain/diff';
import { table } from '../constants';
import { connect, toDate, toJson } from './database';

export type ActorKind = 'admin' | 'contact' | 'system' | 'script';

/** One change of a payment in the columns that its customer may see. */
export interface HistoryRow {
  readonly at: Date;
  readonly actorKind: ActorKind;
  readonly reason: string | null;
  readonly changes: readonly Change[];
}

const HISTORY_LIMIT = 200;

/** What this customer may read of a payment's history, newest first, at most 200. Events of a customer before are not theirs. */
export async function readHistory(
  strapi: Core.Strapi,
  paymentDocumentId: string,
  customerDocumentId: string,
): Promise<HistoryRow[]> {
  const db = await connect(strapi);
  const rows: { at: unknown; actorKind: ActorKind; reason: string | null; changes: unknown }[] = await db(table.event)
    .where({ payment_document_id: paymentDocumentId, customer_document_id: customerDocumentId, visible: true })
    .orderBy('id', 'desc')
    .limit(HISTORY_LIMIT)
    .select({ at: 'at', actorKind: 'actor_kind', reason: 'reason', changes: 'changes' });
  return rows.map(({ at, actorKind, reason, changes }) => ({
    at: toDate(at) ?? new Date(0),
    actorKind,
    reason: reason ?? null,
    changes: toJson<Change[]>(changes) ?? [],
  }));
}

/** An event as the live streams pass it on: that something changed, and never what. */
export interface LiveEvent {
  readonly id: number;
  readonly kind: 'created' | 'updated' | 'withdrawn';
  readonly paymentDocumentId: string;
  readonly customerDocumentId: string;
  readonly version: number;
}

const liveColumns = {
  id: 'id',
  kind: 'kind',
  paymentDocumentId: 'payment_document_id',
  customerDocumentId: 'customer_document_id',
  version: 'version',
};

const liveEventOf = (row: LiveEvent): LiveEvent => ({ ...row, id: Number(row.id), version: Number(row.version ?? 1) });

/** The newest event's id; 0 where there is none. */
export async function newestEventId(strapi: Core.Strapi): Promise<number> {
  const db = await connect(strapi);
  const [row] = (await db(table.event).max({ id: 'id' })) as { id: number | string | null }[];
  return Number(row?.id ?? 0);
}

/** Ids of all events after one, for the tail to see which of them are new. */
export async function readEventIdsAfter(strapi: Core.Strapi, id: number): Promise<number[]> {
  const db = await connect(strapi);
  const rows: { id: number }[] = await db(table.event).where('id', '>', id).orderBy('id').select('id');
  return rows.map((row) => Number(row.id));
}

const CHUNK = 500;

/** Of these events the ones that a customer can see, by id. */
export async function readLiveEvents(strapi: Core.Strapi, ids: readonly number[]): Promise<LiveEvent[]> {
  const db = await connect(strapi);
  const events: LiveEvent[] = [];
  for (let start = 0; start < ids.length; start += CHUNK) {
    const rows: LiveEvent[] = await db(table.event)
      .whereIn('id', ids.slice(start, start + CHUNK))
      .where('visible', true)
      .whereNotNull('customer_document_id')
      .orderBy('id')
      .select(liveColumns);
    events.push(...rows.map(liveEventOf));
  }
  return events;
}

/** A stream that was away longer starts with what the client fetches anyway. */
const REPLAY_LIMIT = 500;

/**
 * What these customers could have missed: their events since so many milliseconds before the one that a client saw last, oldest first, at
 * most the newest 500. An id that does not exist replays nothing.
 */
export async function readMissedEvents(
  strapi: Core.Strapi,
  customerDocumentIds: readonly string[],
  lastEventId: number,
  margin: number,
): Promise<LiveEvent[]> {
  const db = await connect(strapi);
  const [last] = (await db(table.event).where({ id: lastEventId }).select('at')) as { at: unknown }[];
  const at = toDate(last?.at);
  if (!at || customerDocumentIds.length === 0) return [];
  const rows: LiveEvent[] = await db(table.event)
    .whereIn('customer_document_id', customerDocumentIds)
    .where('visible', true)
    .where((missed) => {
      void missed.where('id', '>', lastEventId).orWhere('at', '>=', new Date(at.getTime() - margin));
    })
    .orderBy('id', 'desc')
    .limit(REPLAY_LIMIT)
    .select(liveColumns);
  return rows.map(liveEventOf).reverse();
}
