import type { Locator, Page } from '@playwright/test';

import { password as contactPassword } from '../../support/customer-side';

/** The customer's portal as a person sees it, in English. */
export class PortalPage {
  readonly alert: Locator;
  readonly payNext: Locator;
  readonly instalments: Locator;
  readonly news: Locator;

  constructor(readonly page: Page) {
    this.alert = page.getByRole('alert');
    this.payNext = page.getByRole('region', { name: 'Pay next' });
    this.instalments = page.getByRole('listitem').filter({ hasText: /^Instalment \d+ of \d+/ });
    this.news = page.getByRole('region', { name: 'Changed since you opened this page' });
  }

  async open(path = ''): Promise<void> {
    await this.page.goto(`/portal/${path}`);
  }

  async fillIn(email: string, password = contactPassword): Promise<void> {
    await this.page.getByLabel('Email').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  /** Signs in on the page that is open, and waits for the one that was asked for. */
  async signIn(email: string): Promise<void> {
    await this.fillIn(email);
    await this.page.getByRole('button', { name: 'Sign out' }).waitFor();
  }

  /** Does what opens or signs in to a page, and waits until that page hears of every change. */
  async untilLive(action: () => Promise<void>): Promise<void> {
    const stream = this.page.waitForResponse((response) => response.url().endsWith('/api/payments/events'));
    await action();
    await stream;
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  section(name: RegExp): Locator {
    return this.page.getByRole('region', { name });
  }

  row(title: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('link', { name: title }) });
  }

  instalment(number: number): Locator {
    return this.instalments.filter({ hasText: `Instalment ${number} of` });
  }

  /** Pixels by which the page is wider than its window. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }
}
