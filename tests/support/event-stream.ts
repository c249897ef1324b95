import type { Http } from './http';
import { eventually } from './wait';

export interface StreamedEvent {
  readonly id: string;
  readonly event: string;
  readonly data: { readonly obligation?: string; readonly version?: number };
}

/** An open event stream, read as it comes. */
export interface EventStream {
  readonly status: number;
  readonly headers: Headers;
  readonly events: readonly StreamedEvent[];
  /** Whatever is no event: comments and `retry`. */
  readonly comments: readonly string[];
  readonly ended: boolean;
  /** The first event, past or coming, for which `predicate` holds. */
  waitFor(predicate: (event: StreamedEvent) => boolean, limit?: number): Promise<StreamedEvent>;
  waitForEnd(limit?: number): Promise<void>;
  close(): void;
}

const parse = (block: string): StreamedEvent | null => {
  const fields = new Map(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const data = fields.get('data');
  if (data === undefined) return null;
  const parsed = JSON.parse(data) as StreamedEvent['data'];
  return { id: fields.get('id') ?? '', event: fields.get('event') ?? '', data: parsed };
};

/** Opens `GET /api/payments/events`; an answer that is no stream has its status and no events. */
export const openEvents = async (http: Http, headers: Readonly<Record<string, string>> = {}): Promise<EventStream> => {
  const stop = new AbortController();
  const response = await http.raw('GET', '/api/payments/events', { headers, signal: stop.signal });
  const events: StreamedEvent[] = [];
  const comments: string[] = [];
  const state = { ended: false };
  const read = async (): Promise<void> => {
    let rest = '';
    const decoder = new TextDecoder();
    const reader = response.body?.getReader();
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
      const blocks = (rest + decoder.decode(chunk.value, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = parse(block);
        if (event) events.push(event);
        else comments.push(block);
      }
    }
  };
  void read()
    .catch(() => undefined)
    .finally(() => (state.ended = true));
  return {
    status: response.status,
    headers: response.headers,
    events,
    comments,
    get ended() {
      return state.ended;
    },
    waitFor: (predicate, limit) => eventually(() => events.find(predicate), 'such an event on the stream', limit),
    waitForEnd: async (limit) => void (await eventually(() => state.ended, 'the end of the stream', limit)),
    close: () => stop.abort(),
  };
};
