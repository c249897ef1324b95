import { PassThrough } from 'node:stream';
import type { Context } from 'koa';
import type { LiveEventName, LiveHint } from '../../../contracts/live';
import type { LiveEvent } from '../repositories/events';
import type { Credentials } from '../users/session';

/** A reader that lets so much pile up has gone without saying so; it comes back and is replayed what it missed. */
const MOST_UNREAD_BYTES = 256 * 1024;

/** Milliseconds after which a client that lost its connection asks again. */
const RETRY_MS = 1_000;

/** One open page. */
export interface Stream {
  readonly credentials: Credentials;
  send(event: LiveEvent): void;
  beat(): void;
  /** Says goodbye and ends; resolves when the client has it, or is gone. */
  bye(): Promise<void>;
}

const frame = (name: LiveEventName, data: unknown, id?: number): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/** Answers a request with an event stream; `onClose` is called once, whoever ended it. */
export function createStream(ctx: Context, credentials: Credentials, onClose: (stream: Stream) => void): Stream {
  const body = new PassThrough();
  const closed = new Promise<void>((resolve) => ctx.res.once('close', resolve));
  ctx.req.socket.setTimeout(0);
  ctx.req.socket.setNoDelay(true);
  ctx.status = 200;
  ctx.set({
    'Content-Type': 'text/event-stream',
    // A compressing middleware or a buffering proxy would hold every hint back.
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  });
  ctx.body = body;

  const write = (text: string): void => {
    if (body.destroyed || body.writableEnded) return;
    if (body.writableLength > MOST_UNREAD_BYTES) ctx.res.destroy();
    else body.write(text);
  };
  const stream: Stream = {
    credentials,
    send: ({ id, kind, paymentDocumentId, version }) =>
      write(frame(`obligation.${kind}`, { obligation: paymentDocumentId, version } satisfies LiveHint, id)),
    beat: () => write(': beat\n\n'),
    bye: () => {
      write(frame('bye', {}));
      body.end();
      return closed;
    },
  };
  void closed.then(() => {
    body.destroy();
    onClose(stream);
  });
  write(`retry: ${RETRY_MS}\n\n`);
  return stream;
}
