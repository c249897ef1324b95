import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { createHttp } from '../support/http';
import { root } from '../support/paths';
import { freePort } from '../support/server-process';
import { eventually } from '../support/wait';

/** Two starts of the whole demo; the product is built already. */
jest.setTimeout(10 * 60_000);

interface Login {
  readonly email: string;
  readonly password: string;
}

/** `npm run demo` as its user sees it: what it prints, and the key that ends it. */
interface Demo {
  readonly web: string;
  readonly mailbox: string;
  readonly staff: Login;
  readonly contacts: readonly Login[];
  interrupt(): Promise<number | null>;
}

const loginsIn = (output: string): Login[] =>
  [...output.matchAll(/(\S+@example\.com)\s+(\S+)/g)].map(([, email = '', password = '']) => ({ email, password }));

const addressOf = (output: string, port: number): string => {
  expect(output).toContain(`http://localhost:${port}`);
  return `http://localhost:${port}`;
};

describe('npm run demo', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'payments-demo-'));
  let ports: { web: number; smtp: number; mailbox: number };
  let running: ChildProcess | undefined;

  const start = async (...args: string[]): Promise<Demo> => {
    const child = spawn('npm', ['run', 'demo', ...(args.length > 0 ? ['--', ...args] : [])], {
      cwd: root,
      env: {
        ...process.env,
        DEMO_FOLDER: folder,
        PORT: String(ports.web),
        SMTP_PORT: String(ports.smtp),
        MAILBOX_PORT: String(ports.mailbox),
      },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running = child;
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += String(chunk)));
    await eventually(
      () => {
        if (child.exitCode !== null) throw new Error(`The demo ended.\n${output}`);
        return output.includes('Ctrl-C stops it');
      },
      'the demo is ready',
      240_000,
    );
    const [staff, ...contacts] = loginsIn(output);
    if (!staff) throw new Error(`No login was printed.\n${output}`);
    return {
      web: addressOf(output, ports.web),
      mailbox: addressOf(output, ports.mailbox),
      staff,
      contacts,
      async interrupt() {
        const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
        // As the terminal does it: the key goes to everything in the foreground.
        process.kill(-(child.pid ?? 0), 'SIGINT');
        return ended;
      },
    };
  };

  const staffOf = async ({ web, staff }: Demo) => {
    const { body } = await createHttp(web).post<{ data: { token: string } }>('/admin/login', staff);
    return createHttp(web, { authorization: `Bearer ${body.data.token}` });
  };

  const titlesOf = async (demo: Demo): Promise<string[]> => {
    const { body } = await (
      await staffOf(demo)
    ).get<{ data: { title: string }[] }>('/payments/payments?pageSize=100&sort=title:asc');
    return body.data.map(({ title }) => title);
  };

  beforeAll(async () => {
    ports = { web: await freePort(), smtp: await freePort(), mailbox: await freePort() };
  });

  afterEach(() => {
    if (running?.pid && running.exitCode === null && running.signalCode === null) process.kill(-running.pid, 'SIGKILL');
  });

  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('seeds an office, lets everybody in whom it names, shows the mail, and ends with Ctrl-C', async () => {
    const demo = await start();
    expect((await titlesOf(demo)).length).toBeGreaterThanOrEqual(12);
    const { body } = await (await staffOf(demo)).get<{ data: unknown[] }>('/payments/customers');
    expect(body.data).toHaveLength(4);
    expect(demo.contacts.length).toBeGreaterThan(0);
    for (const { email, password } of demo.contacts) {
      const signedIn = await createHttp(demo.web).post('/api/auth/local', { identifier: email, password });
      expect([email, signedIn.status]).toEqual([email, 200]);
    }
    expect((await createHttp(demo.web).get('/portal/')).status).toBe(200);
    const mailbox = await fetch(demo.mailbox, { headers: { accept: 'text/html' } });
    expect([mailbox.status, await mailbox.text()]).toEqual([200, expect.stringContaining('<html')]);

    await demo.interrupt();
    for (const address of [demo.web, demo.mailbox]) await expect(fetch(address)).rejects.toThrow();
  });

  it('keeps what was done at the next start, and starts over where it is asked to', async () => {
    const demo = await start();
    const staff = await staffOf(demo);
    const { body } = await staff.get<{ data: { documentId: string; revision: number }[] }>('/payments/payments');
    const [payment] = body.data;
    const change = { revision: payment?.revision, title: 'Changed in the demo', sendEmail: false };
    expect((await staff.put(`/payments/payments/${payment?.documentId}`, change)).status).toBe(200);
    await demo.interrupt();

    const again = await start();
    expect(await titlesOf(again)).toContain('Changed in the demo');
    await again.interrupt();

    const fresh = await start('--fresh');
    expect(await titlesOf(fresh)).not.toContain('Changed in the demo');
    await fresh.interrupt();
  });
});
