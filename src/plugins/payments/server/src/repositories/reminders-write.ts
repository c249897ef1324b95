import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/types';
import type { Day } from '../../../domain/day';
import type { SkipReason } from '../notices/notice';
import { table } from '../constants';
import { connect, insertAll } from './database';

/** A reminder to be kept: one that waits in a notice, or one that does not go, with the reason. */
export interface NewReminder {
  readonly instalment: string;
  readonly payment: string;
  /** Empty where the reason is nobody's in particular. */
  readonly contact: string;
  readonly step: number;
  readonly dueDate: Day;
  readonly notice: string | null;
  readonly reason: SkipReason | null;
}

/** Inserts reminders; the unique key refuses the whole where one of them exists. */
export async function insertReminders(
  strapi: Core.Strapi,
  reminders: readonly NewReminder[],
  now: Date,
): Promise<void> {
  await insertAll(
    await connect(strapi),
    table.reminder,
    reminders.map(({ instalment, payment, contact, step, dueDate, notice, reason }) => ({
      document_id: createId(),
      instalment_document_id: instalment,
      payment_document_id: payment,
      contact_document_id: contact,
      step,
      due_date: dueDate,
      state: reason ? 'skipped' : 'pending',
      reason,
      notice_document_id: notice,
      at: reason ? now : null,
      created_at: now,
      updated_at: now,
      published_at: now,
    })),
  );
}

/** What an instalment waits for next. */
export interface NextReminder {
  readonly id: number;
  readonly remindOn: Day | null;
  readonly remindStep: number | null;
}

/** Moves instalments on to their next reminder; those that wait for the same are written together. */
export async function advance(strapi: Core.Strapi, rows: readonly NextReminder[]): Promise<void> {
  const db = await connect(strapi);
  const groups = new Map<string, { next: NextReminder; ids: number[] }>();
  for (const next of rows) {
    const key = `${next.remindOn}|${next.remindStep}`;
    const group = groups.get(key) ?? { next, ids: [] };
    group.ids.push(next.id);
    groups.set(key, group);
  }
  for (const { next, ids } of groups.values()) {
    await db(table.instalment).whereIn('id', ids).update({ remind_on: next.remindOn, remind_step: next.remindStep });
  }
}

/** Lets the notices of a sweep go that were held until it had seen all. */
export async function releaseHeld(strapi: Core.Strapi, now: Date): Promise<void> {
  const db = await connect(strapi);
  await db(table.notice)
    .where({ state: 'queued', by_staff: false })
    .whereIn('kind', ['reminder', 'overdue'])
    .andWhere('send_after', '>', now)
    .update({ send_after: now, updated_at: now });
}
