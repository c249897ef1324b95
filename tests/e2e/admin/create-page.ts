import type { Locator, Page } from '@playwright/test';

import { labelled } from '../../support/admin-page';

/** *Register a payment*, its plan, as staff see it in English. */
export class CreatePage {
  /** Why no plan can be made, with its repairs. */
  readonly refused: Locator;
  readonly rows: Locator;
  readonly warnings: Locator;

  constructor(readonly page: Page) {
    this.refused = page.getByRole('region', { name: 'Plan', exact: true }).getByRole('alert');
    this.rows = page.getByRole('region', { name: 'Preview' }).locator('tbody').getByRole('row');
    this.warnings = page.getByRole('region', { name: 'Preview' }).getByRole('note');
  }

  async open(kind: 'One-off' | 'Automatic creation of instalments' | 'Manual'): Promise<void> {
    await this.page.goto('/admin/plugins/payments/create');
    await this.page.getByRole('radio', { name: kind }).click();
  }

  /** As it is typed; empty clears the field. */
  async plan(typed: { total?: string; amount?: string; count?: string; first?: string; date?: string }): Promise<void> {
    const fields = [
      ['Total', typed.total],
      ['Amount of the instalment', typed.amount],
      ['Number of instalments', typed.count],
      ['Date of the first instalment', typed.first],
      ['Date', typed.date],
    ] as const;
    for (const [label, text] of fields) {
      if (text === undefined) continue;
      await this.field(label).fill(text);
      await this.field(label).press('Tab');
    }
  }

  /** One instalment of a manual plan. */
  row(number: number): { amount: Locator; date: Locator } {
    return {
      amount: this.page.getByLabel(`Amount of instalment ${number}`),
      date: this.page.getByLabel(`Date of instalment ${number}`),
    };
  }

  field(label: string): Locator {
    return this.page.getByLabel(labelled(label));
  }

  async describe(customer: RegExp, title: string): Promise<void> {
    const field = this.page.getByRole('combobox', { name: 'Customer' });
    await field.click();
    await field.pressSequentially(customer.source.slice(0, 6));
    await this.page.getByRole('option', { name: customer }).click();
    await this.page.getByLabel('Title').fill(title);
  }

  async create(): Promise<void> {
    await this.page.getByRole('button', { name: 'Create', exact: true }).click();
  }
}
