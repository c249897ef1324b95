import type { Locator, Page } from '@playwright/test';

import { labelled } from '../../support/admin-page';

/** *Office closures* as staff see them in English. */
export class ClosuresPage {
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog');
  }

  async open(): Promise<void> {
    await this.page.goto('/admin/plugins/payments/office-closures');
    await this.page.getByRole('heading', { name: 'Office closures', level: 1 }).waitFor();
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }

  async startNew(): Promise<void> {
    await this.page.getByRole('button', { name: 'Add an office closure' }).first().click();
  }

  async fill(closure: { name?: string; first?: string; last?: string }): Promise<void> {
    if (closure.name !== undefined) await this.dialog.getByLabel('Reason').fill(closure.name);
    if (closure.first !== undefined) await this.dialog.getByLabel(labelled('First day')).fill(closure.first);
    if (closure.last !== undefined) await this.dialog.getByLabel(labelled('Last day')).fill(closure.last);
  }

  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Save' }).click();
  }
}
