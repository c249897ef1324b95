import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import type { listNotices } from '../../../contracts/notice';
import type { QueryOf } from '../../../contracts/route';
import type { Day } from '../../../domain/day';
import type { SkipReason } from '../notices/notice';
import { table, uid } from '../constants';
import { connect } from './database';
import type { Connection } from './database';
import { linkOf } from './links';
import { contains, countUpTo } from './paging';

export type NoticeListQuery = QueryOf<typeof listNotices>;

/** A row of the delivery log with what it is about, as the database tells it. */
export type NoticeLogRow = Readonly<Record<string, unknown>>;

const n = table.notice;

const sortColumns: Readonly<Record<NoticeListQuery['sort']['field'], string>> = {
  createdAt: `${n}.created_at`,
  sentAt: `${n}.sent_at`,
  sendAfter: `${n}.send_after`,
};

/** Notices that match, without page or order. */
function matching(strapi: Core.Strapi, db: Connection, query: NoticeListQuery): Knex.QueryBuilder {
  const rows = db(n);
  if (query.state === 'problem') rows.whereIn(`${n}.state`, ['failed', 'uncertain']);
  else if (query.state !== 'all') rows.where(`${n}.state`, query.state);
  if (query.kind !== 'all') rows.where(`${n}.kind`, query.kind);
  if (query.reason !== 'all') rows.where(`${n}.reason`, query.reason);
  if (query.contact) rows.where(`${n}.contact_document_id`, query.contact);
  if (query.customer) rows.where((either) => void aboutCustomer(db, either, query.customer as string));
  if (query.payment) rows.where((either) => void aboutPayment(strapi, db, either, query.payment as string));
  if (query.q) {
    const { q } = query;
    rows.where((either) => {
      contains(either, `${n}.subject`, q);
      either.orWhere((recipient) => void contains(recipient, `${n}.recipient`, q));
    });
  }
  return rows;
}

/** A digest names no customer; its reminders name payments. */
function aboutCustomer(db: Connection, either: Knex.QueryBuilder, customer: string): void {
  const owed = db(`${table.payment} as p`)
    .join(`${table.customer} as c`, 'c.id', 'p.customer_ref')
    .where('c.document_id', customer)
    .select('p.document_id');
  const reminded = db(table.reminder).whereIn('payment_document_id', owed).whereNotNull('notice_document_id');
  either
    .where(`${n}.customer_document_id`, customer)
    .orWhereIn(`${n}.document_id`, reminded.select('notice_document_id'));
}

/** By the payment the notice names, by its reminders, or by the payload of a mail about several (registrations, changes for many, reminders by hand). */
function aboutPayment(strapi: Core.Strapi, db: Connection, either: Knex.QueryBuilder, payment: string): void {
  const reminded = db(table.reminder).where('payment_document_id', payment).whereNotNull('notice_document_id');
  const acts = linkOf(strapi, uid.customer, 'contacts');
  const contacts = db(`${table.payment} as p`)
    .join(`${acts.table} as a`, `a.${acts.source}`, 'p.customer_ref')
    .join(`${table.contact} as c`, 'c.id', `a.${acts.target}`)
    .where('p.document_id', payment)
    .select('c.document_id');
  const payload = db.dialect === 'mysql' ? 'cast(?? as char)' : 'cast(?? as text)';
  either
    .where(`${n}.payment_document_id`, payment)
    .orWhereIn(`${n}.document_id`, reminded.select('notice_document_id'))
    .orWhere(
      (folded) =>
        void folded
          .whereIn(`${n}.kind`, ['registered', 'updated', 'reminder', 'overdue'])
          .whereIn(`${n}.contact_document_id`, contacts)
          .whereRaw(`${payload} like ?`, [`${n}.payload`, `%"${payment}"%`]),
    );
}

/** A page of the log and how many notices there are. */
export async function listNoticeRows(
  strapi: Core.Strapi,
  query: NoticeListQuery,
): Promise<{ rows: NoticeLogRow[]; count: { total: number; more: boolean } }> {
  const db = await connect(strapi);
  const count = await countUpTo(db, matching(strapi, db, query).select(`${n}.id`));
  const { field, direction } = query.sort;
  const order = [
    { column: sortColumns[field], order: direction },
    { column: `${n}.id`, order: direction },
  ];
  const rows: NoticeLogRow[] = await withSubjects(matching(strapi, db, query))
    .orderBy(order)
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize);
  return { rows, count };
}

/** A notice with its text, or null where there is none. */
export async function readNoticeRow(strapi: Core.Strapi, documentId: string): Promise<NoticeLogRow | null> {
  const db = await connect(strapi);
  const query = withSubjects(db(n).where(`${n}.document_id`, documentId)).select(`${n}.html`, `${n}.text`);
  return ((await query.first()) as NoticeLogRow | undefined) ?? null;
}

const own = ['id', 'document_id', 'kind', 'state', 'reason', 'error', 'recipient', 'subject', 'language', 'attempts'];
const ownTimes = ['by_staff', 'created_at', 'send_after', 'sent_at', 'emptied_at'];

const withSubjects = (query: Knex.QueryBuilder): Knex.QueryBuilder =>
  query
    .leftJoin(`${table.contact} as contact`, 'contact.document_id', `${n}.contact_document_id`)
    .leftJoin(`${table.customer} as customer`, 'customer.document_id', `${n}.customer_document_id`)
    .leftJoin(`${table.payment} as payment`, 'payment.document_id', `${n}.payment_document_id`)
    .select([...own, ...ownTimes].map((column) => `${n}.${column}`))
    .select({
      contact: 'contact.document_id',
      contact_name: 'contact.name',
      contact_email: 'contact.email',
      customer: 'customer.document_id',
      customer_name: 'customer.name',
      payment: 'payment.document_id',
      payment_title: 'payment.title',
      payment_reference: 'payment.reference',
    });

/** A reminder as the log shows it. */
export interface ReminderLogRow {
  readonly instalment: string;
  readonly payment: string;
  readonly step: number;
  readonly dueDate: Day;
  readonly state: 'pending' | 'sent' | 'skipped';
  readonly reason: SkipReason | null;
}

/** The reminders that a notice carries, or was to carry. */
export async function readReminderLog(strapi: Core.Strapi, notice: string): Promise<ReminderLogRow[]> {
  const db = await connect(strapi);
  const rows: ReminderLogRow[] = await db(table.reminder).where('notice_document_id', notice).orderBy('id').select({
    instalment: 'instalment_document_id',
    payment: 'payment_document_id',
    step: 'step',
    dueDate: 'due_date',
    state: 'state',
    reason: 'reason',
  });
  return rows.map((row) => ({ ...row, step: Number(row.step), reason: row.reason ?? null }));
}
