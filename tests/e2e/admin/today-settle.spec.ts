import type { StaffPayment } from '../../../src/plugins/payments/contracts/payment';
import { dataOf } from '../../support/answers';
import { today } from '../../support/customer-side';
import { expect, test } from './admin-test';

test('what is due today is paid in part with a surcharge, stays with its rest, is taken back, and settled', async ({
  page,
  office,
  owe,
}) => {
  const { documentId } = await owe('Paid in part', '', {
    plan: { kind: 'single', total: { value: '250.00', currency: 'EUR' }, date: today, pinned: true },
  });
  const read = async () =>
    (await dataOf<StaffPayment>(office.admin.get(`/payments/payments/${documentId}`))).instalments[0];
  const seen = async () =>
    (
      await office.eleni.http.get<{
        data: { outstanding: { value: string }; total: { value: string }; state: string };
      }>(`/api/payments/obligations/${documentId}`)
    ).body.data;
  const dialog = page.getByRole('dialog');
  await page.goto('/admin/plugins/payments');
  const row = page
    .getByRole('region', { name: 'Due today, unconfirmed' })
    .getByRole('listitem')
    .filter({ hasText: 'Paid in part' });

  await row.getByRole('button', { name: /^Mark Paid in part .* paid$/ }).click();
  await dialog.getByLabel('Amount paid').fill('100');
  await dialog.getByLabel('Surcharge').fill('7,50');
  await dialog.getByRole('button', { name: 'Mark paid' }).click();
  await expect(dialog).toBeHidden();
  await expect(row).toContainText('150,00');
  expect(await read()).toMatchObject({ paid: { value: '100.00' }, surcharge: { value: '7.50' }, state: 'approaching' });
  // the surcharge is apart from the total
  expect(await seen()).toMatchObject({ outstanding: { value: '150.00' }, total: { value: '250.00' } });

  // more than the rest is refused in its place, and nothing is written
  await row.getByRole('button', { name: /^Mark Paid in part .* paid$/ }).click();
  await dialog.getByLabel('Amount paid').fill('150,01');
  await dialog.getByRole('button', { name: 'Mark paid' }).click();
  await expect(dialog.getByLabel('Amount paid')).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Escape');
  expect((await read())?.paid.value).toBe('100.00');

  await row.getByRole('link', { name: 'Paid in part' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo payment' }).click();
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog).toBeHidden();
  expect(await read()).toMatchObject({ paid: { value: '0.00' }, surcharge: { value: '0.00' } });
  expect(await seen()).toMatchObject({ outstanding: { value: '250.00' } });

  await page.goto('/admin/plugins/payments');
  await row.getByRole('button', { name: /^Mark Paid in part .* paid$/ }).click();
  await dialog.getByRole('button', { name: 'Mark paid' }).click();
  await expect(row).toHaveCount(0);
  expect(await seen()).toMatchObject({ outstanding: { value: '0.00' }, state: 'settled' });
});
