import type { Core } from '@strapi/types';
import type { SendingTime } from '../../../domain/ladder';
import { inTransaction } from '../repositories/database';
import { insertFoldable, lockFoldable, newNoticeId } from '../repositories/notices-queue';
import type { NewNotice } from '../repositories/notices-queue';
import { readRecipients } from '../repositories/notices-recipients';
import type { Recipient } from '../repositories/notices-recipients';
import { lockPayments } from '../repositories/payment-reads';
import { readDuePayments, readDueRows, readKnownReminders, readRemindedByHand } from '../repositories/reminders-due';
import { advance, insertReminders, releaseHeld } from '../repositories/reminders-write';
import { readReported } from '../repositories/reported';
import { getService } from '../services/get-service';
import { foldKey } from './notice';
import { isQuiet } from './quiet-hours';
import { remind } from './remind';
import type { Reminding } from './remind';

/** Payments of one transaction. */
const BATCH = 500;

/** While a sweep goes on its notices wait, since a later batch may hold more for the same contact; should it die, they go by then. */
const HOLD_MS = 30_000;

const DAY_MS = 24 * 60 * 60_000;

/**
 * Finds what is due to be reminded of and queues it, a batch in a transaction: reminders under their unique key, one notice for each
 * contact, and the instalments moved on. Any number of processes may sweep at once: payments are locked in the order of their ids, and who waited
 * finds nothing left.
 */
export async function sweep(strapi: Core.Strapi): Promise<void> {
  const { today, hour } = await getService(strapi, 'clock').office();
  if (isQuiet(hour)) return;
  const { reminderHour } = await getService(strapi, 'settings').get();
  const time: SendingTime = { today, hourPassed: hour >= reminderHour };
  let held = false;
  for (;;) {
    const payments = await readDuePayments(strapi, time, BATCH);
    if (payments.length === 0) break;
    const more = payments.length === BATCH;
    held ||= more;
    await inTransaction(strapi, () => sweepBatch(strapi, payments, time, held));
  }
  if (held) await releaseHeld(strapi, getService(strapi, 'clock').now());
}

async function sweepBatch(
  strapi: Core.Strapi,
  ids: readonly number[],
  time: SendingTime,
  hold: boolean,
): Promise<void> {
  await lockPayments(strapi, ids);
  const rows = await readDueRows(strapi, ids, time);
  const customers = [...new Set(rows.flatMap(({ customer }) => customer ?? []))];
  const now = getService(strapi, 'clock').now();
  const { ladder } = await getService(strapi, 'settings').get();
  const recipients = await readRecipients(strapi, 'customer', customers);
  const { sending, skipped, next } = remind(rows, {
    time,
    now,
    rules: { calendar: await getService(strapi, 'calendar').get(), ladder },
    contacts: byCustomer(recipients),
    byHand: await readRemindedByHand(
      strapi,
      recipients.map(({ contact }) => contact),
      new Date(now.getTime() - DAY_MS),
    ),
    reported: await readReported(strapi, [...new Set(rows.map(({ payment }) => payment))]),
    known: await readKnownReminders(
      strapi,
      rows.map(({ documentId }) => documentId),
    ),
  });
  const notices = await noticesFor(strapi, sending, time, now, hold);
  const waiting = sending.map(({ recipient, ...reminder }) => ({
    ...reminder,
    notice: notices.get(recipient.contact) ?? null,
    reason: null,
  }));
  await insertReminders(strapi, [...skipped, ...waiting], now);
  await advance(strapi, next);
}

/** The contacts of each customer. */
export function byCustomer(recipients: readonly Recipient[]): Map<string, Recipient[]> {
  const contacts = new Map<string, Recipient[]>();
  for (const recipient of recipients) {
    if (recipient.customer === null) continue;
    const known = contacts.get(recipient.customer);
    if (known) known.push(recipient);
    else contacts.set(recipient.customer, [recipient]);
  }
  return contacts;
}

/** The notice of each contact, by documentId: one that an earlier batch of this sweep made and holds, else a new one. */
async function noticesFor(
  strapi: Core.Strapi,
  sending: readonly Reminding[],
  { today }: SendingTime,
  now: Date,
  hold: boolean,
): Promise<Map<string, string>> {
  const contacts = [...new Set(sending.map(({ contact }) => contact))];
  const waiting = await lockFoldable(strapi, contacts.map(foldKey.reminder));
  const notices = new Map<string, string>();
  const created: NewNotice[] = [];
  for (const { contact, dueDate } of sending) {
    if (notices.has(contact)) continue;
    const documentId = waiting.get(foldKey.reminder(contact))?.documentId;
    notices.set(contact, documentId ?? newNoticeId());
    if (documentId) continue;
    created.push({
      documentId: notices.get(contact) as string,
      // Rows come oldest first: where one is overdue the contact's first is.
      kind: dueDate < today ? 'overdue' : 'reminder',
      contact,
      customer: null,
      payment: null,
      foldKey: foldKey.reminder(contact),
      payload: {},
      sendAfter: new Date(now.getTime() + (hold ? HOLD_MS : 0)),
      byStaff: false,
      suppressed: null,
    });
  }
  const raced = await insertFoldable(strapi, created, now);
  if (raced) throw new Error('payments: two sweeps met; the next one goes on');
  return notices;
}
