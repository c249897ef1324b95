import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PaymentsError } from '../error';
import type { Connection } from '../request';
import { startTestServer, until } from '../test-server';
import type { TestServer } from '../test-server';
import type { LiveHint } from './hint';
import { subscribeToEvents } from './subscribe';
import type { LiveStatus, LiveTiming } from './subscribe';

const quick: LiveTiming = { silence: 5_000, silenceOnWake: 20, proven: 5_000, delay: () => 5 };

const open = (response: ServerResponse): ServerResponse => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  response.write(': hello\n\n');
  return response;
};

const hint = (id: number, version: number, kind = 'updated', obligation = 'abc'): string =>
  `id: ${id}\nevent: obligation.${kind}\ndata: ${JSON.stringify({ obligation, version })}\n\n`;

describe('subscribing to changes', () => {
  let server: TestServer;
  let requests: IncomingMessage[];
  let handle: (response: ServerResponse, request: IncomingMessage) => void;
  let hints: LiveHint[];
  let statuses: LiveStatus[];
  let ended: PaymentsError[];
  let token: string | null;
  let stops: Array<() => void>;

  const subscribe = (timing: Partial<LiveTiming> = {}): (() => void) => {
    const connection: Connection = {
      root: `${server.url}/api/payments`,
      fetch: (input, init) => fetch(input, init),
      getAccessToken: () => token,
    };
    const handlers = {
      onHint: (news: LiveHint) => hints.push(news),
      onStatus: (status: LiveStatus) => statuses.push(status),
      onEnd: (error: PaymentsError) => ended.push(error),
    };
    const stop = subscribeToEvents(connection, handlers, { ...quick, ...timing });
    stops.push(stop);
    return stop;
  };

  beforeEach(async () => {
    [requests, hints, statuses, ended, stops, token] = [[], [], [], [], [], 'secret'];
    server = await startTestServer((request, response) => {
      requests.push(request);
      handle(response, request);
    });
  });

  afterEach(async () => {
    stops.forEach((stop) => stop());
    await server.stop();
  });

  it('passes hints on, with the token in the header and not in the address', async () => {
    handle = (response) => open(response).write(hint(1, 2) + hint(2, 1, 'created', 'def'));
    subscribe();
    await until(() => hints.length === 2);
    expect(hints).toEqual([
      { kind: 'updated', obligation: 'abc', version: 2 },
      { kind: 'created', obligation: 'def', version: 1 },
    ]);
    expect(requests[0]?.headers.authorization).toBe('Bearer secret');
    expect(requests[0]?.url).toBe('/api/payments/events');
    expect(requests[0]?.headers['last-event-id']).toBeUndefined();
  });

  it('continues after the last event when the connection breaks, and drops what is replayed', async () => {
    handle = (response) => {
      open(response).write(hint(7, 2));
      if (requests.length === 1) setImmediate(() => response.destroy());
      else response.write(hint(7, 2) + hint(8, 3));
    };
    subscribe();
    await until(() => hints.length === 2);
    expect(hints.map(({ version }) => version)).toEqual([2, 3]);
    expect(requests[1]?.headers['last-event-id']).toBe('7');
  });

  it('tells of a withdrawal even under a version it has', async () => {
    handle = (response) => open(response).write(hint(1, 2) + hint(2, 2, 'withdrawn') + hint(3, 2, 'withdrawn'));
    subscribe();
    await until(() => hints.length >= 2);
    expect(hints.map(({ kind }) => kind)).toEqual(['updated', 'withdrawn']);
  });

  it('survives malformed events', async () => {
    handle = (response) =>
      open(response).write(`event: obligation.updated\ndata: {"obligation"\n\ndata: hello\n\n${hint(1, 2)}`);
    subscribe();
    await until(() => hints.length === 1);
  });

  it('comes back after a goodbye', async () => {
    handle = (response) => {
      if (requests.length === 1) open(response).write('event: bye\ndata: {}\n\n');
      else open(response).write(hint(1, 1));
    };
    subscribe();
    await until(() => hints.length === 1);
    expect(statuses).toEqual(['connecting', 'open', 'waiting', 'connecting', 'open']);
  });

  it('waits as long as a 503 asks, then connects', async () => {
    const times: number[] = [];
    handle = (response) => {
      times.push(Date.now());
      if (times.length === 1) response.writeHead(503, { 'Retry-After': '1' }).end();
      else open(response).write(hint(1, 1));
    };
    subscribe();
    await until(() => hints.length === 1);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it('survives a server that is down for a while', async () => {
    const { port } = new URL(server.url);
    handle = (response) => open(response).write(hint(1, 1));
    await server.stop();
    subscribe();
    await until(() => statuses.filter((status) => status === 'waiting').length >= 3);
    server = await startTestServer((_request, response) => handle(response, _request), Number(port));
    await until(() => hints.length === 1);
  });

  it('gives up a connection that has fallen silent', async () => {
    handle = (response) => {
      open(response);
      if (requests.length > 1) response.write(hint(1, 1));
    };
    subscribe({ silence: 60 });
    await until(() => hints.length === 1);
  });

  it.each([401, 403])('ends on %i', async (status) => {
    handle = (response) => response.writeHead(status, { 'Content-Type': 'application/json' }).end('{"error":{}}');
    subscribe();
    await until(() => ended.length === 1);
    expect(ended[0]).toMatchObject({ status });
    expect(statuses.at(-1)).toBe('ended');
  });

  it('ends when nobody is signed in any more, without asking the server', async () => {
    token = null;
    subscribe();
    await until(() => ended.length === 1);
    expect(ended[0]).toMatchObject({ status: 401 });
    expect(requests).toHaveLength(0);
  });

  it('closes the connection when unsubscribed, and says nothing more', async () => {
    let closed = false;
    handle = (response, request) => {
      request.on('close', () => (closed = true));
      open(response).write(hint(1, 1));
    };
    const stop = subscribe();
    await until(() => hints.length === 1);
    stop();
    await until(() => closed);
    expect(statuses).toEqual(['connecting', 'open']);
  });

  it('looks at once when a sleeping phone wakes', async () => {
    const page = new EventTarget();
    const { addEventListener, removeEventListener } = globalThis as Partial<EventTarget>;
    Object.assign(globalThis, {
      addEventListener: page.addEventListener.bind(page),
      removeEventListener: page.removeEventListener.bind(page),
    });
    try {
      handle = (response) => {
        open(response);
        if (requests.length > 1) response.write(hint(1, 1));
      };
      subscribe({ delay: () => 60_000, silenceOnWake: -1 });
      await until(() => statuses.includes('open'));
      page.dispatchEvent(new Event('online'));
      await until(() => hints.length === 1);
    } finally {
      Object.assign(globalThis, { addEventListener, removeEventListener });
    }
  });
});
