import type { Locator, Page } from '@playwright/test';

import { labelled } from '../../support/admin-page';

/** *Extend a deadline* and the list of those that were, as staff see them in English. */
export class ExtendPage {
  readonly bar: Locator;
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.bar = page.getByRole('region', { name: 'Move what is chosen' });
    this.dialog = page.getByRole('dialog');
  }

  async open(): Promise<void> {
    await this.page.goto('/admin/plugins/payments/extensions');
    await this.page.getByRole('link', { name: 'Extend a deadline' }).first().click();
    await this.page.getByRole('heading', { name: 'Extend a deadline', level: 1 }).waitFor();
  }

  async show(rule: { institution?: string; title?: string; from: string; to: string }): Promise<void> {
    if (rule.institution) {
      const field = this.page.getByRole('combobox', { name: 'Institution' });
      await field.click();
      await field.pressSequentially(rule.institution);
      await this.page.getByRole('option', { name: rule.institution }).click();
    }
    if (rule.title) await this.page.getByLabel('Words of the title').fill(rule.title);
    await this.page.getByLabel(labelled('Old date')).fill(rule.from);
    await this.page.getByLabel(labelled('New date')).fill(rule.to);
    await this.page.getByRole('button', { name: 'Show what would move' }).click();
  }

  tick(name: RegExp | string): Locator {
    return this.page.getByRole('checkbox', { name });
  }

  async confirm(decree: string, count: number): Promise<void> {
    await this.bar.getByLabel(labelled('Decree')).fill(decree);
    await this.bar.getByRole('button', { name: new RegExp(`^Move ${count} `) }).click();
  }

  row(decree: string): Locator {
    return this.page.getByRole('row').filter({ hasText: decree });
  }
}
