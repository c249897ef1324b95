import type { Core } from '@strapi/strapi';
import { table } from '../constants';
import { connect, equalsUnindexed } from './database';

/** The open instalment of each payment that is due first, or null where nothing is open; unknown payments are left out. */
export async function readOpenInstalments(
  strapi: Core.Strapi,
  payments: readonly string[],
): Promise<Map<string, string | null>> {
  const db = await connect(strapi);
  const rows: { payment: string; instalment: string | null }[] = await db(`${table.payment} as p`)
    .leftJoin(`${table.instalment} as i`, (on) => {
      void on.on('i.payment_ref', 'p.id').on(equalsUnindexed(db, 'i.state', 'open'));
    })
    .whereIn('p.document_id', payments)
    .orderBy([{ column: 'i.due_date' }, { column: 'i.number' }])
    .select({ payment: 'p.document_id', instalment: 'i.document_id' });
  const first = new Map<string, string | null>();
  for (const { payment, instalment } of rows) if (!first.has(payment)) first.set(payment, instalment);
  return first;
}
