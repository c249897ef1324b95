import type { Core } from '@strapi/strapi';
import { table } from '../constants';
import { connect } from './database';

/** Notices that may yet go; every other is of the past. */
const ON_ITS_WAY = ['queued', 'claimed', 'handing-over'];

/** Deletes the oldest notices made before then, at most so many; answers how many. */
export async function deleteOldNotices(strapi: Core.Strapi, before: Date, limit: number): Promise<number> {
  const db = await connect(strapi);
  const rows: { id: number }[] = await db(table.notice)
    .where('created_at', '<', before)
    .whereNotIn('state', ON_ITS_WAY)
    .orderBy([{ column: 'created_at' }, { column: 'id' }])
    .limit(limit)
    .select('id');
  const ids = rows.map(({ id }) => Number(id)).sort((a, b) => a - b);
  if (ids.length > 0) await db(table.notice).whereIn('id', ids).delete();
  return ids.length;
}

/** Deletes the oldest events from before then of payments with nothing left to pay, at most so many; answers how many. */
export async function deleteOldEvents(strapi: Core.Strapi, before: Date, limit: number): Promise<number> {
  const db = await connect(strapi);
  const rows: { id: number }[] = await db(`${table.event} as e`)
    .leftJoin(`${table.payment} as p`, 'p.document_id', 'e.payment_document_id')
    .where('e.at', '<', before)
    .where((closed) => void closed.whereNull('p.id').orWhereNot('p.state', 'open'))
    .orderBy([{ column: 'e.at' }, { column: 'e.id' }])
    .limit(limit)
    .select({ id: 'e.id' });
  const ids = rows.map(({ id }) => Number(id)).sort((a, b) => a - b);
  if (ids.length > 0) await db(table.event).whereIn('id', ids).delete();
  return ids.length;
}
