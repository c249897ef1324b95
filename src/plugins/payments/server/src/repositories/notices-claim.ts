import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import type { NoticeKind } from '../notices/notice';
import { table } from '../constants';
import { connect, inTransaction, toBoolean, toDate, toJson } from './database';
import type { Connection, Dialect } from './database';

/**
 * How long a claim holds, in milliseconds: longer than a hand-over may take, and short enough that what a killed process held is
 * soon taken up again.
 */
export const LEASE_MS = 90_000;

/** The database's own time in epoch milliseconds: replicas whose clocks differ agree on when a lease is over. */
const databaseNow: Record<Dialect, string> = {
  sqlite: "cast((julianday('now') - 2440587.5) * 86400000 as integer)",
  postgres: '(extract(epoch from clock_timestamp()) * 1000)::bigint',
  mysql: 'cast(unix_timestamp(now(3)) * 1000 as signed)',
};

export const leaseEnd = (db: Connection): Knex.Raw => db.raw(`${databaseNow[db.dialect]} + ${LEASE_MS}`);

export const databaseTime = (db: Connection): Knex.Raw => db.raw(databaseNow[db.dialect]);

/** A notice that this process holds until its lease is over; the token proves it. */
export interface ClaimedNotice {
  readonly id: number;
  readonly documentId: string;
  readonly token: string;
  readonly kind: NoticeKind;
  readonly contact: string;
  readonly customer: string | null;
  readonly payment: string | null;
  readonly payload: unknown;
  readonly byStaff: boolean;
  /** How often it was handed over before. */
  readonly attempts: number;
  readonly messageId: string | null;
}

const columns = [
  'id',
  'document_id',
  'kind',
  'contact_document_id',
  'customer_document_id',
  'payment_document_id',
  'payload',
  'by_staff',
  'attempts',
  'message_id',
];

const text = (value: unknown): string | null => (value ? String(value) : null);

const claimedOf = (row: Record<string, unknown>, token: string): ClaimedNotice => ({
  id: Number(row.id),
  documentId: String(row.document_id),
  token,
  kind: row.kind as NoticeKind,
  contact: String(row.contact_document_id ?? ''),
  customer: text(row.customer_document_id),
  payment: text(row.payment_document_id),
  payload: toJson(row.payload),
  byStaff: toBoolean(row.by_staff),
  attempts: Number(row.attempts ?? 0),
  messageId: text(row.message_id),
});

/** The two clocks that decide whether a notice is due. */
export interface DueTimes {
  /** The office's clock, which tests may move: compared with `sendAfter`. */
  readonly now: Date;
  /** Real time: compared with `retryAt`. */
  readonly real: Date;
}

/** What may go now. */
export interface DueNow extends DueTimes {
  /** At night reminders wait for the morning, also those whose first attempt was in the evening. */
  readonly quiet: boolean;
}

/** Leaves out what the ladder sends. */
const exceptReminders = (query: Knex.QueryBuilder): void =>
  void query.whereNot((reminder) => reminder.whereIn('kind', ['reminder', 'overdue']).andWhere('by_staff', false));

const dueOnes = (query: Knex.QueryBuilder, { now, real, quiet }: DueNow): Knex.QueryBuilder =>
  query
    .modify((each) => quiet && exceptReminders(each))
    .where('state', 'queued')
    .andWhere('send_after', '<=', now)
    .andWhere((either) => void either.whereNull('retry_at').orWhere('retry_at', '<=', real))
    .orderBy([{ column: 'send_after' }, { column: 'id' }]);

/**
 * Claims due notices, oldest first. No two claims ever get the same row: SQLite has one writer, the others skip what is locked. The
 * fold key goes with the claim, so that what changes from now on makes a new notice.
 */
export async function claimNotices(strapi: Core.Strapi, limit: number, times: DueNow): Promise<ClaimedNotice[]> {
  const db = await connect(strapi);
  const token = randomUUID();
  const claim = { state: 'claimed', lease_token: token, lease_until: leaseEnd(db), fold_key: null };
  const due = dueOnes(db(table.notice), times).limit(limit).select('id');
  const rows =
    db.dialect === 'mysql'
      ? await claimInTransaction(strapi, claim, limit, times)
      : ((await db(table.notice)
          .where('id', ...(db.dialect === 'postgres' ? anyOf(db, due) : (['in', due] as [string, Knex.QueryBuilder])))
          .update(claim)
          .returning(columns)) as Record<string, unknown>[]);
  return rows.map((row) => claimedOf(row, token)).sort((a, b) => a.id - b.id);
}

/** PostgreSQL would run a plain subquery anew for each row and lock more than was asked for; an array is made once. */
const anyOf = (db: Connection, due: Knex.QueryBuilder): [string, Knex.Raw] => [
  '=',
  db.raw('any(array(?))', [due.forUpdate().skipLocked() as unknown as Knex.RawBinding]),
];

/** MariaDB has no `returning` on update and no `limit` in a subquery. */
const claimInTransaction = (strapi: Core.Strapi, claim: object, limit: number, times: DueNow) =>
  inTransaction(strapi, async () => {
    const db = await connect(strapi);
    const rows: Record<string, unknown>[] = await dueOnes(db(table.notice), times)
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .select(columns);
    const ids = rows.map(({ id }) => Number(id));
    if (ids.length > 0) await db(table.notice).whereIn('id', ids).update(claim);
    return rows;
  });

/** Gives back what was claimed and not handed over; what another process has taken up meanwhile is left alone. */
export async function releaseNotices(strapi: Core.Strapi, notices: readonly ClaimedNotice[]): Promise<void> {
  const db = await connect(strapi);
  for (const [token, ids] of byToken(notices)) {
    await db(table.notice)
      .whereIn('id', ids)
      .andWhere({ state: 'claimed', lease_token: token })
      .update({ state: 'queued', lease_token: null, lease_until: null });
  }
}

function byToken(notices: readonly ClaimedNotice[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const { id, token } of notices) groups.set(token, [...(groups.get(token) ?? []), id]);
  return groups;
}

export interface Recovery {
  /** What becomes of a notice whose hand-over nobody finished. */
  readonly delivery: 'at-most-once' | 'at-least-once';
  /** Every lease counts as over: nobody else can hold one. */
  readonly orphaned: boolean;
}

/**
 * Takes up what processes held that are gone: claimed notices are queued again, those being handed over are uncertain, or queued
 * where the host wants them sent at least once.
 *
 * @returns how many became uncertain
 */
export async function recoverNotices(strapi: Core.Strapi, { delivery, orphaned }: Recovery): Promise<number> {
  const queued = { state: 'queued', lease_token: null, lease_until: null };
  await takeUp(strapi, 'claimed', orphaned, queued);
  if (delivery === 'at-least-once') {
    await takeUp(strapi, 'handing-over', orphaned, queued);
    return 0;
  }
  // The token stays: should the process live after all and learn of the delivery, it may still say so.
  const uncertain = { state: 'uncertain', lease_until: null, error: 'The process ended' };
  return takeUp(strapi, 'handing-over', orphaned, uncertain);
}

/** Looks first and writes by id: most of the time there is nothing, and an update by state would lock what others work on. */
async function takeUp(strapi: Core.Strapi, state: string, orphaned: boolean, changes: object): Promise<number> {
  const db = await connect(strapi);
  const isOver = (query: Knex.QueryBuilder) =>
    orphaned ? query.where({ state }) : query.where({ state }).andWhere('lease_until', '<', databaseTime(db));
  const rows: { id: number }[] = await isOver(db(table.notice)).select('id');
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => Number(id));
  return inTransaction(strapi, async () => {
    const own = await connect(strapi);
    return Number(await isOver(own(table.notice).whereIn('id', ids)).update(changes));
  });
}

/** When the next queued notice that may go at this hour is due, by each of the two clocks; null where none waits. */
export async function readNextDue(strapi: Core.Strapi, quiet: boolean): Promise<DueTimes | null> {
  const db = await connect(strapi);
  const row = (await db(table.notice)
    .where('state', 'queued')
    .modify((each) => quiet && exceptReminders(each))
    .orderByRaw('coalesce(retry_at, send_after), id')
    .first('send_after', 'retry_at')) as { send_after: unknown; retry_at: unknown } | undefined;
  const now = toDate(row?.send_after);
  return now && { now, real: toDate(row?.retry_at) ?? new Date(0) };
}
