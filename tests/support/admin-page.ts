import type { Page } from '@playwright/test';

import { administrator } from './users';

/** Signs the administrator in through the form of the Strapi admin, and leaves the home page open. */
export const signInToAdmin = async (page: Page): Promise<void> => {
  await page.goto('/admin/auth/login');
  await page.getByLabel('Email').fill(administrator.email);
  await page.getByLabel('Password', { exact: false }).first().fill(administrator.password);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.getByRole('link', { name: 'Payments' }).first().waitFor();
};
