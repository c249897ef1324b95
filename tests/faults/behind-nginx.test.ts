import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import type { Obligation } from '../../src/plugins/payments/contracts/obligation';
import type { LiveHint, PaymentsClient } from '../../src/plugins/payments/client/src';
import {
  createCustomerSide,
  editPayment,
  morning,
  registerPayment,
  signIn,
  type CustomerSide,
  type StaffPayment,
} from '../support/customer-side';
import { clockAt } from '../support/fault-office';
import { createHttp } from '../support/http';
import { startNginx, type Nginx } from '../support/nginx';
import { png } from '../support/private-files';
import { by, database, figures } from '../support/scale';
import { startServer, type Server } from '../support/server';
import { adminLogin } from '../support/users';
import { eventually } from '../support/wait';

jest.setTimeout(600_000);

/** SQLite belongs to one process. */
const whereProcessesAreMany = database === 'sqlite' ? describe.skip : describe;

interface PublishedClient {
  createPaymentsClient(options: {
    baseUrl: string;
    getAccessToken: () => string;
    fetch?: typeof fetch;
  }): PaymentsClient;
}

/** The typed client as a front end has it, which is what the portal is built on. */
const { createPaymentsClient } = jest.requireActual<PublishedClient>('strapi-plugin-payments/client');

whereProcessesAreMany('two processes behind nginx, as docs/deploy.md sets it up', () => {
  const machines = fs.mkdtempSync(path.join(os.tmpdir(), 'payments-machines-'));
  /** One share, reached by each machine under a name of its own. */
  const shared = (machine: string): string => {
    const mount = path.join(machines, machine);
    fs.mkdirSync(path.join(machines, 'share'), { recursive: true });
    if (!fs.existsSync(mount)) fs.symlinkSync(path.join(machines, 'share'), mount);
    return mount;
  };
  let replicas: Server[];
  let nginx: Nginx;
  let office: CustomerSide;
  let payment: StaffPayment;

  const env = (machine: string) => ({
    ...clockAt(morning),
    IS_PROXIED: 'true',
    TEST_PRIVATE_FOLDER: shared(machine),
  });

  beforeAll(async () => {
    const first = await startServer({ env: env('a') });
    replicas = [first, await startServer({ database: first.database, env: env('b') })];
    nginx = await startNginx(replicas.map(({ port }) => port));
    office = await createCustomerSide(first);
    // From here on, nobody knows of the processes: staff and customers use the proxy's address alone.
    office = { ...office, admin: await adminLogin(nginx.url) };
    payment = await registerPayment(office, {
      customer: office.customers.papadaki,
      title: 'Edit 0',
      instalments: [{ amount: '100.00', date: '2026-12-31' }],
    });
  });
  afterAll(async () => {
    await nginx?.stop();
    await Promise.all((replicas ?? []).map((server) => server.stop()));
    fs.rmSync(machines, { recursive: true, force: true });
  });

  it('an open page follows every edit while each process in its turn is restarted', async () => {
    const { http } = await signIn(nginx.url, office.eleni.email);
    const edits = by({ short: 24, normal: 60, long: 200 });
    let restarting: Promise<void> | undefined;
    const hints: LiveHint[] = [];
    const opened: number[] = [];
    const token = await signInToken();
    const client = createPaymentsClient({ baseUrl: nginx.url, getAccessToken: () => token });
    const stop = client.subscribe({ onHint: (hint) => hints.push(hint), onOpen: () => opened.push(Date.now()) });
    try {
      await eventually(() => opened.length > 0, 'the stream is open', 30_000);
      for (let edit = 1; edit <= edits; edit += 1) {
        payment = await editPayment(office.admin, payment, { title: `Edit ${edit}` });
        if (edit === Math.floor(edits / 4)) restarting = replicas[0]?.restart();
        if (edit === Math.floor(edits / 2)) {
          await restarting;
          restarting = replicas[1]?.restart();
        }
      }
      await restarting;
      const last = await editPayment(office.admin, payment, { title: 'The last edit' });
      payment = last;
      const isLast = (hint: LiveHint) => hint.obligation === payment.documentId && hint.version === last.revision;
      await eventually(() => hints.find(isLast), 'the page has heard of the last edit', 60_000);
      const { body } = await http.get<{ data: Obligation }>(`/api/payments/obligations/${payment.documentId}`);
      expect(body.data.title).toBe('The last edit');
      const heard = new Set(hints.filter(({ obligation }) => obligation === payment.documentId).map((h) => h.version));
      const expected = Array.from({ length: last.revision - 1 }, (_, index) => index + 2);
      figures('behind nginx', { edits: edits + 1, connections: opened.length, hints: hints.length });
      expect(expected.filter((version) => !heard.has(version))).toEqual([]);
      // It stood on one of the two, and each of them went away.
      expect(opened.length).toBeGreaterThan(1);
    } finally {
      stop();
      await restarting;
    }
  });

  it('a message reaches the page at once: nginx holds nothing back', async () => {
    const token = await signInToken();
    let heard = 0;
    const client = createPaymentsClient({ baseUrl: nginx.url, getAccessToken: () => token });
    const ready = { open: false };
    const stop = client.subscribe({ onHint: () => (heard = Date.now()), onOpen: () => (ready.open = true) });
    try {
      await eventually(() => ready.open, 'the stream is open', 30_000);
      const before = Date.now();
      payment = await editPayment(office.admin, payment, { title: 'One small message' });
      await eventually(() => heard > before, 'the small message', 5_000);
    } finally {
      stop();
    }
  });

  it('a receipt handed to one process is read from the other', async () => {
    const { http } = await signIn(nginx.url, office.eleni.email);
    const body = new FormData();
    body.set('paidOn', '2026-11-20');
    body.set('amount', '100.00');
    body.append('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'proof.png');
    const handed = await http.post<{ data: { documentId: string } }>(
      `/api/payments/instalments/${payment.instalments[0]?.documentId}/receipts`,
      body,
    );
    expect(handed.status).toBe(201);
    for (const { url } of replicas) {
      const reader = await signIn(url, office.eleni.email);
      const answer = await reader.http.raw('GET', `/api/payments/receipts/${handed.body.data.documentId}/file`);
      expect(answer.status).toBe(200);
      expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true);
    }
  });

  const signInToken = async (): Promise<string> => {
    const credentials = { identifier: office.eleni.email, password: 'Contact-pass-1234' };
    const { body } = await createHttp(nginx.url).post<{ jwt: string }>('/api/auth/local', credentials);
    return body.jwt;
  };
});
