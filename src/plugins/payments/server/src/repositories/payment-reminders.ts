import type { Core } from '@strapi/types';
import type { TakenUpReminder, listPaymentReminders } from '../../../contracts/payment-reminders';
import type { QueryOf } from '../../../contracts/route';
import type { Day } from '../../../domain/day';
import { table } from '../constants';
import { connect, toDate } from './database';
import { countUpTo } from './paging';

/** A page of a payment's reminders, the latest first. */
export async function listReminderRows(
  strapi: Core.Strapi,
  payment: string,
  { state, page, pageSize }: QueryOf<typeof listPaymentReminders>,
): Promise<{ rows: TakenUpReminder[]; count: { total: number; more: boolean } }> {
  const db = await connect(strapi);
  const matching = () => {
    const query = db(`${table.reminder} as r`).where('r.payment_document_id', payment);
    return state === 'all' ? query : query.andWhere('r.state', state);
  };
  const count = await countUpTo(db, matching().select('r.id'));
  const rows: Record<string, unknown>[] = await matching()
    .leftJoin(`${table.instalment} as i`, 'i.document_id', 'r.instalment_document_id')
    .leftJoin(`${table.contact} as k`, 'k.document_id', 'r.contact_document_id')
    .orderBy('r.id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select('r.step', 'r.due_date', 'r.state', 'r.reason', 'r.at', 'i.number')
    .select({
      instalment: 'r.instalment_document_id',
      notice: 'r.notice_document_id',
      contact: 'k.document_id',
      contact_name: 'k.name',
    });
  return { rows: rows.map(reminderOf), count };
}

const reminderOf = (row: Record<string, unknown>): TakenUpReminder => ({
  instalment: { documentId: String(row.instalment), number: row.number === null ? null : Number(row.number) },
  contact: row.contact ? { documentId: String(row.contact), name: String(row.contact_name) } : null,
  step: Number(row.step),
  dueDate: String(row.due_date) as Day,
  state: row.state as TakenUpReminder['state'],
  reason: (row.reason ?? null) as TakenUpReminder['reason'],
  at: toDate(row.at)?.toISOString() ?? null,
  notice: row.notice ? String(row.notice) : null,
});
