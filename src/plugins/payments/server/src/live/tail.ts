/** How long an id may be handed out before its transaction commits. */
const COMMIT_WITHIN_MS = 60_000;

/** At the start nothing is known of the last minute; so many ids before the newest may still turn up. */
const START_MARGIN = 1_000;

const POLL_MS = 250;

/** Where the tail reads. */
export interface TailSource {
  newest(): Promise<number>;
  idsAfter(id: number): Promise<number[]>;
}

export interface Tail {
  /** Begins behind what has been committed by now. Resolves when whatever is committed from here on will be delivered. */
  start(): Promise<void>;
  stop(): void;
  /** Looks at once: something was committed in this process. */
  wake(): void;
}

export interface TailOptions {
  readonly source: TailSource;
  /** Gets ids that were not delivered before; when it throws, they are delivered again. */
  readonly deliver: (ids: readonly number[]) => Promise<void>;
  readonly onError: (error: unknown) => void;
  readonly now?: () => number;
}

/** What of the log was passed on. Ids are handed out before commits, so an id smaller than the newest may still appear. */
const createMemory = (now: () => number) => {
  let floor = 0;
  let passed = new Set<number>();
  let seen: { max: number; at: number }[] = [];

  return {
    floor: () => floor,
    isNew: (id: number) => !passed.has(id),
    begin(from: number, ids: readonly number[]) {
      floor = from;
      passed = new Set(ids);
      seen = [{ max: Math.max(from, ...ids.slice(-1)), at: now() }];
    },
    /** Takes note of delivered ids, and forgets those that are so old that nothing before them can turn up. */
    add(ids: readonly number[]) {
      for (const id of ids) passed.add(id);
      const max = Math.max(seen.at(-1)?.max ?? floor, ids.at(-1) ?? 0);
      if (max > (seen.at(-1)?.max ?? floor)) seen.push({ max, at: now() });
      while (seen[0] && now() - seen[0].at >= COMMIT_WITHIN_MS) floor = (seen.shift() as { max: number }).max;
      for (const id of passed) {
        if (id > floor) break;
        passed.delete(id);
      }
    },
  };
};

/**
 * Follows the event log: reads the ids of the last minute again and again, and delivers each once. Times are observed here, not read from rows, so that
 * neither a replica's wrong clock nor a test that moves the office's clock hides an event.
 */
export function createTail({ source, deliver, onError, now = () => performance.now() }: TailOptions): Tail {
  const memory = createMemory(now);
  let started: Promise<void> | null = null;
  let run = 0;
  let timer: NodeJS.Timeout | undefined;
  let polling = false;
  let again = false;

  const poll = async (): Promise<void> => {
    const ids = (await source.idsAfter(memory.floor())).filter(memory.isNew);
    if (ids.length > 0) await deliver(ids);
    memory.add(ids);
  };

  const loop = async (): Promise<void> => {
    if (polling) {
      again = true;
      return;
    }
    const mine = run;
    clearTimeout(timer);
    polling = true;
    do {
      again = false;
      await poll().catch(onError);
    } while (again && run === mine);
    polling = false;
    if (started !== null) timer = setTimeout(() => void loop(), POLL_MS).unref();
  };

  const begin = async (): Promise<void> => {
    const from = Math.max(0, (await source.newest()) - START_MARGIN);
    memory.begin(from, await source.idsAfter(from));
    void loop();
  };

  return {
    start() {
      started ??= begin().catch((error: unknown) => {
        started = null;
        throw error;
      });
      return started;
    },
    stop() {
      started = null;
      run += 1;
      clearTimeout(timer);
    },
    wake() {
      if (started !== null) void started.then(loop, () => undefined);
    },
  };
}
