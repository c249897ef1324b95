import { execFile } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';

import { build, transform } from 'esbuild';
import type { Page } from '@playwright/test';

import { config } from '../../src/plugins/payments/server/src/config';
import { editPayment, password, registerPayment } from '../support/customer-side';
import { pointedAt, readGuide } from '../support/guide';
import { root } from '../support/paths';
import type { Server } from '../support/server';
import { expect, test } from './portal/portal-test';

const frontEnd = readGuide('front-end.md');
const customers = readGuide('customers.md');

const piece = (name: string): string => {
  const code = frontEnd.get(name) ?? customers.get(name);
  if (code === undefined) throw new Error(`The guides have no ${name}`);
  return code;
};

/** A web site of its own, on another origin than Strapi: these files by their paths. */
const startSite = async (files: Readonly<Record<string, string>>) => {
  const site = http.createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://site').pathname.slice(1) || 'index.html';
    const type = name.endsWith('.html') ? 'text/html' : 'text/javascript';
    response.writeHead(files[name] === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` });
    response.end(files[name] ?? '');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(site.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => site.close(resolve)),
  };
};

const bundle = async (code: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
};

const signIn = async (page: Page, email: string): Promise<void> => {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button').click();
};

/** A file in a folder from which the package is found, as in a reader's project. */
const written = (name: string, code: string): string => {
  const folder = path.join(root, '.tmp', 'guide');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, name), code);
  return path.join(folder, name);
};

const runWithNode = async (name: string, code: string, env: Record<string, string>): Promise<string> => {
  const options = { env: { ...process.env, ...env } };
  return (await promisify(execFile)(process.execPath, [written(name, code)], options)).stdout;
};

test('the guide’s page in 20 lines signs in, lists, follows edits and survives a reload @journey', async ({
  page,
  office,
  server,
}) => {
  const code = piece('page.js');
  expect(code.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(20);
  const site = await startSite({
    'index.html': piece('index.html'),
    'page.js': await bundle(pointedAt(server.url, code)),
  });
  const payment = await registerPayment(office, {
    customer: office.customers.papadaki,
    title: '<b>Boat tax</b>',
    instalments: [{ amount: '210.00', date: '2026-12-15' }],
  });

  await page.goto(site.url);
  await signIn(page, office.eleni.email);
  await expect(page.getByText('<b>Boat tax</b>: 210.00 € by 2026-12-14')).toBeVisible();
  await editPayment(office.admin, payment, { title: 'Ship tax' });
  await expect(page.getByText('Ship tax: 210.00 €')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Ship tax: 210.00 €')).toBeVisible();
  await site.close();
});

test('the guide’s page with plain fetch signs in and lists', async ({ page, office, server }) => {
  const site = await startSite({ 'index.html': pointedAt(server.url, piece('fetch.html')) });
  await registerPayment(office, {
    customer: office.customers.papadaki,
    title: 'Horse tax',
    instalments: [{ amount: '211.00', date: '2026-12-15' }],
  });
  await page.goto(site.url);
  await signIn(page, office.eleni.email);
  await expect(page.getByText('Horse tax: 211.00 € by 2026-12-14')).toBeVisible();
  await site.close();
});

/** Somebody of whom no other test knows, with a customer. */
const createReader = (server: Pick<Server, 'evaluate'>, email: string): Promise<string> =>
  server.evaluate(
    async ({ strapi }, { email, password }) => {
      const create = async (type: string, data: object): Promise<string> =>
        (await strapi.documents(`plugin::payments.${type}` as never).create({ data } as never)).documentId;
      const contact = await create('contact', { name: 'Reader', email, language: 'en' });
      await strapi.plugin('payments').service('logins').create(contact, password);
      return create('customer', { name: 'Reader AE', contacts: [contact] });
    },
    { email, password },
  );

test('the guide’s script does with the client what it says', async ({ office, server }) => {
  const customer = await createReader(server, 'reader@example.com');
  await registerPayment(office, {
    customer,
    title: 'Wind tax',
    instalments: [
      { amount: '212.00', date: '2026-11-16' },
      { amount: '212.00', date: '2026-12-15' },
    ],
  });
  await registerPayment(office, {
    customer,
    title: 'Air tax',
    instalments: [{ amount: '213.00', date: '2026-12-15' }],
  });
  await registerPayment(office, {
    customer,
    title: 'Water tax',
    instalments: [{ amount: '214.00', date: '2026-12-15' }],
  });
  const env = { OFFICE: server.url, EMAIL: 'reader@example.com', PASSWORD: password };
  expect((await runWithNode('report.mjs', piece('report.mjs'), env)).trim().split('\n')).toEqual([
    'reader@example.com, 2026-11-23: 851.00 outstanding, 1 overdue',
    'next: Wind tax, 1/2',
    'Air tax: 213.00 EUR, open',
    'Water tax: 214.00 EUR, open',
    'Wind tax: 424.00 EUR, overdue',
    '2 instalments, 0 attachments, 1 changes',
    'receipt: pending, application/pdf',
    'a second receipt: 409',
    'taken back: withdrawn',
  ]);
});

test('the guide’s reader of hints hears of an edit', async ({ office, server }) => {
  const { documentId, revision } = await registerPayment(office, {
    customer: office.customers.papadaki,
    title: 'Heard',
    instalments: [{ amount: '215.00', date: '2026-12-15' }],
  });
  const { body } = await office.anonymous.post<{ jwt: string }>('/api/auth/local', {
    identifier: office.eleni.email,
    password,
  });
  const code = `${piece('hints.mjs')}
    const { API, TOKEN, WANTED } = process.env;
    void hints(API, TOKEN, ({ obligation, version }) => {
      if (obligation === WANTED) process.stdout.write(String(version), () => process.exit(0));
    });`;
  let listening = true;
  const heard = runWithNode('hints.mjs', code, { API: `${server.url}/api`, TOKEN: body.jwt, WANTED: documentId });
  const stop = () => (listening = false);
  heard.then(stop, stop);
  // Only the reader knows when its stream stands, so the office edits until it is heard.
  let payment = { documentId, revision };
  for (let time = 0; listening; time += 1) {
    payment = await editPayment(office.admin, payment, { description: `edit ${time}` });
  }
  expect(Number((await heard).trim())).toBeGreaterThan(1);
});

interface Plugins {
  readonly 'users-permissions': { readonly config: Readonly<Record<string, unknown>> };
  readonly payments: { readonly config: Readonly<Record<string, unknown>> };
}

test('the guide’s configuration is accepted by the plugin, and sets the sessions that this host runs with', async ({
  server,
}) => {
  const { code } = await transform(piece('plugins.ts'), { loader: 'ts', format: 'cjs' });
  const { default: configure } = createRequire(__filename)(written('plugins.cjs', code)) as {
    default: (context: { env: (key: string, fallback?: unknown) => unknown }) => Plugins;
  };
  const plugins = configure({ env: (_key, fallback) => fallback });
  expect(() => config.validator({ ...config.default, ...plugins.payments.config })).not.toThrow();
  const { jwtSecret: _secret, ...sessions } = plugins['users-permissions'].config;
  const used = await server.evaluate(
    ({ strapi }, keys) => keys.map((key) => strapi.config.get(`plugin::users-permissions.${key}`)),
    Object.keys(sessions),
  );
  expect(used).toMatchObject(Object.values(sessions));
});
