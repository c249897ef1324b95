import type { Locator, Page } from '@playwright/test';

import { labelled } from '../../support/admin-page';

/** *Register a payment*, its plan, as staff see it in English. */
export class CreatePage {
  /** Why no plan can be made, with its repairs. */
  readonly refused: Locator;
  readonly rows: Locator;
  readonly warnings: Locator;
  /** The field of the files that come with the payment, with what is wrong with them. */
  readonly files: Locator;

  constructor(readonly page: Page) {
    this.refused = page.getByRole('region', { name: 'Plan', exact: true }).getByRole('alert');
    this.rows = page.getByRole('region', { name: 'Preview' }).locator('tbody').getByRole('row');
    this.warnings = page.getByRole('region', { name: 'Preview' }).getByRole('note');
    this.files = page.getByRole('region', { name: 'Who and what' });
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
  row(number: number): { amount: Locator; date: Locator; code: Locator } {
    return {
      code: this.page.getByLabel(`Payment code of instalment ${number}`),
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

  async institution(search: string, option: RegExp): Promise<void> {
    const field = this.page.getByRole('combobox', { name: 'Institution' });
    await field.click();
    await field.pressSequentially(search);
    await this.page.getByRole('option', { name: option }).click();
  }

  async attach(...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles(files);
  }

  /** Pastes text into a field, as a sheet puts it into the clipboard. */
  async paste(field: Locator, text: string): Promise<void> {
    await field.focus();
    await field.evaluate((element, content) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', content);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }

  /** The label of the field that has the focus. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const field = document.activeElement as HTMLInputElement | null;
      const by = field?.getAttribute('aria-labelledby')?.split(' ') ?? [];
      const named = by.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
      const label = field?.getAttribute('aria-label') ?? field?.labels?.[0]?.textContent ?? named;
      return label.replace(/\*$/, '').trim();
    });
  }

  async create(): Promise<void> {
    await this.page.getByRole('button', { name: 'Create', exact: true }).click();
  }
}
