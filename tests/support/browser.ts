import { test as base } from '@playwright/test';

import type { Http } from './http';
import { startMailbox, type Mailbox } from './mailbox';
import { startServer, type Server } from './server';
import { adminLogin } from './users';

/** What the tests of one file share, and no test of another file: the product running, its mail server, and what they make there. */
export interface Stage {
  readonly mailbox: Mailbox;
  readonly server: Server;
  /** Makes something at its first call for the tests of the file, and answers it ever after. */
  once<Made>(name: string, make: () => Promise<Made>): Promise<Made>;
}

interface OpenStage extends Stage {
  readonly file: string;
  close(): Promise<void>;
}

let current: OpenStage | undefined;

const openStage = async (file: string): Promise<OpenStage> => {
  const mailbox = await startMailbox();
  const server = await startServer({ smtpPort: mailbox.port });
  const made = new Map<string, Promise<unknown>>();
  return {
    file,
    mailbox,
    server,
    once<Made>(name: string, make: () => Promise<Made>): Promise<Made> {
      if (!made.has(name)) made.set(name, make());
      return made.get(name) as Promise<Made>;
    },
    async close() {
      await server.stop();
      await mailbox.close();
    },
  };
};

const closeStage = async (): Promise<void> => {
  await current?.close();
  current = undefined;
};

interface Fixtures {
  stage: Stage;
  /** A real SMTP server; the product under test sends to it. */
  mailbox: Mailbox;
  /** One built Strapi for the tests of a file. */
  server: Server;
  /** The staff API, signed in as the first administrator (who exists from then on). */
  staff: Http;
}

/** Playwright's `test` with the product running; addresses in tests are relative to it. */
export const test = base.extend<Fixtures, { lastStage: void }>({
  lastStage: [
    async ({}, use) => {
      await use();
      await closeStage();
    },
    { scope: 'worker', auto: true },
  ],
  stage: async ({}, use, { file }) => {
    if (current?.file !== file) {
      await closeStage();
      current = await openStage(file);
    }
    await use(current);
  },
  mailbox: ({ stage }, use) => use(stage.mailbox),
  server: ({ stage }, use) => use(stage.server),
  staff: async ({ stage }, use) => use(await stage.once('staff', () => adminLogin(stage.server.url))),
  baseURL: ({ stage }, use) => use(stage.server.url),
});

export { expect } from '@playwright/test';
