import { seriousProblems } from '../../support/axe';
import { eur } from '../../support/office';
import { expect, test } from './admin-test';
import { ArrangementPage } from './arrangement-page';

/** Two instalments are past on the tests' today, the third is due on Friday. */
const late = {
  plan: {
    kind: 'manual',
    total: eur('300.00'),
    convention: 'unadjusted',
    instalments: ['2026-10-16', '2026-11-16', '2026-11-27'].map((date) => ({ amount: '100.00', date })),
  },
  paymentCode: { value: 'ARRANGED-0001', scheme: 'free' },
  confirmed: ['duplicate'],
};

const isNarrow = async (page: ArrangementPage['page']): Promise<void> => {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBeLessThanOrEqual(0);
};

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on an arrangement, wide and on a phone, ${theme}`, async ({ page, owe }) => {
    const arrangement = new ArrangementPage(page);
    const title = `Arranged under axe, ${theme}`;
    await owe(title, '', { ...late, lostAfter: 2 });
    await page.evaluate((name) => localStorage.setItem('STRAPI_THEME', name), theme);
    for (const width of [1360, 375]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto('/admin/plugins/payments');
      await expect(arrangement.alert(title)).toBeVisible();
      expect(await seriousProblems(page), 'today').toEqual([]);
      await isNarrow(page);
      await arrangement.openFromToday(title);
      await expect(arrangement.banner).toBeVisible();
      expect(await seriousProblems(page), 'payment').toEqual([]);
      await isNarrow(page);
      await arrangement.banner.getByRole('button', { name: 'Mark as lost' }).click();
      await expect(arrangement.dialog).toBeVisible();
      expect(await seriousProblems(page, '[role=dialog]'), 'dialog').toEqual([]);
      await page.keyboard.press('Escape');
    }
  });
}
