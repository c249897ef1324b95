import { backoffDelay } from './backoff';

describe('the wait before a reconnect', () => {
  it.each([
    [0, 0, 125],
    [0, 1, 500],
    [1, 0, 250],
    [1, 1, 1000],
    [5, 1, 16_000],
    [6, 1, 30_000],
    [1000, 0, 7500],
    [1000, 1, 30_000],
  ])('attempt %i with chance %d: %i ms', (attempt, random, expected) => {
    expect(backoffDelay(attempt, random)).toBe(expected);
  });
});
