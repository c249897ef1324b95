import type { Locator, Page } from '@playwright/test';

/** *Import* as staff see it in English. */
export class ImportPage {
  readonly found: Locator;
  readonly result: Locator;
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.found = page.getByRole('grid', { name: 'What was found, line by line' });
    this.result = page.getByRole('region', { name: 'What would come of it' });
    this.dialog = page.getByRole('dialog');
  }

  async open(): Promise<void> {
    await this.page.goto('/admin/plugins/payments/import');
    await this.page.getByRole('heading', { name: 'Import', level: 1 }).waitFor();
  }

  async choose(name: string, buffer: Buffer): Promise<void> {
    await this.page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/csv', buffer });
    await this.page.getByRole('region', { name: 'Columns' }).waitFor();
  }

  async kind(kind: 'Payments' | 'Customers with their contacts'): Promise<void> {
    await this.page.getByRole('combobox', { name: 'What is in the file' }).click();
    await this.page.getByRole('option', { name: kind }).click();
  }

  /** The row of what was found in a line of the file. */
  line(line: number): Locator {
    return this.found.getByRole('row', { name: new RegExp(`^${line} `) });
  }

  start(what: string): Locator {
    return this.page.getByRole('button', { name: `Import ${what}`, exact: true });
  }
}
