import type { Core } from '@strapi/strapi';
import { wakeLive } from '../live';
import { announce } from '../notices/announce';
import { wakeDispatcher } from '../notices';
import { afterCommit } from '../repositories/database';
import { appendEvents } from '../repositories/event-log';
import { readPayments } from '../repositories/payment-reads';
import type { InstalmentRecord, PaymentRecord } from '../repositories/payment-record';
import { writeDerivedRows, writeRecorded } from '../repositories/recorded-writes';
import { getService } from '../services/get-service';
import { tellOfPayments } from '../webhooks';
import type { Intent } from './actor';
import { compare, eventsOf } from './compare';
import type { Compared } from './compare';
import { derive, referenceOf, settleRows } from './derive';
import { reminderRules, scheduleIsStale, scheduleOf } from './reminder-schedule';

/** A payment that was just written, in the transaction that still holds its lock. */
export interface WrittenPayment {
  /** The payment before the change, or null if the change made it. */
  readonly before: PaymentRecord | null;
  /** The payment's id now, or null if the change deleted it. */
  readonly id: number | null;
}

/** In whose name, how loudly, and by what path payments were written. */
export interface Writing {
  readonly intent: Intent;
  /** Written by another plugin or a script, found by the lifecycle hooks. */
  readonly fromElsewhere: boolean;
}

/**
 * The only writer of events, notices, versions and derived columns. Called once for each change of one payment, after the change's own
 * writes and in their transaction: what a reader can see of the payment, its history and the mail about it stand or fall together.
 *
 * @returns the payment as it stands now, or null if it was deleted
 */
export async function record(
  strapi: Core.Strapi,
  { before, id, ...writing }: WrittenPayment & Writing,
): Promise<PaymentRecord | null> {
  const [after] = await recordAll(strapi, [{ before, id }], writing);
  return after ?? null;
}

/** So many payments are recorded at a time, so that memory does not grow with a change for many. */
const CHUNK = 250;

/** The same for a change of many payments, each named once: the statements grow with every 250 of them, not with each. */
export async function recordAll(
  strapi: Core.Strapi,
  written: readonly WrittenPayment[],
  writing: Writing,
): Promise<(PaymentRecord | null)[]> {
  const recorded: (PaymentRecord | null)[] = [];
  for (let start = 0; start < written.length; start += CHUNK) {
    recorded.push(...(await recordChunk(strapi, written.slice(start, start + CHUNK), writing)));
  }
  return recorded;
}

async function recordChunk(
  strapi: Core.Strapi,
  written: readonly WrittenPayment[],
  { intent, fromElsewhere }: Writing,
): Promise<(PaymentRecord | null)[]> {
  const now = getService(strapi, 'clock').now();
  const current = await bringUpToDate(strapi, written);
  const compared = written.map(({ before, id }) => compare(before, id === null ? null : (current.get(id) ?? null)));
  const changed = compared.filter((each) => each.changed);
  await appendEvents(
    strapi,
    changed.flatMap((each) => eventsOf(each, intent, now)),
  );
  const seen = changed.filter(({ visible }) => visible);
  const seenChanges = seen.map(({ before, after, diff }) => ({ before, after, changes: diff.visible }));
  const { loud, reason = null, batch } = intent;
  const telling = { now, loud, fromElsewhere, reason, together: batch !== undefined };
  const since = await announce(strapi, seenChanges, telling);
  const announcedAt = new Map(seen.map((each, index) => [each, since[index] ?? null]));
  await tellOfPayments(strapi, changed);
  if (changed.length > 0) {
    await afterCommit(strapi, () => {
      wakeLive(strapi);
      wakeDispatcher(strapi);
    });
  }
  const stamped = compared.map((each) => stampedOf(each, now, announcedAt.get(each)));
  await writeRecorded(
    strapi,
    compared.flatMap((each, index) => {
      const after = stamped[index];
      if (!after) return [];
      return [{ id: after.id, derived: derivedColumns(after), stamps: each.changed ? stampColumns(after) : null }];
    }),
  );
  return stamped;
}

/** The payment with the marks that its change leaves on it. */
function stampedOf(
  { before, after, visible, changed, version }: Compared,
  now: Date,
  announcedAt: Date | null | undefined,
): PaymentRecord | null {
  if (!after || !changed) return after;
  return {
    ...after,
    revision: (before?.revision ?? 0) + 1,
    version,
    updatedAt: now,
    changedAt: visible ? now : after.changedAt,
    announcedAt: announcedAt === undefined ? after.announcedAt : announcedAt,
  };
}

const derivedColumns = ({ stored, reference, state }: PaymentRecord) => ({
  total: stored.total,
  paid: stored.paid,
  next_due_date: stored.nextDueDate,
  instalment_count: stored.instalmentCount,
  search_text: stored.searchText,
  loss_date: stored.lossDate,
  state: state.state,
  reference,
});

const stampColumns = ({ revision, version, updatedAt, changedAt, announcedAt }: PaymentRecord) => ({
  revision,
  version,
  updated_at: updatedAt,
  changed_at: changedAt,
  announced_at: announcedAt,
});

/** Reads the payments with their derived values made anew; their rows' own are written, the payments' are the caller's to write. */
async function bringUpToDate(
  strapi: Core.Strapi,
  written: readonly WrittenPayment[],
): Promise<Map<number, PaymentRecord>> {
  const ids = written.flatMap(({ id }) => (id === null ? [] : [id]));
  if (ids.length === 0) return new Map();
  const read = new Map((await readPayments(strapi, ids)).map((payment) => [payment.id, payment]));
  const schedule = await scheduler(strapi);
  const changed: InstalmentRecord[] = [];
  const current = new Map<number, PaymentRecord>();
  for (const { id, before } of written) {
    if (id === null) continue;
    const payment = read.get(id);
    if (!payment) throw new Error(`payments: payment ${id} is gone in its own transaction`);
    const rows = schedule(payment, settleRows(payment.state.instalments), before);
    changed.push(...changedRows(payment.state.instalments, rows));
    current.set(id, derived(payment, rows));
  }
  await writeDerivedRows(strapi, changed);
  return current;
}

function derived(payment: PaymentRecord, rows: readonly InstalmentRecord[]): PaymentRecord {
  const { title, paymentCode, lostAfter, state: stored } = payment.state;
  const underived = {
    reference: payment.reference ?? referenceOf(payment.id),
    title,
    paymentCode: paymentCode?.value ?? null,
    state: stored,
    lostAfter,
  };
  const { total, paid, nextDueDate, count, state, searchText, reference, lossDate } = derive(underived, rows);
  return {
    ...payment,
    reference,
    stored: { total, paid, nextDueDate, instalmentCount: count, searchText, lossDate },
    state: { ...payment.state, total, state, instalments: rows },
  };
}

type Schedule = (
  payment: PaymentRecord,
  rows: readonly InstalmentRecord[],
  before: PaymentRecord | null,
) => InstalmentRecord[];

/** Sets the next reminder of every row whose date, state or institution changed. */
async function scheduler(strapi: Core.Strapi): Promise<Schedule> {
  const { rules, now } = await reminderRules(strapi);
  return (payment, rows, before) => {
    const earlier = new Map(before?.state.instalments.map((row) => [row.id, row]));
    const institutionChanged = before?.institution?.id !== payment.institution?.id;
    return rows.map((row) =>
      scheduleIsStale(earlier.get(row.id), row, institutionChanged)
        ? { ...row, ...scheduleOf(row, payment.institution, rules, now) }
        : row,
    );
  };
}

const derivedOf = ({ number, state, paid, remindOn, remindStep }: InstalmentRecord) =>
  [number, state, paid, remindOn, remindStep].join('|');

function changedRows(before: readonly InstalmentRecord[], after: readonly InstalmentRecord[]): InstalmentRecord[] {
  const earlier = new Map(before.map((row) => [row.id, derivedOf(row)]));
  return after.filter((row) => earlier.get(row.id) !== derivedOf(row));
}
