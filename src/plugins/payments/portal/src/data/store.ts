export interface Snapshot<Data> {
  /** The last answer, kept while a newer one is on its way or failed to come. */
  readonly data: Data | null;
  readonly error: unknown;
  readonly loading: boolean;
}

/** Remembers answers by key, shares requests between readers, and fetches again what became stale. */
export interface Store {
  read<Data>(key: string): Snapshot<Data>;
  /** Follows a key: loads it when it is missing or stale, and again when it becomes stale. */
  follow<Data>(key: string, load: () => Promise<Data>, listener: () => void): () => void;
  /** Fetches again, as after an error. */
  reload(key: string): void;
  /** Fetches again what failed: the connection may be back. */
  retryFailed(): void;
  /** Marks what matches as stale; what somebody follows is fetched at once, the rest when it is next followed. */
  invalidate(matches: (key: string) => boolean): void;
}

interface Entry {
  snapshot: Snapshot<unknown>;
  stale: boolean;
  loading: boolean;
  /** How to load it, as its last follower says. */
  load: (() => Promise<unknown>) | null;
  listeners: Set<() => void>;
}

const nothing: Snapshot<never> = { data: null, error: null, loading: true };

/** `onError` hears of every failed load, whoever follows it. */
export const createStore = (onError: (error: unknown) => void): Store => {
  const entries = new Map<string, Entry>();

  const entryOf = (key: string): Entry => {
    const known = entries.get(key);
    if (known) return known;
    const entry: Entry = { snapshot: nothing, stale: true, loading: false, load: null, listeners: new Set() };
    entries.set(key, entry);
    return entry;
  };

  const publish = (entry: Entry, change: Partial<Snapshot<unknown>>): void => {
    entry.snapshot = { ...entry.snapshot, ...change };
    entry.listeners.forEach((listener) => listener());
  };

  /** One request at a time; what becomes stale during it is fetched once more after it. */
  const refresh = async (entry: Entry): Promise<void> => {
    if (entry.loading || entry.load === null) return;
    entry.loading = true;
    publish(entry, { loading: true });
    while (entry.stale) {
      entry.stale = false;
      try {
        publish(entry, { data: await entry.load(), error: null });
      } catch (error) {
        publish(entry, { error });
        onError(error);
      }
    }
    entry.loading = false;
    publish(entry, { loading: false });
  };

  const markStale = (entry: Entry): void => {
    entry.stale = true;
    if (entry.listeners.size > 0) void refresh(entry);
  };

  return {
    read: <Data>(key: string) => (entries.get(key)?.snapshot ?? nothing) as Snapshot<Data>,
    follow: (key, load, listener) => {
      const entry = entryOf(key);
      entry.load = load;
      entry.listeners.add(listener);
      if (entry.stale || entry.snapshot.error !== null) markStale(entry);
      return () => entry.listeners.delete(listener);
    },
    reload: (key) => markStale(entryOf(key)),
    retryFailed: () => entries.forEach((entry) => entry.snapshot.error !== null && markStale(entry)),
    invalidate: (matches) => entries.forEach((entry, key) => matches(key) && markStale(entry)),
  };
};
