import type { Locator, Page } from '@playwright/test';

import { labelled } from '../../support/admin-page';

interface ClosedDay {
  readonly date: string;
  readonly name: string;
  readonly reference?: string;
}

/** *Closed days* and the page of their effects, as staff see them in English. */
export class ClosedDaysPage {
  readonly dialog: Locator;
  /** The move of due dates, at the foot of the window. */
  readonly bar: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog');
    this.bar = page.getByRole('region', { name: 'Move due dates' });
  }

  async open(year: number): Promise<void> {
    await this.page.goto(`/admin/plugins/payments/closed-days?year=${year}`);
    await this.page.getByRole('heading', { name: String(year), exact: true }).waitFor();
  }

  async openEffects(): Promise<void> {
    await this.page.goto('/admin/plugins/payments/closed-days/effects');
    await this.bar.waitFor();
  }

  row(name: string | RegExp): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }

  async fill({ date, name, reference }: ClosedDay): Promise<void> {
    await this.dialog.getByLabel(labelled('Date')).fill(date);
    await this.dialog.getByLabel(labelled('Name')).fill(name);
    if (reference) await this.dialog.getByLabel('Decree').fill(reference);
  }

  async add(day: ClosedDay): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a closed day' }).click();
    await this.fill(day);
    await this.save();
  }

  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Save' }).click();
  }

  /** Instalments that would move from one day to another. */
  move(from: string, to: string): Locator {
    return this.page.getByRole('region', { name: `${from} → ${to}` });
  }

  async confirmMove(count: number): Promise<void> {
    await this.bar.getByRole('button', { name: `Move ${count} due date${count === 1 ? '' : 's'}` }).click();
    await this.page
      .getByText(`${count} due date${count === 1 ? '' : 's'} moved`)
      .first()
      .waitFor();
  }
}
