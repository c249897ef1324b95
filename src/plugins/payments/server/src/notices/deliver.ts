import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/types';
import { errorName } from '../repositories/database';
import { beginHandOver, endHandOver, skipReminders, suppressClaimed } from '../repositories/notices-delivery';
import type { Ending } from '../repositories/notices-delivery';
import type { ClaimedNotice } from '../repositories/notices-claim';
import { getConfig, getService } from '../services/get-service';
import { MOST_ATTEMPTS, retryDelay } from './backoff';
import type { Delivery } from './classify';
import { handOver, withoutSecrets } from './hand-over';
import type { Prepared } from './prepare';

/** Sends one prepared notice, or keeps it as not sent. @returns false where the mail server could not be reached at all */
export async function deliver(strapi: Core.Strapi, prepared: Prepared): Promise<boolean> {
  const { notice, skippedReminders, envelope, suppressed } = prepared;
  const now = getService(strapi, 'clock').now();
  if (skippedReminders.length > 0) await skipReminders(strapi, skippedReminders, now);
  if (!envelope) {
    await suppressClaimed(strapi, notice, suppressed, now);
    return true;
  }
  if (!(await beginHandOver(strapi, notice, withoutSecrets(envelope)))) return true;
  const delivery = await handOver(strapi, envelope);
  await acknowledge(strapi, notice, delivery);
  return delivery.kind !== 'retry' || delivery.reached;
}

function endingOf(strapi: Core.Strapi, notice: ClaimedNotice, delivery: Delivery): Ending {
  const attempts = notice.attempts + 1;
  const retryAt = new Date(Date.now() + retryDelay(attempts, Math.random()));
  switch (delivery.kind) {
    case 'sent':
      return { state: 'sent', at: getService(strapi, 'clock').now() };
    case 'retry':
      if (attempts >= MOST_ATTEMPTS) return { state: 'failed', error: delivery.error, flagContact: false };
      return { state: 'queued', retryAt, error: delivery.error };
    case 'refused':
      return { state: 'failed', error: delivery.error, flagContact: delivery.badAddress };
    case 'uncertain':
      if (getConfig(strapi, 'delivery') === 'at-least-once') return { state: 'queued', retryAt, error: delivery.error };
      return { state: 'uncertain', error: delivery.error };
  }
}

/** Pauses between attempts to write down how a hand-over ended, in milliseconds: together less than a lease. */
const ACKNOWLEDGE_AGAIN_MS = [100, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 20_000];

/**
 * Writes down how a hand-over ended. The mail is gone, so a database that is away for a while is waited for; if it stays away, the
 * lease runs out and the notice is uncertain, which is the truth.
 */
async function acknowledge(strapi: Core.Strapi, notice: ClaimedNotice, delivery: Delivery): Promise<void> {
  const ending = endingOf(strapi, notice, delivery);
  const level = ending.state === 'sent' ? 'debug' : 'warn';
  for (const pause of [...ACKNOWLEDGE_AGAIN_MS, null]) {
    try {
      const ours = await endHandOver(strapi, notice, ending, getService(strapi, 'clock').now());
      strapi.log[level](`payments: notice ${notice.documentId} is ${ours ? ending.state : 'held by another process'}`);
      return;
    } catch (error) {
      strapi.log.error(`payments: notice ${notice.documentId}: its state could not be written: ${errorName(error)}`);
      if (pause === null) return;
      await wait(pause);
    }
  }
}
