import type { Page } from '@playwright/test';

import { signInToAdmin } from '../support/admin-page';
import { registerPayment } from '../support/customer-side';
import { expect, test } from './portal/portal-test';

const instalments = [
  { amount: '100.00', date: '2027-03-15' },
  { amount: '150.00', date: '2027-04-15' },
];

const open = async (page: Page, path: string): Promise<void> => {
  await signInToAdmin(page);
  await page.goto(`/admin/plugins/${path}`);
};

test('the calendar shows numbered instalments and closed days, and opens one @journey', async ({
  page,
  portal,
  office,
}) => {
  void portal;
  await registerPayment(office, { customer: office.customers.papadaki, title: 'Property tax', instalments });
  await open(page, 'payments-calendar?date=2027-03-01');
  await expect(page.getByRole('heading', { name: 'Calendar', level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'March 2027' })).toBeVisible();
  const chip = page.getByRole('button', { name: '1/2 · Papadaki Eleni · 100,00 € · Property tax' });
  await expect(chip).toBeVisible();
  // 25 March, a public holiday of Greece, by its name in the language of who reads.
  await expect(page.getByText(/^Annunciation/).first()).toBeVisible();

  await page.getByRole('button', { name: 'Table' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Property tax' })).toContainText('100,00');
  await page.getByRole('button', { name: 'Month', exact: true }).click();
  await chip.click();
  await expect(page.getByRole('dialog')).toContainText('1/2');
});

test('the list finds a customer without accents, and keeps search and state in its address @journey', async ({
  page,
  portal,
  office,
}) => {
  void portal;
  await registerPayment(office, { customer: office.customers.kafe, title: 'Rent of the pavement', instalments });
  await open(page, 'payments/list?q=KAFÉ&state=all');
  const row = page.getByRole('row').filter({ hasText: 'Rent of the pavement' });
  await expect(row).toContainText('250,00');
  await row.click();
  await expect(page.getByRole('heading', { name: 'Rent of the pavement' })).toBeVisible();
  await page.goBack();
  expect(new URL(page.url()).searchParams.get('state')).toBe('all');
});

test('a customer and an institution are added from their pages @journey', async ({ page, office }) => {
  await open(page, 'payments/customers');
  await page.getByRole('button', { name: 'New customer' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name of the customer').fill('Νέος Πελάτης');
  await dialog.getByRole('button', { name: /Create customer|Save/ }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Νέος Πελάτης' })).toBeVisible();
  await page.goto('/admin/plugins/payments/institutions');
  await expect(page.getByRole('row').filter({ hasText: 'Εφορία (example)' })).toBeVisible();
  const answer = await office.admin.get<{ data: { name: string }[] }>('/payments/customers?q=νεοσ');
  expect(answer.body.data.map(({ name }) => name)).toContain('Νέος Πελάτης');
});
