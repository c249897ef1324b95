import type { StaffPayment } from '../../../src/plugins/payments/contracts/payment';
import { dataOf } from '../../support/answers';
import { createPayment, eur } from '../../support/office';
import { expect, test } from './admin-test';

const manual = (...instalments: { amount: string; date: string; paymentCode?: string }[]) => ({
  kind: 'manual' as const,
  total: eur(instalments.reduce((sum, { amount }) => sum + Number(amount), 0).toFixed(2)),
  convention: 'unadjusted',
  instalments,
});

test('chosen instalments are reminded of, paused, resumed, settled and cancelled, each with its result @journey', async ({
  calendar,
  office,
  owe,
  mailbox,
  portal,
  server,
}) => {
  test.slow();
  const read = ({ documentId }: StaffPayment) =>
    dataOf<StaffPayment>(office.admin.get(`/payments/payments/${documentId}`));
  const tick = () => server.evaluate(({ strapi }) => strapi.plugin('payments').service('ticker').tick());
  const due = (day: string, amount: string) => ({ amount, date: `2027-06-${day}` });
  const rent = await owe('Bulk rent', '', { plan: manual(due('04', '10.00'), due('11', '20.00'), due('18', '30.00')) });
  const tax = await owe('Bulk tax', '', { plan: manual(due('07', '40.00')) });
  const nobody = await dataOf<{ documentId: string }>(
    office.admin.post('/payments/customers', { name: 'Nobody Acts' }),
  );
  await createPayment(office.admin, nobody.documentId, {
    title: 'Bulk of nobody',
    plan: manual(due('08', '50.00')),
    sendEmail: false,
  });

  await calendar.open('date=2027-06-01&view=table&q=Bulk');
  await expect(calendar.row('Bulk ')).toHaveCount(5);
  const [first, second, third] = [1, 2, 3].map((number) => `Bulk rent ${number}/3 of Papadaki Eleni`) as [
    string,
    string,
    string,
  ];
  const one = 'Bulk tax 1/1 of Papadaki Eleni';

  mailbox.reset();
  await calendar.select(first, one, 'Bulk of nobody 1/1 of Nobody Acts');
  await expect(calendar.bulk).toContainText('3 instalments selected');
  expect(await calendar.act('Remind now')).toEqual([
    'Nobody Acts · Bulk of nobody · 1/1: No contact with an email address',
    'Papadaki Eleni · Bulk rent · 1/3: Done',
    'Papadaki Eleni · Bulk tax · 1/1: Done',
  ]);
  await tick();
  const reminder = await mailbox.waitFor(({ recipients }) => recipients.includes('eleni@example.com'), 20_000);
  for (const text of ['Bulk rent', '10,00', 'Bulk tax', '40,00']) expect(reminder.text).toContain(text);
  expect(mailbox.mails).toHaveLength(1);

  await calendar.select(second);
  expect(await calendar.act('Pause reminders')).toEqual(['Papadaki Eleni · Bulk rent · 2/3: Done']);
  expect((await read(rent)).remindersPaused).toBe(true);
  await calendar.select(third);
  expect(await calendar.act('Pause reminders')).toEqual(['Papadaki Eleni · Bulk rent · 3/3: Was so already']);
  await calendar.select(third);
  expect(await calendar.act('Resume reminders')).toEqual(['Papadaki Eleni · Bulk rent · 3/3: Done']);
  expect((await read(rent)).remindersPaused).toBe(false);

  await calendar.select(second, one);
  expect(await calendar.act('Mark paid')).toEqual([
    'Papadaki Eleni · Bulk rent · 2/3: Done',
    'Papadaki Eleni · Bulk tax · 1/1: Done',
  ]);
  expect((await read(rent)).instalments.map(({ state }) => state)).toEqual(['upcoming', 'paid', 'upcoming']);
  expect((await read(tax)).state).toBe('settled');

  mailbox.reset();
  await calendar.select(second, third);
  expect(await calendar.act('Cancel instalments', { loud: true })).toEqual([
    'Papadaki Eleni · Bulk rent · 2/3: Is paid already',
    'Papadaki Eleni · Bulk rent · 3/3: Done',
  ]);
  await expect(calendar.row('3/3')).toContainText('Cancelled');

  // what the customer got: the state of each in the portal
  await portal.open();
  await portal.signIn(office.eleni.email);
  await portal.open(`obligations/${rent.documentId}`);
  await expect(portal.instalment(2)).toContainText('Paid');
  await expect(portal.instalment(3)).toContainText('Cancelled');
  await expect(portal.instalment(1)).not.toContainText('Cancelled');
});

test('of 120 on one day the month counts and sums what it has no room for, and opens that day', async ({
  calendar,
  page,
  office,
}) => {
  test.slow();
  const rows = Array.from({ length: 40 }, () => ({ amount: '10.00', date: '2027-07-14' }));
  for (const customer of Object.values(office.customers)) {
    await createPayment(office.admin, customer, { title: 'Crowded day', plan: manual(...rows), sendEmail: false });
  }
  await calendar.open('date=2027-07-01&q=Crowded');
  await expect(page.getByRole('button', { name: /Crowded day/ })).toHaveCount(4);
  const more = page.getByRole('button', { name: /^116 instalments more/ });
  await expect(more).toHaveText('+116 · 1.160,00 €');
  await more.click();

  await expect(page.getByRole('heading', { name: 'Wed 14/07/2027' })).toBeVisible();
  await expect(page.getByText('120 entries')).toBeVisible();
  const query = () => Object.fromEntries(new URL(page.url()).searchParams);
  expect(query()).toMatchObject({ view: 'table', day: '2027-07-14', q: 'Crowded' });
  await page.getByRole('button', { name: 'Agenda' }).click();
  const day = page.getByRole('region', { name: 'Wed 14/07/2027' });
  await expect(day).toContainText('120 instalments · 1.200,00 €');
  // the switch of the view and the browser's back button keep filters and date
  expect(query()).toMatchObject({ view: 'agenda', date: '2027-07-01', q: 'Crowded' });
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Wed 14/07/2027' })).toBeVisible();
  await page.getByRole('button', { name: 'Whole month' }).click();
  await expect(page.getByRole('heading', { name: 'July 2027' })).toBeVisible();

  await page.getByRole('combobox', { name: 'State' }).click();
  await page.getByRole('option', { name: 'Paid', exact: true }).click();
  await expect(page.getByText('No instalments are due')).toBeVisible();
  expect(query()).toMatchObject({ state: 'paid', q: 'Crowded' });
  await page.reload();
  await expect(page.getByText('No instalments are due')).toBeVisible();
});

test('the table copies a code as banks take it, and prints what it shows', async ({ calendar, page, owe, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await owe('Copied code', '2027-08-04', { paymentCode: { value: 'RF18539007547034', scheme: 'rf' } });
  await calendar.open('date=2027-08-01&view=table&q=Copied');
  const row = calendar.row('Copied code');
  await expect(row).toContainText('RF18 5390 0754 7034');
  await row.getByRole('button', { name: 'Copy the payment code' }).click();
  await expect(page.getByText('Payment code copied').first()).toBeVisible();
  expect(await calendar.clipboard()).toBe('RF18539007547034');
  await expect(page).toHaveURL(/payments-calendar/);

  await page.emulateMedia({ media: 'print' });
  await expect(calendar.paper.locator('tbody tr')).toHaveCount(1);
  await expect(calendar.paper).toContainText('RF18 5390 0754 7034');
  await expect(page.getByLabel('Search instalments')).toBeHidden();
});
