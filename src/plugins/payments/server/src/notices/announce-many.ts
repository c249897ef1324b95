import type { Core } from '@strapi/types';
import { readRecipients } from '../repositories/notices-recipients';
import type { Recipient } from '../repositories/notices-recipients';
import {
  insertFoldable,
  insertNotices,
  lastSentAt,
  lockFoldable,
  newNoticeId,
  writeFolded,
} from '../repositories/notices-queue';
import type { Folded, NewNotice } from '../repositories/notices-queue';
import type { PaymentRecord } from '../repositories/payment-record';
import { MOST_RACES } from './announce';
import { decide } from './decide';
import { foldRegistered } from './fold';
import { foldKey } from './notice';
import type { RegisteredPayload } from './notice';
import { REGISTERED_TOGETHER_MS, unreachable } from './queue-change';

/** Bound values of one statement are limited; customers are asked for in pieces. */
const PIECE = 500;

/** A contact who can be told, with the new payments that concern it. */
interface Told {
  readonly recipient: Recipient;
  readonly payments: PaymentRecord[];
}

/**
 * Queues the registration of many new payments, one mail for each contact however many of its customers' payments are among them; what is
 * registered within ten minutes of an earlier mail waits as it does for one.
 *
 * @returns ids of the payments of which somebody is told
 */
export async function announceRegistered(
  strapi: Core.Strapi,
  payments: readonly PaymentRecord[],
  now: Date,
): Promise<Set<number>> {
  const concerned = payments.filter((payment) => decide({ before: null, after: payment }).length > 0);
  const { told, suppressed } = await whoIsTold(strapi, concerned, now);
  await insertNotices(strapi, suppressed, now);
  for (let race = 0; race < MOST_RACES; race += 1) {
    if (!(await queue(strapi, told, now))) return new Set(told.flatMap((each) => each.payments.map(({ id }) => id)));
  }
  throw new Error('payments: a notice could not be queued: its place was taken again and again');
}

async function whoIsTold(
  strapi: Core.Strapi,
  payments: readonly PaymentRecord[],
  now: Date,
): Promise<{ told: Told[]; suppressed: NewNotice[] }> {
  const byCustomer = new Map<string, PaymentRecord[]>();
  for (const payment of payments) {
    const key = payment.customer?.documentId ?? '';
    const known = byCustomer.get(key);
    if (known) known.push(payment);
    else byCustomer.set(key, [payment]);
  }
  const customers = [...byCustomer.keys()];
  const told = new Map<string, Told>();
  const suppressed: NewNotice[] = [];
  for (let start = 0; start < customers.length; start += PIECE) {
    const recipients = await readRecipients(strapi, 'customer', customers.slice(start, start + PIECE));
    for (const recipient of recipients) {
      if (!recipient.receivesNotices || recipient.customerArchived) continue;
      const theirs = byCustomer.get(recipient.customer ?? '') ?? [];
      const reason = unreachable(recipient);
      if (reason)
        suppressed.push(...theirs.map((payment) => ({ ...noticeOf(recipient, payment, now), suppressed: reason })));
      else {
        const known = told.get(recipient.contact);
        if (known) known.payments.push(...theirs);
        else told.set(recipient.contact, { recipient, payments: [...theirs] });
      }
    }
  }
  return { told: [...told.values()], suppressed };
}

const noticeOf = ({ contact, customer }: Recipient, payment: PaymentRecord, now: Date): NewNotice => ({
  documentId: newNoticeId(),
  kind: 'registered',
  contact,
  customer,
  payment: payment.documentId,
  foldKey: null,
  payload: {},
  sendAfter: now,
  byStaff: false,
  suppressed: null,
});

/** Folds into what waits and queues the rest; true where somebody took a place meanwhile, and it must be done again. */
async function queue(strapi: Core.Strapi, told: readonly Told[], now: Date): Promise<boolean> {
  const created: NewNotice[] = [];
  const folds: Folded[] = [];
  for (let start = 0; start < told.length; start += PIECE) {
    const piece = told.slice(start, start + PIECE);
    const contacts = piece.map(({ recipient }) => recipient.contact);
    const locked = await lockFoldable(strapi, contacts.map(foldKey.registered));
    const since = new Date(now.getTime() - REGISTERED_TOGETHER_MS);
    const last = await lastSentAt(strapi, 'registered', contacts, since, now);
    for (const { recipient, payments } of piece) {
      const key = foldKey.registered(recipient.contact);
      const lately = last.get(recipient.contact);
      const sendAfter = new Date(Math.max(now.getTime(), lately ? lately.getTime() + REGISTERED_TOGETHER_MS : 0));
      const waiting = locked.get(key);
      const before: RegisteredPayload = waiting ? (waiting.payload as RegisteredPayload) : { payments: [] };
      const payload = payments.reduce((folded, { documentId }) => foldRegistered(folded, documentId), before);
      if (waiting) folds.push({ id: waiting.id, payload, sendAfter: waiting.sendAfter });
      else
        created.push({ ...noticeOf(recipient, payments[0] as PaymentRecord, now), foldKey: key, payload, sendAfter });
    }
  }
  for (let start = 0; start < created.length; start += PIECE) {
    if (await insertFoldable(strapi, created.slice(start, start + PIECE), now)) return true;
  }
  await writeFolded(strapi, folds, now);
  return false;
}
