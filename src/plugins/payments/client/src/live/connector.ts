import type { Connection } from '../request';
import { callSafely } from './call-safely';
import type { StreamEvent } from './event-parser';
import { createNewsFilter, parseHint } from './hint';
import { readEvents } from './read-events';
import type { LiveHandlers, LiveTiming } from './subscribe';

export interface Connector {
  /** Opens a connection and reads it to its end; rejects when it cannot be opened, breaks, or falls silent. */
  run(): Promise<void>;
  /** Gives the connection up when it has been silent for longer than a waking page accepts; tells whether it did. */
  dropIfSilent(): boolean;
}

/** Ends a connection on which nothing has come for too long: a dead network sends no goodbye. */
const createWatchdog = (silence: number, bark: () => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  const stop = (): void => clearTimeout(timer);
  return {
    stop,
    feed: (): void => {
      last = Date.now();
      stop();
      timer = setTimeout(bark, silence);
    },
    silentFor: (): number => Date.now() - last,
  };
};

/** Makes connections, one at a time, that continue where the one before ended. */
export const createConnector = (
  connection: Connection,
  handlers: LiveHandlers,
  timing: LiveTiming,
  stopped: AbortSignal,
): Connector => {
  const isNews = createNewsFilter();
  let current = new AbortController();
  let lastEventId = '';
  const watchdog = createWatchdog(timing.silence, () => current.abort());
  stopped.addEventListener('abort', () => current.abort());

  const onEvent = (event: StreamEvent): boolean => {
    lastEventId = event.id || lastEventId;
    const hint = parseHint(event);
    if (hint !== null && isNews(hint)) callSafely(() => handlers.onHint(hint));
    return event.event !== 'bye' && !stopped.aborted;
  };
  const onOpen = (): void => {
    watchdog.feed();
    callSafely(() => handlers.onStatus?.('open'));
    callSafely(() => handlers.onOpen?.());
  };

  return {
    run: async () => {
      current = new AbortController();
      watchdog.feed();
      const stream = { onOpen, onEvent, onBytes: watchdog.feed };
      await readEvents(connection, stream, { lastEventId, signal: current.signal }).finally(watchdog.stop);
    },
    dropIfSilent: () => {
      const silent = watchdog.silentFor() > timing.silenceOnWake;
      if (silent) current.abort();
      return silent;
    },
  };
};
