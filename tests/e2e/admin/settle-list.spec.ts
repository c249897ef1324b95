import type { StaffPayment } from '../../../src/plugins/payments/contracts/payment';
import { dataOf } from '../../support/answers';
import { seriousProblems } from '../../support/axe';
import { eur } from '../../support/office';
import { expect, test } from './admin-test';

test('a pasted list is matched line by line and marked paid without a mail @journey', async ({
  page,
  office,
  owe,
  mailbox,
}) => {
  const one = await owe('Listed one', '2031-08-29', { paymentCode: { value: 'LISTED-0001', scheme: 'free' } });
  const shared = { paymentCode: { value: 'LISTED-0002', scheme: 'free' } };
  await owe('Listed twice, first', '2031-08-29', {
    ...shared,
    plan: { kind: 'single', total: eur('70.00'), date: '2031-08-29' },
  });
  const twice = await owe('Listed twice, second', '2031-09-30', {
    ...shared,
    plan: { kind: 'single', total: eur('70.00'), date: '2031-09-30' },
  });
  mailbox.reset();

  await page.goto('/admin/plugins/payments/list');
  await page.getByRole('link', { name: 'Settle from a list' }).click();
  await page
    .getByLabel('A line for each payment')
    .fill(
      ['LISTED-0001;250,00;20/11/2026', 'LISTED-0002;70,00;20/11/2026', 'LISTED-0003;1,00', 'LISTED-0001;12,345'].join(
        '\n',
      ),
    );
  await page.getByRole('button', { name: 'Find the payments' }).click();
  const line = (text: string) => page.getByRole('row').filter({ hasText: text });
  await expect(line('LISTED-0001;250,00')).toContainText('found');
  await expect(line('LISTED-0002')).toContainText('several');
  await expect(line('LISTED-0003')).toContainText('not found');
  await expect(line('LISTED-0001;12,345')).toContainText('not readable');
  expect(await seriousProblems(page)).toEqual([]);

  await page.getByRole('combobox', { name: 'Instalment of line 2' }).click();
  await page.getByRole('option', { name: /second/ }).click();
  await expect(page.getByRole('checkbox', { name: 'Send email to user' })).not.toBeChecked();
  await page.getByRole('button', { name: 'Mark 2 instalments paid' }).click();
  await expect(page.getByText('2 instalments are marked as paid').first()).toBeVisible();
  await expect(line('LISTED-0001;250,00')).toContainText('already paid');
  for (const payment of [one, twice]) {
    const now = await dataOf<StaffPayment>(office.admin.get(`/payments/payments/${payment.documentId}`));
    expect(now.instalments[0]).toMatchObject({ state: 'paid', paidOn: '2026-11-20' });
  }
  expect(mailbox.mails).toHaveLength(0);

  await page.setViewportSize({ width: 375, height: 800 });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBeLessThanOrEqual(0);
  expect(await seriousProblems(page)).toEqual([]);
});
