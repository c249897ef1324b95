import { createAdmin } from '../../support/users';
import { signInToAdmin } from '../../support/admin-page';
import { expect, test } from './admin-test';

/** What pages ask for, by the entry in the plugin's navigation. */
const pages = [
  ['Settings', 'settings', 'settings'],
  ['Closed days', 'closed-days', 'settings'],
  ['Office closures', 'office-closures', 'settings'],
  ['Institutions', 'institutions', 'institutions'],
] as const;

for (const held of [[], ['settings'], ['institutions']] as const) {
  const name = held[0] ? `${held[0]} alone` : 'neither settings nor institutions';
  test(`a role with ${name} sees and opens what it allows, and no more${held[0] ? '' : ' @journey'}`, async ({
    browser,
    server,
  }) => {
    const clerk = await createAdmin(server, ['read', ...held]);
    const page = await (await browser.newContext({ baseURL: server.url, locale: 'en-GB' })).newPage();
    await signInToAdmin(page, clerk);
    await page.goto('/admin/plugins/payments');
    const nav = page.getByRole('navigation', { name: 'Payments' });
    await expect(nav.getByRole('link', { name: 'Customers' })).toBeVisible();

    for (const [entry, path, action] of pages) {
      const may = held.some((each) => each === action);
      await expect(nav.getByRole('link', { name: entry })).toHaveCount(may ? 1 : 0);
      await page.goto(`/admin/plugins/payments/${path}`);
      const heading = page.getByRole('heading', { name: entry, level: 1 });
      if (may) await expect(heading).toBeVisible();
      else await expect(page.getByText(/don't have the permissions/)).toBeVisible();
      await expect(heading).toHaveCount(may ? 1 : 0);
      await page.goto('/admin/plugins/payments');
      await expect(nav.getByRole('link', { name: 'Customers' })).toBeVisible();
    }

    const may = (action: string) => held.some((each) => each === action);
    expect((await clerk.http.put('/payments/settings', {})).status).toBe(may('settings') ? 200 : 403);
    expect((await clerk.http.get('/payments/settings/host')).status).toBe(may('settings') ? 200 : 403);
    const closed = await clerk.http.post('/payments/closed-days', { date: 'no day', name: 'x' });
    expect(closed.status).toBe(may('settings') ? 400 : 403);
    expect((await clerk.http.post('/payments/institutions', {})).status).toBe(may('institutions') ? 400 : 403);
    // moving due dates is an edit of payments, which none of these roles may
    const moved = await clerk.http.post('/payments/closed-days/apply', { effects: [], sendEmail: false });
    expect(moved.status).toBe(403);
    await page.goto('/admin/plugins/payments/closed-days/effects');
    await expect(page.getByText(/don't have the permissions/)).toBeVisible();
    await page.context().close();
  });
}
