import { signInToAdmin } from '../support/admin-page';
import { expect, test } from '../support/browser';

test('staff sign in to the Strapi admin and find Payments in its menu @journey', async ({ page, staff }) => {
  expect((await staff.get('/admin/users/me')).status).toBe(200);
  await page.goto('/admin');
  await expect(page.getByRole('button', { name: 'Login' })).toBeVisible();
  await signInToAdmin(page);
  await expect(page.getByRole('link', { name: 'Payments' }).first()).toBeVisible();
});
