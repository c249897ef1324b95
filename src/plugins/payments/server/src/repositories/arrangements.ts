import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Day } from '../../../domain/day';
import { table } from '../constants';
import { connect, equalsUnindexed } from './database';
import type { Connection } from './database';
import { countUpTo } from './paging';

/** Open instalments of the payment `p` that are due by a day and not reported as paid in full. */
function unpaidBy(db: Connection, until: Day): Knex.QueryBuilder {
  const reported = db(`${table.receipt} as r`)
    .whereRaw('?? = ??', ['r.instalment_document_id', 'i.document_id'])
    .where(equalsUnindexed(db, 'r.state', 'pending'))
    .whereRaw('?? >= ?? - coalesce(??, 0)', ['r.amount', 'i.amount', 'i.paid'])
    .select(db.raw('1'));
  return db(`${table.instalment} as i`)
    .whereRaw('?? = ??', ['i.payment_ref', 'p.id'])
    .where(equalsUnindexed(db, 'i.state', 'open'))
    .where('i.due_date', '<=', until)
    .whereNotExists(reported);
}

/**
 * Payments whose deciding deadline is at a day or before. The stored `loss_date` narrows them down by its index; it knows of no receipts, so
 * the few that are left are counted.
 */
function threatened(db: Connection, until: Day): Knex.QueryBuilder {
  const archived = db(`${table.customer} as c`)
    .whereRaw('?? = ??', ['c.id', 'p.customer_ref'])
    .whereNotNull('c.archived_at')
    .select(db.raw('1'));
  return db(`${table.payment} as p`)
    .where('p.loss_date', '<=', until)
    .whereNotExists(archived)
    .where(db.raw('(?) >= ??', [unpaidBy(db, until).count('*'), 'p.lost_after']));
}

/** Ids of plans that are lost, or will be if nothing is paid by that day, the most pressing first; never of archived customers. */
export async function readThreatened(
  strapi: Core.Strapi,
  until: Day,
  most: number,
): Promise<{ ids: number[]; count: { total: number; more: boolean } }> {
  const db = await connect(strapi);
  const count = await countUpTo(db, threatened(db, until).select('p.id'));
  const rows: { id: number }[] = await threatened(db, until)
    .orderBy([{ column: 'p.loss_date' }, { column: 'p.id' }])
    .limit(most)
    .select('p.id');
  return { ids: rows.map(({ id }) => Number(id)), count };
}

/** The lost payments that a payment replaces, oldest first. */
export async function readReplaced(
  strapi: Core.Strapi,
  documentId: string,
): Promise<{ documentId: string; reference: string }[]> {
  const db = await connect(strapi);
  const rows: { documentId: string; reference: string | null }[] = await db(table.payment)
    .where({ replaced_by: documentId })
    .orderBy('id')
    .select({ documentId: 'document_id', reference: 'reference' });
  return rows.map(({ documentId: id, reference }) => ({ documentId: id, reference: reference ?? '' }));
}
