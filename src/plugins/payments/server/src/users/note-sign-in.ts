import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { errorName } from '../repositories/database';
import { writeSignIn } from '../repositories/sessions';
import { getService } from '../services/get-service';

/** The user whom an answer of users-permissions signs in; a refreshed session carries no user and is no sign-in. */
function signedIn({ body, status }: Context): number | null {
  if (status !== 200 || typeof body !== 'object' || body === null) return null;
  const { jwt, user } = body as { jwt?: unknown; user?: { id?: unknown } };
  return typeof jwt === 'string' && user?.id !== undefined ? Number(user.id) : null;
}

/** Keeps when a user last signed in. A failure costs nobody the session that was just opened. */
export async function noteSignIn(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const userId = signedIn(ctx);
  if (userId === null) return;
  try {
    await writeSignIn(strapi, userId, getService(strapi, 'clock').now());
  } catch (error) {
    strapi.log.error(`payments: noting a sign-in: ${errorName(error)}`);
  }
}

/** Sees every sign-in by users-permissions' own routes: by password, by a provider, after a reset. */
export function registerSignInNotes(strapi: Core.Strapi): void {
  const prefix = `${strapi.config.get<string>('api.rest.prefix', '/api')}/auth/`;
  strapi.server.use(async (ctx: Context, next: Next) => {
    await next();
    if (ctx.path.startsWith(prefix)) await noteSignIn(strapi, ctx);
  });
}
