import type { acceptInvitation } from '../../contracts/access';
import type { AnswerOf } from '../../contracts/route';
import { createAccessTokens } from './access-tokens';
import type { RefreshTokenStore, Tokens } from './access-tokens';
import { callPublic, createSite, dataOf, jsonOf } from './request';
import type { AccessTokenSource, SiteOptions } from './request';

export interface SessionOptions extends SiteOptions {
  /** Path of users-permissions' routes; default `/api/auth`. */
  authPrefix?: string;
  /**
   * Leave out on the server's own origin: the refresh token then stays in an HttpOnly cookie that no script can read.
   * With a store it travels in the body instead.
   */
  store?: RefreshTokenStore;
}

export interface SignedInUser {
  username: string;
  email: string;
}

export interface Session {
  /** Signs in with an email address or username. Throws a `PaymentsError`: 400 when the two do not match, 429 after too many. */
  signIn(identifier: string, password: string): Promise<SignedInUser>;
  /**
   * Sets the password that an invitation or a forgotten password asks for, and signs in. Throws a `PaymentsError`: 400
   * when the link works no more or the password is not accepted (`details.errors[].path` is `token` or `password`).
   */
  acceptInvitation(token: string, password: string): Promise<SignedInUser>;
  /** Asks for a mail with a link to a new password; answers the same for any address. */
  requestPasswordReset(email: string): Promise<void>;
  /** Takes up the session of an earlier visit; false when there is none. Throws when the server cannot be asked. */
  restore(): Promise<boolean>;
  /** Ends the session on the server as well; the access token is forgotten even when the server cannot be reached. */
  signOut(): Promise<void>;
  /** For `createPaymentsClient`: the access token, renewed shortly before it expires. Null when the session is over. */
  readonly getAccessToken: AccessTokenSource;
}

type SignedIn = AnswerOf<typeof acceptInvitation>['data'];

/** The two halves of the content API that a session needs, each asked for its cookie unless the site keeps the token itself. */
const createPosts = ({ authPrefix = '/api/auth', store, ...site }: SessionOptions) => {
  const cookie: Record<string, string> = store ? {} : { 'x-strapi-refresh-cookie': 'httpOnly' };
  const postTo = (where: SiteOptions) => {
    const target = createSite(where);
    return (path: string, body: object, headers: Record<string, string> = {}): Promise<Response> =>
      callPublic(target, path, { method: 'POST', body, headers: { ...cookie, ...headers } });
  };
  return { postAuth: postTo({ ...site, prefix: authPrefix }), postPayments: postTo(site) };
};

/** A session of users-permissions in refresh mode (`jwtManagement: 'refresh'`). The access token lives in memory only. */
export const createSession = (options: SessionOptions = {}): Session => {
  const { store } = options;
  const { postAuth, postPayments } = createPosts(options);
  const refresh = (refreshToken?: string) => jsonOf<Tokens>(postAuth('/refresh', { refreshToken }));
  const access = createAccessTokens(refresh, store);
  const accept = (answer: SignedIn): SignedInUser => {
    access.accept(answer);
    return answer.user;
  };

  return {
    getAccessToken: access.get,
    signIn: async (identifier, password) => accept(await jsonOf(postAuth('/local', { identifier, password }))),
    acceptInvitation: async (token, password) =>
      accept(await dataOf(postPayments('/invitations/accept', { token, password }))),
    requestPasswordReset: async (email) => {
      await postPayments('/password-resets', { email });
    },
    restore: async () => (await access.get()) !== null,
    signOut: async () => {
      const token = await Promise.resolve(access.get()).catch(() => null);
      const refreshToken = store?.read() ?? undefined;
      access.forget();
      if (token !== null) await postAuth('/logout', { refreshToken }, { Authorization: `Bearer ${token}` });
    },
  };
};
