import { createStore } from './store';
import type { Store } from './store';

/** A request that the test answers when it likes. */
const createRequests = () => {
  const waiting: Array<{ resolve(value: string): void; reject(error: Error): void }> = [];
  const load = () => new Promise<string>((resolve, reject) => waiting.push({ resolve, reject }));
  return { load, waiting };
};

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('what the portal remembers', () => {
  let store: Store;
  let errors: unknown[];
  let requests: ReturnType<typeof createRequests>;

  beforeEach(() => {
    errors = [];
    store = createStore((error) => errors.push(error));
    requests = createRequests();
  });

  const follow = (key = 'summary') => store.follow(key, requests.load, () => undefined);
  const answer = async (value: string) => {
    requests.waiting.shift()?.resolve(value);
    await settle();
  };

  it('is fetched once for all who follow', async () => {
    follow();
    follow();
    expect(requests.waiting).toHaveLength(1);
    expect(store.read('summary')).toEqual({ data: null, error: null, loading: true });
    await answer('first');
    expect(store.read('summary')).toEqual({ data: 'first', error: null, loading: false });
  });

  it('stays in view while a newer answer is on its way', async () => {
    follow();
    await answer('first');
    store.invalidate(() => true);
    expect(store.read('summary')).toEqual({ data: 'first', error: null, loading: true });
    await answer('second');
    expect(store.read('summary').data).toBe('second');
  });

  it('is fetched once more when it becomes stale during a request, however often', async () => {
    follow();
    store.invalidate(() => true);
    store.invalidate(() => true);
    await answer('already old');
    expect(requests.waiting).toHaveLength(1);
    await answer('new');
    expect(requests.waiting).toHaveLength(0);
    expect(store.read('summary')).toEqual({ data: 'new', error: null, loading: false });
  });

  it('is not fetched while nobody follows, but as soon as somebody does', async () => {
    const leave = follow();
    await answer('first');
    leave();
    store.invalidate(() => true);
    expect(requests.waiting).toHaveLength(0);
    follow();
    expect(store.read('summary').data).toBe('first');
    expect(requests.waiting).toHaveLength(1);
  });

  it('leaves alone what does not match', async () => {
    follow('a');
    await answer('first');
    store.invalidate((key) => key === 'b');
    expect(requests.waiting).toHaveLength(0);
  });

  it('survives an error, and tries again when asked', async () => {
    follow();
    await answer('first');
    store.invalidate(() => true);
    const error = new Error('no connection');
    requests.waiting.shift()?.reject(error);
    await settle();
    expect(store.read('summary')).toEqual({ data: 'first', error, loading: false });
    expect(errors).toEqual([error]);
    store.reload('summary');
    await answer('second');
    expect(store.read('summary')).toEqual({ data: 'second', error: null, loading: false });
  });

  it('is fetched again where it failed, and there alone, when the connection is back', async () => {
    follow('a');
    await answer('fetched');
    follow('b');
    requests.waiting.shift()?.reject(new Error('no connection'));
    await settle();
    store.retryFailed();
    expect(requests.waiting).toHaveLength(1);
    await answer('fetched as well');
    expect(store.read('b')).toEqual({ data: 'fetched as well', error: null, loading: false });
  });
});
