/* global FormData */
import { fork } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { administrator, contactPassword, contacts } from '../demo-seed/data.mjs';
import { demoEnvironment } from '../demo/environment.mjs';
import { root } from '../lib/run.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

/** The day on every picture, a Tuesday in November, ten past ten in Athens. */
export const now = '2026-11-24T08:10:00Z';
export const today = now.slice(0, 10);

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const environment = (folder, port, mailbox) => ({
  ...demoEnvironment(folder),
  NODE_ENV: 'pictures',
  TZ: 'Europe/Athens',
  HOST: '127.0.0.1',
  PORT: String(port),
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  SMTP_PORT: String(mailbox.port),
  PRIVATE_FOLDER: path.join(folder, 'files'),
});

const parsed = async (response, what) => {
  const body = await response.json();
  if (!response.ok) throw new Error(`${what}: ${response.status} ${JSON.stringify(body.error)}`);
  return body.data ?? body;
};

/** @returns A function that calls one API as one person, and throws on any answer that is not a success. */
const caller = (address, token) => (method, route, body) =>
  fetch(address + route, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
    },
    body: body === undefined || body instanceof FormData ? body : JSON.stringify(body),
  }).then((response) => parsed(response, `${method} ${route}`));

const post = (address, route, body) =>
  fetch(address + route, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).then((response) => parsed(response, route));

/** Orders to the process of Strapi, each answered once. */
const createOrders = (child) => {
  const waiting = new Map();
  child.on('message', ({ id, value, error }) => {
    const [resolve, reject] = waiting.get(id) ?? [];
    waiting.delete(id);
    if (error) reject?.(new Error(error));
    else resolve?.(value);
  });
  let last = 0;
  return (order, argument) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, [resolve, reject]);
      child.send({ id: last, order, argument });
    });
};

const started = (child) =>
  new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code, signal) => reject(new Error(`Strapi ended (${signal ?? code}).`)));
  });

/**
 * An office of its own: a database and files in `folder`, a free port.
 *
 * @param {string} folder Holds everything that the office keeps; a copy of it is another office with the same past.
 * @param mailbox Of `startMailbox`.
 */
export const openOffice = async (folder, mailbox) => {
  fs.mkdirSync(path.join(folder, 'files'), { recursive: true });
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = fork(path.join(here, 'host.mjs'), [], {
    cwd: root,
    env: environment(folder, port, mailbox),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await started(child);
  const order = createOrders(child);
  let staff;
  return {
    address,
    mailbox,
    /** Puts the clock to an instant, by default the pictures' own. */
    clock: (instant = now) => order('clock', instant),
    /** What the minute's tick does: looks for what is due, and sends. */
    tick: () => order('tick'),
    seed: (day) => order('seed', day),
    /** The staff API as the administrator: `await office.staff('GET', '/payments/today')`. */
    async staff(method, route, body) {
      staff ??= caller(address, (await post(address, '/admin/login', administrator)).token);
      return staff(method, route, body);
    },
    /** The content API as a contact of the demo: `eleni`, `nikos`, `maria`. */
    async contact(name) {
      const { jwt } = await post(address, '/api/auth/local', {
        identifier: contacts[name].email,
        password: contactPassword,
      });
      return caller(address, jwt);
    },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    },
  };
};
