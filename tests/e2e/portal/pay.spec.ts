import { registerPayment } from '../../support/customer-side';
import { expect, test } from './portal-test';

const instalments = [
  { amount: '70.10', date: '2026-12-15' },
  { amount: '70.10', date: '2027-01-15' },
];
const paymentCode = { value: 'RF18539007547034', scheme: 'rf' };

const proof = { name: 'proof.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') };

test('a contact reports a payment with its proof, and takes it back @journey', async ({ page, portal, office }) => {
  const { documentId } = await registerPayment(office, {
    customer: office.customers.papadaki,
    title: 'Vehicle tax',
    instalments,
    more: { paymentCode },
  });
  await portal.open();
  await portal.signIn(office.eleni.email);
  await portal.open(`obligations/${documentId}`);

  await portal.payNext.getByText('QR code for your bank').click();
  const qr = page.getByRole('img', { name: 'QR code to pay €70.10 by bank transfer' });
  await expect(qr).toBeVisible();
  expect(await qr.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);

  const open = portal.payNext.getByRole('button', { name: 'I have paid' });
  await open.click();
  const dialog = page.getByRole('dialog', { name: 'I have paid' });
  await expect(dialog.getByLabel('Amount (EUR)')).toHaveValue('70.10');
  await dialog.getByLabel('Amount (EUR)').fill('a lot');
  await dialog.getByRole('button', { name: 'Tell the office' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Enter the amount, such as 70.10.');
  await expect(dialog.getByLabel('Amount (EUR)')).toBeFocused();
  await dialog.getByLabel('Amount (EUR)').fill('70,10');
  await dialog.getByLabel('Paid on').fill('2026-11-20');
  await dialog.getByLabel('Proof of payment').setInputFiles(proof);
  await dialog.getByRole('button', { name: 'Tell the office' }).click();

  await expect(dialog).toBeHidden();
  await expect(portal.instalment(1)).toContainText('Reported, being checked');
  await expect(portal.instalment(1)).toContainText('You reported €70.10 as paid on Fri 20 Nov');
  await expect(portal.payNext).toContainText('2/2');

  const download = page.waitForEvent('download');
  await portal.instalment(1).getByRole('button', { name: 'Your file' }).click();
  expect((await download).suggestedFilename()).toContain('Your file');

  await portal.instalment(1).getByRole('button', { name: 'Take back' }).click();
  await expect(portal.instalment(1)).not.toContainText('Reported');
  await expect(portal.payNext).toContainText('1/2');
});

test('a window that was opened is left by Escape, with the focus where it was', async ({ page, portal, office }) => {
  const { documentId } = await registerPayment(office, {
    customer: office.customers.papadaki,
    title: 'Stamp duty',
    instalments,
  });
  await portal.open();
  await portal.signIn(office.eleni.email);
  await portal.open(`obligations/${documentId}`);
  const open = portal.payNext.getByRole('button', { name: 'I have paid' });
  await open.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(open).toBeFocused();
});
