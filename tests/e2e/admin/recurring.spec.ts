import { expect, test } from './admin-test';
import { seriousProblems } from '../../support/axe';
import { createAdmin } from '../../support/users';
import { labelled, signInToAdmin } from '../../support/admin-page';
import { pasteCells } from './grid';
import { RecurringPage } from './recurring-page';

const at = (day: string) => `${day}T08:00:00.000Z`;

test('contributions every month: made ahead, one skipped, more from a month on, stopped and let go on @journey', async ({
  page,
  server,
}) => {
  const recurring = new RecurringPage(page);
  await recurring.open();
  await recurring.create(/Papadaki/, { title: 'Contributions', start: '1/1/27', amount: '238,22' });
  await expect(page.getByRole('heading', { name: 'Contributions', level: 1 })).toBeVisible();
  await expect(recurring.row('Contributions 01/2027')).toContainText('Fri 29/01/2027');
  await expect(recurring.row('Contributions 01/2027')).toContainText('To come');

  await page.getByRole('button', { name: 'Skip Contributions 02/2027' }).click();
  await expect(recurring.row('Contributions 02/2027')).toContainText('Skipped');

  await page.getByRole('button', { name: 'Change from a period on' }).click();
  await recurring.dialog.getByRole('combobox', { name: 'From which period on' }).click();
  await page.getByRole('option', { name: /Period 3,/ }).click();
  await recurring.dialog.getByLabel('Usual amount').fill('250');
  await recurring.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(recurring.row('Contributions 03/2027')).toContainText('250,00');
  await expect(recurring.row('Contributions 01/2027')).toContainText('238,22');

  await server.evaluate(({ strapi }, now) => strapi.plugin('payments').service('clock').set(now), at('2027-03-20'));
  await server.evaluate(({ strapi }) => strapi.plugin('payments').service('ticker').tick());
  await page.reload();
  await expect(recurring.row('Contributions 01/2027').getByRole('link')).toBeVisible();
  await expect(recurring.row('Contributions 02/2027').getByRole('link')).toHaveCount(0);
  await expect(recurring.row('Contributions 03/2027').getByRole('link')).toBeVisible();

  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped').first()).toBeVisible();
  await page.getByRole('button', { name: 'Let it go on' }).click();
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await recurring.open();
  await expect(recurring.row('Contributions')).toContainText('Monthly');
});

test('title, last day and days ahead are edited; what was made stays, what is to come follows', async ({
  page,
  office,
}) => {
  const body = {
    customer: office.customers.papadaki,
    title: 'Rent',
    period: 'monthly',
    rule: { kind: 'month-end' },
    amount: '300.00',
    currency: 'EUR',
    start: '2027-01-01',
  };
  const { body: made } = await office.admin.post<{ data: { documentId: string } }>('/payments/series', body);
  const path = `/payments/series/${made.data.documentId}`;
  const recurring = new RecurringPage(page);
  await page.goto(`/admin/plugins/payments/recurring/${made.data.documentId}`);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const { dialog } = recurring;
  await expect(dialog.getByLabel(labelled('Title'))).toHaveValue('Rent');
  await expect(dialog.getByLabel(/so many days before/)).toHaveValue('15');
  expect(await seriousProblems(page, '[role=dialog]')).toEqual([]);
  await dialog.getByLabel(labelled('Title')).fill(' ');
  await dialog.getByLabel(/Last day/).fill('1/6/26');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel(labelled('Title'))).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel(labelled('Title')).fill('Rent of the shop');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('The last day lies before the first.').last()).toBeVisible();
  await dialog.getByLabel(/Last day/).fill('31/3/27');
  await dialog.getByLabel(/so many days before/).fill('20');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Rent of the shop', level: 1 })).toBeVisible();
  await expect(recurring.row('Rent of the shop 03/2027')).toBeVisible();
  await expect(recurring.row('Rent of the shop 04/2027')).toHaveCount(0);
  const { body: saved } = await office.admin.get<{ data: object }>(path);
  expect(saved.data).toMatchObject({ title: 'Rent of the shop', end: '2027-03-31', daysAhead: 20, revision: 2 });
});

test('the month’s amounts are pasted by tax number; what waited becomes a payment, and its contact is told', async ({
  page,
  office,
  server,
  mailbox,
}) => {
  for (const [customer, title] of [
    [office.customers.papadaki, 'VAT'],
    [office.customers.boreas, 'VAT'],
  ] as const) {
    const body = {
      customer,
      title,
      period: 'quarterly',
      rule: { kind: 'month-end' },
      currency: 'EUR',
      start: '2027-04-01',
    };
    expect((await office.admin.post('/payments/series', body)).status).toBe(200);
  }
  await server.evaluate(({ strapi }, now) => strapi.plugin('payments').service('clock').set(now), at('2027-04-22'));
  await server.evaluate(({ strapi }) => strapi.plugin('payments').service('ticker').tick());
  await page.goto('/admin/plugins/payments');
  const waiting = page.getByRole('region', { name: /amount of a recurring obligation/ });
  await expect(waiting).toContainText('Boreas AE');
  await waiting.getByRole('link', { name: /Enter the amount: VAT 04\/2027, Boreas AE/ }).click();

  const recurring = new RecurringPage(page);
  await page.getByRole('combobox', { name: 'Title' }).click();
  await page.getByRole('option', { name: 'VAT' }).click();
  await expect(recurring.row('Boreas AE')).toContainText('Amount to follow');
  await pasteCells(recurring.amount('Boreas AE'), [
    ['094259216', '1.000,00', 'RF18 5390 0754 7034'],
    ['111111111', '7,00', ''],
  ]);
  await expect(page.getByText('1 line filled by its tax number')).toBeVisible();
  await expect(page.getByText('Nobody here has this tax number: 111111111.')).toBeVisible();
  await expect(recurring.amount('Papadaki Eleni')).toHaveValue('1.000,00');

  await recurring.amount('Boreas AE').fill('12,');
  await recurring.amount('Boreas AE').press('Enter');
  await expect(recurring.amount('Papadaki Eleni')).toBeFocused();
  await recurring.amount('Papadaki Eleni').press('ArrowUp');
  await recurring.amount('Boreas AE').fill('500');
  await recurring.amount('Boreas AE').press('Tab');
  await expect(recurring.code('Boreas AE')).toBeFocused();
  await page.getByRole('button', { name: 'Save 2 lines' }).click();
  await expect(page.getByText('2 lines saved')).toBeVisible();
  await expect(recurring.row('Boreas AE').getByRole('link')).toHaveText(/^P-\d+$/);
  await server.evaluate(({ strapi }) => strapi.plugin('payments').service('notices').tick());
  await mailbox.waitFor(() => mailbox.mails.some(({ text }) => String(text).includes('VAT 04/2027')));
});

test('a role sees of it what it may, on every page', async ({ browser, server }) => {
  const clerk = await createAdmin(server, ['read']);
  const page = await (await browser.newContext({ baseURL: server.url, locale: 'en-GB' })).newPage();
  await signInToAdmin(page, clerk);
  await page.goto('/admin/plugins/payments/recurring');
  const nav = page.getByRole('navigation', { name: 'Payments' });
  await expect(nav.getByRole('link', { name: 'Recurring' })).toBeVisible();
  await expect(nav.getByRole('link', { name: 'One for many' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'New recurring obligation' })).toHaveCount(0);
  for (const path of ['many', 'recurring/create', 'recurring/grid']) {
    await page.goto(`/admin/plugins/payments/${path}`);
    await expect(page.getByText(/don't have the permissions/)).toBeVisible();
  }
  expect((await clerk.http.post('/payments/series', {})).status).toBe(403);
  expect((await clerk.http.put('/payments/series/grid', {})).status).toBe(403);
  expect((await clerk.http.post('/payments/payments/many', {})).status).toBe(403);
  await page.context().close();
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious, ${theme}; nothing is wider than a phone`, async ({ page, office }) => {
    const title = `Looked at, ${theme}`;
    const body = {
      customer: office.customers.papadaki,
      title,
      period: 'monthly',
      rule: { kind: 'day-of-month', day: 10 },
      currency: 'EUR',
      start: '2026-12-01',
    };
    const { body: answer } = await office.admin.post<{ data: { documentId: string } }>('/payments/series', body);
    await page.evaluate((name) => localStorage.setItem('STRAPI_THEME', name), theme);
    for (const [path, ready] of [
      ['recurring', title],
      ['recurring/create', 'When and how much'],
      [`recurring/${answer.data.documentId}`, 'What is agreed'],
      ['recurring/grid?month=2026-12', title],
      ['many', 'Choose customers, or paste'],
    ] as const) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(`/admin/plugins/payments/${path}`);
      await expect(page.getByText(ready).first()).toBeVisible();
      expect(await seriousProblems(page), path).toEqual([]);
      await page.setViewportSize({ width: 375, height: 800 });
      await expect(page.getByText(ready).first()).toBeVisible();
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider, path).toBeLessThanOrEqual(0);
      expect(await seriousProblems(page), `${path} on a phone`).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('/admin/plugins/payments/many');
    for (const name of ['Choose customers', 'Paste tax numbers']) {
      await page.getByRole('button', { name }).click();
      await page.getByRole('dialog').waitFor();
      expect(await seriousProblems(page, '[role=dialog]'), name).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });
}
