import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { createHttp } from '../support/http';
import type { Http } from '../support/http';
import { root } from '../support/paths';
import { startServer } from '../support/server';
import type { Server } from '../support/server';

describe('the portal', () => {
  let server: Server;
  let http: Http;
  let page: string;

  beforeAll(async () => {
    server = await startServer();
    http = createHttp(server.url);
    page = (await http.get<string>('/portal')).body;
  });

  afterAll(() => server.stop());

  it('is served with its own addresses filled in', async () => {
    expect(page).toContain('<base href="/portal/"');
    expect(page).toContain('content="/api/payments"');
    expect(page).not.toMatch(/%[A-Z]+%/);
  });

  it('is the same page at every address of its own', async () => {
    for (const path of ['/portal/', '/portal/obligations/k2f9w0x8p4l7m1n3b5v6c8z0', '/portal/settings']) {
      expect((await http.get(path)).body).toBe(page);
    }
  });

  it('has no other routes', async () => {
    const paths = await server.evaluate(({ strapi }) =>
      (strapi.server.listRoutes() as { path: string }[]).map(({ path }) => path),
    );
    expect(paths.filter((path) => path.startsWith('/portal'))).toEqual(['/portal', '/portal/(.*)']);
  });

  it('allows no inline script, and the page has none', async () => {
    const { headers } = await http.get('/portal');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self';/);
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/);
  });

  it('serves its script for ever, and 404 for one that is gone', async () => {
    const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';
    const answer = await http.get(`/portal/${script}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('javascript');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect((await http.get('/portal/assets/gone-12345678.js')).status).toBe(404);
  });

  it('has at most 70 kB of script, compressed, what is loaded later included', () => {
    const folder = path.join(root, 'src/plugins/payments/dist/portal/assets');
    const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
    const bytes = scripts.map((name) => gzipSync(readFileSync(path.join(folder, name)), { level: 9 }).length);
    expect(scripts.length).toBeGreaterThan(1);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(70_000);
  });

  it('sends it compressed', async () => {
    const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';
    const { headers } = await http.raw('HEAD', `/portal/${script}`, { headers: { 'accept-encoding': 'br' } });
    expect(headers.get('content-encoding')).toBe('br');
  });
});
