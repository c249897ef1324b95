import type { StaffPayment } from '../../../src/plugins/payments/contracts/payment';
import { dataOf } from '../../support/answers';
import { createInstitution } from '../../support/office';
import { png } from '../../support/private-files';
import { expect, test } from './admin-test';

const idOf = (url: string) => new URL(url).pathname.split('/').at(-1) ?? '';

test('files chosen before saving come with the payment, and the customer reads them @journey', async ({
  create,
  page,
  office,
  portal,
}) => {
  await create.open('One-off');
  await create.describe(/papadaki/i, 'Registered with files');
  await create.attach(
    { name: 'Ειδοποίηση.png', mimeType: 'image/png', buffer: png },
    { name: 'wrong.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<script>') },
  );
  await create.plan({ total: '75', date: '29/1/27' });
  await create.create();
  // one of the two is none: nothing is registered, and what was typed stays
  await expect(create.files).toContainText('Choose a PDF, a JPEG, a PNG or a WebP.');
  const none = await office.admin.get<{ data: unknown[] }>('/payments/payments?q=Registered%20with');
  expect(none.body.data).toEqual([]);
  await page.getByRole('button', { name: 'Remove wrong.pdf' }).click();
  await create.create();
  await expect(page.getByRole('heading', { name: 'Registered with files' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Attachments' })).toContainText('Ειδοποίηση.png');

  const documentId = idOf(page.url());
  await portal.open();
  await portal.signIn(office.eleni.email);
  await portal.open(`obligations/${documentId}`);
  const download = portal.page.waitForEvent('download');
  await portal.page.getByText('Ειδοποίηση.png').click();
  expect((await download).suggestedFilename()).toBe('Ειδοποίηση.png');
});

test('an institution with a code for each instalment asks for them beside the rows; a half-typed one takes no row away', async ({
  create,
  page,
  office,
  portal,
}) => {
  await createInstitution(office.admin, 'Municipality of rows', { codeScheme: 'rf', codeScope: 'instalment' });
  await create.open('Manual');
  await create.describe(/papadaki/i, 'A code a row');
  await create.institution('Municipality', /Municipality of rows/);
  await expect(create.field('Payment code')).toHaveCount(0);
  await expect(page.getByText('issues a code for each instalment')).toBeVisible();

  await create.plan({ total: '300' });
  // amounts from a sheet, then the codes beside them
  await create.row(1).date.fill('15/1/27');
  await create.paste(create.row(1).amount, '100,00 €\r\n100,00 €\r\n100,00 €\r\n');
  await expect(create.row(3).date).toHaveValue('15/03/2027');
  await expect(create.rows).toHaveCount(3);
  await create.row(2).code.fill('RF18 5390');
  await create.row(2).code.press('Tab');
  await expect(create.row(2).code).toHaveAttribute('aria-invalid', 'true');
  await expect(create.rows).toHaveCount(3);
  await create.plan({ total: '400' });
  await create.row(3).amount.fill('200');
  await create.row(3).amount.press('Tab');
  await expect(create.rows.last()).toContainText('200,00');
  await create.create();
  await expect(page.getByRole('heading', { name: 'Register a payment' })).toBeVisible();

  await create.paste(create.row(1).code, 'rf18539007547034\nRF712348231\nRF98911565990000000012345');
  await create.create();
  await expect(page.getByRole('heading', { name: 'A code a row' })).toBeVisible();
  const { paymentCode, instalments } = await dataOf<StaffPayment>(
    office.admin.get(`/payments/payments/${idOf(page.url())}`),
  );
  expect(paymentCode).toBeNull();
  expect(instalments.map((row) => [row.amount.value, row.paymentCode?.value])).toEqual([
    ['100.00', 'RF18539007547034'],
    ['100.00', 'RF712348231'],
    ['200.00', 'RF98911565990000000012345'],
  ]);
  const documentId = idOf(page.url());
  await portal.open();
  await portal.signIn(office.eleni.email);
  await portal.open(`obligations/${documentId}`);
  await expect(portal.instalment(1)).toContainText('RF18 5390 0754 7034');
});

test('a payment is registered without a mouse: Tab from field to field, Enter for the next row', async ({
  create,
  page,
  office,
}) => {
  await create.open('Manual');
  const { keyboard } = page;
  await page.getByRole('combobox', { name: 'Customer' }).focus();
  await keyboard.type('papad');
  await expect(page.getByRole('option', { name: /Papadaki/ })).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Customer' })).toHaveValue(/Papadaki/);
  const fields = ['Institution', 'Title', 'Payment code', 'Kind of code', 'Description'];
  const visited: string[] = [];
  for (let presses = 0; presses < 14 && visited.length < fields.length; presses += 1) {
    await keyboard.press('Tab');
    const label = await create.focused();
    if (fields.includes(label)) visited.push(label);
  }
  expect(visited).toEqual(fields);
  await create.field('Title').focus();
  await keyboard.type('By keyboard');

  await create.field('Total').focus();
  await keyboard.type('300');
  await create.row(1).amount.focus();
  await keyboard.type('100');
  await keyboard.press('Tab');
  expect(await create.focused()).toBe('Date of instalment 1');
  await keyboard.type('15/1/27');
  await keyboard.press('Enter');
  await expect(create.row(2).amount).toBeFocused();
  await expect(create.row(2).date).toHaveValue('15/02/2027');
  await keyboard.press('Enter');
  await expect(create.row(3).amount).toBeFocused();
  await expect(create.rows).toHaveCount(3);
  await page.getByRole('button', { name: 'Create', exact: true }).focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'By keyboard' })).toBeVisible();
  const seen = await office.eleni.http.get<{ data: { instalmentCount: number } }>(
    `/api/payments/obligations/${idOf(page.url())}`,
  );
  expect(seen.body.data.instalmentCount).toBe(3);
});

test('a one-off that is paid already is said so by a box, and old rows under a plan that cannot be are called old', async ({
  create,
  page,
  office,
}) => {
  await create.open('One-off');
  await create.describe(/papadaki/i, 'Paid before it was registered');
  await create.plan({ total: '40', date: '2/11/2026' });
  await page.getByRole('checkbox', { name: 'Already paid' }).click();
  await expect(create.rows.first()).toContainText('Paid');
  await create.plan({ date: '31/2/2027' });
  await expect(page.getByText('these are the rows of the last one that could be made')).toBeVisible();
  await create.plan({ date: '2/11/2026' });
  await expect(page.getByText('these are the rows of the last one that could be made')).toHaveCount(0);
  await create.create();
  await expect(page.getByRole('heading', { name: 'Paid before it was registered' })).toBeVisible();
  const seen = await office.eleni.http.get<{ data: { state: string } }>(
    `/api/payments/obligations/${idOf(page.url())}`,
  );
  expect(seen.body.data.state).toBe('settled');
});

test('same again takes over how the total is shared out, and leaving what was typed is asked about', async ({
  create,
  page,
  owe,
}) => {
  const { documentId } = await owe('Again and again', '', {
    plan: {
      kind: 'automatic',
      total: { value: '1000.00', currency: 'EUR' },
      amount: '300.00',
      count: 4,
      firstDate: '2027-01-29',
      period: 'bimonthly',
      convention: 'preceding',
    },
  });
  await page.goto(`/admin/plugins/payments/create?like=${documentId}`);
  await expect(create.field('Total')).toHaveValue('1.000,00');
  await expect(create.field('Amount of the instalment')).toHaveValue('300,00');
  await expect(create.field('Number of instalments')).toHaveValue('4');
  await expect(page.getByRole('combobox', { name: 'Repayment period' })).toHaveText('Every two months');
  await expect(create.field('Date of the first instalment')).toHaveValue('');
  await create.plan({ first: '29/7/27' });
  await expect(create.rows).toHaveCount(4);
  await expect(create.rows.last()).toContainText('100,00');

  await page.getByRole('button', { name: 'Cancel' }).click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(create.rows).toHaveCount(4);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await question.getByRole('button', { name: /Leave/ }).click();
  await expect(page.getByRole('heading', { name: 'Payments', level: 1 })).toBeVisible();
});

test('one instalment more is proposed a period after the last, as much as it', async ({ page, office, owe }) => {
  const { documentId } = await owe('One more', '', {
    plan: {
      kind: 'automatic',
      total: { value: '300.00', currency: 'EUR' },
      amount: '100.00',
      count: 3,
      firstDate: '2027-01-29',
      period: 'monthly',
      convention: 'following',
    },
  });
  await page.goto(`/admin/plugins/payments/${documentId}`);
  await page.getByRole('button', { name: 'Add instalment' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel(/^Amount/)).toHaveValue('100,00');
  await expect(dialog.getByLabel(/^Deadline/)).toHaveValue('29/04/2027');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toBeHidden();
  const seen = await office.eleni.http.get<{ data: { instalmentCount: number; total: { value: string } } }>(
    `/api/payments/obligations/${documentId}`,
  );
  expect(seen.body.data).toMatchObject({ instalmentCount: 4, total: { value: '400.00' } });
});
