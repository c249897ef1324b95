import { test as base } from '@playwright/test';

import type { Http } from './http';
import { startMailbox, type Mailbox } from './mailbox';
import { startServer, type Server } from './server';
import { adminLogin } from './users';

interface WorkerFixtures {
  /** A real SMTP server; the product under test sends to it. */
  mailbox: Mailbox;
  /** One built Strapi for the tests of a file. */
  server: Server;
  /** The staff API, signed in as the first administrator (who exists from then on). */
  staff: Http;
}

/** Playwright's `test` with the product running; addresses in tests are relative to it. */
export const test = base.extend<object, WorkerFixtures>({
  mailbox: [
    async ({}, use) => {
      const mailbox = await startMailbox();
      await use(mailbox);
      await mailbox.close();
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ mailbox }, use) => {
      const server = await startServer({ smtpPort: mailbox.port });
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  staff: [async ({ server }, use) => use(await adminLogin(server.url)), { scope: 'worker' }],
  baseURL: async ({ server }, use) => use(server.url),
});

export { expect } from '@playwright/test';
