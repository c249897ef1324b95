import { dataOf } from '../../support/answers';
import { expect, test } from './admin-test';

test('a contact is found, added, invited, told and seen signing in @journey', async ({
  contacts,
  page,
  office,
  portal,
  mailbox,
  server,
  owe,
}) => {
  test.slow();
  await page.goto('/admin/plugins/payments/customers');
  await page.getByRole('main').getByRole('link', { name: 'Contacts', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Contacts', level: 1 })).toBeVisible();
  await expect(contacts.row('Boris Vorias')).toContainText('Boreas AE');

  await page.getByRole('button', { name: 'New contact' }).click();
  await contacts.field('Name of the contact').fill('Ζωή Λογιστού');
  await contacts.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(contacts.dialog).toContainText('Choose whom the contact acts for');
  await contacts.actsFor('papad', /Papadaki Eleni/);
  await contacts.actsFor('kafe', /Kafe Elenis/);
  await contacts.save();
  const row = contacts.row('Ζωή Λογιστού');
  await expect(row).toContainText('No email');
  await expect(row).toContainText('Papadaki Eleni');
  await expect(row).toContainText('Kafe Elenis IKE');
  await expect(row).toContainText('Never signed in');
  await expect(row.getByRole('button', { name: /^Invite/ })).toHaveCount(0);

  // without accents, and kept in the address
  await page.getByLabel('Search contacts').fill('ζωη');
  await expect(contacts.row('Boris Vorias')).toHaveCount(0);
  await contacts.show('Without an email');
  await expect(row).toBeVisible();
  expect(new URL(page.url()).searchParams.get('state')).toBe('no-address');
  await page.reload();
  await row.getByRole('button', { name: /^Edit/ }).click();
  await contacts.field('Email').fill('zoe@example.com');
  await contacts.dialog.getByRole('button', { name: 'No longer acts for Kafe Elenis IKE' }).click();
  await contacts.save();
  await expect(page.getByText('Nothing matches')).toBeVisible();

  await contacts.show('All contacts');
  await expect(row).not.toContainText('Kafe Elenis IKE');
  await row.getByRole('button', { name: 'Invite Ζωή Λογιστού to the portal' }).click();
  await expect(page.getByText('An invitation to zoe@example.com is on its way').first()).toBeVisible();
  const invitation = await mailbox.waitFor(({ recipients }) => recipients.includes('zoe@example.com'), 20_000);
  const token = /\/portal\/invitation#([\w-]{43})/.exec(invitation.text ?? '')?.[1];
  const accepted = await office.anonymous.post('/api/payments/invitations/accept', {
    token,
    password: 'Contact-pass-1234',
  });
  expect(accepted.status).toBe(200);
  await page.reload();
  await expect(row).toContainText('Has signed up');
  await expect(row).toContainText('23/11/2026');

  // what she gets: the next registration by mail, and the obligation in her portal
  mailbox.reset();
  const { documentId } = await owe('Told to Zoe as well', '2027-03-15', { sendEmail: true });
  await server.evaluate(({ strapi }) => strapi.plugin('payments').service('ticker').tick());
  const mail = await mailbox.waitFor(({ recipients }) => recipients.includes('zoe@example.com'), 20_000);
  expect(mail.text).toContain('Told to Zoe as well');
  await portal.open();
  await portal.signIn('zoe@example.com');
  await portal.open(`obligations/${documentId}`);
  await expect(portal.heading('Told to Zoe as well')).toBeVisible();
});

test('badges say who is not reached, and a new address is given a new try', async ({
  contacts,
  page,
  office,
  server,
}) => {
  await dataOf(
    office.admin.post('/payments/contacts', {
      name: 'Wants Nothing',
      email: 'nothing@example.com',
      receivesNotices: false,
      receivesReminders: false,
      customers: [office.customers.boreas],
    }),
  );
  await server.evaluate(async ({ strapi }) => {
    const data = { undeliverableSince: '2026-11-01T08:00:00.000Z' };
    await strapi.db.query('plugin::payments.contact').update({ where: { name: 'Wants Nothing' }, data });
  });
  await contacts.open('?state=flagged');
  const row = contacts.row('Wants Nothing');
  await expect(row).toContainText('Undeliverable');
  await expect(row).toContainText('No notices');
  await expect(row).toContainText('No reminders');
  await row.getByRole('button', { name: /^Edit/ }).click();
  await expect(contacts.dialog).toContainText('failed for good');
  await contacts.field('Email').fill('something@example.com');
  await contacts.save();
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await contacts.show('Opted out');
  await expect(row).toContainText('something@example.com');
  await expect(row).not.toContainText('Undeliverable');
});
