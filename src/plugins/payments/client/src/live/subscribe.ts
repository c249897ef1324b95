import { PaymentsError } from '../error';
import type { Connection } from '../request';
import { backoffDelay } from './backoff';
import { callSafely } from './call-safely';
import { createConnector } from './connector';
import type { LiveHint } from './hint';
import { createPause } from './pause';
import { onWake } from './wake';

/** `waiting` is between two attempts; `ended` is final. */
export type LiveStatus = 'connecting' | 'open' | 'waiting' | 'ended';

export interface LiveHandlers {
  /** Never twice for the same version of an obligation, whatever the server replays. */
  onHint(hint: LiveHint): void;
  /** The stream is open, for the first time or again: what was fetched before it may be stale. */
  onOpen?(): void;
  onStatus?(status: LiveStatus): void;
  /** The session ended (401), or the role may not listen (403); nothing more comes until a new subscription. */
  onEnd?(error: PaymentsError): void;
}

/** Milliseconds, all of them. */
export interface LiveTiming {
  /** Silence after which a connection counts as dead; the server's heartbeat comes every 15 s. */
  silence: number;
  /** The same at the moment a page wakes, when waiting longer would show old figures. */
  silenceOnWake: number;
  /** A connection that lasted this long has proven itself: the next backoff starts over. */
  proven: number;
  /** How long to wait before reconnect attempt `attempt`, from 0; `random` is in [0, 1). */
  delay(attempt: number, random: number): number;
}

const defaultTiming: LiveTiming = { silence: 40_000, silenceOnWake: 20_000, proven: 10_000, delay: backoffDelay };

const isFinal = (error: unknown): error is PaymentsError =>
  error instanceof PaymentsError && (error.status === 401 || error.status === 403);

const askedToWait = (error: unknown): number =>
  error instanceof PaymentsError && error.retryAfter !== null ? Math.min(error.retryAfter, 60) * 1000 : 0;

/** Connects, and connects again, until stopped or refused for good. */
const follow = async (
  connection: Connection,
  handlers: LiveHandlers,
  timing: LiveTiming,
  stopped: AbortSignal,
): Promise<void> => {
  const connector = createConnector(connection, handlers, timing, stopped);
  const pause = createPause(stopped);
  let hurry = false;
  const stopListening = onWake(() => {
    hurry = connector.dropIfSilent();
    pause.cut();
  });
  const report = (status: LiveStatus): void => callSafely(() => handlers.onStatus?.(status));

  for (let attempt = 0; !stopped.aborted; attempt += 1) {
    report('connecting');
    const since = Date.now();
    const failure: unknown = await connector.run().catch((error: unknown) => error);
    if (stopped.aborted) break;
    if (isFinal(failure)) {
      report('ended');
      callSafely(() => handlers.onEnd?.(failure));
      break;
    }
    if (Date.now() - since > timing.proven) attempt = 0;
    report('waiting');
    if (!hurry) await pause.wait(Math.max(timing.delay(attempt, Math.random()), askedToWait(failure)));
    hurry = false;
  }
  stopListening();
};

/** See `PaymentsClient.subscribe`. */
export const subscribeToEvents = (
  connection: Connection,
  handlers: LiveHandlers,
  timing: LiveTiming = defaultTiming,
): (() => void) => {
  const stop = new AbortController();
  void follow(connection, handlers, timing, stop.signal);
  return () => stop.abort();
};
