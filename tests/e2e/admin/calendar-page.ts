import type { Locator, Page } from '@playwright/test';

/** The calendar as staff see it in English. */
export class CalendarPage {
  readonly dialog: Locator;
  /** The actions on what is ticked in the table. */
  readonly bulk: Locator;
  /** What goes on paper. */
  readonly paper: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog');
    this.bulk = page.getByRole('group', { name: 'Selected instalments' });
    this.paper = page.locator('[data-paper]');
  }

  async open(query: string): Promise<void> {
    await this.page.goto(`/admin/plugins/payments-calendar?${query}`);
    await this.page.getByRole('heading', { name: 'Calendar', level: 1 }).waitFor();
  }

  row(text: string): Locator {
    return this.page.getByRole('row').filter({ hasText: text });
  }

  async select(...names: string[]): Promise<void> {
    for (const name of names) await this.page.getByRole('checkbox', { name: `Select ${name}` }).click();
  }

  /** Acts on what is ticked, confirms, and answers what became of each, as the dialog says it. */
  async act(action: string, { loud = false } = {}): Promise<string[]> {
    await this.bulk.getByRole('button', { name: action }).click();
    if (loud) await this.dialog.getByRole('checkbox', { name: 'Send email to user' }).click();
    await this.dialog.getByRole('button', { name: action }).click();
    const list = this.dialog.getByRole('list', { name: action });
    await list.waitFor();
    const results = await list.getByRole('listitem').allInnerTexts();
    await this.dialog.getByRole('button', { name: 'Close' }).last().click();
    await this.dialog.waitFor({ state: 'hidden' });
    return results.map((text) => text.replace(/\n+/g, ': ')).sort();
  }

  /** What was copied. */
  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}
