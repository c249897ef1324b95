import { keepValue } from './kept-value';

/** A store whose reads come back when the test says so, with what was stored when they began. */
const slowStore = (stored: string) => {
  const waiting: (() => void)[] = [];
  return {
    write: (value: string) => void (stored = value),
    read: () => {
      const value = stored;
      return new Promise<string>((resolve) => waiting.push(() => resolve(value)));
    },
    answer: () => waiting.splice(0).forEach((resolve) => resolve()),
  };
};

const hour = 3_600_000;

/** The answer to a question whose read comes back at once. */
const ask = async <Value>(asking: Promise<Value>, store: { answer(): void }): Promise<Value> => {
  store.answer();
  return asking;
};

describe('a kept value', () => {
  it('is read once and kept', async () => {
    const store = slowStore('old');
    const kept = keepValue(store.read, hour);
    expect(await ask(kept.get(), store)).toBe('old');
    store.write('new');
    expect(await kept.get()).toBe('old');
    kept.forget();
    expect(await ask(kept.get(), store)).toBe('new');
  });

  it('is read again when its time is over', async () => {
    const store = slowStore('old');
    const kept = keepValue(store.read, 0);
    expect(await ask(kept.get(), store)).toBe('old');
    store.write('new');
    expect(await ask(kept.get(), store)).toBe('new');
  });

  it('is not what was being read while it was forgotten', async () => {
    const store = slowStore('old');
    const kept = keepValue(store.read, hour);
    const early = kept.get();
    store.write('new');
    kept.forget();
    expect(await ask(early, store)).toBe('old');
    expect(await ask(kept.get(), store)).toBe('new');
  });

  it.each(['before it', 'while it runs'])('is not what was read %s, once a change is over', async (when) => {
    const store = slowStore('old');
    const kept = keepValue(store.read, hour);
    const early = when === 'before it' ? kept.get() : undefined;
    const answer = await kept.whileChanging(async () => {
      const meanwhile = kept.get();
      store.write('new');
      store.answer();
      return meanwhile;
    });
    expect(answer).toBe('old');
    store.answer();
    await early;
    expect(await ask(kept.get(), store)).toBe('new');
  });

  it('is forgotten after a change that failed, too', async () => {
    const store = slowStore('old');
    const kept = keepValue(store.read, hour);
    await ask(kept.get(), store);
    store.write('new');
    await expect(kept.whileChanging(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await ask(kept.get(), store)).toBe('new');
  });
});
