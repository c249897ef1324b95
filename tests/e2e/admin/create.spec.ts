import { dataOf } from '../../support/answers';
import { expect, test } from './admin-test';

test('an impossible plan is mended by its buttons, and what is saved is what they made @journey', async ({
  create,
  page,
  office,
  portal,
}) => {
  await create.open('Automatic creation of instalments');
  await create.describe(/papadaki/i, 'Mended by a button');
  await create.plan({ total: '2.000,00', amount: '300', first: '31/1/28' });
  // two of three were typed: the third is proposed, ⌈2000 ÷ 300⌉
  await expect(create.field('Number of instalments')).toHaveValue('7');
  await expect(create.rows).toHaveCount(7);

  await create.plan({ count: '4' });
  await expect(create.refused).toContainText('4 × 300,00 leaves 800,00 of 2.000,00.');
  await create.refused.getByRole('button', { name: 'Use 500,00 € each' }).click();
  await expect(create.refused).toBeHidden();
  await expect(create.rows).toHaveCount(4);
  await expect(create.field('Amount of the instalment')).toHaveValue('500,00');

  await create.plan({ amount: '300' });
  await create.refused.getByRole('button', { name: 'Use 7 instalments' }).click();
  await expect(create.rows).toHaveCount(7);
  await expect(create.rows.last()).toContainText('200,00');

  await create.plan({ count: '9' });
  await expect(create.refused).toContainText('9 × 300,00 leaves nothing of 2.000,00 for the last one.');
  const repairs = create.refused.getByRole('button');
  for (let index = 0; index < (await repairs.count()); index += 1) {
    // each by itself makes a plan
    await create.plan({ amount: '300', count: '9' });
    await repairs.nth(index).click();
    await expect(create.refused).toBeHidden();
    await create.plan({ amount: '300', count: '9' });
    await expect(create.refused).toBeVisible();
  }
  await repairs.filter({ hasText: '7 instalments' }).click();
  await expect(create.rows).toHaveCount(7);
  await create.create();
  await expect(page.getByRole('heading', { name: 'Mended by a button' })).toBeVisible();

  const documentId = new URL(page.url()).pathname.split('/').at(-1);
  const { instalments } = await dataOf<{ instalments: unknown[] }>(
    office.admin.get(`/payments/payments/${documentId}`),
  );
  expect(instalments).toHaveLength(7);
  await portal.open();
  await portal.signIn(office.eleni.email);
  await portal.open(`obligations/${documentId}`);
  await expect(portal.instalment(7)).toContainText('€200.00');
});

test('each two of total, amount and number propose the third, and what was typed is never overwritten', async ({
  create,
}) => {
  await create.open('Automatic creation of instalments');
  await create.plan({ amount: '150', count: '8' });
  await expect(create.field('Total')).toHaveValue('1.200,00');
  await create.open('Automatic creation of instalments');
  await create.plan({ total: '1000', count: '3' });
  await expect(create.field('Amount of the instalment')).toHaveValue('333,33');
  await create.plan({ count: '4' });
  await expect(create.field('Amount of the instalment')).toHaveValue('250,00');
  await create.plan({ amount: '200' });
  await create.plan({ count: '5' });
  await expect(create.field('Amount of the instalment')).toHaveValue('200,00');
  await expect(create.field('Total')).toHaveValue('1.000,00');
});

test('a date is kept on a closed day with a warning, and not moved by it', async ({ create }) => {
  await create.open('One-off');
  await create.plan({ total: '100', date: '28/10/2027' });
  await expect(create.rows.first()).toContainText('Fri 29/10/2027');
  await expect(create.warnings).toHaveCount(0);
  await create.page.getByRole('checkbox', { name: 'Keep this date even if the day is closed' }).click();
  await expect(create.rows.first()).toContainText('Thu 28/10/2027');
  await expect(create.warnings).toContainText('28/10/2027 is a closed day');
  await create.plan({ date: '30/10/2027' });
  await expect(create.warnings).toContainText('30/10/2027 is on a weekend');
});

test('an expected holiday and the end of the moon’s tables are said before anything is saved', async ({
  create,
  withSettings,
}) => {
  await create.open('One-off');
  await create.plan({ total: '100', date: '4/5/2027' });
  await expect(create.warnings).toContainText('04/05/2027 is expected to become a holiday');
  await expect(create.rows.first()).toContainText('Tue 04/05/2027');

  await withSettings({ country: 'TR' });
  await create.open('One-off');
  await create.plan({ total: '100', date: '4/5/2080' });
  await expect(create.warnings).toContainText('Movable feasts are known only until 31/12/2076');
});

test('a customer made on the way gets a plan typed row by row, with (+) and Enter, once nothing is left to allocate', async ({
  create,
  page,
  mailbox,
}) => {
  await create.open('Manual');
  await page.getByRole('button', { name: 'New customer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name of the customer').fill('Νέα Πελάτισσα');
  await dialog.getByLabel('Name of the contact').fill('Νίκη Νέα');
  await dialog.getByLabel('Email').fill('niki@example.com');
  await dialog.getByRole('button', { name: 'Create customer' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Customer' })).toHaveValue(/Νέα Πελάτισσα/);

  await page.getByLabel('Title').fill('Typed by hand');
  await create.plan({ total: '1.000,00' });
  await create.row(1).amount.fill('600');
  await create.row(1).date.fill('15/1/27');
  await page.getByRole('button', { name: 'Add instalment' }).click();
  // what (+) suggests: the rest, a period later
  await expect(create.row(2).amount).toHaveValue('400,00');
  await expect(create.row(2).date).toHaveValue('15/02/2027');
  await create.row(2).amount.fill('300');
  await expect(page.getByText('Still to allocate: 100,00 €')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toBeDisabled();
  await create.row(2).amount.press('Enter');
  await expect(create.row(3).amount).toHaveValue('100,00');
  await expect(page.getByText('Still to allocate: 0,00 €')).toBeVisible();
  await expect(create.rows).toHaveCount(3);
  await create.create();
  await expect(page.getByRole('heading', { name: 'Typed by hand' })).toBeVisible();

  const mail = await mailbox.waitFor(({ recipients }) => recipients.includes('niki@example.com'));
  expect(mail.text).toContain('Typed by hand');
  expect(mail.text).toContain('600,00');
});

test('a code is checked as it is typed, and one of another payer is saved only when staff say so', async ({
  create,
  page,
  office,
}) => {
  // A debt of the payer 100000003; Papadaki's own number is another.
  const debt = '100000003000000000000000000001';
  await create.open('One-off');
  await create.describe(/papadaki/i, 'Somebody else’s debt');
  await page.getByRole('combobox', { name: 'Kind of code' }).click();
  await page.getByRole('option', { name: 'Tax debt ID (30 digits)' }).click();
  const code = create.field('Payment code');
  await code.fill(debt.replace('100000003', '100000004'));
  await code.press('Tab');
  await expect(code).toHaveAttribute('aria-invalid', 'true');
  await code.fill(debt);
  await code.press('Tab');
  await expect(code).toHaveValue('100000003 000000000 000000000001');
  await expect(page.getByText('✓ Tax debt ID (30 digits)')).toBeVisible();

  await create.plan({ total: '75,00', date: '29/1/27' });
  await create.create();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('carries another tax number');
  await question.getByRole('button', { name: 'Go back and check' }).click();
  const before = await office.admin.get<{ data: unknown[] }>('/payments/payments?q=Somebody');
  expect(before.body.data).toEqual([]);
  await create.create();
  await question.getByRole('button', { name: 'Save anyway' }).click();
  await expect(page.getByRole('heading', { name: 'Somebody else’s debt' })).toBeVisible();
});
