/**
 * Asks again and again until the answer is there; the tests never sleep for a guessed time.
 *
 * @param probe Returns `undefined`, `null` or `false` as long as the thing has not happened.
 * @param what Named in the error, should it not happen in `limit` milliseconds.
 */
export const eventually = async <Value>(
  probe: () => Promise<Value> | Value,
  what: string,
  limit = 10_000,
): Promise<NonNullable<Value>> => {
  const end = Date.now() + limit;
  for (;;) {
    const value = await probe();
    if (value !== undefined && value !== null && value !== false) return value;
    if (Date.now() > end) throw new Error(`After ${limit} ms still not: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};
