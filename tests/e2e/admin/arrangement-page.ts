import type { Locator, Page } from '@playwright/test';

import { labelled } from '../../support/admin-page';

/** What the payment page and Today say of an arrangement, as staff see it in English. */
export class ArrangementPage {
  /** How it stands, on its page. */
  readonly banner: Locator;
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.banner = page.getByRole('region', { name: 'Arrangement', exact: true });
    this.dialog = page.getByRole('dialog');
  }

  async openFromToday(title: string): Promise<void> {
    await this.page.goto('/admin/plugins/payments');
    await this.alert(title)
      .getByRole('link', { name: /^Open: / })
      .click();
    await this.page.getByRole('heading', { name: title, level: 1 }).waitFor();
  }

  /** Its row on Today. */
  alert(title: string): Locator {
    return this.page
      .getByRole('region', { name: 'Arrangements in danger' })
      .getByRole('listitem')
      .filter({ hasText: title });
  }

  async lose(reason: string): Promise<void> {
    await this.banner.getByRole('button', { name: 'Mark as lost' }).click();
    await this.dialog.getByLabel(labelled('Reason')).fill(reason);
    await this.dialog.getByRole('button', { name: 'Mark as lost' }).click();
  }
}
