import type { Page } from '@playwright/test';

import { administrator } from './users';

/** A field's label as a whole, with the star of a field that must be filled. */
export const labelled = (label: string): RegExp => new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\*?$`);

/** Signs the administrator in, or another member of staff, through the form of the Strapi admin, and leaves the home page open. */
export const signInToAdmin = async (
  page: Page,
  { email, password }: { readonly email: string; readonly password: string } = administrator,
  /** A path under which a proxy serves all of Strapi. */
  prefix = '',
): Promise<void> => {
  await page.goto(`${prefix}/admin/auth/login`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: false }).first().fill(password);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.getByRole('link', { name: 'Payments' }).first().waitFor();
};
