import type { Core } from '@strapi/types';
import { readRecipients } from '../repositories/notices-recipients';
import type { Recipient } from '../repositories/notices-recipients';
import {
  insertFoldable,
  insertNotices,
  lastSentAt,
  lockFoldable,
  suppressNotices,
  writeFolded,
} from '../repositories/notices-queue';
import { getService } from '../services/get-service';
import { decide } from './decide';
import type { Decision } from './decide';
import { idOf, keysOf, queueChange, REGISTERED_TOGETHER_MS } from './queue-change';
import type { SeenChange, Situation, Telling } from './queue-change';
import { draftQueue } from './queue-draft';

/** How often a queued notice may be claimed under our hands before we give up; each time a new one is made. */
export const MOST_RACES = 5;

/** A contact who is told of a change, and as what. */
interface Told {
  readonly change: SeenChange;
  readonly kind: Decision['kind'];
  readonly recipient: Recipient;
}

/**
 * Queues the notices of changes that contacts can see, in the transaction that wrote them and still holds the payments' locks. The statements do
 * not grow with the changes.
 *
 * @returns for each change, since when the contacts of the payment's customer know of it, for the payment's row
 */
export async function announce(
  strapi: Core.Strapi,
  changes: readonly SeenChange[],
  telling: Telling,
): Promise<(Date | null)[]> {
  const told = await toldBy(strapi, changes, telling);
  await queueAll(strapi, told, telling);
  const announced = new Set(told.flatMap(({ kind, recipient, change }) => (isTold(kind, recipient) ? [change] : [])));
  return changes.map((change) => {
    if (announced.has(change)) return telling.now;
    const { before, after } = change;
    const moved = before !== null && before.customer?.documentId !== after?.customer?.documentId;
    return moved ? null : (after?.announcedAt ?? null);
  });
}

/** Whether somebody is told of the payment for the first time. */
const isTold = (kind: Decision['kind'], { email, undeliverable }: Recipient): boolean =>
  kind === 'registered' && email !== null && !undeliverable;

/** Each decision with each contact who is told of it. */
async function toldBy(strapi: Core.Strapi, changes: readonly SeenChange[], { loud }: Telling): Promise<Told[]> {
  const decisions = changes.flatMap((change) =>
    decide(change)
      .filter(({ kind }) => loud || kind === 'updated')
      .map((decision) => ({ ...decision, change })),
  );
  const customers = [...new Set(decisions.map(({ customer }) => customer))];
  const byCustomer = new Map<string | null, Recipient[]>();
  for (const recipient of await readRecipients(strapi, 'customer', customers)) {
    if (!recipient.receivesNotices || recipient.customerArchived) continue;
    byCustomer.set(recipient.customer, [...(byCustomer.get(recipient.customer) ?? []), recipient]);
  }
  return decisions.flatMap(({ customer, kind, change }) =>
    (byCustomer.get(customer) ?? []).map((recipient) => ({ change, kind, recipient })),
  );
}

async function queueAll(strapi: Core.Strapi, told: readonly Told[], telling: Telling): Promise<void> {
  if (told.length === 0) return;
  const { now } = telling;
  const { editWindowMinutes } = await getService(strapi, 'settings').get();
  for (let race = 0; race < MOST_RACES; race += 1) {
    const situation = await survey(strapi, told, telling, editWindowMinutes * 60_000);
    for (const { change, kind, recipient } of told) queueChange(situation, change, kind, recipient);
    const { foldable, plain, folds, takenBack } = situation.queue.written();
    const raced = await insertFoldable(strapi, foldable, now);
    if (raced) continue;
    await insertNotices(strapi, plain, now);
    await writeFolded(strapi, folds, now);
    for (const [reason, ids] of takenBack) await suppressNotices(strapi, ids, reason, now);
    return;
  }
  throw new Error('payments: a notice could not be queued: its place was taken again and again');
}

/** Locks what the changes may be folded into, and reads when each contact last heard of a registration. */
async function survey(
  strapi: Core.Strapi,
  told: readonly Told[],
  telling: Telling,
  windowMs: number,
): Promise<Situation> {
  const { now } = telling;
  const keys = told.flatMap(({ change, recipient }) => keysOf(idOf(change), recipient));
  const queue = draftQueue(await lockFoldable(strapi, [...new Set(keys)]), now);
  const registering = told.filter(({ kind }) => kind === 'registered').map(({ recipient }) => recipient.contact);
  const since = new Date(now.getTime() - REGISTERED_TOGETHER_MS);
  const lastRegistered =
    registering.length > 0
      ? await lastSentAt(strapi, 'registered', [...new Set(registering)], since, now)
      : new Map<string, Date>();
  return { ...telling, windowMs, lastRegistered, queue };
}
