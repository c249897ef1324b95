import type { Recipient } from '../repositories/notices-recipients';
import { newNoticeId } from '../repositories/notices-queue';
import type { NewNotice } from '../repositories/notices-queue';
import type { PaymentRecord } from '../repositories/payment-record';
import { differing, knownOf } from '../../../domain/diff';
import type { Change } from '../../../domain/diff';
import type { Decision } from './decide';
import { absorbs, foldRegistered, foldUpdated, partOf, withoutPart, withoutPayment } from './fold';
import { foldKey } from './notice';
import type { RegisteredPayload, SkipReason, UpdatedPart, UpdatedPayload, WithdrawnPayload } from './notice';
import type { QueueDraft } from './queue-draft';

/** A change of one payment that contacts can see. */
export interface SeenChange {
  readonly before: PaymentRecord | null;
  readonly after: PaymentRecord | null;
  /** What a customer can see of it. */
  readonly changes: readonly Change[];
}

/** How the changes of one transaction are told. */
export interface Telling {
  /** By the office's clock. */
  readonly now: Date;
  /** Whether contacts are to be told. What is silent is kept in mind only where a mail about the payment is waiting. */
  readonly loud: boolean;
  /** Written by a script, which may still be adding rows: what is registered then waits for the edit window. */
  readonly fromElsewhere: boolean;
  /** Why, in words for the customer. */
  readonly reason: string | null;
  /** A change for many: each contact is told of all its payments in one mail. */
  readonly together: boolean;
}

/** What the queue's rules look at. */
export interface Situation extends Telling {
  readonly windowMs: number;
  readonly lastRegistered: ReadonlyMap<string, Date>;
  readonly queue: QueueDraft;
}

/** What is registered for one contact within this time of a mail about another registration waits and becomes one mail. */
export const REGISTERED_TOGETHER_MS = 10 * 60_000;

export const idOf = ({ before, after }: SeenChange): string => (after ?? before)?.documentId ?? '';

/** Every key under which something may wait that a change of this payment touches. */
export const keysOf = (payment: string, { contact, customer }: Recipient): string[] => [
  foldKey.registered(contact),
  foldKey.updated(payment, contact),
  foldKey.together(contact),
  foldKey.withdrawn(payment, contact, customer),
];

const waitingOf = <Payload>({ queue }: Situation, key: string): Payload | undefined =>
  queue.waiting(key)?.payload as Payload | undefined;

/** Why a contact who wants notices cannot get any. */
export function unreachable({ email, undeliverable }: Recipient): SkipReason | null {
  if (email === null) return 'no-address';
  return undeliverable ? 'undeliverable' : null;
}

const noticeFor = (
  { now }: Pick<Situation, 'now'>,
  change: SeenChange,
  kind: Decision['kind'],
  recipient: Recipient,
): NewNotice => ({
  documentId: newNoticeId(),
  kind,
  contact: recipient.contact,
  customer: recipient.customer,
  payment: idOf(change),
  foldKey: null,
  payload: {},
  sendAfter: now,
  byStaff: false,
  suppressed: null,
});

type Queue = (situation: Situation, change: SeenChange, recipient: Recipient) => void;

const queueing: Record<Decision['kind'], Queue> = { registered, updated, withdrawn };

/** Does to the queue what one change means to one contact. */
export function queueChange(situation: Situation, change: SeenChange, kind: Decision['kind'], to: Recipient): void {
  const reason = unreachable(to);
  if (!reason) return queueing[kind](situation, change, to);
  if (situation.loud) situation.queue.add({ ...noticeFor(situation, change, kind, to), suppressed: reason });
}

/** At once; but what a script writes may not be whole yet, and one mail within ten minutes tells of all that follows. */
function registered(situation: Situation, change: SeenChange, recipient: Recipient): void {
  const { now, fromElsewhere, windowMs, queue, lastRegistered } = situation;
  if (cameBack(situation, change, recipient)) return;
  const key = foldKey.registered(recipient.contact);
  const last = lastRegistered.get(recipient.contact);
  const whole = now.getTime() + (fromElsewhere ? windowMs : 0);
  const sendAfter = new Date(Math.max(whole, last ? last.getTime() + REGISTERED_TOGETHER_MS : 0));
  const waiting = queue.waiting(key);
  if (waiting) {
    const latest = waiting.createdAt.getTime() + REGISTERED_TOGETHER_MS;
    const postponed = new Date(Math.max(waiting.sendAfter.getTime(), Math.min(sendAfter.getTime(), latest)));
    const payload = foldRegistered(waiting.payload as RegisteredPayload, idOf(change));
    return queue.fold(key, { payload, sendAfter: postponed });
  }
  const payload: RegisteredPayload = { payments: [idOf(change)] };
  queue.begin(key, { ...noticeFor(situation, change, 'registered', recipient), payload, sendAfter });
}

/**
 * Within a window that the first edit fixes; a registration that still waits says it all anyway. What a change for many edits is told with the
 * contact's other payments, and so is whatever else waits, or comes while it waits, about one of them.
 */
function updated(situation: Situation, change: SeenChange, recipient: Recipient): void {
  const { now, windowMs, queue, loud, reason } = situation;
  const { contact } = recipient;
  const payment = idOf(change);
  if (absorbs(waitingOf(situation, foldKey.registered(contact)), payment)) return;
  const together = foldKey.together(contact);
  const own = foldKey.updated(payment, contact);
  const ownWaiting = queue.waiting(own);
  const isAmong = partOf(waitingOf(situation, together), payment) !== undefined;
  const joins = isAmong || (situation.together && loud);
  const key = joins ? together : own;
  const waiting = queue.waiting(key);
  if (!loud && !waiting) return;
  const earlier = joins ? partOf(ownWaiting?.payload as UpdatedPayload | undefined, payment) : undefined;
  const edit = { payment, changes: change.changes, loud, reason };
  const payload = foldUpdated(waiting?.payload as UpdatedPayload | undefined, edit, earlier);
  const begun = new Date(now.getTime() + windowMs);
  const times = [waiting?.sendAfter ?? begun, ...(earlier && ownWaiting ? [ownWaiting.sendAfter] : [])];
  const sendAfter = new Date(Math.min(...times.map((time) => time.getTime())));
  if (earlier) queue.takeBack(own, 'told-together');
  if (waiting) return queue.fold(key, { payload, sendAfter });
  queue.begin(key, { ...noticeFor(situation, change, 'updated', recipient), payload, sendAfter });
}

/**
 * A payment that comes back before anybody was told that it is gone was never gone: what differs from what the contact knows is an edit, told when the
 * withdrawal would have been.
 */
function cameBack({ queue, reason, ...situation }: Situation, change: SeenChange, recipient: Recipient): boolean {
  const payment = idOf(change);
  const key = foldKey.withdrawn(payment, recipient.contact, recipient.customer);
  const waiting = queue.waiting(key);
  if (!waiting || !change.after) return false;
  const { known = [], reasons = [] } = waiting.payload as WithdrawnPayload;
  queue.takeBack(key, 'cancelled-out');
  const changes = differing(known, change.after.state);
  if (changes.length === 0) return true;
  const part = { payment, changes, reasons: reason === null ? reasons : [...reasons, reason] };
  queue.begin(foldKey.updated(payment, recipient.contact), {
    ...noticeFor(situation, change, 'updated', recipient),
    payload: { parts: [part] },
    sendAfter: waiting.sendAfter,
  });
  return true;
}

/** Takes what waits about the payment out of the edits that wait; a mail that has nothing else to say is taken back. */
function forget(situation: Situation, key: string, payment: string): Forgotten | null {
  const waiting = situation.queue.waiting(key);
  const part = partOf(waiting?.payload as UpdatedPayload | undefined, payment);
  if (!waiting || !part) return null;
  const payload = withoutPart(waiting.payload as UpdatedPayload, payment);
  if (payload.parts.length === 0) situation.queue.takeBack(key, 'withdrawn');
  else situation.queue.fold(key, { payload, sendAfter: waiting.sendAfter });
  return { part, sendAfter: waiting.sendAfter };
}

/** Edits that are told no more, and when they would have been. */
interface Forgotten {
  readonly part: UpdatedPart;
  readonly sendAfter: Date;
}

/**
 * Of a payment whose registration is still waiting nobody knows: it is taken out of that mail, and nothing is said. Else it is told at the end of the
 * window that the first loud edit fixed, because it may come back until then.
 */
function withdrawn(situation: Situation, change: SeenChange, recipient: Recipient): void {
  const { queue, reason, now, windowMs } = situation;
  const { contact, customer } = recipient;
  const payment = idOf(change);
  const own = forget(situation, foldKey.updated(payment, contact), payment);
  const edits = forget(situation, foldKey.together(contact), payment) ?? own;
  const key = foldKey.registered(contact);
  const registration = queue.waiting(key);
  if (registration && absorbs(registration.payload as RegisteredPayload, payment)) {
    const payload = withoutPayment(registration.payload as RegisteredPayload, payment);
    if (payload.payments.length === 0) return queue.takeBack(key, 'withdrawn');
    return queue.fold(key, { payload, sendAfter: registration.sendAfter });
  }
  if (!change.before) return;
  queue.begin(foldKey.withdrawn(payment, contact, customer), {
    ...noticeFor(situation, change, 'withdrawn', recipient),
    payload: { ...withdrawnPayload(change.before, edits?.part), ...(reason !== null && { reason }) },
    sendAfter: edits?.sendAfter ?? new Date(now.getTime() + windowMs),
  });
}

const withdrawnPayload = ({ reference, state }: PaymentRecord, untold?: UpdatedPart): WithdrawnPayload => ({
  reference: reference ?? '',
  title: state.title,
  institution: state.institution?.name ?? null,
  customer: state.customer.name,
  known: knownOf(state, untold?.changes ?? []),
  reasons: untold?.reasons ?? [],
});
