import type { CustomerSide } from '../../support/customer-side';
import { registerPayment } from '../../support/customer-side';
import { attachFile, png } from '../../support/private-files';
import type { Server } from '../../support/server';
import { allProblems } from '../../support/axe';
import type { PortalPage } from './portal-page';
import { expect, test } from './portal-test';

interface Stage {
  readonly portal: PortalPage;
  readonly office: CustomerSide;
  readonly server: Server;
  /** DocumentId of an obligation with a bit of everything. */
  readonly obligation: string;
}

const secret = (server: Server, contact: string, payment: string): Promise<string> =>
  server.evaluate(
    async ({ strapi }, { contact, payment }) =>
      (await strapi.plugin('payments').service('tokens').issueLinks([{ contact, payment }]))[0] as string,
    { contact, payment },
  );

/** Every page of the portal, and the states in which it looks like another one: how one gets there. */
const publicPages: Record<string, (stage: Stage) => Promise<void>> = {
  'sign in': async ({ portal }) => {
    await portal.open();
    await expect(portal.heading('Sign in')).toBeVisible();
  },
  'sign in, refused': async ({ portal, office }) => {
    await portal.open();
    await portal.fillIn(office.eleni.email, 'not the password');
    await expect(portal.alert).toBeVisible();
  },
  'a forgotten password': async ({ portal }) => {
    await portal.open('forgotten');
    await expect(portal.heading('New password')).toBeVisible();
  },
  'an invitation': async ({ portal }) => {
    await portal.open(`invitation#${'A'.repeat(43)}`);
    await expect(portal.heading('Choose your password')).toBeVisible();
  },
  'an invitation without its secret': async ({ portal }) => {
    await portal.open('invitation');
    await expect(portal.heading('This link works no more')).toBeVisible();
  },
  unsubscribing: async ({ portal }) => {
    await portal.open('unsubscribe#anything');
    await expect(portal.heading('Switch reminders off')).toBeVisible();
  },
  'a link from a mail': async ({ portal, office, server, obligation }) => {
    await portal.open(`link#${await secret(server, office.eleni.contact, obligation)}`);
    await expect(portal.heading('Everything at once')).toBeVisible();
    // The office's own day, not the reader's: 22 days from the tests' today.
    await expect(portal.instalment(2)).toContainText('in 22 days');
  },
  'a link that works no more': async ({ portal }) => {
    await portal.open('link#not-a-secret');
    await expect(portal.heading('This link works no more')).toBeVisible();
  },
};

const contactPages: Record<string, (stage: Stage) => Promise<void>> = {
  'the log': async ({ portal }) => {
    await portal.open();
    await expect(portal.payNext).toBeVisible();
    for (const fold of await portal.page.locator('details > summary').all()) await fold.click();
  },
  'the log, nothing found': async ({ portal }) => {
    await portal.open('?q=no+such+thing');
    await expect(portal.page.getByText('Nothing found')).toBeVisible();
  },
  'an obligation': async ({ portal, obligation }) => {
    await portal.open(`obligations/${obligation}`);
    await expect(portal.instalments).toHaveCount(3);
    await portal.payNext.getByText('QR code for your bank').click();
    await expect(portal.page.getByRole('img', { name: /^QR code to pay/ })).toBeVisible();
  },
  '"I have paid"': async ({ portal, obligation }) => {
    await portal.open(`obligations/${obligation}`);
    await portal.payNext.getByRole('button', { name: 'I have paid' }).click();
    await expect(portal.page.getByRole('dialog')).toBeVisible();
  },
  'an obligation that is gone': async ({ portal }) => {
    await portal.open('obligations/k2f9w0x8p4l7m1n3b5v6c8z0');
    await expect(portal.heading('This payment is no longer here')).toBeVisible();
  },
  'the settings': async ({ portal }) => {
    await portal.open('settings');
    await expect(portal.page.getByLabel('Remind me before a payment is due')).toBeVisible();
  },
  'no page': async ({ portal }) => {
    await portal.open('nowhere');
    await expect(portal.heading('This page does not exist')).toBeVisible();
  },
};

const looks = [
  { name: 'light, wide', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'dark, on a phone', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
  { name: 'light, at 320 pixels', colorScheme: 'light', viewport: { width: 320, height: 640 } },
] as const;

for (const { name, ...look } of looks) {
  test.describe(name, () => {
    test.use(look);

    test(`axe finds nothing on any page, and every page fits: ${name}`, async ({ portal, office, server }) => {
      const { documentId: obligation } = await registerPayment(office, {
        customer: office.customers.papadaki,
        title: 'Everything at once',
        instalments: [
          { amount: '80.00', date: '2026-11-16' },
          { amount: '81.00', date: '2026-12-15' },
          { amount: '1234567.89', date: '2027-01-15' },
        ],
        more: { paymentCode: { value: 'RF18539007547034', scheme: 'rf' }, confirmed: ['duplicate'] },
      });
      await attachFile(server, obligation, { name: 'the notice of the institution.png', bytes: png });
      const check = async (page: string) => {
        expect([page, await allProblems(portal.page)]).toEqual([page, []]);
        expect([page, await portal.overflow()]).toEqual([page, 0]);
      };
      const visit = async (pages: typeof publicPages) => {
        for (const [page, open] of Object.entries(pages)) {
          // A page of the same address but for its fragment would not be loaded again.
          await portal.page.goto('about:blank');
          await open({ portal, office, server, obligation });
          await check(page);
        }
      };
      await visit(publicPages);
      await portal.open();
      await portal.signIn(office.eleni.email);
      await visit(contactPages);
    });
  });
}
