import type { OfficeClosedDay } from '../../../src/plugins/payments/contracts/closed-days';
import { dataOf } from '../../support/answers';
import { seriousProblems } from '../../support/axe';
import { expect, test } from './admin-test';

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on a payment, its form, the calendar and the notices, ${theme}`, async ({
    page,
    owe,
  }) => {
    test.slow();
    const { documentId } = await owe(`Under axe, ${theme}`, '2027-09-01', {
      paymentCode: { value: 'RF18539007547034', scheme: 'rf' },
      confirmed: ['duplicate'],
    });
    await page.evaluate((name) => localStorage.setItem('STRAPI_THEME', name), theme);
    for (const [path, ready] of [
      [`payments/${documentId}`, '1 instalment'],
      [`payments/create?like=${documentId}`, 'Register a payment'],
      ['payments-calendar?date=2027-09-01', 'September 2027'],
      ['payments-calendar?date=2027-09-01&view=table', 'Under axe'],
      ['payments/notices', 'Notices'],
      ['payments/customers', 'Papadaki Eleni'],
      ['payments/settings/texts', 'Mail texts'],
    ] as const) {
      await page.goto(`/admin/plugins/${path}`);
      await expect(page.getByRole('main').getByText(ready).first()).toBeVisible();
      expect(await seriousProblems(page), path).toEqual([]);
    }
  });
}

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
      ['contacts', 'Boris Vorias', 'New contact'],
    ] as const) {
      await page.goto(`/admin/plugins/payments/${path}`);
      await expect(page.getByText(ready).first()).toBeVisible();
      expect(await seriousProblems(page), path).toEqual([]);
      if (!opener) continue;
      await page.getByRole('button', { name: opener }).first().click();
      await page.getByRole('dialog').waitFor();
      expect(await seriousProblems(page, '[role=dialog]'), opener).toEqual([]);
    }

    await dataOf(office.admin.delete(`/payments/closed-days/${day.documentId}`));
    expect(await dataOf(office.admin.get('/payments/closed-days/effects'))).toEqual([]);
  });
}
