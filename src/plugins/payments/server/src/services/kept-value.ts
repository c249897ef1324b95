/** A stored value that is asked for all the time. */
export interface KeptValue<Value> {
  get(): Promise<Value>;
  /** Runs what changes the stored value: meanwhile, and until it is over, nothing that was read is kept. */
  whileChanging<Result>(change: () => Promise<Result>): Promise<Result>;
  /** Reads anew at the next call, and does not keep what is being read right now. */
  forget(): void;
}

/**
 * Keeps what was read for a short time, so that another process's change is seen after it.
 *
 * @param milliseconds how long
 */
export function keepValue<Value>(read: () => Promise<Value>, milliseconds: number): KeptValue<Value> {
  let kept: { readonly value: Value; readonly readAt: number } | null = null;
  /** Counts what made the value old: what was read before and comes back after is not kept. */
  let generation = 0;
  /** Changes under way here: until their commit the database has one value for them and another for everybody else. */
  let changing = 0;
  const forget = () => {
    kept = null;
    generation += 1;
  };

  return {
    async get() {
      if (changing === 0 && kept && Date.now() - kept.readAt < milliseconds) return kept.value;
      const asked = generation;
      const value = await read();
      if (changing === 0 && asked === generation) kept = { value, readAt: Date.now() };
      return value;
    },
    async whileChanging(change) {
      changing += 1;
      try {
        return await change();
      } finally {
        changing -= 1;
        forget();
      }
    },
    forget,
  };
}
