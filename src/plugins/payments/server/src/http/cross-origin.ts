import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { streamEvents } from '../../../contracts/live';

/** What resumes a stream where it was cut off; only `EventSource`, which cannot sign in, may send it without being allowed to. */
const RESUME = 'Last-Event-ID';

/** Hidden from pages of other origins unless it is exposed; they are to know how long to wait. */
const WAIT = 'Retry-After';

const append = (ctx: Context, header: string, name: string): void => {
  const names = ctx.response.get(header).split(',').filter(Boolean);
  if (!names.some((each) => each.trim().toLowerCase() === name.toLowerCase()))
    ctx.set(header, [...names, name].join(','));
};

/**
 * Completes what the host's CORS middleware said: a front end on another origin that the host lets in may resume its stream and read how long to wait.
 * Where the host does not let an origin in, nothing is added.
 */
export function registerCrossOrigin(strapi: Core.Strapi): void {
  const prefix = strapi.config.get('api.rest.prefix', '/api');
  const stream = `${prefix}/payments${streamEvents.path}`;
  strapi.server.use(async (ctx: Context, next: Next) => {
    await next();
    if (!ctx.path.startsWith(`${prefix}/`) || !ctx.response.get('access-control-allow-origin')) return;
    if (ctx.method !== 'OPTIONS') append(ctx, 'Access-Control-Expose-Headers', WAIT);
    else if (ctx.path === stream) append(ctx, 'Access-Control-Allow-Headers', RESUME);
  });
}
