import { registerPayment } from '../../support/customer-side';
import { allProblems } from '../../support/axe';
import { expect, test } from './portal-test';

const longTitle = 'Δημοτικά τέλη και λοιπές υποχρεώσεις καθαριότητας καταστήματος τρίτου τριμήνου';

test.describe('on a small phone, in Greek, in the dark', () => {
  test.use({
    viewport: { width: 320, height: 640 },
    locale: 'el-GR',
    colorScheme: 'dark',
    isMobile: true,
    hasTouch: true,
  });

  test('every page fits, and axe finds nothing @journey', async ({ page, office, portal }) => {
    const { documentId } = await registerPayment(office, {
      customer: office.customers.papadaki,
      title: longTitle,
      instalments: Array.from({ length: 120 }, (_, index) => ({
        amount: '12345.67',
        date: `${2026 + Math.floor((index + 11) / 12)}-${String(((index + 11) % 12) + 1).padStart(2, '0')}-28`,
      })),
      more: { paymentCode: { value: 'RF18539007547034', scheme: 'rf' } },
    });
    const check = async () => {
      expect(await portal.overflow()).toBe(0);
      expect(await allProblems(page)).toEqual([]);
    };

    await portal.open();
    await expect(portal.heading('Σύνδεση')).toBeVisible();
    await check();
    await page.getByLabel('Email').fill(office.eleni.email);
    await page.getByLabel('Κωδικός πρόσβασης', { exact: true }).fill('Contact-pass-1234');
    await page.getByRole('button', { name: 'Σύνδεση' }).click();
    await expect(page.getByRole('heading', { name: 'Επόμενη πληρωμή' })).toBeVisible();
    await check();
    await portal.open(`obligations/${documentId}`);
    await expect(portal.heading(longTitle)).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'Δόση 120 από 120' })).toContainText('12.345,67');
    await check();
    await portal.open('nowhere');
    await expect(portal.heading('Η σελίδα δεν υπάρχει')).toBeVisible();
    await check();
  });
});

test('the page runs under its own strict policy, without an inline script or style', async ({
  page,
  portal,
  office,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
  const response = await page.goto('/portal/');
  expect(response?.headers()['content-security-policy']).not.toContain('unsafe');
  await portal.signIn(office.eleni.email);
  await expect(portal.heading('Your payments')).toBeVisible();
  expect(await page.locator('[style], style, script:not([src])').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('the language is chosen on the page and kept', async ({ page, portal }) => {
  await portal.open();
  await page.getByRole('button', { name: 'Ελληνικά' }).click();
  await expect(portal.heading('Σύνδεση')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'el');
  await page.reload();
  await expect(portal.heading('Σύνδεση')).toBeVisible();
});
