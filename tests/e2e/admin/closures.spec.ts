import type { OfficeClosure } from '../../../src/plugins/payments/contracts/office-closures';
import { dataOf } from '../../support/answers';
import { expect, test } from './admin-test';

test('the office goes away and comes back: the calendar tells staff, no due date moves @journey', async ({
  closures,
  page,
  office,
  owe,
}) => {
  const payment = await owe('Due in summer', '2027-08-11');
  await closures.open();
  await closures.startNew();
  await closures.fill({ name: 'Summer holidays', first: '9/8/27', last: '8/8/2027' });
  await closures.save();
  await expect(closures.dialog.getByText('The last day lies before the first.')).toBeVisible();
  await closures.fill({ last: '20/8/2027' });
  await closures.save();
  await expect(closures.row('Summer holidays')).toContainText('Mon 09/08/2027 – Fri 20/08/2027');
  await expect(closures.row('Summer holidays')).toContainText('12 days');

  await page.getByRole('button', { name: 'Change Summer holidays' }).click();
  await closures.fill({ last: '' });
  await closures.save();
  await expect(closures.row('Summer holidays')).not.toContainText('days–');
  await expect(closures.row('Summer holidays')).not.toContainText('20/08/2027');
  await page.getByRole('button', { name: 'Change Summer holidays' }).click();
  await closures.fill({ last: '20/8/2027' });
  await closures.save();
  await expect(closures.row('Summer holidays')).toContainText('20/08/2027');

  await page.goto('/admin/plugins/payments-calendar?date=2027-08-01');
  await expect(page.getByText('Summer holidays (office closed)').first()).toBeVisible();
  const [instalment] = (await dataOf<typeof payment>(office.admin.get(`/payments/payments/${payment.documentId}`)))
    .instalments;
  expect(instalment?.dueDate).toBe('2027-08-11');

  await closures.open();
  await page.getByRole('button', { name: 'Delete Summer holidays' }).click();
  await closures.dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('The office is always open from today on')).toBeVisible();
  expect(await dataOf<OfficeClosure[]>(office.admin.get('/payments/office-closures'))).toEqual([]);
});
