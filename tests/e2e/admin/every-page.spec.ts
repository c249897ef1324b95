import type { Page } from '@playwright/test';

import { seriousProblems } from '../../support/axe';
import { expect, test } from './admin-test';

const phone = { width: 375, height: 780 };
const wide = { width: 1360, height: 860 };

/** All of the plugin's pages that need nothing to be there, below the admin's `plugins/`, and the route of the API that fills each. */
const pages = [
  ['payments', 'today'],
  ['payments/list', 'payments'],
  ['payments/create', null],
  ['payments/many', null],
  ['payments/recurring', 'series'],
  ['payments/recurring/create', null],
  ['payments/recurring/grid', 'series/grid'],
  ['payments/customers', 'customers'],
  ['payments/contacts', 'contacts'],
  ['payments/institutions', 'institutions'],
  ['payments/extensions', 'extensions'],
  ['payments/extensions/new', null],
  ['payments/settle-list', null],
  ['payments/notices', 'notices'],
  ['payments/import', null],
  ['payments/settings', 'settings'],
  ['payments/settings/texts', 'settings/texts'],
  ['payments/closed-days', 'closed-days'],
  ['payments/closed-days/effects', 'closed-days/effects'],
  ['payments/office-closures', 'office-closures'],
  ['payments-calendar?date=2027-08-01', 'calendar'],
  ['payments-calendar?date=2027-08-01&view=agenda', 'calendar'],
  ['payments-calendar?date=2027-08-01&view=table', 'calendar'],
] as const;

const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(`/admin/plugins/${path}`);
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
};

/** How far the page, or its part beside the menu, can be pushed sideways. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const parts = [document.documentElement, ...document.querySelectorAll('main, [data-strapi-main-content]')];
    return Math.max(...parts.map((part) => part.scrollWidth - part.clientWidth));
  });

for (const { theme, language, size } of [
  { theme: 'light', language: 'en', size: wide },
  { theme: 'dark', language: 'el', size: phone },
] as const) {
  test(`every page: axe finds nothing serious and nothing lies beside the window, ${theme}, ${language}, ${size.width} wide`, async ({
    page,
    office,
    owe,
  }) => {
    test.setTimeout(600_000);
    const { documentId } = await owe(`Seen on every page, ${theme}`, '2027-08-02', { confirmed: ['duplicate'] });
    await office.admin.put('/admin/users/me', { preferedLanguage: language });
    await page.setViewportSize(size);
    await page.evaluate((name) => localStorage.setItem('STRAPI_THEME', name), theme);
    const customer = `payments/customers/${office.customers.papadaki}`;
    const paths = [...pages.map(([path]) => path), `payments/${documentId}`, customer, `${customer}/statement`];
    for (const path of paths) {
      await open(page, path);
      expect(await seriousProblems(page), path).toEqual([]);
      expect(await sideways(page), path).toBeLessThanOrEqual(1);
    }
    await office.admin.put('/admin/users/me', { preferedLanguage: 'en' });
  });
}

test('every page says that it could not load, where the server fails, and offers to try again', async ({ page }) => {
  test.setTimeout(600_000);
  for (const [path, route] of pages) {
    if (route === null) continue;
    const refused = {
      status: 500,
      json: { data: null, error: { status: 500, name: 'InternalServerError', message: '' } },
    };
    const address = new RegExp(`/payments/${route}(\\?|$)`);
    await page.route(address, (request) =>
      request.request().resourceType() === 'document' ? request.fallback() : request.fulfill(refused),
    );
    await page.goto(`/admin/plugins/${path}`);
    await expect(page.getByText(/could not be loaded|went wrong/i).first(), path).toBeVisible();
    await page.unroute(address);
  }
});

test('on a phone one line names the page and unfolds into all of them, by keyboard too @journey', async ({ page }) => {
  await page.setViewportSize(phone);
  await open(page, 'payments/list');
  const nav = page.getByRole('navigation', { name: 'Payments' });
  const line = nav.getByRole('button', { name: 'Menu: Payments' });
  expect((await nav.boundingBox())?.height).toBeLessThanOrEqual(64);
  await expect(nav.getByRole('link')).toHaveCount(0);

  await line.focus();
  await page.keyboard.press('Enter');
  await expect(line).toHaveAttribute('aria-expanded', 'true');
  expect(await seriousProblems(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await expect(nav.getByRole('link', { name: 'Today' })).toBeFocused();
  await nav.getByRole('link', { name: 'Customers' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Customers', level: 1 })).toBeVisible();
  await expect(nav.getByRole('button', { name: 'Menu: Customers' })).toHaveAttribute('aria-expanded', 'false');
});

test('several instalments of a payment are settled at once, on its own page @journey', async ({
  page,
  owe,
  calendar,
}) => {
  const title = 'Three at once';
  const rows = ['2027-08-10', '2027-09-10', '2027-10-11'].map((date) => ({ amount: '10.00', date }));
  const plan = { kind: 'manual', total: { value: '30.00', currency: 'EUR' }, instalments: rows };
  const { documentId } = await owe(title, '2027-08-10', { plan });
  await open(page, `payments/${documentId}`);
  await page.getByRole('button', { name: 'Choose several' }).click();
  await calendar.select('instalment 1/3', 'instalment 2/3');
  const results = await calendar.act('Mark paid');
  expect(results).toHaveLength(2);
  await expect(calendar.row('1/3')).toContainText('Paid');
  await expect(calendar.row('2/3')).toContainText('Paid');
  await expect(calendar.row('3/3')).toContainText('Upcoming');
  // the page goes on from the revision that the settling left behind
  await page.getByRole('button', { name: 'Choose one' }).click();
  await page.getByRole('radio', { name: 'Select instalment 3/3' }).click();
  await page.getByRole('button', { name: 'Mark paid' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mark paid' }).click();
  await expect(calendar.row('3/3')).toContainText('Paid');
});
