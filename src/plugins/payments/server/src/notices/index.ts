import type { Core } from '@strapi/types';
import { startDispatcher } from './dispatcher';
import type { Dispatcher } from './dispatcher';

export { limitTransport } from './hand-over';

/** One dispatcher for each Strapi in this process; tests run several. */
const dispatchers = new WeakMap<Core.Strapi, Dispatcher>();

/** Starts to send what is queued. Called outside of requests: the loop keeps the async context that it was started in. */
export function startNotices(strapi: Core.Strapi): void {
  dispatchers.set(strapi, startDispatcher(strapi));
}

/** Finishes what is being handed over and gives back the rest. */
export async function stopNotices(strapi: Core.Strapi): Promise<void> {
  await dispatchers.get(strapi)?.stop();
  dispatchers.delete(strapi);
}

/** Something was queued, in a transaction that is committed by now. */
export function wakeDispatcher(strapi: Core.Strapi): void {
  dispatchers.get(strapi)?.wake();
}

/** Sends all that is due now, and resolves when it is done. */
export async function drainNotices(strapi: Core.Strapi): Promise<void> {
  await dispatchers.get(strapi)?.drain();
}
