import { registerPayment } from '../../support/customer-side';
import { readQr } from '../../support/read-qr';
import { expect, test } from './portal-test';

/** EPC069-12, version 002: what the office's institution asks for, with nothing after the last line. */
const payload = (amount: string) =>
  [
    'BCD',
    '002',
    '1',
    'SCT',
    '',
    'Εφορία (example)',
    'GR1601101250000000012300695',
    `EUR${amount}`,
    '',
    'RF18539007547034',
  ].join('\n');

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test(`the QR code on the screen says to a scanner what is outstanding, byte for byte (${colorScheme})`, async ({
      portal,
      page,
      office,
    }) => {
      const payment = await registerPayment(office, {
        customer: office.customers.papadaki,
        title: `By QR code, ${colorScheme}`,
        instalments: [{ amount: '1234.56', date: '2026-12-15' }],
        more: { paymentCode: { value: 'RF18539007547034', scheme: 'rf' }, confirmed: ['duplicate'] },
      });
      await portal.open();
      await portal.signIn(office.eleni.email);
      await portal.untilLive(() => portal.open(`obligations/${payment.documentId}`));
      await portal.payNext.getByText('QR code for your bank').click();
      await expect(page.getByRole('img', { name: 'QR code to pay €1,234.56 by bank transfer' })).toBeVisible();
      expect(readQr(await page.screenshot())?.toString('utf8')).toBe(payload('1234.56'));

      const paid = { revision: payment.revision, amount: '234.56', paidOn: '2026-11-20', sendEmail: false };
      const settled = await office.admin.post(
        `/payments/instalments/${payment.instalments[0]?.documentId}/settle`,
        paid,
      );
      expect(settled.status).toBe(200);
      const qr = page.getByRole('img', { name: 'QR code to pay €1,000.00 by bank transfer' });
      await expect(qr).toBeVisible();
      // The news of the change have moved it down.
      await qr.scrollIntoViewIfNeeded();
      expect(readQr(await page.screenshot())?.toString('utf8')).toBe(payload('1000.00'));
    });
  });
}
