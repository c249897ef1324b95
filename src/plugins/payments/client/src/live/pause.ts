export interface Pause {
  /** Resolves after so many milliseconds, on `cut`, or at once when stopped. */
  wait(milliseconds: number): Promise<void>;
  /** Ends the wait under way, if any. */
  cut(): void;
}

/** A wait that can be cut short. */
export const createPause = (stopped: AbortSignal): Pause => {
  let end = (): void => undefined;
  stopped.addEventListener('abort', () => end());
  return {
    cut: () => end(),
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        end = () => {
          clearTimeout(timer);
          resolve();
        };
        if (stopped.aborted) end();
      }),
  };
};
