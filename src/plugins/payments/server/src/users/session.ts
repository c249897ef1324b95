import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';
import { readCurrentSessions, readPasswordChanges, readUsableUsers } from '../repositories/sessions';

/** What a request was signed with. */
export interface Credentials {
  readonly userId: number;
  /** In refresh mode the session; it moves on when the client refreshes. */
  sessionId: string | null;
  /** In legacy mode when the token was made and when it ends, in seconds since 1970. */
  readonly issuedAt: number | null;
  readonly expiresAt: number | null;
}

export const usesSessions = (strapi: Core.Strapi): boolean =>
  strapi.config.get<string>('plugin::users-permissions.jwtManagement', 'legacy-support') === 'refresh';

/** The claims of the bearer token. Its signature was checked by users-permissions, which keeps nothing but the user of it. */
function claimsOf(ctx: Context): { iat?: unknown; exp?: unknown } {
  const payload = /^bearer\s+[\w-]+\.([\w-]+)\./i.exec(ctx.get('authorization'))?.[1];
  if (!payload) return {};
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { iat?: unknown; exp?: unknown };
  } catch {
    return {};
  }
}

/** What an authenticated request was signed with, or null where no user stands behind it. */
export function credentialsOf(strapi: Core.Strapi, ctx: Context): Credentials | null {
  const { user, session } = ctx.state as { user?: { id?: unknown } | null; session?: { id?: string } };
  if (!user?.id) return null;
  const { iat, exp } = claimsOf(ctx);
  return {
    userId: Number(user.id),
    sessionId: usesSessions(strapi) ? (session?.id ?? '') : null,
    issuedAt: typeof iat === 'number' ? iat : null,
    expiresAt: typeof exp === 'number' ? exp : null,
  };
}

async function sessionsHold(strapi: Core.Strapi, all: readonly Credentials[]): Promise<Credentials[]> {
  const current = await readCurrentSessions(
    strapi,
    all.map(({ sessionId }) => sessionId ?? ''),
  );
  return all.filter((credentials) => {
    const session = current.get(credentials.sessionId ?? '');
    if (session !== undefined) credentials.sessionId = session;
    return session !== undefined;
  });
}

/** A token of legacy mode is never taken back: what ends it is its end and a change of the password after it was made. */
async function tokensHold(strapi: Core.Strapi, all: readonly Credentials[]): Promise<Credentials[]> {
  const changes = await readPasswordChanges(strapi, [...new Set(all.map(({ userId }) => userId))]);
  const now = Date.now() / 1000;
  return all.filter(({ userId, issuedAt, expiresAt }) => {
    const changed = changes.get(userId);
    const madeBefore = changed !== undefined && (issuedAt ?? 0) < Math.floor(changed.getTime() / 1000);
    return !madeBefore && (expiresAt ?? Infinity) > now;
  });
}

const signaturesHold = (strapi: Core.Strapi, all: readonly Credentials[]): Promise<Credentials[]> =>
  usesSessions(strapi) ? sessionsHold(strapi, all) : tokensHold(strapi, all);

/** Of these credentials the ones that would still be let in. Moves each on to the session that its own one was replaced by. */
export async function stillHold(strapi: Core.Strapi, all: readonly Credentials[]): Promise<ReadonlySet<Credentials>> {
  if (all.length === 0) return new Set();
  const usable = await readUsableUsers(strapi, [...new Set(all.map(({ userId }) => userId))]);
  return new Set((await signaturesHold(strapi, all)).filter(({ userId }) => usable.has(userId)));
}

/**
 * Middleware of every contact route. An access token is good for minutes after its session ended, so the session itself is asked for; and a role
 * that an administrator gave the public opens nothing, since no user stands behind it.
 */
export const requireSession =
  (strapi: Core.Strapi) =>
  async (ctx: Context, next: Next): Promise<unknown> => {
    const credentials = credentialsOf(strapi, ctx);
    const holding = credentials && (await signaturesHold(strapi, [credentials]));
    if (!holding?.length) throw new errors.UnauthorizedError('The session has ended: sign in again');
    return next();
  };
