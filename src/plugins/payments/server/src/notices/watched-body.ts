import { Readable } from 'node:stream';

/** The part of Node's stream state that tells where a stream is piped to; there is no public way to ask. */
interface PipedStream {
  readonly _readableState?: { readonly pipes?: readonly NodeJS.WritableStream[] };
  readonly readableFlowing?: boolean | null;
  once?(event: 'resume', listener: () => void): unknown;
}

/**
 * A mail's body that knows whether the mail has begun to leave. Nodemailer reads a body into its buffers as soon as it has a connection,
 * long before the server lets it send; but what it has built stands still until the server answers DATA. So the end of the line is
 * watched, not this stream. Where the end cannot be found the mail counts as read, which is the safe side.
 */
export class WatchedBody extends Readable {
  #piped = false;
  #left = false;
  readonly #content: string;

  constructor(content: string) {
    super({ autoDestroy: false });
    this.#content = content;
  }

  /** Whether bytes of the mail may have reached the server. */
  get left(): boolean {
    return this.#left;
  }

  override _read(): void {
    this.push(this.#content, 'utf8');
    this.push(null);
  }

  override pipe<Target extends NodeJS.WritableStream>(target: Target, options?: { end?: boolean }): Target {
    if (this.#piped) {
      // A pool that lost its connection would hand the same message over once more, past our own account of it.
      (target as unknown as { destroy?(error: Error): void }).destroy?.(new Error('A mail is handed over once'));
      return target;
    }
    this.#piped = true;
    this.#watch(target);
    return super.pipe(target, options);
  }

  #watch(target: NodeJS.WritableStream): void {
    let last: PipedStream = target as PipedStream;
    for (let next = onward(last); next; next = onward(last)) last = next;
    if (last.readableFlowing === null && last.once) last.once('resume', () => (this.#left = true));
    else this.#left = true;
  }
}

const onward = (stream: PipedStream): PipedStream | undefined =>
  stream._readableState?.pipes?.[0] as PipedStream | undefined;
