import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

/** users-permissions limits sign-ins and says when the window ends, but not in the header that clients know. */
export function registerSignInRetry(strapi: Core.Strapi): void {
  strapi.server.use(async (ctx: Context, next: Next) => {
    await next();
    const reset = Number(ctx.response.get('x-ratelimit-reset'));
    if (ctx.status !== 429 || ctx.response.get('retry-after') || !reset) return;
    ctx.set('Retry-After', String(Math.max(1, Math.ceil(reset - Date.now() / 1_000))));
  });
}
