import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { createHttp } from '../support/http';
import { root } from '../support/paths';
import { freePort } from '../support/server-process';
import { eventually } from '../support/wait';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'payments-commands-'));

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** The names and values of `.env.example`, and nothing of this machine's but what a program needs to run. */
const exampleEnvironment = (): Record<string, string> => {
  const lines = fs.readFileSync(path.join(root, '.env.example'), 'utf8').split('\n');
  const pairs = lines.flatMap((line) => {
    const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value ?? ''] as const];
  });
  return Object.fromEntries(pairs);
};

/** The host as a working copy: `strapi develop` compiles into its own folder, which here is nobody else's. */
const copyOfHost = (): string => {
  const copy = path.join(folder, 'host');
  const parts = ['config', 'database', 'public', 'src', 'package.json', 'tsconfig.json', 'favicon.ico'];
  for (const part of parts) {
    fs.cpSync(path.join(root, part), path.join(copy, part), {
      recursive: true,
      filter: (source) => path.basename(source) !== 'node_modules',
    });
  }
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
};

/** Runs one of Strapi's own commands on the built host, as the scripts of package.json do. */
const strapiCommand = async (command: string, changes: Record<string, string>, cwd = root) => {
  const port = await freePort();
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    // An .env of the developer must not leak into the test.
    ENV_PATH: path.join(root, 'tests', 'support', 'no.env'),
    ...exampleEnvironment(),
    HOST: '127.0.0.1',
    PORT: String(port),
    ...changes,
  };
  const child = spawn(path.join(root, 'node_modules', '.bin', 'strapi'), [command], { cwd, env, detached: true });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(String(chunk)));
  const http = createHttp(`http://127.0.0.1:${port}`);
  const answers = async () => {
    if (child.exitCode !== null) throw new Error(`strapi ${command} ended with ${child.exitCode}:\n${chunks.join('')}`);
    return (await http.get('/_health').catch(() => ({ status: 0 }))).status === 204;
  };
  await eventually(answers, `strapi ${command} answers`, 90_000).catch((error: unknown) => {
    if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    throw new Error(`${String(error)}\n${chunks.join('')}`);
  });
  return { http, child, output: () => chunks.join('') };
};

const stop = async (child: ChildProcess): Promise<void> => {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  // As the terminal does it: to everything in the foreground; `develop` runs the server in a process of its own.
  process.kill(-(child.pid ?? 0), 'SIGTERM');
  await gone;
};

test('`strapi start` on an empty database, with the names of .env.example alone, serves the admin, the API and the portal', async () => {
  const filename = path.join(folder, 'empty.db');
  const database = { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: filename };
  const first = await strapiCommand('start', database);
  try {
    const { body } = await first.http.get<{ data: { hasAdmin: boolean } }>('/admin/init');
    expect(body.data.hasAdmin).toBe(false);
    expect((await first.http.get('/admin')).status).toBe(200);
    expect((await first.http.get('/portal')).status).toBe(200);
    expect((await first.http.get('/api/payments/openapi.json')).status).toBe(200);
    expect([401, 403]).toContain((await first.http.get('/api/payments/obligations')).status);
    expect((await first.http.get('/payments/payments')).status).toBe(401);
    expect(first.output()).not.toMatch(/\berror\b/i);
  } finally {
    await stop(first.child);
  }
  expect(fs.statSync(filename).size).toBeGreaterThan(0);
  const second = await strapiCommand('start', database);
  await stop(second.child);
  expect(second.output()).not.toMatch(/\berror\b/i);
});

test('`strapi develop` on an empty database serves the admin and the portal', async () => {
  const database = { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: path.join(folder, 'develop.db'), BROWSER: 'none' };
  const { http, child } = await strapiCommand('develop', database, copyOfHost());
  try {
    const { body } = await http.get<{ data: { hasAdmin: boolean } }>('/admin/init');
    expect(body.data.hasAdmin).toBe(false);
    expect((await http.get('/admin', { headers: { accept: 'text/html' } })).status).toBe(200);
    expect((await http.get('/portal')).status).toBe(200);
  } finally {
    await stop(child);
  }
});

test('the environment has the names that Strapi’s template and the mail server ask for', () => {
  const text = fs.readFileSync(path.join(root, '.env.example'), 'utf8');
  const names = [...text.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
  const strapis = [
    'HOST',
    'PORT',
    'APP_KEYS',
    'API_TOKEN_SALT',
    'ADMIN_JWT_SECRET',
    'TRANSFER_TOKEN_SALT',
    'JWT_SECRET',
  ];
  const databases = ['CLIENT', 'FILENAME', 'URL', 'HOST', 'PORT', 'NAME', 'USERNAME', 'PASSWORD', 'SSL'];
  const mails = ['SMTP_HOST', 'SMTP_PORT', 'SMTP_USERNAME', 'SMTP_PASSWORD', 'EMAIL_FROM'];
  expect(names).toEqual(
    expect.arrayContaining([...strapis, 'ENCRYPTION_KEY', ...databases.map((name) => `DATABASE_${name}`), ...mails]),
  );
});
