import { AsyncResource } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { readScope, readUsersOfCustomers } from '../repositories/access';
import { errorName } from '../repositories/database';
import { newestEventId, readEventIdsAfter, readLiveEvents, readMissedEvents } from '../repositories/events';
import { getConfig } from '../services/get-service';
import { stillHold } from '../users/session';
import type { Credentials } from '../users/session';
import { createStream } from './stream';
import type { Stream } from './stream';
import { createTail } from './tail';

const HEARTBEAT_MS = 15_000;
/** What may have been committed out of order before the event that a client saw last. */
const REPLAY_MARGIN_MS = 60_000;
/** How long the stop waits for goodbyes to reach their readers. */
const GOODBYE_MS = 1_000;
const RETRY_AFTER_SECONDS = 30;

export interface Hub {
  /** Answers a request with a stream, or throws 429; while the server stops, answers 503. */
  open(ctx: Context, credentials: Credentials): Promise<void>;
  wake(): void;
  /** Ends the streams whose session is over. */
  check(): Promise<void>;
  stop(): Promise<void>;
}

/** The streams of this replica by their user: who acts for a customer is asked at each event, so that nobody hears of a customer they lost. */
export function createHub(strapi: Core.Strapi): Hub {
  const streams = new Map<number, Set<Stream>>();
  let heartbeat: NodeJS.Timeout | undefined;
  let stopping = false;

  const all = (): Stream[] => [...streams.values()].flatMap((own) => [...own]);
  const report = (error: unknown): void => {
    strapi.log.error(`payments: live: ${errorName(error)}`);
  };

  const deliver = async (ids: readonly number[]): Promise<void> => {
    const events = await readLiveEvents(strapi, ids);
    if (events.length === 0) return;
    const users = await readUsersOfCustomers(strapi, [...new Set(events.map((event) => event.customerDocumentId))]);
    for (const event of events) {
      for (const user of users.get(event.customerDocumentId) ?? []) {
        for (const stream of streams.get(user) ?? []) stream.send(event);
      }
    }
  };
  const source = {
    newest: () => newestEventId(strapi),
    idsAfter: (id: number) => readEventIdsAfter(strapi, id),
  };
  const tail = createTail({ source, deliver, onError: report });

  const check = async (): Promise<void> => {
    const open = all();
    const holding = await stillHold(
      strapi,
      open.map(({ credentials }) => credentials),
    );
    for (const stream of open) if (!holding.has(stream.credentials)) void stream.bye();
  };
  const beat = (): void => {
    for (const stream of all()) stream.beat();
    check().catch(report);
  };

  const remove = (stream: Stream): void => {
    const { userId } = stream.credentials;
    const own = streams.get(userId);
    own?.delete(stream);
    if (own?.size === 0) streams.delete(userId);
    if (streams.size > 0) return;
    tail.stop();
    clearInterval(heartbeat);
    heartbeat = undefined;
  };
  const add = (stream: Stream): void => {
    const { userId } = stream.credentials;
    streams.set(userId, (streams.get(userId) ?? new Set()).add(stream));
    heartbeat ??= setInterval(beat, HEARTBEAT_MS).unref();
  };

  const replay = async (stream: Stream, lastEventId: number): Promise<void> => {
    const { customers } = await readScope(strapi, stream.credentials.userId);
    const ids = customers.map(({ documentId }) => documentId);
    for (const event of await readMissedEvents(strapi, ids, lastEventId, REPLAY_MARGIN_MS)) stream.send(event);
  };

  return {
    async open(ctx, credentials) {
      if (stopping) return refuse(ctx);
      if ((streams.get(credentials.userId)?.size ?? 0) >= getConfig(strapi, 'streamsPerUser')) {
        ctx.set('Retry-After', String(RETRY_AFTER_SECONDS));
        throw new errors.RateLimitError('Too many open streams: close some of them');
      }
      const stream = createStream(ctx, credentials, remove);
      add(stream);
      try {
        await tail.start();
        const last = lastEventIdOf(ctx);
        if (last !== null) await replay(stream, last);
      } catch (error) {
        remove(stream);
        throw error;
      }
    },
    wake: () => tail.wake(),
    check,
    async stop() {
      stopping = true;
      const goodbyes = all().map((stream) => stream.bye());
      const waited = new AbortController();
      const limit = new Promise((resolve) => {
        const timer = setTimeout(resolve, GOODBYE_MS);
        waited.signal.addEventListener('abort', () => clearTimeout(timer));
      });
      await Promise.race([Promise.all(goodbyes), limit]);
      waited.abort();
      tail.stop();
      clearInterval(heartbeat);
    },
  };
}

/** While the server stops, the next one, or another replica, answers. */
function refuse(ctx: Context): void {
  ctx.set('Retry-After', '2');
  ctx.status = 503;
  const message = 'The server is stopping: connect again';
  ctx.body = { data: null, error: { status: 503, name: 'ServiceUnavailableError', message, details: {} } };
}

/** An id that no event of ours can have counts as none. */
function lastEventIdOf(ctx: Context): number | null {
  const value = ctx.get('last-event-id');
  if (!/^\d{1,15}$/.test(value)) return null;
  const id = Number(value);
  return Number.isSafeInteger(id) && id <= 2 ** 31 - 1 ? id : null;
}

/** Loops started on behalf of a request or a transaction would carry that one's async context for ever. */
export const outside = (): AsyncResource => new AsyncResource('payments-live');
