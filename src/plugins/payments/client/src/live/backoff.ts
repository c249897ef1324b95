const BASE_MS = 500;
const CAP_MS = 30_000;

/**
 * Milliseconds before reconnect attempt `attempt` (from 0): exponential with full jitter, so that a thousand phones do
 * not come back to a restarted server in the same instant. `random` is in [0, 1).
 */
export const backoffDelay = (attempt: number, random: number): number => {
  const ceiling = Math.min(CAP_MS, BASE_MS * 2 ** Math.min(attempt, 16));
  return Math.round(ceiling / 4 + random * ceiling * 0.75);
};
