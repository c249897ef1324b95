interface EventPlace {
  addEventListener(type: string, listener: () => void): void;
  removeEventListener(type: string, listener: () => void): void;
}

/** What a browser has of it; Node has neither, and then nothing ever wakes. */
interface Surroundings extends Partial<EventPlace> {
  document?: EventPlace & { readonly visibilityState?: string };
}

/**
 * Calls back when the page may have slept or changed networks: it becomes visible, comes out of the back-forward cache,
 * or goes online. Timers do not run in a sleeping phone, so this is the first moment at which anybody can look.
 */
export const onWake = (callback: () => void, surroundings: Surroundings = globalThis as Surroundings): (() => void) => {
  const { document } = surroundings;
  const onVisible = (): void => {
    if (document?.visibilityState === 'visible') callback();
  };
  const removals: Array<() => void> = [];
  const listen = (target: Partial<EventPlace> | undefined, type: string, listener: () => void): void => {
    target?.addEventListener?.(type, listener);
    removals.push(() => target?.removeEventListener?.(type, listener));
  };
  listen(document, 'visibilitychange', onVisible);
  listen(surroundings, 'pageshow', callback);
  listen(surroundings, 'online', callback);
  return () => removals.forEach((remove) => remove());
};
