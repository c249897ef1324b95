import { z } from 'zod';
import { one } from './lists';
import { defineRoute } from './route';
import { instant, noBody, noQuery } from './values';

/** How the work that nobody sees goes on. */
export const health = z.strictObject({
  /** When the minute's tick last ended well, in any process; null where it never did. */
  lastTickAt: instant.nullable(),
  /** No tick for five minutes: nobody is reminded. */
  tickIsLate: z.boolean(),
  /** Notices that are queued or on their way. */
  waiting: z.int(),
  failed: z.int(),
  uncertain: z.int(),
  /** Since when the oldest notice that should have gone waits. */
  oldestDueAt: instant.nullable(),
  /** It waits for a quarter of an hour: mail does not go. */
  queueIsLate: z.boolean(),
  /** Whether the process that answered ticks itself; the host's configuration may leave that to others. */
  ticksHere: z.boolean(),
});
export type Health = z.output<typeof health>;

export const getHealth = defineRoute({
  id: 'getHealth',
  scope: 'staff',
  method: 'GET',
  path: '/notices/health',
  summary: "How the minute's tick and the queue of notices go on",
  action: 'read',
  query: noQuery,
  body: noBody,
  answer: one(health),
  example: {
    answer: {
      data: {
        lastTickAt: '2026-11-23T08:00:00.000Z',
        tickIsLate: false,
        waiting: 2,
        failed: 0,
        uncertain: 0,
        oldestDueAt: null,
        queueIsLate: false,
        ticksHere: true,
      },
      meta: {},
    },
  },
});
