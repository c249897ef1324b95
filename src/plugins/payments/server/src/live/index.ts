import type { AsyncResource } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { streamEvents } from '../../../contracts/live';
import { parse } from '../http/parse';
import { credentialsOf } from '../users/session';
import { createHub, outside } from './hub';
import type { Hub } from './hub';

interface Live {
  readonly hub: Hub;
  /** Made at start, outside of any request and transaction; everything that goes on by itself runs in it. */
  readonly context: AsyncResource;
}

const running = new WeakMap<Core.Strapi, Live>();

/** Opens the live half of this replica; called once in `bootstrap`. */
export function startLive(strapi: Core.Strapi): void {
  running.set(strapi, { hub: createHub(strapi), context: outside() });
}

/** Something was committed: open pages hear of it now, and not at the tail's next look. */
export function wakeLive(strapi: Core.Strapi): void {
  const live = running.get(strapi);
  live?.context.runInAsyncScope(() => live.hub.wake());
}

/** A session ended or a user was blocked: streams that rest on it end. */
export async function checkStreams(strapi: Core.Strapi): Promise<void> {
  const live = running.get(strapi);
  await live?.context.runInAsyncScope(() => live.hub.check());
}

/** Says goodbye on every stream and refuses new ones. Awaited in `destroy`, since Strapi cuts the sockets right after. */
export async function stopLive(strapi: Core.Strapi): Promise<void> {
  await running.get(strapi)?.hub.stop();
}

/** The controller of the event stream. */
export const openStream =
  (strapi: Core.Strapi) =>
  async (ctx: Context): Promise<void> => {
    parse(streamEvents.query, ctx.query);
    const live = running.get(strapi);
    const credentials = credentialsOf(strapi, ctx);
    if (!credentials) throw new errors.UnauthorizedError();
    if (!live) throw new errors.ApplicationError('Live updates have not started yet');
    await live.context.runInAsyncScope(() => live.hub.open(ctx, credentials));
  };
