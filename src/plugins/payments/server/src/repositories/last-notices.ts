import type { Core } from '@strapi/strapi';
import type { NoticeKind, NoticeState, RemindNowPayload } from '../notices/notice';
import { table } from '../constants';
import { connect, toDate, toJson } from './database';
import type { Connection } from './database';

export interface LastNotice {
  readonly documentId: string;
  readonly kind: NoticeKind;
  readonly state: NoticeState;
  readonly at: Date;
}

/** An instalment, its payment, and the contacts who are told of it. */
export interface Told {
  readonly instalment: string;
  readonly payment: string;
  readonly contacts: readonly string[];
}

/** What staff sent by hand longer ago is not looked for. */
const BY_HAND_DAYS = 60;
const DAY_MS = 86_400_000;

type Row = Record<string, unknown>;

const noticeColumns = {
  document_id: 'n.document_id',
  kind: 'n.kind',
  state: 'n.state',
  sent_at: 'n.sent_at',
  created_at: 'n.created_at',
};

const noticeOf = (row: Row): LastNotice => ({
  documentId: String(row.document_id),
  kind: row.kind as NoticeKind,
  state: row.state as NoticeState,
  at: toDate(row.sent_at ?? row.created_at) ?? new Date(0),
});

const later = (a: LastNotice | undefined, b: LastNotice): LastNotice => (a && a.at > b.at ? a : b);

/** Mails of reminders, by instalment. */
const reminded = (db: Connection, told: readonly Told[]): PromiseLike<Row[]> =>
  db(`${table.reminder} as r`)
    .join(`${table.notice} as n`, 'n.document_id', 'r.notice_document_id')
    .whereIn(
      'r.instalment_document_id',
      told.map(({ instalment }) => instalment),
    )
    .whereNot('r.state', 'skipped')
    .select({ instalment: 'r.instalment_document_id', ...noticeColumns });

/** The newest mail about each payment as a whole, by payment. */
const aboutPayments = (db: Connection, told: readonly Told[]): PromiseLike<Row[]> => {
  const newest = db(table.notice)
    .whereIn(
      'payment_document_id',
      told.map(({ payment }) => payment),
    )
    .whereNotIn('state', ['suppressed', 'discarded'])
    .groupBy('payment_document_id')
    .max('id');
  return db(`${table.notice} as n`)
    .whereIn('n.id', newest)
    .select({ payment: 'n.payment_document_id', ...noticeColumns });
};

/** Mails that staff asked for by hand name instalments in their payload alone. */
const byHand = (db: Connection, told: readonly Told[], since: Date): PromiseLike<Row[]> =>
  db(`${table.notice} as n`)
    .whereIn('n.contact_document_id', [...new Set(told.flatMap(({ contacts }) => contacts))])
    .andWhere('n.by_staff', true)
    .andWhere('n.created_at', '>', since)
    .whereIn('n.kind', ['reminder', 'overdue'])
    .whereNotIn('n.state', ['suppressed', 'discarded'])
    .select({ payload: 'n.payload', ...noticeColumns });

/** The last mail about each instalment, by its documentId, in three statements. */
export async function readLastNotices(
  strapi: Core.Strapi,
  told: readonly Told[],
  now: Date,
): Promise<Map<string, LastNotice>> {
  if (told.length === 0) return new Map();
  const db = await connect(strapi);
  const last = new Map<string, LastNotice>();
  const keep = (instalment: string, row: Row) => last.set(instalment, later(last.get(instalment), noticeOf(row)));
  const ofPayment = new Map<string, string[]>();
  for (const { payment, instalment } of told) ofPayment.set(payment, [...(ofPayment.get(payment) ?? []), instalment]);

  for (const row of await aboutPayments(db, told))
    for (const instalment of ofPayment.get(String(row.payment)) ?? []) keep(instalment, row);
  for (const row of await reminded(db, told)) keep(String(row.instalment), row);
  const shown = new Set(told.map(({ instalment }) => instalment));
  for (const row of await byHand(db, told, new Date(now.getTime() - BY_HAND_DAYS * DAY_MS))) {
    for (const { instalment } of toJson<RemindNowPayload>(row.payload)?.instalments ?? [])
      if (shown.has(instalment)) keep(instalment, row);
  }
  return last;
}
