import type { Locator, Page } from '@playwright/test';

import { labelled } from '../../support/admin-page';

/** *Recurring* as staff see it in English. */
export class RecurringPage {
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog');
  }

  async open(): Promise<void> {
    await this.page.goto('/admin/plugins/payments/recurring');
    await this.page.getByRole('heading', { name: 'Recurring obligations', level: 1 }).waitFor();
  }

  async openGrid(month: string): Promise<void> {
    await this.page.goto(`/admin/plugins/payments/recurring/grid?month=${month}`);
    await this.page.getByRole('heading', { name: 'Grid of the month', level: 1 }).waitFor();
  }

  async create(customer: RegExp, fields: { title: string; start: string; amount?: string }): Promise<void> {
    await this.page.getByRole('link', { name: 'New recurring obligation' }).first().click();
    const field = this.page.getByRole('combobox', { name: 'Customer' });
    await field.click();
    await field.pressSequentially(customer.source.slice(0, 6));
    await this.page.getByRole('option', { name: customer }).click();
    await this.page.getByLabel(labelled('Title')).fill(fields.title);
    await this.page.getByLabel(labelled('First day')).fill(fields.start);
    if (fields.amount !== undefined) await this.page.getByLabel(labelled('Usual amount')).fill(fields.amount);
    await this.page.getByRole('button', { name: 'Create', exact: true }).click();
  }

  row(text: string): Locator {
    return this.page.getByRole('row').filter({ hasText: text });
  }

  amount(name: string): Locator {
    return this.page.getByLabel(`Amount of ${name}`, { exact: true });
  }

  code(name: string): Locator {
    return this.page.getByLabel(`Payment code of ${name}`, { exact: true });
  }
}
