import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import type { Day } from '../../../domain/day';
import type { SendingTime } from '../../../domain/ladder';
import { minor } from '../../../domain/money';
import type { MinorUnits } from '../../../domain/money';
import type { NoticeState, RemindNowPayload } from '../notices/notice';
import { table } from '../constants';
import { connect, toBoolean, toDate, toJson } from './database';

/** An instalment whose next reminder is due, with all that decides about it. */
export interface DueRow {
  readonly id: number;
  readonly documentId: string;
  readonly payment: string;
  readonly customer: string | null;
  readonly state: 'open' | 'paid' | 'cancelled';
  readonly amount: MinorUnits;
  readonly paid: MinorUnits;
  readonly dueDate: Day;
  readonly pinned: boolean;
  readonly remindStep: number | null;
  readonly paymentState: 'open' | 'settled' | 'cancelled';
  readonly paymentPaused: boolean;
  readonly customerPaused: boolean;
  readonly customerArchived: boolean;
  readonly institution: { readonly bankDays: number; readonly ladder: readonly number[] | null } | null;
}

/** What is before today, or today once the office's hour has come. */
const dueBy =
  ({ today, hourPassed }: SendingTime, column: string) =>
  (query: Knex.QueryBuilder) =>
    void query.where(column, hourPassed ? '<=' : '<', today);

/**
 * Ids of payments with a due reminder. The payments of one customer come together, so that what one contact is told falls into one
 * batch as far as possible.
 */
export async function readDuePayments(strapi: Core.Strapi, time: SendingTime, limit: number): Promise<number[]> {
  const db = await connect(strapi);
  const rows: { id: number }[] = await db(`${table.instalment} as i`)
    .join(`${table.payment} as p`, 'p.id', 'i.payment_ref')
    .modify(dueBy(time, 'i.remind_on'))
    .groupBy('p.id', 'p.customer_ref')
    .orderBy([{ column: 'p.customer_ref' }, { column: 'p.id' }])
    .limit(limit)
    .select('p.id');
  return rows.map(({ id }) => Number(id));
}

/** The due instalments of payments that the caller has locked, oldest first. */
export async function readDueRows(
  strapi: Core.Strapi,
  payments: readonly number[],
  time: SendingTime,
): Promise<DueRow[]> {
  if (payments.length === 0) return [];
  const db = await connect(strapi);
  const rows: Record<string, unknown>[] = await db(`${table.instalment} as i`)
    .join(`${table.payment} as p`, 'p.id', 'i.payment_ref')
    .leftJoin(`${table.customer} as c`, 'c.id', 'p.customer_ref')
    .leftJoin(`${table.institution} as n`, 'n.id', 'p.institution_ref')
    .whereIn('i.payment_ref', payments)
    .modify(dueBy(time, 'i.remind_on'))
    .orderBy([{ column: 'i.due_date' }, { column: 'i.id' }])
    .select('i.id', 'i.document_id', 'i.state', 'i.amount', 'i.paid', 'i.due_date', 'i.pinned', 'i.remind_step')
    .select('c.archived_at', 'n.bank_days', 'n.ladder', {
      payment: 'p.document_id',
      payment_state: 'p.state',
      payment_paused: 'p.reminders_paused',
      customer: 'c.document_id',
      customer_paused: 'c.reminders_paused',
      institution: 'n.id',
    });
  return rows.map(dueRowOf);
}

const dueRowOf = (row: Record<string, unknown>): DueRow => ({
  id: Number(row.id),
  documentId: String(row.document_id),
  payment: String(row.payment),
  customer: row.customer ? String(row.customer) : null,
  state: row.state as DueRow['state'],
  amount: minor(Number(row.amount)),
  paid: minor(Number(row.paid ?? 0)),
  dueDate: String(row.due_date) as Day,
  pinned: toBoolean(row.pinned),
  remindStep: row.remind_step === null || row.remind_step === undefined ? null : Number(row.remind_step),
  paymentState: row.payment_state as DueRow['paymentState'],
  paymentPaused: toBoolean(row.payment_paused),
  customerPaused: toBoolean(row.customer_paused),
  customerArchived: row.archived_at !== null,
  institution: row.institution ? { bankDays: Number(row.bank_days ?? 0), ladder: toJson<number[]>(row.ladder) } : null,
});

/** An address that was mailed about an instalment and its due date. */
export interface Mailed {
  readonly instalment: string;
  readonly dueDate: Day;
  readonly address: string | null;
}

/** A reminder that exists already, and the address of its contact. */
export interface KnownReminder extends Mailed {
  readonly step: number;
  readonly contact: string;
  /** When it went, or was queued; null where it was not to go. */
  readonly mailedAt: Date | null;
}

/** Every reminder of these instalments. */
export async function readKnownReminders(
  strapi: Core.Strapi,
  instalments: readonly string[],
): Promise<KnownReminder[]> {
  if (instalments.length === 0) return [];
  const db = await connect(strapi);
  const rows: Record<string, unknown>[] = await db(`${table.reminder} as r`)
    .leftJoin(`${table.contact} as c`, 'c.document_id', 'r.contact_document_id')
    .whereIn('r.instalment_document_id', instalments)
    .select('r.instalment_document_id', 'r.step', 'r.due_date', 'r.contact_document_id', 'r.state')
    .select('r.at', 'r.created_at', 'c.email');
  return rows.map((row) => ({
    instalment: String(row.instalment_document_id),
    step: Number(row.step),
    dueDate: String(row.due_date) as Day,
    contact: String(row.contact_document_id ?? ''),
    mailedAt: row.state === 'skipped' ? null : toDate(row.at ?? row.created_at),
    address: row.email ? String(row.email) : null,
  }));
}

/** What staff reminded these contacts of by hand since then. */
export async function readRemindedByHand(
  strapi: Core.Strapi,
  contacts: readonly string[],
  since: Date,
): Promise<Mailed[]> {
  if (contacts.length === 0) return [];
  const db = await connect(strapi);
  const rows: Record<string, unknown>[] = await db(`${table.notice} as n`)
    .leftJoin(`${table.contact} as c`, 'c.document_id', 'n.contact_document_id')
    .whereIn('n.contact_document_id', contacts)
    .andWhere('n.by_staff', true)
    .whereIn('n.kind', ['reminder', 'overdue'])
    .andWhere((either) => void either.where('n.sent_at', '>', since).orWhereIn('n.state', UNDER_WAY))
    .select('n.payload', 'n.recipient', 'c.email');
  return rows.flatMap(({ payload, recipient, email }) =>
    (toJson<RemindNowPayload>(payload)?.instalments ?? []).map(({ instalment, dueDate }) => ({
      instalment,
      dueDate,
      address: recipient || email ? String(recipient ?? email) : null,
    })),
  );
}

const UNDER_WAY: readonly NoticeState[] = ['queued', 'claimed', 'handing-over', 'uncertain'];
