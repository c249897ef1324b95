import type { Core } from '@strapi/types';
import type { Day } from '../../../domain/day';
import type { NoticeState, RegisteredPayload, SkipReason } from '../notices/notice';
import { table, uid } from '../constants';
import { connect, toBoolean, toJson } from './database';
import { linkOf } from './links';
import { readPayments } from './payment-reads';
import type { PaymentRecord } from './payment-record';

/** A reminder that waits in a notice. */
export interface PendingReminder {
  readonly id: number;
  readonly notice: string;
  readonly instalment: string;
  readonly payment: string;
  readonly contact: string;
  readonly step: number;
  readonly dueDate: Day;
}

/** The pending reminders of notices, in one statement. */
export async function readPendingReminders(
  strapi: Core.Strapi,
  notices: readonly string[],
): Promise<PendingReminder[]> {
  if (notices.length === 0) return [];
  const db = await connect(strapi);
  const rows: Record<string, unknown>[] = await db(table.reminder)
    .whereIn('notice_document_id', notices)
    .andWhere('state', 'pending')
    .orderBy('id');
  return rows.map((row) => ({
    id: Number(row.id),
    notice: String(row.notice_document_id),
    instalment: String(row.instalment_document_id),
    payment: String(row.payment_document_id),
    contact: String(row.contact_document_id),
    step: Number(row.step),
    dueDate: String(row.due_date) as Day,
  }));
}

/** The furthest step that was ever taken up for an instalment's due date and a contact, as `instalment|dueDate|contact` → step. */
export async function readFurthestSteps(
  strapi: Core.Strapi,
  instalments: readonly string[],
): Promise<Map<string, number>> {
  if (instalments.length === 0) return new Map();
  const db = await connect(strapi);
  const rows: { instalment: string; due: string; contact: string; step: unknown }[] = await db(table.reminder)
    .whereIn('instalment_document_id', instalments)
    .whereNot('state', 'skipped')
    .groupBy('instalment_document_id', 'due_date', 'contact_document_id')
    .select({ instalment: 'instalment_document_id', due: 'due_date', contact: 'contact_document_id' })
    .max({ step: 'step' });
  return new Map(rows.map(({ instalment, due, contact, step }) => [stepKey(instalment, due, contact), Number(step)]));
}

/** A mail that tells a contact that payments are there, or that one is gone. */
export interface Telling {
  readonly id: number;
  readonly kind: 'registered' | 'withdrawn';
  readonly contact: string;
  /** Whether the contact may have read it. */
  readonly wentOut: boolean;
  readonly byStaff: boolean;
  readonly payments: readonly string[];
}

const STAYED: readonly NoticeState[] = ['queued', 'claimed', 'suppressed'];

/** What contacts were told of payments that came and went, oldest first. */
export async function readTellings(strapi: Core.Strapi, contacts: readonly string[]): Promise<Telling[]> {
  if (contacts.length === 0) return [];
  const db = await connect(strapi);
  const rows: Record<string, unknown>[] = await db(table.notice)
    .whereIn('contact_document_id', contacts)
    .whereIn('kind', ['registered', 'withdrawn'])
    .orderBy('id')
    .select('id', 'contact_document_id', 'kind', 'state', 'by_staff', 'payment_document_id', 'payload');
  return rows.map((row) => ({
    id: Number(row.id),
    kind: row.kind as Telling['kind'],
    contact: String(row.contact_document_id),
    wentOut: !STAYED.includes(row.state as NoticeState),
    byStaff: toBoolean(row.by_staff),
    payments: (toJson(row.payload) as Partial<RegisteredPayload> | null)?.payments ?? [String(row.payment_document_id)],
  }));
}

export const stepKey = (instalment: string, dueDate: string, contact: string): string =>
  `${instalment}|${dueDate}|${contact}`;

/** Payments by their documentIds; those that are gone are left out. */
export async function readPaymentsByDocument(
  strapi: Core.Strapi,
  documentIds: readonly string[],
): Promise<Map<string, PaymentRecord>> {
  if (documentIds.length === 0) return new Map();
  const db = await connect(strapi);
  const rows: { id: number }[] = await db(table.payment).whereIn('document_id', documentIds).select('id');
  const payments = await readPayments(
    strapi,
    rows.map(({ id }) => Number(id)),
  );
  return new Map(payments.map((payment) => [payment.documentId, payment]));
}

/** What of a customer decides about mail to its contacts. */
export interface CustomerMail {
  readonly remindersPaused: boolean;
  readonly archived: boolean;
  /** Address of the responsible member of staff, where replies go. */
  readonly responsibleEmail: string | null;
}

/** By the customers' documentIds, in one statement. */
export async function readCustomerMail(
  strapi: Core.Strapi,
  customers: readonly string[],
): Promise<Map<string, CustomerMail>> {
  if (customers.length === 0) return new Map();
  const db = await connect(strapi);
  const responsible = linkOf(strapi, uid.customer, 'responsible');
  const users = strapi.db.metadata.get('admin::user').tableName;
  const rows: Record<string, unknown>[] = await db(`${table.customer} as customer`)
    .leftJoin(`${responsible.table} as link`, `link.${responsible.source}`, 'customer.id')
    .leftJoin(`${users} as staff`, 'staff.id', `link.${responsible.target}`)
    .whereIn('customer.document_id', customers)
    .select('customer.document_id', 'customer.reminders_paused', 'customer.archived_at', { email: 'staff.email' });
  return new Map(
    rows.map((row) => [
      String(row.document_id),
      {
        remindersPaused: toBoolean(row.reminders_paused),
        archived: row.archived_at !== null,
        responsibleEmail: row.email ? String(row.email) : null,
      },
    ]),
  );
}

/** Why a customer as a whole is not reminded. */
export const customerSkip = (customer: CustomerMail | undefined): SkipReason | null => {
  if (!customer || customer.archived) return 'archived';
  return customer.remindersPaused ? 'paused' : null;
};
