import type { Core } from '@strapi/strapi';
import type { Change } from '../../../domain/diff';
import type { Actor } from '../record/actor';
import { table } from '../constants';
import { connect, toDate, toJson } from './database';
import { appendEvents } from './event-log';

/** A telephone call about an instalment, as the history keeps it. */
export interface CallRow {
  readonly at: Date;
  readonly by: string | null;
  readonly note: string | null;
}

const FIELD = 'called';

/** What of a payment's history staff alone see is little: this bounds it all the same. */
const MOST = 2_000;

/** Appends a call to the history, where contacts see nothing of it: no version, revision or time of theirs moves. */
export async function insertCall(
  strapi: Core.Strapi,
  call: {
    readonly payment: string;
    readonly customer: string | null;
    readonly version: number;
    readonly instalment: string;
    readonly number: number;
    readonly note: string | null;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<void> {
  const { payment, customer, version, instalment, number, note, actor, at } = call;
  const staffChanges: Change[] = [{ field: FIELD, number, of: instalment, before: null, after: note ?? true }];
  const common = { paymentDocumentId: payment, customerDocumentId: customer, kind: 'updated', version } as const;
  await appendEvents(strapi, [{ ...common, actor, at, loud: false, visible: false, changes: [], staffChanges }]);
}

/** The last call about each instalment of these payments, by the instalment's documentId. */
export async function readLastCalls(strapi: Core.Strapi, payments: readonly string[]): Promise<Map<string, CallRow>> {
  if (payments.length === 0) return new Map();
  const db = await connect(strapi);
  const rows: Record<string, unknown>[] = await db(table.event)
    .whereIn('payment_document_id', payments)
    .andWhere('visible', false)
    .orderBy('id', 'desc')
    .limit(MOST)
    .select('at', 'actor_name', 'staff_changes');
  const calls = new Map<string, CallRow>();
  for (const row of rows) {
    for (const { field, of, after } of toJson<Change[]>(row.staff_changes) ?? []) {
      if (field !== FIELD || of === undefined || calls.has(of)) continue;
      const note = typeof after === 'string' ? after : null;
      calls.set(of, { at: toDate(row.at) ?? new Date(0), by: (row.actor_name as string | null) ?? null, note });
    }
  }
  return calls;
}
