import { registerPayment } from '../../support/customer-side';
import type { Server } from '../../support/server';
import { expect, test } from './portal-test';

test('a contact signs in, stays signed in over a reload, and signs out @journey', async ({ page, portal, office }) => {
  await portal.open();
  await expect(portal.heading('Sign in')).toBeVisible();

  await portal.fillIn(office.eleni.email, 'not the password');
  await expect(portal.alert).toHaveText('Email and password do not match. Check both and try again.');
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();

  await portal.signIn(office.eleni.email);
  await expect(portal.heading('Your payments')).toBeVisible();

  await page.reload();
  await expect(portal.heading('Your payments')).toBeVisible();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await page.reload();
  await expect(portal.heading('Sign in')).toBeVisible();
});

test('an answer that comes after signing out does not turn it into a session that ended', async ({
  page,
  portal,
  office,
}) => {
  await portal.open();
  await portal.untilLive(() => portal.signIn(office.eleni.email));
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const held = new Promise<void>((resolve) => {
    void page.route('**/api/payments/summary', async (route) => {
      resolve();
      await released;
      await route.continue();
    });
  });
  const late = page.waitForResponse((response) => response.url().endsWith('/summary') && response.status() === 401);
  // The page hears of it and asks anew.
  await registerPayment(office, {
    customer: office.customers.papadaki,
    title: 'Seen too late',
    instalments: [{ amount: '10.00', date: '2026-12-15' }],
  });
  await held;
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  release();
  await (await late).finished();
  // By the time that another answer is in, the page has dealt with this one.
  await page.evaluate(() => fetch('/portal/').then((answer) => answer.text()));
  await expect(page.getByText('You are signed out.')).toBeVisible();
});

test('the access token is in no storage, and the refresh token out of reach of scripts', async ({
  page,
  portal,
  office,
}) => {
  await portal.open();
  await portal.signIn(office.eleni.email);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
  expect(kept).not.toContain('eyJ');
  const cookies = await page.context().cookies();
  expect(cookies.filter(({ value }) => value.startsWith('eyJ')).every(({ httpOnly }) => httpOnly)).toBe(true);
});

test('signing out in one tab signs out in the other', async ({ page, portal, office }) => {
  await portal.open();
  await portal.signIn(office.eleni.email);
  const other = await page.context().newPage();
  await other.goto('/portal/');
  await expect(other.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await other.getByRole('button', { name: 'Sign out' }).click();
  await expect(portal.heading('Sign in')).toBeVisible();
});

test('a session that the office ends is over on the open page', async ({ page, portal, office, server }) => {
  await portal.open();
  await portal.signIn(office.boris.email);
  const block = (blocked: boolean) =>
    server.evaluate(
      async ({ strapi }, user) => {
        await strapi.db
          .query('plugin::users-permissions.user')
          .update({ where: { id: user.id }, data: { blocked: user.blocked } });
      },
      { id: office.boris.userId, blocked },
    );
  await block(true);
  await expect(page.getByText('Your session has ended. Please sign in again.')).toBeVisible({ timeout: 20_000 });
  await portal.fillIn(office.boris.email);
  await expect(portal.alert).toHaveText('This login is blocked. Please ask the office.');
  await block(false);
});

test.describe('on a host in legacy mode', () => {
  const mode = (server: { evaluate: Server['evaluate'] }, jwtManagement: string) =>
    server.evaluate(({ strapi }, value) => {
      strapi.config.set('plugin::users-permissions.jwtManagement', value);
    }, jwtManagement);
  test.beforeEach(({ server }) => mode(server, 'legacy-support'));
  test.afterEach(({ server }) => mode(server, 'refresh'));

  test('a contact signs in, reads and signs out; a reload asks to sign in again', async ({ page, portal, office }) => {
    await portal.open();
    await portal.signIn(office.eleni.email);
    await expect(portal.heading('Your payments')).toBeVisible();
    await page.reload();
    await expect(portal.heading('Sign in')).toBeVisible();
    await portal.signIn(office.eleni.email);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(portal.heading('Sign in')).toBeVisible();
    await expect(portal.alert).toBeHidden();
  });
});
