import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import Koa from 'koa';
import { createPortalHandler } from '.';
import { loadPortal } from './files';

const script = `console.log('${'portal '.repeat(400)}');`;
const page = '<html><head><base href="%BASE%"><meta name="payments-api" content="%API%"></head></html>';

let folder: string;
let server: http.Server;
let url: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'portal-'));
  const root = path.join(folder, 'portal');
  mkdirSync(path.join(root, 'assets'), { recursive: true });
  writeFileSync(path.join(root, 'index.html'), page);
  writeFileSync(path.join(root, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(path.join(root, 'assets', 'index-abc123.js'), script);
  writeFileSync(path.join(root, 'assets', 'index-abc123.js.map'), '{}');
  writeFileSync(path.join(folder, 'secret.txt'), 'outside of the portal');
  const files = loadPortal(root, { base: '/my"portal/', api: '/api/payments' });
  if (!files) throw new Error('The portal was not loaded.');
  const answer = createPortalHandler(files);
  const app = new Koa().use((ctx) => answer(ctx, decodeURIComponent(ctx.path.slice(1))));
  server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** `fetch` rewrites paths and asks caches to be quiet; this sends what it is told. */
const getAsIs = (name: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    const { port } = new URL(url);
    http
      .get({ host: '127.0.0.1', port, path: `/${name}`, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
      })
      .once('error', reject);
  });

const get = (name: string, headers: Record<string, string> = {}) => fetch(`${url}/${name}`, { headers });

describe('the portal', () => {
  it('is null where it was not built', () => {
    expect(loadPortal(path.join(folder, 'nowhere'), { base: '/', api: '/' })).toBeNull();
  });

  it('writes its addresses into the page, so that nobody can break out of the attribute', async () => {
    const body = await (await get('')).text();
    expect(body).toContain('<base href="/my&quot;portal/">');
    expect(body).toContain('content="/api/payments"');
  });

  it('answers its own addresses with the page, and a file that is not there with 404', async () => {
    const deep = await get('obligations/k2f9w0x8p4l7m1n3b5v6c8z0');
    expect(deep.status).toBe(200);
    expect(deep.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect((await get('assets/gone-123.js')).status).toBe(404);
    expect((await get('assets/index-abc123.js.map')).status).toBe(404);
  });

  it.each([
    '../secret.txt',
    '..%2fsecret.txt',
    '%2e%2e/secret.txt',
    'assets/../../secret.txt',
    'assets%2f..%2f..%2fsecret.txt',
  ])('serves nothing outside of its folder: %s', async (name) => {
    const { body } = await getAsIs(name);
    expect(body).not.toContain('outside of the portal');
  });

  it('lets no inline script run and no page frame it', async () => {
    for (const name of ['', 'assets/index-abc123.js', 'assets/gone-123.js']) {
      const { headers } = await get(name);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it('keeps hashed files for ever and asks for the page each time', async () => {
    expect((await get('assets/index-abc123.js')).headers.get('cache-control')).toContain('immutable');
    const first = await get('');
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const again = await getAsIs('', { 'If-None-Match': first.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  it.each(['br', 'gzip', 'identity'])('sends what was built, as %s', async (encoding) => {
    const response = await get('assets/index-abc123.js', { 'Accept-Encoding': encoding });
    expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
    expect(await response.text()).toBe(script);
  });
});
