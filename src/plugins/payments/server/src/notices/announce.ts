import type { Core } from '@strapi/types';
import type { Change } from '../../../domain/diff';
import { readRecipients } from '../repositories/notices-recipients';
import type { Recipient } from '../repositories/notices-recipients';
import {
  insertFoldable,
  insertNotices,
  lastSentAt,
  lockFoldable,
  newNoticeId,
  suppressNotices,
  writeFolded,
} from '../repositories/notices-queue';
import type { Foldable, Folded, NewNotice } from '../repositories/notices-queue';
import type { PaymentRecord } from '../repositories/payment-record';
import { getService } from '../services/get-service';
import { decide } from './decide';
import type { Decision } from './decide';
import { absorbs, foldRegistered, foldUpdated, withoutPayment } from './fold';
import { foldKey } from './notice';
import type { RegisteredPayload, SkipReason, UpdatedPayload, WithdrawnPayload } from './notice';

/** A change that contacts can see, in the transaction that wrote it and still holds the payment's lock. */
export interface Announcement {
  readonly before: PaymentRecord | null;
  readonly after: PaymentRecord | null;
  /** What a customer can see of it. */
  readonly changes: readonly Change[];
  /** By the office's clock. */
  readonly now: Date;
  /** Whether contacts are to be told. What is silent is kept in mind only where a mail about the payment is waiting. */
  readonly loud: boolean;
  /** Written by a script, which may still be adding rows: what is registered then waits for the edit window. */
  readonly fromElsewhere: boolean;
}

/** What is registered for one contact within this time of a mail about another registration waits and becomes one mail. */
export const REGISTERED_TOGETHER_MS = 10 * 60_000;

/** How often a queued notice may be claimed under our hands before we give up; each time a new one is made. */
export const MOST_RACES = 5;

/** What one change does to the queue, collected before anything is written. */
interface Outcome {
  /** New notices that later changes may be folded into. */
  readonly foldable: NewNotice[];
  /** New notices that stay as they are. */
  readonly plain: NewNotice[];
  readonly folds: Folded[];
  readonly takenBack: number[];
  announced: boolean;
}

interface Situation extends Announcement {
  readonly windowMs: number;
  readonly locked: ReadonlyMap<string, Foldable>;
  readonly lastRegistered: ReadonlyMap<string, Date>;
}

/**
 * Queues the notices of one change, in a number of statements that does not grow with the payment.
 *
 * @returns since when the contacts of the payment's customer know of it, for the payment's row
 */
export async function announce(strapi: Core.Strapi, announcement: Announcement): Promise<Date | null> {
  const { before, after, now, loud } = announcement;
  const decisions = decide(announcement).filter(({ kind }) => loud || kind === 'updated');
  const announced = await queueAll(strapi, announcement, await toldBy(strapi, decisions));
  if (announced) return now;
  const moved = before !== null && before.customer?.documentId !== after?.customer?.documentId;
  return moved ? null : (after?.announcedAt ?? null);
}

/** @returns whether somebody is told of the payment for the first time */
async function queueAll(strapi: Core.Strapi, announcement: Announcement, told: readonly Told[]): Promise<boolean> {
  if (told.length === 0) return false;
  const { editWindowMinutes } = await getService(strapi, 'settings').get();
  for (let race = 0; race < MOST_RACES; race += 1) {
    const situation = await survey(strapi, announcement, told, editWindowMinutes * 60_000);
    const outcome = outcomeOf(situation, told);
    const raced = await insertFoldable(strapi, outcome.foldable, announcement.now);
    if (raced) continue;
    await insertNotices(strapi, outcome.plain, announcement.now);
    await writeFolded(strapi, outcome.folds, announcement.now);
    await suppressNotices(strapi, outcome.takenBack, 'withdrawn', announcement.now);
    return outcome.announced;
  }
  throw new Error('payments: a notice could not be queued: its place was taken again and again');
}

interface Told {
  readonly kind: Decision['kind'];
  readonly recipient: Recipient;
}

/** Each decision with each contact who is told of it. */
async function toldBy(strapi: Core.Strapi, decisions: readonly Decision[]): Promise<Told[]> {
  const customers = decisions.map(({ customer }) => customer);
  const recipients = await readRecipients(strapi, 'customer', customers);
  return recipients
    .filter(({ customerArchived, receivesNotices }) => receivesNotices && !customerArchived)
    .flatMap((recipient) =>
      decisions.filter(({ customer }) => customer === recipient.customer).map(({ kind }) => ({ kind, recipient })),
    );
}

/** Locks what the change may be folded into, and reads when each contact last heard of a registration. */
async function survey(
  strapi: Core.Strapi,
  announcement: Announcement,
  told: readonly Told[],
  windowMs: number,
): Promise<Situation> {
  const { now } = announcement;
  const contacts = told.map(({ recipient }) => recipient.contact);
  const keys = contacts.flatMap((contact) => [
    foldKey.registered(contact),
    foldKey.updated(idOf(announcement), contact),
  ]);
  const locked = await lockFoldable(strapi, keys);
  const registering = told.some(({ kind }) => kind === 'registered');
  const since = new Date(now.getTime() - REGISTERED_TOGETHER_MS);
  const lastRegistered = registering
    ? await lastSentAt(strapi, 'registered', contacts, since, now)
    : new Map<string, Date>();
  return { ...announcement, windowMs, locked, lastRegistered };
}

const idOf = ({ before, after }: Announcement): string => (after ?? before)?.documentId ?? '';

function outcomeOf(situation: Situation, told: readonly Told[]): Outcome {
  const outcome: Outcome = { foldable: [], plain: [], folds: [], takenBack: [], announced: false };
  for (const { kind, recipient } of told) {
    const reason = unreachable(recipient);
    if (reason && situation.loud) outcome.plain.push({ ...noticeFor(situation, kind, recipient), suppressed: reason });
    if (!reason) write[kind](situation, recipient, outcome);
  }
  return outcome;
}

/** Why a contact who wants notices cannot get any. */
export function unreachable({ email, undeliverable }: Recipient): SkipReason | null {
  if (email === null) return 'no-address';
  return undeliverable ? 'undeliverable' : null;
}

const noticeFor = (situation: Situation, kind: Decision['kind'], recipient: Recipient): NewNotice => ({
  documentId: newNoticeId(),
  kind,
  contact: recipient.contact,
  customer: recipient.customer,
  payment: idOf(situation),
  foldKey: null,
  payload: {},
  sendAfter: situation.now,
  byStaff: false,
  suppressed: null,
});

type Write = (situation: Situation, recipient: Recipient, outcome: Outcome) => void;

const write: Record<Decision['kind'], Write> = { registered, updated, withdrawn };

/** At once; but what a script writes may not be whole yet, and one mail within ten minutes tells of all that follows. */
function registered(situation: Situation, recipient: Recipient, outcome: Outcome): void {
  const { now, fromElsewhere, windowMs, locked, lastRegistered } = situation;
  const key = foldKey.registered(recipient.contact);
  const last = lastRegistered.get(recipient.contact);
  const whole = now.getTime() + (fromElsewhere ? windowMs : 0);
  const sendAfter = new Date(Math.max(whole, last ? last.getTime() + REGISTERED_TOGETHER_MS : 0));
  const waiting = locked.get(key);
  outcome.announced = true;
  if (waiting) {
    const latest = waiting.createdAt.getTime() + REGISTERED_TOGETHER_MS;
    const postponed = new Date(Math.max(waiting.sendAfter.getTime(), Math.min(sendAfter.getTime(), latest)));
    const payload = foldRegistered(waiting.payload as RegisteredPayload, idOf(situation));
    outcome.folds.push({ id: waiting.id, payload, sendAfter: postponed });
    return;
  }
  const payload: RegisteredPayload = { payments: [idOf(situation)] };
  outcome.foldable.push({ ...noticeFor(situation, 'registered', recipient), foldKey: key, payload, sendAfter });
}

/** Within a window that the first edit fixes; a registration that still waits says it all anyway. */
function updated(situation: Situation, recipient: Recipient, outcome: Outcome): void {
  const { now, windowMs, locked, changes, loud } = situation;
  if (absorbs(locked.get(foldKey.registered(recipient.contact)), idOf(situation))) return;
  const key = foldKey.updated(idOf(situation), recipient.contact);
  const waiting = locked.get(key);
  if (!waiting && !loud) return;
  const payload = foldUpdated(waiting?.payload as UpdatedPayload | undefined, changes, loud);
  if (waiting) {
    outcome.folds.push({ id: waiting.id, payload, sendAfter: waiting.sendAfter });
    return;
  }
  const sendAfter = new Date(now.getTime() + windowMs);
  outcome.foldable.push({ ...noticeFor(situation, 'updated', recipient), foldKey: key, payload, sendAfter });
}

/** Of a payment whose registration is still waiting nobody knows: it is taken out of that mail, and nothing is said. */
function withdrawn(situation: Situation, recipient: Recipient, outcome: Outcome): void {
  const { locked, before } = situation;
  const waitingUpdate = locked.get(foldKey.updated(idOf(situation), recipient.contact));
  if (waitingUpdate) outcome.takenBack.push(waitingUpdate.id);
  const registration = locked.get(foldKey.registered(recipient.contact));
  if (registration && absorbs(registration, idOf(situation))) {
    const payload = withoutPayment(registration.payload as RegisteredPayload, idOf(situation));
    if (payload.payments.length === 0) outcome.takenBack.push(registration.id);
    else outcome.folds.push({ id: registration.id, payload, sendAfter: registration.sendAfter });
    return;
  }
  if (before)
    outcome.plain.push({ ...noticeFor(situation, 'withdrawn', recipient), payload: withdrawnPayload(before) });
}

const withdrawnPayload = ({ reference, state }: PaymentRecord): WithdrawnPayload => ({
  reference: reference ?? '',
  title: state.title,
  institution: state.institution?.name ?? null,
  customer: state.customer.name,
});
