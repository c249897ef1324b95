import type { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { RouteContract } from '../../../contracts/route';
import { answerError, inputOf } from './endpoint';
import type { Input } from './endpoint';

/** An answer that is no JSON. */
export interface Media {
  readonly type: string;
  readonly body: Buffer | string | Readable;
  /** Offered for saving under this name, and never shown within our origin. */
  readonly filename?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Nothing that was uploaded may run, load or be taken for something else, even where a browser shows it. */
const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'private, no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** RFC 6266: a plain name for old clients, the true one for all others. */
const disposition = (filename: string): string => {
  const plain = filename.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(filename).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
};

/** `endpoint` for routes that answer a file or a picture. */
export const mediaEndpoint =
  <Route extends RouteContract>(strapi: Core.Strapi, route: Route, work: (input: Input<Route>) => Promise<Media>) =>
  async (ctx: Context): Promise<void> => {
    try {
      const { type, body, filename, headers } = await work(inputOf(ctx, route));
      ctx.set({ ...HEADERS, ...headers });
      if (filename !== undefined) ctx.set('Content-Disposition', disposition(filename));
      ctx.type = type;
      ctx.body = body;
    } catch (error) {
      answerError(strapi, ctx, route, error);
    }
  };
