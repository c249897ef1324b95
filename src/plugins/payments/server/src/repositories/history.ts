import type { Core } from '@strapi/strapi';
import type { ChangeValue, StaffPayment } from '../../../contracts/payment';
import { table } from '../constants';
import { connect, toBoolean, toDate, toJson } from './database';

type Entry = StaffPayment['history'][number];

const MOST = 200;

/** A payment's history as staff read it, newest first. */
export async function readHistory(strapi: Core.Strapi, paymentDocumentId: string): Promise<Entry[]> {
  const db = await connect(strapi);
  const rows: Record<string, unknown>[] = await db(table.event)
    .where({ payment_document_id: paymentDocumentId })
    .orderBy('id', 'desc')
    .limit(MOST)
    .select('at', 'kind', 'actor_kind', 'actor_name', 'loud', 'reason', 'changes', 'staff_changes');
  return rows.map((row) => ({
    at: (toDate(row.at) ?? new Date(0)).toISOString(),
    kind: row.kind as Entry['kind'],
    by: { kind: row.actor_kind as Entry['by']['kind'], name: (row.actor_name as string | null) ?? null },
    loud: toBoolean(row.loud),
    reason: (row.reason as string | null) ?? null,
    changes: toJson<ChangeValue[]>(row.changes) ?? [],
    staffChanges: toJson<ChangeValue[]>(row.staff_changes) ?? [],
  }));
}
