import { z } from 'zod';
import { defineRoute } from './route';
import { documentId, noBody, noQuery } from './values';

/** A hint that an obligation changed; the client refetches, and ignores versions it has. */
export const liveHint = z.strictObject({ obligation: documentId, version: z.int() });
export type LiveHint = z.output<typeof liveHint>;

export const liveEventName = z.enum(['obligation.created', 'obligation.updated', 'obligation.withdrawn', 'bye']);
export type LiveEventName = z.output<typeof liveEventName>;

export const streamEvents = defineRoute({
  id: 'streamEvents',
  scope: 'contact',
  method: 'GET',
  path: '/events',
  summary: 'Changes as server-sent events (`text/event-stream`); each `data` is as described here',
  query: noQuery,
  body: noBody,
  media: 'text/event-stream',
  answer: liveHint,
  example: { answer: { obligation: 'k2f9w0x8p4l7m1n3b5v6c8z0', version: 2 } },
});
