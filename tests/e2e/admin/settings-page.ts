import type { Locator, Page } from '@playwright/test';

import { labelled } from '../../support/admin-page';

/** *Settings* as staff see them in English. */
export class SettingsPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/admin/plugins/payments/settings');
    await this.page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  }

  panel(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  field(label: string): Locator {
    return this.page.getByLabel(labelled(label));
  }

  /** A choice of many: what is typed narrows the list. */
  async search(label: string, typed: string, option: string | RegExp): Promise<void> {
    const field = this.page.getByRole('combobox', { name: labelled(label) });
    await field.click();
    await field.fill(typed);
    await this.page.getByRole('option', { name: option }).click();
  }

  async choose(label: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: labelled(label) }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  get saveButton(): Locator {
    return this.page.getByRole('button', { name: 'Save', exact: true });
  }

  async save(): Promise<void> {
    await this.saveButton.click();
    await this.page.getByText('Saved', { exact: true }).first().waitFor();
  }
}
