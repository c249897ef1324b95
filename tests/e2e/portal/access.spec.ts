import { password, registerPayment } from '../../support/customer-side';
import type { Server } from '../../support/server';
import { expect, test } from './portal-test';

/** Somebody whose password no other test needs. */
const forgetful = 'forgetful@example.com';

/** A contact of a customer, with a login, to whom no other test writes. */
const createContact = (server: Server, customer: string, email: string) =>
  server.evaluate(
    async ({ strapi }, { email, customer, password }) => {
      const contacts = strapi.documents('plugin::payments.contact' as never);
      const data = { name: 'Foteini', email, language: 'en', customers: [customer] };
      const { documentId } = await contacts.create({ data } as never);
      await strapi.plugin('payments').service('logins').create(documentId, password);
    },
    { email, customer, password },
  );

test('a forgotten password is replaced by the link of a mail, which works once @journey', async ({
  page,
  portal,
  office,
  mailbox,
  server,
}) => {
  await createContact(server, office.customers.boreas, forgetful);
  await portal.open();
  await page.getByRole('link', { name: 'Password forgotten?' }).click();
  await page.getByLabel('Email').fill(forgetful);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText(`If ${forgetful} has a login`)).toBeVisible();

  const mail = await mailbox.waitFor(({ text }) => /\/portal\/invitation#/.test(text ?? ''));
  expect(mail.recipients).toEqual([forgetful]);
  const address = /\/portal\/(invitation#[\w-]+)/.exec(mail.text ?? '')?.[1] ?? '';

  await portal.open(address);
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await expect(portal.alert).toHaveText('The password needs at least 8 characters.');
  await page.getByLabel('New password').fill('a new one of my own');
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await expect(portal.heading('Your payments')).toBeVisible();
  expect(page.url()).not.toContain('#');
  await page.reload();
  await expect(portal.heading('Your payments')).toBeVisible();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await portal.open(address);
  await page.getByLabel('New password').fill('one more of my own');
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await expect(portal.heading('This link works no more')).toBeVisible();
});

test('an invitation leads to a first password and the payments, once, and asks for a good one @journey', async ({
  page,
  portal,
  office,
  mailbox,
  server,
}) => {
  const email = 'invited@example.com';
  await server.evaluate(
    async ({ strapi }, { email, customer }) => {
      const data = { name: 'Ioanna', email, language: 'en', customers: [customer] };
      const contacts = strapi.documents('plugin::payments.contact' as never);
      const { documentId } = await contacts.create({ data } as never);
      await strapi.plugin('payments').service('signIn').invite(documentId);
    },
    { email, customer: office.customers.kafe },
  );
  const mail = await mailbox.waitFor(({ recipients }) => recipients.includes(email));
  const address = /\/portal\/(invitation#[\w-]+)/.exec(mail.text ?? '')?.[1] ?? '';

  await portal.open(address);
  await expect(portal.heading('Choose your password')).toBeVisible();
  await page.getByLabel('New password').fill('ä'.repeat(40));
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await expect(portal.alert).toHaveText('The password is too long.');
  await page.getByLabel('New password').fill('a first one of my own');
  await page.getByRole('button', { name: 'Show password' }).click();
  await expect(page.getByLabel('New password')).toHaveAttribute('type', 'text');
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await expect(portal.heading('Your payments')).toBeVisible();
  await portal.open('settings');
  await expect(page.getByText(`Signed in as Ioanna, ${email}`)).toBeVisible();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await portal.open(address);
  await page.getByLabel('New password').fill('a second one of my own');
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await expect(portal.heading('This link works no more')).toBeVisible();
});

test('the link of a mail opens that one obligation without signing in, to read and to report @journey', async ({
  page,
  portal,
  office,
  mailbox,
  server,
}) => {
  // A contact who was not written to in the last ten minutes is told at once.
  await createContact(server, office.customers.kafe, 'newcomer@example.com');
  await registerPayment(office, {
    customer: office.customers.kafe,
    title: 'Forest fee',
    instalments: [{ amount: '33.00', date: '2026-12-15' }],
    more: { sendEmail: true },
  });
  const mail = await mailbox.waitFor(
    ({ subject, recipients }) =>
      Boolean(subject?.includes('Forest fee')) && recipients.includes('newcomer@example.com'),
  );
  const address = /\/portal\/(link#[\w-]+)/.exec(mail.text ?? '')?.[1] ?? '';

  await portal.open(address);
  await expect(portal.heading('Forest fee')).toBeVisible();
  await expect(portal.payNext).toContainText('€33.00');
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeHidden();

  await portal.payNext.getByRole('button', { name: 'I have paid' }).click();
  // The page knows no office's clock: the day is the reader's own.
  await page.getByLabel('Paid on').fill('2026-11-20');
  await page.getByRole('button', { name: 'Tell the office' }).click();
  await expect(page.getByText('Reported as paid')).toBeVisible();

  await portal.open('link#not-a-secret');
  await page.reload();
  await expect(portal.heading('This link works no more')).toBeVisible();
});

test('reminders are switched off by a click, and on again in the settings @journey', async ({
  page,
  portal,
  office,
  server,
}) => {
  const secret = await server.evaluate(
    ({ strapi }, contact) => strapi.plugin('payments').service('tokens').unsubscribeOf(contact) as Promise<string>,
    office.eleni.contact,
  );
  await portal.open(`unsubscribe#${secret}`);
  await page.getByRole('button', { name: 'Switch reminders off' }).click();
  await expect(portal.heading('Reminders are off')).toBeVisible();

  await portal.open('settings');
  await portal.signIn(office.eleni.email);
  await expect(portal.heading('Settings')).toBeVisible();
  const reminders = page.getByLabel('Remind me before a payment is due');
  await expect(reminders).not.toBeChecked();
  await reminders.click();
  await expect(reminders).toBeChecked();
  await page.getByLabel('Language of mails and calendar').selectOption('English');
  await expect(page.locator('[aria-live=polite]')).toContainText('Saved');
  await page.reload();
  await expect(reminders).toBeChecked();
  await expect(page.getByLabel('Language of mails and calendar')).toHaveValue('en');
});

test('a calendar address is made, answers, is renewed and switched off', async ({ page, portal, office, request }) => {
  await portal.open('settings');
  await portal.signIn(office.eleni.email);
  await page.getByRole('button', { name: 'Make an address' }).click();
  const shown = page.getByText(/\/api\/payments\/calendar\/.*\.ics$/);
  const first = (await shown.textContent()) ?? '';
  expect(await (await request.get(first)).text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
  await expect(page.getByRole('link', { name: 'Add to my calendar' })).toHaveAttribute('href', /^webcal:/);

  await page.getByRole('button', { name: 'New address' }).click();
  await expect(shown).not.toHaveText(first);
  expect((await request.get(first)).status()).toBe(404);
  await page.getByRole('button', { name: 'Switch off' }).click();
  await expect(shown).toBeHidden();
});
