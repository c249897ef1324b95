import type { Locator, Page } from '@playwright/test';

import { labelled } from '../../support/admin-page';

/** *One obligation for many* as staff see it in English. */
export class ManyPage {
  readonly dialog: Locator;
  readonly preview: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog');
    this.preview = page.getByRole('region', { name: 'Preview' });
  }

  async open(): Promise<void> {
    await this.page.goto('/admin/plugins/payments/many');
    await this.page.getByRole('heading', { name: 'One obligation for many', level: 1 }).waitFor();
  }

  async describe(title: string, date: string): Promise<void> {
    await this.page.getByLabel(labelled('Title')).fill(title);
    await this.page.getByLabel(labelled('Date')).fill(date);
    await this.page.keyboard.press('Tab');
  }

  /** Pastes into the dialog and looks the customers up. */
  async find(lines: readonly (readonly string[])[]): Promise<void> {
    await this.page.getByRole('button', { name: 'Paste tax numbers' }).click();
    await this.dialog
      .getByLabel('Tax numbers, or cells of a spreadsheet')
      .fill(lines.map((cells) => cells.join('\t')).join('\n'));
    await this.dialog.getByRole('button', { name: 'Find customers' }).click();
  }

  amount(name: string): Locator {
    return this.page.getByLabel(`Amount of ${name}`, { exact: true });
  }

  code(name: string): Locator {
    return this.page.getByLabel(`Payment code of ${name}`, { exact: true });
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }
}
