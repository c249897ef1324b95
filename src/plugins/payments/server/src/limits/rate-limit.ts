import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';

/** So many requests in a window, for each key. */
export interface Limit {
  readonly most: number;
  readonly windowMs: number;
}

interface Window {
  count: number;
  readonly endsAt: number;
}

const MINUTE_MS = 60_000;

/** What a person never reaches, and a script soon. Counted by each replica for itself. */
export const limits = {
  /** Addresses with a secret: links, invitations, unsubscribing. */
  secrets: { most: 60, windowMs: 10 * MINUTE_MS },
  /** Mails about forgotten passwords that one address on the net asks for. */
  resets: { most: 10, windowMs: 15 * MINUTE_MS },
  receipts: { most: 30, windowMs: 10 * MINUTE_MS },
  /** Calendars ask every few minutes at most. */
  feeds: { most: 60, windowMs: 10 * MINUTE_MS },
} satisfies Record<string, Limit>;

/** Beyond so many keys the windows that have ended are forgotten. */
const TIDY_AT = 10_000;

/** Counts by key. `count` answers the milliseconds to wait, or 0. */
export function createCounter({ most, windowMs }: Limit, now: () => number = Date.now) {
  const windows = new Map<string, Window>();
  const tidy = (at: number): void => {
    for (const [key, { endsAt }] of windows) if (endsAt <= at) windows.delete(key);
  };
  return {
    count(key: string): number {
      const at = now();
      if (windows.size >= TIDY_AT) tidy(at);
      const known = windows.get(key);
      const window = known && known.endsAt > at ? known : { count: 0, endsAt: at + windowMs };
      windows.set(key, window);
      window.count += 1;
      return window.count > most ? window.endsAt - at : 0;
    },
  };
}

/** A signed-in user wherever they are, else the address they come from. */
const keyOf = (ctx: Context): string => {
  const { user } = ctx.state as { user?: { id?: unknown } };
  return user?.id === undefined ? `ip:${ctx.ip}` : `user:${String(user.id)}`;
};

/** Middleware that answers 429 with `Retry-After` once there were too many. */
export function rateLimit(limit: Limit) {
  const counter = createCounter(limit);
  return async (ctx: Context, next: Next): Promise<unknown> => {
    const wait = counter.count(keyOf(ctx));
    if (wait === 0) return next();
    ctx.set('Retry-After', String(Math.ceil(wait / 1_000)));
    throw new errors.RateLimitError('Too many requests: wait a little');
  };
}
