import type { Locator, Page } from '@playwright/test';

import { labelled } from '../../support/admin-page';

/** *Contacts* as staff see them in English. */
export class ContactsPage {
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog');
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`/admin/plugins/payments/contacts${query}`);
    await this.page.getByRole('heading', { name: 'Contacts', level: 1 }).waitFor();
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }

  async show(state: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Show contacts' }).click();
    await this.page.getByRole('option', { name: state }).click();
  }

  field(label: string): Locator {
    return this.dialog.getByLabel(labelled(label));
  }

  /** Adds a customer whom the open contact acts for. */
  async actsFor(search: string, option: RegExp): Promise<void> {
    const field = this.dialog.getByRole('combobox', { name: /Acts for|Add a customer/ });
    await field.click();
    await field.pressSequentially(search);
    await this.page.getByRole('option', { name: option }).click();
  }

  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Save' }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
