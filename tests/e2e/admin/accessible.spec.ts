import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Page } from '@playwright/test';

import type { OfficeClosedDay } from '../../../src/plugins/payments/contracts/closed-days';
import { dataOf } from '../../support/answers';
import { expect, test } from './admin-test';

const axeSource = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds serious in a part of the page; the admin around it is Strapi's. */
const serious = async (page: Page, part: 'main' | '[role=dialog]'): Promise<readonly Finding[]> => {
  await page.evaluate(axeSource);
  const found = await page.evaluate<Finding[]>(`axe.run('${part}').then(({ violations }) => violations)`);
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
};

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on the office’s own pages, ${theme}`, async ({ page, office, owe }) => {
    test.slow();
    await owe(`Due on a closed day, ${theme}`, '2031-11-05', {
      plan: {
        kind: 'single',
        total: { value: theme === 'light' ? '10.00' : '20.00', currency: 'EUR' },
        date: '2031-11-05',
      },
    });
    const day = await dataOf<OfficeClosedDay>(
      office.admin.post('/payments/closed-days', { date: '2031-11-05', name: 'Snow' }),
    );
    await page.evaluate((name) => localStorage.setItem('STRAPI_THEME', name), theme);

    for (const [path, ready, opener] of [
      ['settings', 'waits for staff', null],
      ['closed-days?year=2031', 'Snow', 'Add a closed day'],
      ['closed-days/effects', /\d of \d chosen/, null],
      ['office-closures', 'The office is always open', 'Add an office closure'],
      ['institutions', 'Εφορία (example)', 'New institution'],
    ] as const) {
      await page.goto(`/admin/plugins/payments/${path}`);
      await expect(page.getByText(ready).first()).toBeVisible();
      expect(await serious(page, 'main'), path).toEqual([]);
      if (!opener) continue;
      await page.getByRole('button', { name: opener }).first().click();
      await page.getByRole('dialog').waitFor();
      expect(await serious(page, '[role=dialog]'), opener).toEqual([]);
    }

    await dataOf(office.admin.delete(`/payments/closed-days/${day.documentId}`));
    expect(await dataOf(office.admin.get('/payments/closed-days/effects'))).toEqual([]);
  });
}
