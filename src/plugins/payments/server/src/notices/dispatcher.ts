import type { Core } from '@strapi/types';
import { errorName } from '../repositories/database';
import { claimNotices, readNextDue, recoverNotices, releaseNotices } from '../repositories/notices-claim';
import type { ClaimedNotice } from '../repositories/notices-claim';
import { getConfig, getService } from '../services/get-service';
import { deliver } from './deliver';
import { prepare } from './prepare';
import type { Prepared } from './prepare';
import { isQuiet } from './quiet-hours';

/** Claimed at a time, for each connection of the mail transport: enough to keep them busy, few enough to give back. */
const CLAIMS_PER_CONNECTION = 4;
const DEFAULT_CONNECTIONS = 5;

/** The loop looks again after this time whatever happens: another replica may have queued something. */
const LONGEST_SLEEP_MS = 60_000;

/** After the mail server could not be reached at all, before anything is tried again. */
const PAUSE_MS = 5_000;

/** Sends what is queued, in this process, until it is stopped. */
export interface Dispatcher {
  /** Looks soon; costs nothing where it is looking already. */
  wake(): void;
  /** Looks now, and resolves when everything that was due is sent, given back or put off. Throws what the database throws. */
  drain(): Promise<void>;
  /** Finishes what is being handed over, gives back the rest. */
  stop(): Promise<void>;
}

/** The number of connections that the host's transport keeps, and so the number of mails on their way at once. */
const connectionsOf = (strapi: Core.Strapi): number =>
  strapi.config.get('plugin::email.providerOptions.maxConnections', DEFAULT_CONNECTIONS);

export function startDispatcher(strapi: Core.Strapi): Dispatcher {
  const connections = connectionsOf(strapi);
  let stopping = false;
  let orphaned = strapi.db.dialect.client === 'sqlite';
  let pausedUntil = 0;
  let ring: () => void = () => undefined;
  let rung = false;
  let draining: Promise<void> = Promise.resolve();

  const times = async () => {
    const clock = getService(strapi, 'clock');
    return { now: clock.now(), real: new Date(), quiet: isQuiet((await clock.office()).hour) };
  };

  async function claim(): Promise<Prepared[]> {
    if (stopping || Date.now() < pausedUntil) return [];
    const notices = await claimNotices(strapi, connections * CLAIMS_PER_CONNECTION, await times());
    return notices.length > 0 ? prepareOrRelease(strapi, notices) : [];
  }

  /** Sends a batch, so many at a time; once the mail server is out of reach the rest is given back. */
  async function send(batch: readonly Prepared[]): Promise<void> {
    const waiting = [...batch];
    const giveBack: ClaimedNotice[] = [];
    const worker = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        if (stopping || Date.now() < pausedUntil) {
          giveBack.push(next.notice);
          continue;
        }
        const reached = await deliver(strapi, next);
        if (!reached) pausedUntil = Date.now() + PAUSE_MS;
      }
    };
    await Promise.all(Array.from({ length: connections }, worker));
    if (giveBack.length > 0) await releaseNotices(strapi, giveBack);
  }

  async function drainOnce(): Promise<void> {
    const uncertain = await recoverNotices(strapi, { delivery: getConfig(strapi, 'delivery'), orphaned });
    orphaned = false;
    if (uncertain > 0)
      strapi.log.warn(`payments: ${uncertain} notices are uncertain: a process ended while it sent them`);
    for (let batch = await claim(); batch.length > 0; batch = await claim()) await send(batch);
  }

  /** One drain at a time: who asks while one runs gets one of his own after it. */
  function drain(): Promise<void> {
    draining = draining.catch(() => undefined).then(() => (stopping ? undefined : drainOnce()));
    return draining;
  }

  async function sleepTime(): Promise<number> {
    const { now, real, quiet } = await times();
    const next = await readNextDue(strapi, quiet);
    if (!next) return LONGEST_SLEEP_MS;
    const due = Math.max(
      next.now.getTime() - now.getTime(),
      next.real.getTime() - real.getTime(),
      pausedUntil - Date.now(),
    );
    return Math.min(LONGEST_SLEEP_MS, Math.max(0, due) + 50);
  }

  const sleep = (duration: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, duration);
      ring = () => {
        clearTimeout(timer);
        resolve();
      };
      if (rung || stopping) ring();
    });

  async function loop(): Promise<void> {
    while (!stopping) {
      rung = false;
      const duration = await drain()
        .then(sleepTime)
        .catch((error: unknown) => {
          strapi.log.error(`payments: notices could not be sent: ${errorName(error)}`);
          return PAUSE_MS;
        });
      await sleep(duration);
    }
  }

  const looping = loop();

  return {
    wake() {
      rung = true;
      ring();
    },
    drain,
    async stop() {
      stopping = true;
      ring();
      await looping;
      await draining.catch(() => undefined);
    },
  };
}

/** Makes the mails of a batch; a batch that cannot be made (the database is gone) is given back, or comes back with its lease. */
async function prepareOrRelease(strapi: Core.Strapi, notices: readonly ClaimedNotice[]): Promise<Prepared[]> {
  try {
    return await prepare(strapi, notices);
  } catch (error) {
    await releaseNotices(strapi, notices).catch(() => undefined);
    throw error;
  }
}
