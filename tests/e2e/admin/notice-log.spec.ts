import { createCustomer } from '../../support/office';
import { expect, test } from './admin-test';
import { NoticesPage } from './notices-page';

/** A customer whom no other test writes to; each has a contact of its own. */
let someone: (address: string) => Promise<{ customer: string; contact: string }>;
let notices: NoticesPage;

test.beforeEach(({ office, page }) => {
  notices = new NoticesPage(page);
  someone = async (address) => {
    const made = await createCustomer(office.admin, `Customer of ${address}`, address);
    return { customer: made.documentId, contact: made.contacts[0]?.documentId as string };
  };
});

test.describe('an uncertain notice', () => {
  /** Registers a payment while the mail server takes the mail and never says so: nobody can know whether it arrived. */
  let leaveUncertain: (title: string, address: string) => Promise<void>;

  test.beforeEach(({ mailbox, owe }) => {
    leaveUncertain = async (title, address) => {
      const { customer } = await someone(address);
      mailbox.behave({ kind: 'die-after-data', keep: false, times: 1 });
      await owe(title, '2031-03-14', { customer, sendEmail: true });
      await expect(async () => {
        await notices.open('?state=uncertain');
        await expect(notices.row(title)).toBeVisible({ timeout: 2_000 });
      }).toPass({ timeout: 30_000 });
    };
  });

  test('is tried again, once somebody has looked @journey', async ({ mailbox, page }) => {
    await leaveUncertain('Tried again', 'again@example.com');
    expect(mailbox.to('again@example.com')).toHaveLength(0);
    await page.goto('/admin');
    await expect(page.getByRole('link', { name: /Tried again/ })).toBeVisible();

    await notices.open('?state=uncertain');
    await notices.act('Tried again', 'Try again', 'It is tried again');
    await mailbox.waitFor(({ subject = '' }) => subject.includes('Tried again'), 20_000);
    await notices.open('?state=problem');
    await expect(notices.row('Tried again')).toHaveCount(0);
    await page.goto('/admin');
    await expect(page.getByText('Payments', { exact: false }).first()).toBeVisible();
    await expect(page.getByRole('link', { name: /Tried again/ })).toHaveCount(0);
  });

  test('is discarded, and nothing goes out', async ({ mailbox, server }) => {
    await leaveUncertain('Not worth it', 'discarded@example.com');
    await notices.act('Not worth it', 'Discard', 'Discarded');
    await server.evaluate(({ strapi }) => strapi.plugin('payments').service('ticker').tick());
    expect(mailbox.to('discarded@example.com')).toHaveLength(0);
    await notices.open('?state=discarded');
    await expect(notices.row('Not worth it')).toContainText('Discarded');
  });
});

test('a mail that came back flags its address: staff see it, and nothing more is sent there', async ({
  owe,
  mailbox,
  page,
}) => {
  const { customer } = await someone('returned@example.com');
  await owe('Came back', '2031-04-04', { customer, sendEmail: true });
  await mailbox.waitFor(({ subject = '' }) => subject.includes('Came back'), 20_000);
  await notices.open('?q=Came%20back');
  await notices.act('Came back', 'It came back', 'The address is flagged');
  await page.goto(`/admin/plugins/payments/customers/${customer}`);
  await expect(page.getByText('Undeliverable').first()).toBeVisible();

  await owe('Nobody hears of it', '2031-04-11', { customer, sendEmail: true });
  await notices.open('?state=suppressed&reason=undeliverable');
  await expect(notices.row('Nobody hears of it')).toContainText('Address unreachable');
  expect(mailbox.to('returned@example.com')).toHaveLength(1);
});

test('the log is narrowed by state, kind and reason, and its address keeps that', async ({
  owe,
  mailbox,
  page,
  office,
}) => {
  const { customer } = await someone('narrowed@example.com');
  const silent = await createCustomer(office.admin, 'Customer without an address', null);
  await owe('Was sent', '2031-05-09', { customer, sendEmail: true });
  await mailbox.waitFor(({ subject = '' }) => subject.includes('Was sent'), 20_000);
  await owe('Had nowhere to go', '2031-05-16', { customer: silent.documentId, sendEmail: true });
  await notices.open();
  await expect(notices.row('Was sent')).toBeVisible();
  await expect(notices.row('Had nowhere to go')).toBeVisible();
  await notices.narrow('State', 'Not sent');
  await expect(notices.row('Was sent')).toHaveCount(0);
  await notices.narrow('Reason', 'No address');
  await notices.narrow('Kind', 'New obligation');
  await expect(notices.row('Had nowhere to go')).toBeVisible();
  await expect(page).toHaveURL(/state=suppressed/);
  await page.reload();
  await expect(notices.row('Had nowhere to go')).toBeVisible();
  await expect(notices.row('Was sent')).toHaveCount(0);
  await page.goBack();
  await expect(notices.row('Was sent')).toHaveCount(0);
});

test('the staff’s morning mail is switched off and on', async ({ owe, mailbox, page, server, withSettings }) => {
  await withSettings({ replyTo: 'morning@example.com' });
  const { customer } = await someone('due@example.com');
  const morningOf = (day: string) =>
    server.evaluate(async ({ strapi }, date) => {
      const payments = strapi.plugin('payments');
      payments.service('clock').set(`${date}T06:30:10.000Z`);
      await payments.service('ticker').tick();
    }, day);
  const digestSwitch = () => page.getByLabel('Send it on working days');
  const turn = async (on: boolean) => {
    await page.goto('/admin/plugins/payments/settings/texts');
    const panel = page.getByRole('region', { name: 'Staff’s morning mail' });
    await digestSwitch().setChecked(on);
    await panel.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();
    await page.reload();
    await expect(digestSwitch()).toBeChecked({ checked: on });
  };
  await owe('Due in the morning', '2027-02-08', { customer });
  await turn(false);
  await morningOf('2027-02-08');
  expect(mailbox.to('morning@example.com')).toHaveLength(0);
  await owe('Due a day later', '2027-02-09', { customer });
  await turn(true);
  await morningOf('2027-02-09');
  const mail = await mailbox.waitFor(({ recipients }) => recipients.includes('morning@example.com'), 20_000);
  expect(mail.text).toContain('Due a day later');
});
