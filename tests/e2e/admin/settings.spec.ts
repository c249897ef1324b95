import type { SettingsValue } from '../../../src/plugins/payments/contracts/settings';
import { dataOf } from '../../support/answers';
import type { CustomerSide } from '../../support/customer-side';
import { expect, test } from './admin-test';

const settingsOf = ({ admin }: CustomerSide) => dataOf<SettingsValue>(admin.get('/payments/settings'));

test('the office’s name and reply-to are changed, and the next mail bears them @journey', async ({
  settings,
  withSettings,
  office,
  mailbox,
  server,
  page,
  owe,
}) => {
  await withSettings({});
  await settings.open();
  await expect(settings.saveButton).toBeDisabled();
  await settings.field('Office name').fill('Παπαδάκη και Συνεργάτες');
  await settings.field('Reply-to address').fill('office');
  await settings.field('Reminder days').fill('a week before');
  await settings.saveButton.click();
  await expect(page.getByText('This is no address: write one such as')).toBeVisible();
  await expect(page.getByText('Write whole days separated by commas')).toBeVisible();
  expect((await settingsOf(office)).officeName).not.toBe('Παπαδάκη και Συνεργάτες');

  await settings.field('Reply-to address').fill('replies@example.com');
  await settings.field('Reminder days').fill('-10 0');
  await settings.choose('Hour', '11:00');
  await settings.save();
  await expect(settings.saveButton).toBeDisabled();
  expect(await settingsOf(office)).toMatchObject({
    officeName: 'Παπαδάκη και Συνεργάτες',
    replyTo: 'replies@example.com',
    ladder: [-10, 0],
    reminderHour: 11,
  });

  // of a customer whom no other test tells: what is registered for one contact within ten minutes is one mail
  await owe('Told by a new name', '2032-01-15', { customer: office.customers.boreas, sendEmail: true });
  await server.evaluate(async ({ strapi }) => {
    const payments = strapi.plugin('payments');
    const now = payments.service('clock').now().getTime();
    payments.service('clock').set(new Date(now + 11 * 60_000).toISOString());
    await payments.service('ticker').tick();
  });
  const mail = await mailbox.waitFor(({ subject = '' }) => subject.includes('Told by a new name'), 20_000);
  expect(mail.replyTo?.text).toBe('replies@example.com');
  expect(mail.text).toContain('Παπαδάκη και Συνεργάτες');
});

test('another country and weekend: regions to choose, and the due dates that would move', async ({
  settings,
  withSettings,
  office,
  page,
  owe,
}) => {
  await withSettings({});
  await owe('Due on a Friday', '2031-05-09');
  await settings.open();
  await expect(page.getByText('This country’s holidays are the same everywhere.')).toBeVisible();
  await settings.search('Country', 'germ', 'Germany');
  await settings.search('Region', 'bay', 'Bayern (BY)');
  const weekend = page.getByRole('group', { name: 'Weekend' });
  await weekend.getByRole('checkbox', { name: 'Fri' }).click();
  await weekend.getByRole('checkbox', { name: 'Sun' }).click();
  await settings.search('Time zone', 'berlin', 'Europe/Berlin');
  await settings.search('Dates and amounts', 'de-AT', /Austria/);
  await settings.search('Currency', 'swiss', /^CHF/);
  await settings.save();
  expect(await settingsOf(office)).toMatchObject({
    country: 'DE',
    region: 'BY',
    weekend: [5, 6],
    timeZone: 'Europe/Berlin',
    locale: 'de-AT',
    currency: 'CHF',
  });

  await page.getByRole('link', { name: 'Review and move' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Due on a Friday' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Fri 09.05.2031 → Sun 11.05.2031' })).toBeVisible();
});

test('what is typed is not lost by leaving, and what the server decides is shown and not edited', async ({
  settings,
  office,
  page,
}) => {
  await settings.open();
  const host = settings.panel('Server');
  await expect(host).toContainText('waits for staff');
  await expect(host.getByRole('link', { name: /\/portal$/ })).toBeVisible();
  await expect(host).toContainText('open one obligation without a password');
  await expect(host).toContainText('offered to contacts');
  await expect(host).toContainText('CC BY-SA 3.0');
  await expect(host).toContainText('in a private folder of the server');
  await expect(host.getByRole('textbox')).toHaveCount(0);

  const { officeName } = await settingsOf(office);
  await settings.field('Office name').fill('Never saved');
  await page.getByRole('link', { name: 'Closed days' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('Leave this page?');
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(settings.field('Office name')).toHaveValue('Never saved');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(settings.field('Office name')).toHaveValue(officeName);
  await page.getByRole('link', { name: 'Closed days' }).click();
  await expect(page.getByRole('heading', { name: 'Closed days', level: 1 })).toBeVisible();
  expect((await settingsOf(office)).officeName).toBe(officeName);
});
