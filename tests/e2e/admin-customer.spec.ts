import { signInToAdmin } from '../support/admin-page';
import { seriousProblems } from '../support/axe';
import { registerPayment } from '../support/customer-side';
import { expect, test } from './portal/portal-test';

const instalments = [
  { amount: '100.00', date: '2027-05-14' },
  { amount: '150.00', date: '2027-06-14' },
];
const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(64, 7)]);

test('a customer’s page shows what is owed, invites a contact, prints a statement and archives @journey', async ({
  page,
  portal,
  office,
  server,
  mailbox,
}) => {
  void portal;
  await registerPayment(office, { customer: office.customers.kafe, title: 'Pavement of Kafe', instalments });
  await signInToAdmin(page);
  await page.goto('/admin/plugins/payments/customers?q=kafe');
  await page.getByRole('link', { name: 'Kafe Elenis IKE' }).click();
  await expect(page.getByRole('heading', { name: 'Kafe Elenis IKE', level: 1 })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Pavement of Kafe' })).toContainText('250,00');
  expect(await seriousProblems(page)).toEqual([]);

  await page.getByRole('button', { name: 'Invite Eleni Papadaki to the portal' }).click();
  await expect(page.getByText('An invitation to eleni@example.com is on its way')).toBeVisible();
  await server.evaluate(({ strapi }) => strapi.plugin('payments').service('notices').tick());
  await mailbox.waitFor(({ recipients }) => recipients.includes('eleni@example.com'));

  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Change who is responsible' }).click();
  await page.getByRole('combobox', { name: 'Responsible' }).click();
  await page.getByRole('option', { name: 'Anna Admin' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Responsible: Anna Admin')).toBeVisible();

  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Statement' }).click();
  await expect(page.getByRole('heading', { name: 'Statement: Kafe Elenis IKE' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Pavement of Kafe' })).toHaveCount(2);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-paper]')).toBeVisible();
  await expect(page.locator('[data-paper] tbody tr')).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });

  await page.goBack();
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
  await expect(page.getByText('Archived', { exact: true })).toBeVisible();
  const answer = await office.admin.get<{ data: { archivedAt: string | null } }>(
    `/payments/customers/${office.customers.kafe}`,
  );
  expect(answer.body.data.archivedAt).not.toBeNull();
  await office.admin.post(`/payments/customers/${office.customers.kafe}/archive`, { archived: false });
});

test('a file is attached where the customer finds it, and the payment is registered once more @journey', async ({
  page,
  portal,
  office,
}) => {
  void portal;
  const payment = await registerPayment(office, {
    customer: office.customers.papadaki,
    title: 'With its notice',
    instalments,
  });
  await signInToAdmin(page);
  await page.goto(`/admin/plugins/payments/${payment.documentId}`);
  const attachments = page.getByRole('region', { name: 'Attachments' });
  await attachments
    .locator('input[type=file]')
    .setInputFiles({ name: 'notice.png', mimeType: 'image/png', buffer: png });
  await expect(attachments).toContainText('notice.png');
  const seen = await office.eleni.http.get<{ data: { attachments: { name: string }[] } }>(
    `/api/payments/obligations/${payment.documentId}`,
  );
  expect(seen.body.data.attachments.map(({ name }) => name)).toEqual(['notice.png']);

  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Same again' }).click();
  await expect(page.getByRole('heading', { name: 'Register a payment' })).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('With its notice');
  await expect(page.getByRole('combobox', { name: 'Customer' })).toHaveValue(/Papadaki Eleni/);
});

test('the agenda says of each day how many and how much, and prints @journey', async ({ page, portal, office }) => {
  void portal;
  await registerPayment(office, { customer: office.customers.boreas, title: 'In the agenda', instalments });
  await signInToAdmin(page);
  await page.goto('/admin/plugins/payments-calendar?date=2027-06-01&q=agenda');
  await page.getByRole('button', { name: 'Agenda', exact: true }).click();
  const day = page.getByRole('region', { name: 'Mon 14/06/2027' });
  await expect(day).toContainText('1 instalment · 150,00 €');
  await expect(day.getByRole('link', { name: 'In the agenda' })).toBeVisible();
  expect(await seriousProblems(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-paper] tbody tr')).toHaveCount(1);
  await page.emulateMedia({ media: 'screen' });
  await day.getByRole('link', { name: 'In the agenda' }).click();
  await expect(page.getByRole('dialog')).toContainText('2/2');
});
