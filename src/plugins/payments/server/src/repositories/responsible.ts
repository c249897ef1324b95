import type { Core } from '@strapi/strapi';
import { uid } from '../constants';
import { connect, insertAll } from './database';
import { linkOf } from './links';
import { staffName } from './staff';

/** A member of staff as customers show them. */
export interface Responsible {
  readonly id: number;
  readonly documentId: string;
  readonly name: string;
}

/** Who answers for each of these customers, by the customer's id: one statement. */
export async function readResponsibleOf(
  strapi: Core.Strapi,
  customerIds: readonly number[],
): Promise<Map<number, Responsible>> {
  if (customerIds.length === 0) return new Map();
  const db = await connect(strapi);
  const link = linkOf(strapi, uid.customer, 'responsible');
  const users = strapi.db.metadata.get('admin::user').tableName;
  const rows: Record<string, unknown>[] = await db(`${link.table} as l`)
    .join(`${users} as u`, 'u.id', `l.${link.target}`)
    .whereIn(`l.${link.source}`, customerIds)
    .select('u.id', 'u.document_id', 'u.firstname', 'u.lastname', 'u.username', 'u.email', {
      customer: `l.${link.source}`,
    });
  return new Map(
    rows.map((row) => [
      Number(row.customer),
      { id: Number(row.id), documentId: String(row.document_id), name: staffName(row) },
    ]),
  );
}

/** The customers that a member of staff answers for. */
export async function readCustomersOfStaff(strapi: Core.Strapi, userId: number): Promise<number[]> {
  const db = await connect(strapi);
  const link = linkOf(strapi, uid.customer, 'responsible');
  const rows: { id: number }[] = await db(link.table)
    .where({ [link.target]: userId })
    .select({ id: link.source });
  return rows.map(({ id }) => Number(id));
}

/** So many bindings fit into one statement of every database. */
const CHUNK = 400;

/** Says who answers for these customers, or nobody. */
export async function writeResponsible(
  strapi: Core.Strapi,
  customerIds: readonly number[],
  userId: number | null,
): Promise<void> {
  const db = await connect(strapi);
  const link = linkOf(strapi, uid.customer, 'responsible');
  for (let start = 0; start < customerIds.length; start += CHUNK) {
    await db(link.table)
      .whereIn(link.source, customerIds.slice(start, start + CHUNK))
      .delete();
  }
  if (userId === null) return;
  const rows = customerIds.map((customerId) => ({
    [link.source]: customerId,
    [link.target]: userId,
    ...(link.orderColumn && { [link.orderColumn]: 1 }),
    ...(link.inverseOrderColumn && { [link.inverseOrderColumn]: customerId }),
  }));
  await insertAll(db, link.table, rows);
}
