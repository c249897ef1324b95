import { PaymentsError } from '../error';
import { callAuthorised } from '../request';
import type { Connection } from '../request';
import { createEventParser } from './event-parser';
import type { StreamEvent } from './event-parser';

export interface StreamHandlers {
  onOpen(): void;
  /** Any byte, heartbeats included. */
  onBytes(): void;
  /** Answer false to leave the stream. */
  onEvent(event: StreamEvent): boolean;
}

const noStream = (response: Response): PaymentsError =>
  new PaymentsError({
    status: response.status,
    name: 'StreamError',
    message: 'The server did not answer with an event stream',
  });

/**
 * Opens the event stream and reads it until it ends, a handler leaves it, or `signal` aborts. Throws what
 * `callAuthorised` throws when it cannot be opened, and the platform's error when it breaks.
 */
export const readEvents = async (
  connection: Connection,
  handlers: StreamHandlers,
  { lastEventId, signal }: { lastEventId: string; signal: AbortSignal },
): Promise<void> => {
  const resume = lastEventId === '' ? undefined : { 'Last-Event-ID': lastEventId };
  const response = await callAuthorised(connection, '/events', {
    // Any header more would have to be allowed by the server of another origin.
    headers: { Accept: 'text/event-stream', ...resume },
    signal,
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  if (!isStream || response.body === null) throw noStream(response);
  handlers.onOpen();

  let left = false;
  const parser = createEventParser({ onEvent: (event) => (left ||= !handlers.onEvent(event)) });
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  while (!left) {
    const { done, value } = await reader.read();
    if (done) return;
    handlers.onBytes();
    parser.push(decoder.decode(value, { stream: true }));
  }
  await reader.cancel();
};
