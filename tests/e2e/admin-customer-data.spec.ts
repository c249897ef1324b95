import { readFile } from 'node:fs/promises';

import { unpackWithinLimits } from '../../src/plugins/payments/server/src/import/zip-guard';
import { signInToAdmin } from '../support/admin-page';
import { seriousProblems } from '../support/axe';
import { registerPayment } from '../support/customer-side';
import { expect, test } from './portal/portal-test';

test('a customer’s data are exported, and erased once staff have read what goes and what stays @journey', async ({
  page,
  portal,
  office,
}) => {
  void portal;
  const { boreas } = office.customers;
  await registerPayment(office, {
    customer: boreas,
    title: 'Ship tax of Boreas',
    instalments: [{ amount: '100.00', date: '2027-05-14' }],
  });
  await signInToAdmin(page);
  await page.goto(`/admin/plugins/payments/customers/${boreas}`);
  await page.getByRole('button', { name: 'Actions' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Export all data' }).click();
  const file = await download;
  const [data] = unpackWithinLimits(await readFile(await file.path()));
  expect([data?.name, String(data?.bytes)]).toEqual(['data.json', expect.stringContaining('Ship tax of Boreas')]);

  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Erase personal data…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('contacts with address, links and calendar: Boris Vorias');
  await expect(dialog).toContainText('1 payment: its amounts, days and states');
  const submit = dialog.getByRole('button', { name: 'Erase for good' });
  await expect(submit).toBeDisabled();
  await dialog.getByRole('checkbox', { name: /I have read this/ }).check();
  await expect(submit).toBeDisabled();
  await dialog.getByRole('checkbox', { name: /1 payment has something left to pay/ }).check();
  expect(await seriousProblems(page)).toEqual([]);
  await submit.click();
  // In the office's language: it is what everybody of the office reads from now on.
  await expect(page.getByRole('heading', { name: 'Διαγραμμένος πελάτης', level: 1 })).toBeVisible();
  await expect(page.getByText('Erased', { exact: true })).toBeVisible();
  await expect(page.locator('main')).not.toContainText('Boris');
});

test('the notices say how the work that nobody sees goes on, and the settings how long it is kept @journey', async ({
  page,
  portal,
  office,
  server,
}) => {
  void portal;
  await server.evaluate(({ strapi }) => strapi.plugin('payments').service('ticker').tick());
  await signInToAdmin(page);
  await page.goto('/admin/plugins/payments/notices');
  await expect(
    page.getByText(/^Last look for what is due: .*no mail waits|^Last look for what is due: .*mails? wait/),
  ).toBeVisible();
  // The server ticks by itself at each minute: a tick just between is an hour behind the next try.
  await expect(async () => {
    await server.evaluate(({ strapi }) => {
      const clock = strapi.plugin('payments').service('clock');
      clock.set(new Date(clock.now().getTime() + 60 * 60_000).toISOString());
    });
    await page.reload();
    await expect(page.getByText("The minute's work has stopped: nobody is reminded")).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 25_000 });
  expect(await seriousProblems(page)).toEqual([]);

  await page.goto('/admin/plugins/payments/settings');
  await page.getByRole('combobox', { name: 'Mails and their texts' }).click();
  await page.getByRole('option', { name: '5 years' }).click();
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText('Saved', { exact: false }).first()).toBeVisible();
  const { body } = await office.admin.get<{ data: { keepNoticesMonths: number | null } }>('/payments/settings');
  expect(body.data.keepNoticesMonths).toBe(60);
});
