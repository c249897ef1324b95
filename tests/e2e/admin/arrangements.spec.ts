import type { Obligation } from '../../../src/plugins/payments/contracts/obligation';
import type { StaffPayment } from '../../../src/plugins/payments/contracts/payment';
import { dataOf } from '../../support/answers';
import { seriousProblems } from '../../support/axe';
import { password, today } from '../../support/customer-side';
import type { Http } from '../../support/http';
import { createCustomer, eur } from '../../support/office';
import type { Server } from '../../support/server';
import { contactLogin } from '../../support/users';
import { eventually } from '../../support/wait';
import { expect, test } from './admin-test';
import { ArrangementPage } from './arrangement-page';

/** Two instalments are past on the tests' today, the third is due on Friday. */
const late = {
  plan: {
    kind: 'manual',
    total: eur('300.00'),
    convention: 'unadjusted',
    instalments: ['2026-10-16', '2026-11-16', '2026-11-27'].map((date) => ({ amount: '100.00', date })),
  },
  paymentCode: { value: 'ARRANGED-0001', scheme: 'free' },
  confirmed: ['duplicate'],
};

/** A customer with a contact who signs in, of whom no other test knows. */
const someoneWithLogin = async (admin: Http, server: Pick<Server, 'url' | 'evaluate'>) => {
  const email = `arranged${Date.now()}@example.com`;
  const customer = await createCustomer(admin, 'Arranged Person', email);
  const contact = customer.contacts[0]?.documentId as string;
  await server.evaluate(
    ({ strapi }, [documentId, secret]) => strapi.plugin('payments').service('logins').create(documentId, secret),
    [contact, password] as const,
  );
  return { customer: customer.documentId, email, http: await contactLogin(server.url, email, password) };
};

const isNarrow = async (page: ArrangementPage['page']): Promise<void> => {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBeLessThanOrEqual(0);
};

test('an arrangement is registered, at risk, over, lost and replaced; the customer gets the reason and the new debt @journey', async ({
  page,
  office,
  create,
  owe,
  server,
  mailbox,
}) => {
  test.slow();
  // whose mails no other test makes wait
  const person = await someoneWithLogin(office.admin, server);
  const arrangement = new ArrangementPage(page);

  await create.open('Manual');
  await create.describe(/Arranged Person/, 'Arranged by hand');
  await create.plan({ total: '200' });
  await create.row(1).amount.fill('100');
  await create.row(1).date.fill('27/11/2026');
  await page.getByRole('button', { name: 'Add instalment' }).click();
  await create.row(2).amount.fill('100');
  await create.row(2).date.fill('28/12/2026');
  // a second registration would wait for the mail of the first, and what is lost before it is told of is told of nobody
  await page.getByRole('checkbox', { name: 'Send email to user' }).uncheck();
  await create.field('Lost after missed instalments').fill('3');
  await create.create();
  await expect(page.getByText('The plan has 2 instalments: write at most 2, or leave it empty.').first()).toBeVisible();
  await create.field('Lost after missed instalments').fill('1');
  await create.create();
  await expect(arrangement.banner).toContainText('The arrangement is lost after 1: it is, if what is due by Fri');
  await expect(arrangement.banner.getByRole('button')).toHaveCount(0);

  const { documentId } = await owe('Arranged and missed', '', {
    ...late,
    customer: person.customer,
    lostAfter: 2,
    sendEmail: true,
  });
  await eventually(() => mailbox.to(person.email)[0], 'the mail that registers it');
  await arrangement.openFromToday('Arranged and missed');
  await expect(arrangement.banner).toContainText('2 instalments are unpaid past the deadline');
  mailbox.reset();
  await arrangement.lose('Decision 12/2026');
  await expect(page.getByRole('heading', { name: 'Register a payment' })).toBeVisible();
  await expect(page.getByText(/will replace the lost arrangement P-/)).toBeVisible();
  await expect(create.field('Total')).toHaveValue('300,00');
  await expect(page.getByLabel(/^Payment code/).first()).toHaveValue('ARRANGED-0001');
  // a withdrawal waits for the edit window
  await server.evaluate(async ({ strapi }, later) => {
    strapi.plugin('payments').service('clock').set(later);
    await strapi.plugin('payments').service('notices').tick();
  }, `${today}T08:03:00.000Z`);
  const mail = await eventually(() => mailbox.to(person.email).find(({ text }) => text?.includes('12/2026')), 'mail');
  expect(mail.text).toContain('Arranged and missed');
  expect(await dataOf<Obligation>(person.http.get(`/api/payments/obligations/${documentId}`))).toMatchObject({
    state: 'cancelled',
    outstanding: { value: '0.00' },
    history: [{ by: 'office', reason: 'Decision 12/2026' }, {}],
  });

  await page.getByLabel('Title').fill('What is left of it');
  await create.plan({ date: '31/12/2026' });
  await create.create();
  await expect(page.getByRole('heading', { name: 'What is left of it', level: 1 })).toBeVisible();
  await expect(arrangement.banner).toContainText('This payment replaces the lost arrangement P-');
  await arrangement.banner.getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Arranged and missed', level: 1 })).toBeVisible();
  await expect(arrangement.banner).toContainText('The arrangement was marked as lost on Mon');
  const lost = await dataOf<StaffPayment>(office.admin.get(`/payments/payments/${documentId}`));
  const replacement = lost.replacedBy?.documentId ?? '';
  await expect(arrangement.banner.getByRole('link', { name: lost.replacedBy?.reference })).toBeVisible();
  expect(await dataOf<Obligation>(person.http.get(`/api/payments/obligations/${replacement}`))).toMatchObject({
    title: 'What is left of it',
    outstanding: { value: '300.00' },
    paymentCode: { value: 'ARRANGED-0001' },
  });
  await page.goto('/admin/plugins/payments');
  await expect(page.getByRole('region', { name: 'Overdue, unconfirmed' })).toBeVisible();
  await expect(arrangement.alert('Arranged and missed')).toHaveCount(0);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on an arrangement, wide and on a phone, ${theme}`, async ({ page, owe }) => {
    const arrangement = new ArrangementPage(page);
    const title = `Arranged under axe, ${theme}`;
    await owe(title, '', { ...late, lostAfter: 2 });
    await page.evaluate((name) => localStorage.setItem('STRAPI_THEME', name), theme);
    for (const width of [1360, 375]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto('/admin/plugins/payments');
      await expect(arrangement.alert(title)).toBeVisible();
      expect(await seriousProblems(page), 'today').toEqual([]);
      await isNarrow(page);
      await arrangement.openFromToday(title);
      await expect(arrangement.banner).toBeVisible();
      expect(await seriousProblems(page), 'payment').toEqual([]);
      await isNarrow(page);
      await arrangement.banner.getByRole('button', { name: 'Mark as lost' }).click();
      await expect(arrangement.dialog).toBeVisible();
      expect(await seriousProblems(page, '[role=dialog]'), 'dialog').toEqual([]);
      await page.keyboard.press('Escape');
    }
  });
}
