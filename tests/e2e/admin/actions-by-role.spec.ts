import type { Browser, Locator, Page } from '@playwright/test';

import type { StaffAction } from '../../../src/plugins/payments/contracts/route';
import { signInToAdmin } from '../../support/admin-page';
import { today } from '../../support/customer-side';
import type { Http } from '../../support/http';
import type { Server } from '../../support/server';
import { createAdmin } from '../../support/users';
import { expect, test } from './admin-test';

const ACTIONS: readonly StaffAction[] = [
  'read',
  'create',
  'update',
  'delete',
  'settle',
  'review',
  'send',
  'import',
  'institutions',
  'settings',
];

/** What a page offers for an action, and what its route answers to who may not. */
interface Offer {
  readonly what: string;
  readonly path: string;
  readonly offered: (page: Page) => Locator;
  /** What must be pressed to see it. */
  readonly behind?: (page: Page) => Locator;
}

interface Held {
  readonly documentId: string;
  readonly instalment: string;
}

const button = (name: string | RegExp) => (page: Page) => page.getByRole('main').getByRole('button', { name }).first();
const link = (name: string) => (page: Page) => page.getByRole('main').getByRole('link', { name }).first();
const item = (name: string) => (page: Page) => page.getByRole('menuitem', { name });
const field = (name: string) => (page: Page) => page.getByRole('main').getByLabel(name).and(page.locator(':enabled'));
const actions = button('Actions');
const payment = (id: string) => `payments/${id}`;

const offers = ({ documentId }: Held): Partial<Record<StaffAction, readonly Offer[]>> => ({
  create: [
    { what: 'Register on Today', path: 'payments', offered: link('Register payment') },
    { what: 'Register on the list', path: 'payments/list', offered: link('Register payment') },
    { what: 'New customer', path: 'payments/customers', offered: button('New customer') },
    { what: 'New contact', path: 'payments/contacts', offered: button('New contact') },
    { what: 'Same again', path: payment(documentId), behind: actions, offered: item('Same again') },
  ],
  update: [
    { what: 'Edit an instalment', path: payment(documentId), offered: button('Edit') },
    { what: 'Add an instalment', path: payment(documentId), offered: button('Add instalment') },
    { what: 'Cancel', path: payment(documentId), behind: actions, offered: item('Cancel payment') },
    { what: 'the title’s field', path: payment(documentId), offered: field('Title') },
    { what: 'Attach', path: payment(documentId), offered: button('Attach a file') },
    { what: 'Edit a customer', path: 'payments/customers', offered: button('Edit Papadaki Eleni') },
    { what: 'Edit a contact', path: 'payments/contacts', offered: button('Edit Boris Vorias') },
    { what: 'Note a call', path: 'payments', offered: button(/^Note a call/) },
    {
      what: 'moving due dates',
      path: 'payments/closed-days/effects',
      offered: (page) => page.getByRole('heading', { level: 1, name: /due dates/i }),
    },
  ],
  delete: [{ what: 'Delete', path: payment(documentId), behind: actions, offered: item('Delete payment') }],
  settle: [
    { what: 'Mark an instalment paid', path: payment(documentId), offered: button('Mark paid') },
    { what: 'Paid on Today', path: 'payments', offered: button(/^Mark .* paid$/) },
    {
      what: 'Mark many paid',
      path: 'payments/list?q=Every%20button',
      behind: (page) => page.getByRole('checkbox', { name: /^Select all/ }),
      offered: button('Mark paid'),
    },
  ],
  review: [{ what: 'Accept a receipt', path: 'payments', offered: button(/^Accept the receipt/) }],
  send: [
    { what: 'Remind', path: payment(documentId), offered: button('Remind now') },
    { what: 'Remind on Today', path: 'payments', offered: button(/^Remind /) },
    { what: 'Invite', path: 'payments/contacts', offered: button(/^Invite /) },
  ],
  import: [
    {
      what: 'Import in the menu',
      path: 'payments/list',
      offered: (page) => page.getByRole('navigation', { name: 'Payments' }).getByRole('link', { name: 'Import' }),
    },
  ],
  institutions: [
    {
      what: 'the page in the menu',
      path: 'payments/list',
      offered: (page) => page.getByRole('navigation', { name: 'Payments' }).getByRole('link', { name: 'Institutions' }),
    },
    { what: 'New institution', path: 'payments/institutions', offered: button('New institution') },
  ],
  settings: [
    ...['Settings', 'Mail texts', 'Closed days', 'Office closures'].map((name) => ({
      what: `${name} in the menu`,
      path: 'payments/list',
      offered: (page: Page) => page.getByRole('navigation', { name: 'Payments' }).getByRole('link', { name }),
    })),
    { what: 'Settings', path: 'payments/settings', offered: button('Save') },
    { what: 'Add a closed day', path: 'payments/closed-days', offered: button('Add a closed day') },
    { what: 'Add an office closure', path: 'payments/office-closures', offered: button('Add an office closure') },
  ],
});

/** A route of each action, with a body that would be refused anyway: who may not is told 403 before that. */
const routes = ({
  documentId,
  instalment,
}: Held): Readonly<Record<StaffAction, (http: Http) => Promise<{ status: number }>>> => ({
  read: (http) => http.get('/payments/payments'),
  create: (http) => http.post('/payments/payments', {}),
  update: (http) => http.put(`/payments/payments/${documentId}`, {}),
  delete: (http) => http.delete(`/payments/payments/${documentId}?revision=1&sendEmail=perhaps`),
  settle: (http) => http.post(`/payments/instalments/${instalment}/settle`, {}),
  review: (http) => http.post('/payments/receipts/nobody/reject', {}),
  send: (http) => http.post(`/payments/contacts/nobody/invite`, { no: 'body' }),
  import: (http) => http.post('/payments/imports', {}),
  institutions: (http) => http.post('/payments/institutions', {}),
  settings: (http) => http.put('/payments/settings', { no: 'such' }),
});

const pageOf = async (browser: Browser, server: Pick<Server, 'url'>): Promise<Page> =>
  (await browser.newContext({ baseURL: server.url, locale: 'en-GB' })).newPage();

/** Opens what an offer is on, and what it is behind, where that is there itself. */
const open = async (page: Page, { path, behind }: Offer): Promise<void> => {
  await page.goto(`/admin/plugins/${path}`);
  await expect(
    page
      .getByRole('heading', { level: 1 })
      .or(page.getByText(/don't have the permissions/))
      .first(),
  ).toBeVisible();
  await page.waitForLoadState('networkidle');
  const cover = behind?.(page);
  if (cover && (await cover.count()) > 0) await cover.click();
};

test.describe('a role that lacks one action', () => {
  /** A payment with something for every button: due today, reported, never paid. */
  const prepare = async (
    owe: (
      title: string,
      date: string,
      more?: object,
    ) => Promise<{ documentId: string; instalments: readonly { documentId: string }[] }>,
    reporter: Http,
  ): Promise<Held> => {
    const plan = (date: string) => ({
      plan: { kind: 'single', total: { value: '10.00', currency: 'EUR' }, date, pinned: true },
    });
    const reported = await owe(`Reported ${Math.random()}`, '', plan('2026-12-15'));
    const { status } = await reporter.post(
      `/api/payments/instalments/${reported.instalments[0]?.documentId}/receipts`,
      { paidOn: today, amount: '10.00' },
    );
    expect(status).toBe(201);
    const { documentId, instalments } = await owe('Every button', '', plan(today));
    return { documentId, instalment: instalments[0]?.documentId ?? '' };
  };

  for (const action of ACTIONS.filter((each) => each !== 'read')) {
    test(`sees no button and no page of “${action}”, and its route refuses`, async ({
      browser,
      server,
      page,
      owe,
      office,
    }) => {
      test.slow();
      const held = await prepare(owe, office.eleni.http);
      const clerk = await createAdmin(
        server,
        ACTIONS.filter((each) => each !== action),
      );
      const theirs = await pageOf(browser, server);
      await signInToAdmin(theirs, clerk);
      for (const offer of offers(held)[action] ?? []) {
        // the administrator sees it: the test looks for what is really there
        await open(page, offer);
        await expect(offer.offered(page), offer.what).toBeVisible();
        await open(theirs, offer);
        await expect(offer.offered(theirs), offer.what).toHaveCount(0);
      }
      expect((await routes(held)[action](clerk.http)).status).toBe(403);
      expect((await routes(held)[action](office.admin)).status).toBe(400);
      await theirs.context().close();
    });
  }

  test('sees nothing of the plugin without “read”', async ({ browser, server, office }) => {
    const clerk = await createAdmin(
      server,
      ACTIONS.filter((each) => each !== 'read'),
    );
    const theirs = await pageOf(browser, server);
    await theirs.goto('/admin/auth/login');
    await theirs.getByLabel('Email').fill(clerk.email);
    await theirs.getByLabel('Password').first().fill(clerk.password);
    await theirs.getByRole('button', { name: 'Login' }).click();
    await expect(theirs.getByRole('link', { name: 'Home' }).first()).toBeVisible();
    for (const name of ['Payments', 'Calendar']) await expect(theirs.getByRole('link', { name })).toHaveCount(0);
    for (const path of ['payments', 'payments/list', 'payments/customers', 'payments-calendar']) {
      await theirs.goto(`/admin/plugins/${path}`);
      await expect(theirs.getByText(/don't have the permissions/)).toBeVisible();
    }
    expect((await clerk.http.get('/payments/payments')).status).toBe(403);
    expect((await office.admin.get('/payments/payments')).status).toBe(200);
    await theirs.context().close();
  });
});
