import type { Page } from '@playwright/test';

import { signInToAdmin } from '../support/admin-page';
import { registerPayment } from '../support/customer-side';
import { expect, test } from './portal/portal-test';

const instalments = [
  { amount: '100.00', date: '2027-05-14' },
  { amount: '150.00', date: '2027-06-15' },
];

const open = async (page: Page, path: string): Promise<void> => {
  await signInToAdmin(page);
  await page.goto(`/admin/plugins/${path}`);
};

const phone = { width: 390, height: 844 };

test('a long title stays in its column @journey', async ({ page, office }) => {
  const title = 'Arrangement of overdue debts under law 4152 of 2013 in one hundred and twenty instalments, as amended';
  await registerPayment(office, { customer: office.customers.kafe, title, instalments });
  await open(page, 'payments/list?q=4152');
  const row = page.getByRole('row').filter({ hasText: title });
  const link = await row.getByRole('link', { name: title }).boundingBox();
  const customer = await row.getByText('Kafe Elenis IKE').boundingBox();
  expect((link?.x ?? 0) + (link?.width ?? Infinity)).toBeLessThanOrEqual(customer?.x ?? 0);
});

for (const list of ['customers', 'institutions']) {
  test(`on a phone the ${list} are read and edited without scrolling sideways @journey`, async ({ page, office }) => {
    void office;
    await open(page, `payments/${list}`);
    await page.setViewportSize(phone);
    await expect(page.getByRole('button', { name: /^Edit / }).first()).toBeInViewport({ ratio: 1 });
  });
}

test('a dialog begins in its first field, and Enter saves it @journey', async ({ page, office }) => {
  const title = 'Settled by keyboard';
  const { documentId } = await registerPayment(office, { customer: office.customers.kafe, title, instalments });
  await open(page, `payments/${documentId}`);
  await page.getByRole('radio', { name: 'Select instalment 1/2' }).click();
  await page.getByRole('button', { name: 'Mark paid' }).press('Enter');
  await expect(page.getByRole('dialog').getByLabel('Amount paid')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('row').filter({ hasText: '1/2' })).toContainText('Paid');
});

test('a decision begins on its way back, which no one takes for the deed @journey', async ({ page, office }) => {
  const title = 'Stays open';
  const { documentId } = await registerPayment(office, { customer: office.customers.kafe, title, instalments });
  await open(page, `payments/${documentId}`);
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Cancel payment' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Cancel', exact: true })).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: 'Back' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.getByText('Cancelled', { exact: true })).toHaveCount(0);
});

test('another kind of plan takes the preview of the first away @journey', async ({ page, office }) => {
  void office;
  await open(page, 'payments/create');
  await page.getByRole('radio', { name: 'Automatic creation of instalments' }).click();
  await page.getByLabel('Total').fill('300');
  await page.getByLabel('Date of the first instalment').fill('31/05/2027');
  await page.getByLabel('Number of instalments').fill('3');
  const rows = page.getByRole('region', { name: 'Preview' }).locator('tbody').getByRole('row');
  await expect(rows).toHaveCount(3);
  await page.getByRole('radio', { name: 'Manual' }).click();
  await expect(rows).toHaveCount(0);
});

test('on a phone a preview is read without scrolling sideways @journey', async ({ page, office }) => {
  void office;
  await open(page, 'payments/create');
  await page.setViewportSize(phone);
  await page.getByRole('radio', { name: 'Automatic creation of instalments' }).click();
  await page.getByLabel('Total').fill('123456');
  await page.getByLabel('Date of the first instalment').fill('31/01/2027');
  await page.getByLabel('Number of instalments').fill('12');
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.locator('tbody').getByRole('row')).toHaveCount(12);
  const table = preview.locator('table');
  const hidden = await table.evaluate((element) => {
    const scroller = element.parentElement as HTMLElement;
    return scroller.scrollWidth - scroller.clientWidth;
  });
  expect(hidden).toBeLessThanOrEqual(0);
});

test('what only staff read is saved without the offer of an email @journey', async ({ page, office }) => {
  const title = 'With a comment';
  const { documentId } = await registerPayment(office, { customer: office.customers.kafe, title, instalments });
  await open(page, `payments/${documentId}`);
  await page.getByLabel('Manager comments').fill('Asked twice.');
  const bar = page.getByRole('region', { name: 'Unsaved changes' });
  await expect(bar).toBeVisible();
  await expect(bar.getByLabel('Send email to user')).toHaveCount(0);
  await page.getByLabel('Title').fill('With a comment and a title');
  await expect(bar.getByLabel('Send email to user')).toBeChecked();
});

test('the calendar’s table says where a code is to follow @journey', async ({ page, portal, office }) => {
  void portal;
  await registerPayment(office, { customer: office.customers.kafe, title: 'Without a code', instalments });
  await open(page, 'payments-calendar?date=2027-06-01&view=table&q=Without');
  await expect(page.getByRole('row').filter({ hasText: 'Without a code' })).toContainText('Code to follow');
});
