import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { getConfig } from '../services/get-service';
import { loadPortal } from './files';
import type { PortalFile, Placeholders } from './files';

/** Everything comes from here: no inline script or style, no frame around it, no form to elsewhere. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Addresses of the portal carry tokens; a pay link must not tell them to the institution.
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
};

const FOREVER = 'public, max-age=31536000, immutable';

/** `server.url` may carry a path under which a proxy serves all of Strapi. */
function prefixOf(url: string): string {
  const pathname = /^https?:\/\//.test(url) ? new URL(url).pathname : url;
  return pathname.replace(/\/+$/, '');
}

export function placeholdersOf(strapi: Core.Strapi, portalPath: string): Placeholders {
  const prefix = prefixOf(strapi.config.get('server.url', '') || '');
  const api = strapi.config.get('api.rest.prefix', '/api');
  return { base: `${prefix}${portalPath}/`, api: `${prefix}${api}/payments` };
}

function send(ctx: Context, file: PortalFile): void {
  const encoding = ctx.acceptsEncodings(...(Object.keys(file.bodies) as ('br' | 'gzip' | 'identity')[]));
  const chosen = encoding === 'br' || encoding === 'gzip' ? encoding : 'identity';
  ctx.set(HEADERS);
  ctx.set({ ETag: file.etag, 'Cache-Control': file.hashed ? FOREVER : 'no-cache', Vary: 'Accept-Encoding' });
  ctx.status = 200;
  if (ctx.fresh) {
    ctx.status = 304;
    return;
  }
  if (chosen !== 'identity') ctx.set('Content-Encoding', chosen);
  ctx.type = file.type;
  ctx.body = file.bodies[chosen];
}

/** Answers one path below the portal's: a file by its name, the page for every address of the portal's own, 404 for a file that is not there. */
export function createPortalHandler(files: ReadonlyMap<string, PortalFile>) {
  const index = files.get('index.html');
  return (ctx: Context, name: string): void => {
    const isFile = /\.[^/]*$/.test(name);
    const file = files.get(name) ?? (isFile ? undefined : index);
    if (file) return send(ctx, file);
    ctx.set(HEADERS);
    ctx.status = 404;
    ctx.type = 'text/plain';
    ctx.body = 'Not found';
  };
}

/** Serves the built portal. Called in `register`; does nothing where the configuration leaves the portal out. */
export function registerPortal(strapi: Core.Strapi, root = path.resolve(__dirname, '../portal')): void {
  const portalPath = getConfig(strapi, 'portalPath');
  if (portalPath === false) return;
  const files = loadPortal(root, placeholdersOf(strapi, portalPath));
  if (!files) {
    strapi.log.warn('payments: the portal was not built, so it is not served');
    return;
  }
  const answer = createPortalHandler(files);
  const handler = (ctx: Context) => answer(ctx, (ctx.params as { 0?: string })[0] ?? '');
  strapi.server.routes([
    { method: 'GET', path: portalPath, handler, config: { auth: false } },
    { method: 'GET', path: `${portalPath}/(.*)`, handler, config: { auth: false } },
  ]);
}
