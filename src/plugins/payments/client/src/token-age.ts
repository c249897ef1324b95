/** Renew this long before the end, so that a request under way does not meet an expired token. */
const MARGIN_MS = 30_000;

const claimsOf = (token: string): { iat?: unknown; exp?: unknown } => {
  const payload = token.split('.')[1] ?? '';
  try {
    return JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))) as { iat?: unknown; exp?: unknown };
  } catch {
    return {};
  }
};

/**
 * When to renew a token received at `now` (milliseconds). Counts its lifetime from its own two claims and from our
 * clock's now, so that a phone with a wrong clock renews at the right moment. A token without them is used until refused.
 */
export const renewalTime = (token: string, now: number): number => {
  const { iat, exp } = claimsOf(token);
  if (typeof iat !== 'number' || typeof exp !== 'number') return Number.POSITIVE_INFINITY;
  const lifetime = (exp - iat) * 1000;
  return now + Math.max(lifetime - MARGIN_MS, lifetime / 2);
};
