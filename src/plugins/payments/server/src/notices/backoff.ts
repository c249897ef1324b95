const FIRST_MS = 5_000;
const LONGEST_MS = 60 * 60_000;

/** About four days of trying, as RFC 5321 §4.5.4.1 asks of a sender, before a notice counts as failed. */
export const MOST_ATTEMPTS = 110;

/**
 * Milliseconds to wait after an attempt that failed for now: twice as long each time up to an hour, spread by half either way so
 * that what failed together does not come back together.
 *
 * @param attempts made so far, from 1
 * @param random from 0 to 1
 */
export function retryDelay(attempts: number, random: number): number {
  const doubled = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts - 1, 20));
  return Math.round(doubled * (0.5 + random));
}
