// `npm run docs:screenshots`: makes the pictures of README and guides anew, from the demo that runs in another terminal.
import fs from 'node:fs';
import path from 'node:path';

import { chromium } from '@playwright/test';

import { administrator, contactPassword, contacts } from './demo-seed/data.mjs';
import { ports } from './demo/ports.mjs';
import { ensureChromium } from './lib/prepare.mjs';
import { root } from './lib/run.mjs';

const folder = path.join(root, 'docs', 'pictures');
const host = `http://localhost:${ports.web}`;

const signInStaff = async (page) => {
  await page.goto(`${host}/admin/auth/login`);
  await page.getByLabel('Email').fill(administrator.email);
  await page.getByLabel('Password', { exact: false }).first().fill(administrator.password);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.getByRole('link', { name: 'Payments' }).first().waitFor();
};

const shoot = async (page, name) => {
  // A banner of Strapi's own comes and goes with its releases.
  const banner = page.getByRole('button', { name: 'Close the banner.' });
  if (await banner.isVisible()) await banner.click();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  console.log(`docs/pictures/${name}.png`);
};

const staffPictures = async (browser) => {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  await signInStaff(page);
  await page.goto(`${host}/admin/plugins/payments/list?sort=total:desc`);
  await page.getByRole('row').nth(1).waitFor();
  await shoot(page, 'admin-payments');
  await page.getByRole('row').nth(1).click();
  await page.getByRole('toolbar', { name: 'Selected instalment' }).waitFor();
  await shoot(page, 'admin-payment');
  await page.goto(`${host}/admin/plugins/payments-calendar`);
  await page.setViewportSize({ width: 1360, height: 1240 });
  await page.getByText('€').first().waitFor();
  await shoot(page, 'admin-calendar');
  await context.close();
};

const customerPictures = async (browser) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await page.goto(`${host}/portal`);
  await page.getByLabel('Email').fill(contacts.nikos.email);
  await page.getByLabel('Password', { exact: true }).fill(contactPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('region', { name: 'Pay next' }).waitFor();
  await shoot(page, 'portal');
  await context.close();
};

const answers = await fetch(`${host}/portal`).then(
  ({ ok }) => ok,
  () => false,
);
if (!answers) {
  console.error(`Nothing answers at ${host}. Start \`npm run demo -- --fresh\` in another terminal first.`);
  process.exit(1);
}
fs.mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox'] });
await staffPictures(browser);
await customerPictures(browser);
await browser.close();
