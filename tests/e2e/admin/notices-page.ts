import { expect, type Locator, type Page } from '@playwright/test';

/** *Notices* as staff see it in English. */
export class NoticesPage {
  constructor(readonly page: Page) {}

  async open(query = ''): Promise<void> {
    await this.page.goto(`/admin/plugins/payments/notices${query}`);
    await this.page.getByRole('heading', { name: 'Notices', level: 1 }).waitFor();
  }

  row(text: string): Locator {
    return this.page.getByRole('row').filter({ hasText: text });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  async narrow(filter: 'State' | 'Kind' | 'Reason', option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: filter, exact: true }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Opens the notice and does to it what its dialog offers. */
  async act(text: string, action: string, done: string): Promise<void> {
    await this.row(text).getByRole('button').first().click();
    await this.dialog.getByRole('button', { name: action }).click();
    const asking = this.page.getByRole('alertdialog');
    await asking.getByRole('button', { name: action }).click();
    await expect(this.page.getByText(done, { exact: true }).first()).toBeVisible();
  }
}
