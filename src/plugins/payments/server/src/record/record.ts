import type { Core } from '@strapi/strapi';
import { diffPayment } from '../../../domain/diff';
import type { PaymentDiff } from '../../../domain/diff';
import { wakeLive } from '../live';
import { announce } from '../notices/announce';
import { wakeDispatcher } from '../notices';
import { afterCommit } from '../repositories/database';
import { appendEvents } from '../repositories/event-log';
import type { NewEvent } from '../repositories/event-log';
import { readPayment } from '../repositories/payment-reads';
import type { InstalmentRecord, PaymentRecord } from '../repositories/payment-record';
import { writeDerivedRows, writePayment } from '../repositories/payment-writes';
import { getService } from '../services/get-service';
import type { Intent } from './actor';
import { derive, settleRows } from './derive';
import { reminderRules, scheduleIsStale, scheduleOf } from './reminder-schedule';

/** A change that was just written, in the transaction that still holds the payment's lock. */
export interface Written {
  /** The payment before the change, or null if the change made it. */
  readonly before: PaymentRecord | null;
  /** The payment's id now, or null if the change deleted it. */
  readonly id: number | null;
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
  { before, id, intent, fromElsewhere }: Written,
): Promise<PaymentRecord | null> {
  const now = getService(strapi, 'clock').now();
  const after = id === null ? null : await bringUpToDate(strapi, id, before);
  const diff = diffPayment(before?.state ?? null, after?.state ?? null);
  const visible = before === null || after === null || diff.visible.length > 0;
  if (!visible && diff.staffOnly.length === 0) {
    if (after) await writePayment(strapi, after.id, derivedColumns(after));
    return after;
  }
  const version = (before?.version ?? 0) + (visible ? 1 : 0);
  await appendEvents(strapi, eventsOf({ before, after, diff, visible, version, intent, at: now }));
  const announcement = { before, after, changes: diff.visible, now, loud: intent.loud, fromElsewhere };
  const announcedAt = visible ? await announce(strapi, announcement) : (after?.announcedAt ?? null);
  await afterCommit(strapi, () => {
    wakeLive(strapi);
    wakeDispatcher(strapi);
  });
  if (!after) return null;
  const stamped: PaymentRecord = {
    ...after,
    revision: (before?.revision ?? 0) + 1,
    version,
    updatedAt: now,
    changedAt: visible ? now : after.changedAt,
    announcedAt,
  };
  await writePayment(strapi, after.id, { ...derivedColumns(stamped), ...stampColumns(stamped) });
  return stamped;
}

const derivedColumns = ({ stored, reference, state }: PaymentRecord) => ({
  total: stored.total,
  paid: stored.paid,
  next_due_date: stored.nextDueDate,
  instalment_count: stored.instalmentCount,
  search_text: stored.searchText,
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

/** Reads the payment with its derived values made anew; its rows' own are written, the payment's are the caller's to write. */
async function bringUpToDate(strapi: Core.Strapi, id: number, before: PaymentRecord | null): Promise<PaymentRecord> {
  const read = await readPayment(strapi, id);
  if (!read) throw new Error(`payments: payment ${id} is gone in its own transaction`);
  const rows = await schedule(strapi, read, settleRows(read.state.instalments), before);
  await writeDerivedRows(strapi, changedRows(read.state.instalments, rows));
  const { total, paid, nextDueDate, count, state, searchText, reference } = derive(read, rows);
  return {
    ...read,
    reference,
    stored: { total, paid, nextDueDate, instalmentCount: count, searchText },
    state: { ...read.state, total, state, instalments: rows },
  };
}

/** Sets the next reminder of every row whose date, state or institution changed. */
async function schedule(
  strapi: Core.Strapi,
  payment: PaymentRecord,
  rows: readonly InstalmentRecord[],
  before: PaymentRecord | null,
): Promise<InstalmentRecord[]> {
  const earlier = new Map(before?.state.instalments.map((row) => [row.id, row]));
  const institutionChanged = before?.institution?.id !== payment.institution?.id;
  const { rules, now } = await reminderRules(strapi);
  return rows.map((row) =>
    scheduleIsStale(earlier.get(row.id), row, institutionChanged)
      ? { ...row, ...scheduleOf(row, payment.institution, rules, now) }
      : row,
  );
}

const derivedOf = ({ number, state, paid, remindOn, remindStep }: InstalmentRecord) =>
  [number, state, paid, remindOn, remindStep].join('|');

function changedRows(before: readonly InstalmentRecord[], after: readonly InstalmentRecord[]): InstalmentRecord[] {
  const earlier = new Map(before.map((row) => [row.id, derivedOf(row)]));
  return after.filter((row) => earlier.get(row.id) !== derivedOf(row));
}

interface Outcome {
  readonly before: PaymentRecord | null;
  readonly after: PaymentRecord | null;
  readonly diff: PaymentDiff;
  readonly visible: boolean;
  readonly version: number;
  readonly intent: Intent;
  readonly at: Date;
}

/**
 * The history's rows: one for the customer, or, when the payment moves to another customer, a withdrawal for the one and a creation for
 * the other, so that neither reads of the other.
 */
function eventsOf({ before, after, diff, visible, version, intent, at }: Outcome): NewEvent[] {
  const paymentDocumentId = (after ?? before)?.documentId ?? '';
  const common = { paymentDocumentId, actor: intent.actor, loud: intent.loud, version, at };
  const from = before?.customer?.documentId ?? null;
  const to = after?.customer?.documentId ?? null;
  if (before && after && from !== to) {
    const nothing = { changes: [], staffChanges: [] };
    return [
      { ...common, customerDocumentId: from, kind: 'withdrawn', visible: true, ...nothing },
      {
        ...common,
        customerDocumentId: to,
        kind: 'created',
        visible: true,
        changes: [],
        staffChanges: [...diff.visible, ...diff.staffOnly],
      },
    ];
  }
  if (!before || !after) {
    const kind = after ? 'created' : 'withdrawn';
    return [{ ...common, customerDocumentId: to ?? from, kind, visible: true, changes: [], staffChanges: [] }];
  }
  return [
    {
      ...common,
      customerDocumentId: to,
      kind: 'updated',
      visible,
      changes: diff.visible,
      staffChanges: diff.staffOnly,
    },
  ];
}
