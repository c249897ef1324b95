import { PaymentsError } from './error';
import type { AccessTokenSource } from './request';
import { renewalTime } from './token-age';

/** Where a site of another origin keeps its refresh token; called with null to forget it. */
export interface RefreshTokenStore {
  read(): string | null;
  write(refreshToken: string | null): void;
}

/** What users-permissions answers to a sign-in and to a renewal. */
export interface Tokens {
  jwt: string;
  refreshToken?: string | undefined;
}

export interface AccessTokens {
  accept(tokens: Tokens): void;
  forget(): void;
  readonly get: AccessTokenSource;
}

/** Answers that mean "no session", in place of "ask again later": none sent, not accepted, or the host has no refresh mode. */
const isOver = (error: unknown): boolean =>
  error instanceof PaymentsError && [400, 401, 403, 404].includes(error.status);

interface LockManager {
  request<Result>(name: string, callback: () => Promise<Result>): Promise<Result>;
}

/**
 * Refresh tokens rotate: of two tabs that send the same one, the second is refused. Where the platform has locks, the
 * second tab waits and then sends the cookie that the first one has received.
 */
const oneTabAtATime = <Result>(task: () => Promise<Result>): Promise<Result> => {
  const { navigator } = globalThis as { navigator?: { locks?: LockManager } };
  return navigator?.locks ? navigator.locks.request('payments-session', task) : task();
};

/** Keeps the access token in memory and renews it in time; concurrent requests share one renewal. */
export const createAccessTokens = (
  refresh: (refreshToken: string | undefined) => Promise<Tokens>,
  store?: RefreshTokenStore,
): AccessTokens => {
  let access: { token: string; renewAt: number } | null = null;
  let renewal: Promise<string | null> | null = null;

  const accept = ({ jwt, refreshToken }: Tokens): void => {
    access = { token: jwt, renewAt: renewalTime(jwt, Date.now()) };
    if (refreshToken !== undefined) store?.write(refreshToken);
  };
  const forget = (): void => {
    access = null;
    store?.write(null);
  };

  const renew = async (): Promise<string | null> => {
    const refreshToken = store?.read();
    if (refreshToken === null) return null;
    try {
      const tokens = await refresh(refreshToken);
      accept(tokens);
      return tokens.jwt;
    } catch (error) {
      if (!isOver(error)) throw error;
      forget();
      return null;
    }
  };

  const get = async (rejected?: string): Promise<string | null> => {
    if (access !== null && access.token !== rejected && Date.now() < access.renewAt) return access.token;
    renewal ??= oneTabAtATime(renew).finally(() => {
      renewal = null;
    });
    return renewal;
  };
  return { accept, forget, get };
};
