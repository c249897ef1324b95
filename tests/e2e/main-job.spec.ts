import { expect as check, type Page } from '@playwright/test';

import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import { signInToAdmin } from '../support/admin-page';
import type { Mailbox, ReceivedMail } from '../support/mailbox';
import type { Server } from '../support/server';
import { eventually } from '../support/wait';
import { expect, test } from './portal/portal-test';

const comment = 'He telephoned: money is tight until March';
const code = 'RF18539007547034';

const tick = (server: Server) =>
  server.evaluate(async ({ strapi }) => {
    await strapi.plugin('payments').service('ticker').tick();
  });

/** The mail as its reader has it, in both of its forms. */
const bothForms = (mail: ReceivedMail): string[] => [String(mail.text), String(mail.html)];

/** Lets everything that is queued go, the edit window over, and answers how many mails there are. */
async function settled(server: Server, mailbox: Mailbox): Promise<number> {
  await tick(server);
  await tick(server);
  return mailbox.mails.length;
}

/** Fills the form as staff do, in the office's own way of writing amounts and dates. */
async function registerInAdmin(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Payments', exact: true }).first().click();
  await page.getByRole('link', { name: 'Register payment' }).first().click();
  await page.getByRole('combobox', { name: 'Customer' }).click();
  await page.getByRole('combobox', { name: 'Customer' }).pressSequentially('papadaki');
  await page.getByRole('option', { name: /Papadaki Eleni/ }).click();
  await page.getByLabel('Title').fill('Company tax 2027');
  await page.getByLabel('Payment code', { exact: true }).fill(code);
  await page.getByLabel('Manager comments').fill(comment);
  await page.getByRole('radio', { name: 'Automatic creation of instalments' }).click();
  await page.getByLabel('Total').fill('2.000,00');
  await page.getByLabel('Date of the first instalment').fill('31/01/2028');
  await page.getByLabel('Amount of the instalment').fill('166,67');
  await page.getByLabel('Amount of the instalment').press('Tab');
  await expect(page.getByLabel('Number of instalments')).toHaveValue('12');
}

test('the main job: registered, told, seen, edited, reminded once @journey', async ({
  browser,
  page,
  portal,
  office,
  server,
  mailbox,
}) => {
  test.slow();
  void office;
  let payment: StaffPayment;

  await test.step('staff register an automatic plan, and what is saved is what the preview showed', async () => {
    await signInToAdmin(page);
    await registerInAdmin(page);
    const preview = page.getByRole('region', { name: 'Preview' }).locator('tbody').getByRole('row');
    await expect(preview).toHaveCount(12);
    await expect(preview.last()).toContainText('166,63');
    const moved = preview.filter({ hasText: /→/ });
    expect(await moved.count()).toBeGreaterThan(0);
    const shown = await preview.allInnerTexts();
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Company tax 2027' })).toBeVisible();
    const documentId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const answer = await office.admin.get<{ data: StaffPayment }>(`/payments/payments/${documentId}`);
    payment = answer.body.data;
    check(payment.instalments).toHaveLength(12);
    payment.instalments.forEach(({ dueDate, amount }, index) => {
      const [year, month, day] = dueDate.split('-');
      check(shown[index]).toContain(`${day}/${month}/${year}`);
      check(shown[index]).toContain(amount.value.replace('.', ','));
    });
  });

  await test.step('the contact gets one mail, in both forms, without the manager comments', async () => {
    const mail = await mailbox.waitFor(({ recipients }) => recipients.includes('eleni@example.com'), 20_000);
    for (const form of bothForms(mail)) {
      check(form).toContain('Company tax 2027');
      check(form).toContain('2.000,00');
      check(form).toContain('RF18');
      check(form).toMatch(/31\D{1,20}2028/);
      check(form).not.toContain('telephoned');
    }
    check(mail.raw).not.toContain('telephoned');
    check(await settled(server, mailbox)).toBe(1);
  });

  const contactPage = await (await browser.newContext({ baseURL: server.url, locale: 'en-GB' })).newPage();
  await test.step('the contact sees it in the portal, another contact does not', async () => {
    const theirs = new (portal.constructor as new (page: Page) => typeof portal)(contactPage);
    await theirs.open();
    await theirs.signIn(office.eleni.email);
    await theirs.open(`obligations/${payment.documentId}`);
    await expect(theirs.heading('Company tax 2027')).toBeVisible();
    await expect(theirs.instalments).toHaveCount(12);
    const instalment = payment.instalments[0]?.documentId;
    for (const path of [`obligations/${payment.documentId}`, `instalments/${instalment}/qr.svg`]) {
      check((await office.boris.http.get(`/api/payments/${path}`)).status).toBe(404);
    }
    const list = await office.boris.http.get<{ data: unknown[] }>('/api/payments/obligations?state=all');
    check(list.body.data).toEqual([]);
  });

  await test.step('an edit in the admin is on the open page within a second, and in one mail with old and new', async () => {
    mailbox.reset();
    await page.getByRole('radio', { name: 'Select instalment 2/12' }).click();
    await page.getByRole('toolbar', { name: 'Selected instalment' }).getByRole('button', { name: 'Edit' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Amount').fill('200,00');
    await dialog.getByLabel('Deadline').fill('10/03/2028');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    const row = contactPage.getByRole('listitem').filter({ hasText: 'Instalment 2 of' });
    await expect(row).toContainText('€200.00', { timeout: 2_000 });
    await expect(row).toContainText('10 Mar 2028', { timeout: 1_000 });
    const clock = await server.evaluate(({ strapi }) => strapi.plugin('payments').service('clock').now().toISOString());
    await server.evaluate(({ strapi }, now) => {
      strapi
        .plugin('payments')
        .service('clock')
        .set(new Date(Date.parse(now) + 3 * 60_000).toISOString());
    }, clock);
    await tick(server);
    const mail = await mailbox.waitFor(({ recipients }) => recipients.includes('eleni@example.com'), 20_000);
    for (const form of bothForms(mail)) {
      check(form).toContain('166,67');
      check(form).toContain('200,00');
    }
    check(await settled(server, mailbox)).toBe(1);
  });

  await test.step('seven days before the first instalment one reminder goes, and nothing more after ticks and a restart', async () => {
    mailbox.reset();
    const moveClock = () =>
      server.evaluate(({ strapi }) => {
        strapi.plugin('payments').service('clock').set('2028-01-24T08:30:00.000Z');
      });
    await moveClock();
    await tick(server);
    const mail = await mailbox.waitFor(({ recipients }) => recipients.includes('eleni@example.com'), 20_000);
    check(mail.subject).toContain('166,67');
    check(await settled(server, mailbox)).toBe(1);
    await server.restart();
    await moveClock();
    check(await settled(server, mailbox)).toBe(1);
  });

  await test.step('the same edit by a script tells the contact as well', async () => {
    for (const [way, amount] of [
      ['documents', 21_000],
      ['query', 22_000],
    ] as const) {
      mailbox.reset();
      const before = await office.admin.get<{ data: StaffPayment }>(`/payments/payments/${payment.documentId}`);
      await server.evaluate(
        async ({ strapi }, input) => {
          const uid = 'plugin::payments.instalment' as const;
          const data = { amount: input.amount } as object;
          if (input.way === 'documents') await strapi.documents(uid).update({ documentId: input.documentId, data });
          else await strapi.db.query(uid).update({ where: { documentId: input.documentId }, data });
        },
        { way, amount, documentId: payment.instalments[4]?.documentId ?? '' },
      );
      const after = await office.admin.get<{ data: StaffPayment }>(`/payments/payments/${payment.documentId}`);
      check(after.body.data.revision).toBe(before.body.data.revision + 1);
      check(after.body.data.total).not.toEqual(before.body.data.total);
      check(after.body.data.history[0]?.by.kind).toBe('script');
      const row = contactPage.getByRole('listitem').filter({ hasText: 'Instalment 5 of' });
      await expect(row).toContainText(`€${amount / 100}.00`, { timeout: 45_000 });
      await server.evaluate(({ strapi }) => {
        const clock = strapi.plugin('payments').service('clock');
        clock.set(new Date(clock.now().getTime() + 3 * 60_000).toISOString());
      });
      await eventually(async () => (await settled(server, mailbox)) === 1, 'one mail about the edit', 20_000);
      check(mailbox.mails[0]?.text).toContain(`${amount / 100},00`);
    }
  });
});
