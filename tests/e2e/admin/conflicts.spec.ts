import type { StaffPayment } from '../../../src/plugins/payments/contracts/payment';
import { dataOf } from '../../support/answers';
import { expect, test } from './admin-test';

const plan = {
  kind: 'manual',
  total: { value: '300.00', currency: 'EUR' },
  convention: 'unadjusted',
  instalments: [
    { amount: '100.00', date: '2027-03-15' },
    { amount: '200.00', date: '2027-04-15' },
  ],
};

test('two staff edit one payment: the second sees what the first changed, keeps what was typed, and saves @journey', async ({
  page,
  office,
  owe,
  portal,
}) => {
  const payment = await owe('Edited by two', '', { plan });
  await page.goto(`/admin/plugins/payments/${payment.documentId}`);
  await page.getByLabel('Description').fill('Written by the second');
  await page.getByLabel('Manager comments').fill('Not for the customer');

  // the first, meanwhile: twice, so that both are told
  const first = await dataOf<StaffPayment>(
    office.admin.put(`/payments/payments/${payment.documentId}`, {
      revision: payment.revision,
      title: 'Renamed by the first',
      sendEmail: false,
    }),
  );
  await dataOf(
    office.admin.post(`/payments/instalments/${payment.instalments[0]?.documentId}/settle`, {
      revision: first.revision,
      paidOn: '2026-11-20',
      sendEmail: false,
    }),
  );

  const bar = page.getByRole('region', { name: 'Unsaved changes' });
  await bar.getByRole('button', { name: 'Save' }).click();
  const conflict = page.getByRole('alert').filter({ hasText: 'Renamed by the first' });
  await expect(conflict).toContainText('Edited by two');
  await expect(conflict).toContainText('Anna Admin');
  await expect(conflict.getByRole('listitem')).not.toHaveCount(0);
  // the fields that were left alone show what the first made of them, the others what was typed
  await expect(page.getByLabel('Title')).toHaveValue('Renamed by the first');
  await expect(page.getByLabel('Description')).toHaveValue('Written by the second');
  await expect(page.getByRole('row').filter({ hasText: '1/2' })).toContainText('Paid');

  await bar.getByRole('button', { name: 'Save' }).click();
  await expect(conflict).toHaveCount(0);
  await expect(bar).toHaveCount(0);
  const saved = await dataOf<StaffPayment>(office.admin.get(`/payments/payments/${payment.documentId}`));
  expect(saved).toMatchObject({
    title: 'Renamed by the first',
    description: 'Written by the second',
    managerComments: 'Not for the customer',
  });
  await portal.open();
  await portal.signIn(office.eleni.email);
  await portal.open(`obligations/${payment.documentId}`);
  await expect(portal.heading('Renamed by the first')).toBeVisible();
  await expect(portal.page.getByText('Written by the second').first()).toBeVisible();
  await expect(portal.instalment(1)).toContainText('Paid');
});

test('two staff edit one instalment: the dialog shows what changed, keeps what was typed, and saves over it', async ({
  page,
  office,
  owe,
}) => {
  const payment = await owe('Instalment of two', '', { plan });
  const [, second] = payment.instalments;
  await page.goto(`/admin/plugins/payments/${payment.documentId}`);
  await page.getByRole('radio', { name: 'Select instalment 2/2' }).click();
  await page.getByRole('toolbar', { name: 'Selected instalment' }).getByRole('button', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Deadline/).fill('20/4/2027');
  const change = (revision: number, amount: string) =>
    dataOf<StaffPayment>(
      office.admin.put(`/payments/instalments/${second?.documentId}`, {
        revision,
        amount,
        rest: 'total',
        sendEmail: false,
      }),
    );
  const { revision } = await change(payment.revision, '250.00');

  await dialog.getByRole('button', { name: 'Save' }).click();
  const conflict = dialog.getByRole('alert');
  await expect(conflict).toContainText('200,00');
  await expect(conflict).toContainText('250,00');
  await expect(dialog.getByLabel(/^Amount/)).toHaveValue('250,00');
  await expect(dialog.getByLabel(/^Deadline/)).toHaveValue('20/04/2027');

  // and once more before it is saved: what is told is never from before
  await change(revision, '260.00');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(conflict).toContainText('260,00');
  await expect(dialog.getByLabel(/^Amount/)).toHaveValue('260,00');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  const seen = await office.eleni.http.get<{ data: { instalments: { amount: { value: string }; dueDate: string }[] } }>(
    `/api/payments/obligations/${payment.documentId}`,
  );
  expect(seen.body.data.instalments[1]).toMatchObject({ amount: { value: '260.00' }, dueDate: '2027-04-20' });
});
