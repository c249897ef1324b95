import type { Core } from '@strapi/strapi';
import { table, uid } from '../constants';
import { connect } from './database';
import { linkOf } from './links';

/** Takes instalments out, with their links. */
export async function deleteInstalments(strapi: Core.Strapi, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const db = await connect(strapi);
  const link = linkOf(strapi, uid.instalment, 'payment');
  await db(link.table).whereIn(link.source, ids).delete();
  await db(table.instalment).whereIn('id', ids).delete();
}

/** Bound values of one statement are limited. */
const CHUNK = 500;

/** Takes payments out, with their instalments and links; their events stay. The statements grow with the pieces of 500, not with the payments. */
export async function deletePaymentRows(strapi: Core.Strapi, ids: readonly number[]): Promise<void> {
  const db = await connect(strapi);
  const ofInstalments = linkOf(strapi, uid.instalment, 'payment');
  for (let start = 0; start < ids.length; start += CHUNK) {
    const chunk = ids.slice(start, start + CHUNK);
    await db(ofInstalments.table).whereIn(ofInstalments.target, chunk).delete();
    await db(table.instalment).whereIn('payment_ref', chunk).delete();
    for (const relation of ['customer', 'institution'] as const) {
      const link = linkOf(strapi, uid.payment, relation);
      await db(link.table).whereIn(link.source, chunk).delete();
    }
    await db(table.payment).whereIn('id', chunk).delete();
  }
}
