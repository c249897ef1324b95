import type { Locator, Page } from '@playwright/test';

import { labelled } from '../../support/admin-page';

/** *Institutions* and the dialog of their rules, as staff see them in English. */
export class InstitutionsPage {
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog');
  }

  async open(): Promise<void> {
    await this.page.goto('/admin/plugins/payments/institutions');
    await this.page.getByRole('heading', { name: 'Institutions', level: 1 }).waitFor();
  }

  async startNew(): Promise<void> {
    await this.page.getByRole('button', { name: 'New institution' }).first().click();
  }

  async edit(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Edit ${name}` }).click();
  }

  async choose(label: string, option: string | RegExp): Promise<void> {
    await this.dialog.getByRole('combobox', { name: labelled(label) }).click();
    await this.page.getByRole('option', { name: option }).click();
  }

  async type(label: string, text: string): Promise<void> {
    await this.field(label).fill(text);
    await this.field(label).blur();
  }

  field(label: string): Locator {
    return this.dialog.getByLabel(labelled(label));
  }
}
