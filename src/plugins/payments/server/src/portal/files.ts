import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** One file of the portal, as it is sent. */
export interface PortalFile {
  readonly type: string;
  /** Quoted, as the header wants it. */
  readonly etag: string;
  /** Vite names it by its content, so that it never changes under that name. */
  readonly hashed: boolean;
  readonly bodies: Readonly<Partial<Record<'br' | 'gzip', Buffer>>> & { readonly identity: Buffer };
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Strapi compresses nothing by itself; the portal is for phones. Small files would only grow. */
const COMPRESS_FROM_BYTES = 1_024;

/** Quality 9 costs milliseconds at start; the last two steps would cost a second for two per cent. */
const brotli = (body: Buffer): Buffer =>
  brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });

export function portalFile(name: string, identity: Buffer): PortalFile {
  const type = types[path.extname(name)] ?? 'application/octet-stream';
  const compresses = identity.length >= COMPRESS_FROM_BYTES && /charset/.test(type);
  return {
    type,
    etag: `"${createHash('sha256').update(identity).digest('base64url').slice(0, 27)}"`,
    hashed: name.startsWith('assets/'),
    bodies: { identity, ...(compresses && { br: brotli(identity), gzip: gzipSync(identity, { level: 9 }) }) },
  };
}

function namesIn(root: string, folder = ''): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return namesIn(root, name);
    return entry.isFile() && !name.endsWith('.map') ? [name] : [];
  });
}

/** What stands in the page for addresses that are known at start only. */
export interface Placeholders {
  /** Path of the portal, with a slash at its end. */
  readonly base: string;
  /** Path of the plugin's content API. */
  readonly api: string;
}

const asAttribute = (value: string) => value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

const fillIn = (text: Buffer, { base, api }: Placeholders): Buffer =>
  Buffer.from(text.toString('utf8').replaceAll('%BASE%', asAttribute(base)).replaceAll('%API%', asAttribute(api)));

/** Every file under the portal's folder, by its path in it; null where the portal was not built. A request can name nothing else. */
export function loadPortal(root: string, placeholders: Placeholders): ReadonlyMap<string, PortalFile> | null {
  if (!statSync(path.join(root, 'index.html'), { throwIfNoEntry: false })?.isFile()) return null;
  const load = (name: string): PortalFile => {
    const body = readFileSync(path.join(root, name));
    return portalFile(name, /\.(html|webmanifest)$/.test(name) ? fillIn(body, placeholders) : body);
  };
  return new Map(namesIn(root).map((name) => [name, load(name)]));
}
