import fs from 'node:fs';
import path from 'node:path';

import { chromium } from '@playwright/test';
import sharp from 'sharp';

import { administrator, contactPassword, contacts } from '../demo-seed/data.mjs';
import { ensureChromium } from '../lib/prepare.mjs';
import { root } from '../lib/run.mjs';
import { contentHeight, quiet, remember, stillness } from './in-page.mjs';
import { mailPage } from './mail-page.mjs';

/** Where the pictures of README and guides are. */
export const folder = path.join(root, 'docs', 'pictures');

const windows = {
  wide: { viewport: { width: 1360, height: 860 } },
  phone: { viewport: { width: 375, height: 780 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  mail: { viewport: { width: 720, height: 860 } },
};

/** The lowest and the highest picture of a whole page, in CSS pixels. */
const heights = { wide: [480, 1500], phone: [500, 1700], mail: [400, 1500] };

const locales = { en: 'en-GB', el: 'el-GR' };

const signInStaff = async (page, office) => {
  await page.goto(`${office.address}/admin/auth/login`);
  await page.getByRole('textbox', { name: /email/i }).fill(administrator.email);
  await page.locator('input[name=password]').fill(administrator.password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
};

const signInContact = async (page, office, name) => {
  await page.goto(`${office.address}/portal`);
  await page.locator('input[name=identifier]').fill(contacts[name].email);
  await page.locator('input[name=password]').fill(contactPassword);
  await page.locator('button[type=submit]').click();
  await page.locator('input[name=password]').waitFor({ state: 'detached' });
};

const closeBanner = async (page) => {
  const banner = page.getByRole('button', { name: /close the banner/i });
  if (await banner.isVisible()) await banner.click();
};

/** Waits for what was asked of the server. A page of the portal never falls silent: it listens for changes. */
const settled = async (page, { contact }) => {
  if (!contact) await page.waitForLoadState('networkidle');
  await page.evaluate(stillness);
};

/** Makes the window as tall as the page, so that nothing is cut off, or as tall as the picture asks for. */
const fitWindow = async (page, { window, height }) => {
  const { width } = windows[window].viewport;
  if (height) return page.setViewportSize({ width, height });
  const [lowest, highest] = heights[window];
  await page.setViewportSize({ width, height: lowest });
  return page.setViewportSize({ width, height: Math.min(highest, await page.evaluate(contentHeight)) });
};

/** Few colours make small files; a screen of text has few. */
const save = async (name, png) => {
  const small = await sharp(png)
    .png({ palette: true, colours: 256, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer();
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, `${name}.png`), small);
  return small.length;
};

const places = {
  staff: (office, at) => `${office.address}/admin/${at}`,
  customer: (office, at) => `${office.address}/portal${at}`,
};

/** @returns Where the picture begins: an address of the office, or the last mail that a function chooses. */
const openPlace = async (page, shot, office) => {
  if (shot.mail) return page.setContent(mailPage(office.mailbox.mails.findLast(shot.mail), locales[shot.language]));
  const at = typeof shot.at === 'function' ? await shot.at(office) : shot.at;
  return page.goto((shot.contact ? places.customer : places.staff)(office, at));
};

/**
 * Takes pictures of one office; a window stays signed in for all pictures of the same person, language and width.
 *
 * @param browser Of `openBrowser`.
 * @param office Of `openOffice`.
 */
export const createCamera = (browser, office) => {
  const pages = new Map();

  const pageFor = async ({ contact, mail, language, window, theme }) => {
    const key = [contact ?? (mail ? 'mail' : 'staff'), language, window, theme].join();
    if (pages.has(key)) return pages.get(key);
    const context = await browser.newContext({
      ...windows[window],
      locale: locales[language],
      timezoneId: 'Europe/Athens',
      reducedMotion: 'reduce',
      colorScheme: theme,
    });
    // A machine with other work to do is slow, not broken.
    context.setDefaultTimeout(120_000);
    await context.addInitScript(remember, { language, theme });
    const page = await context.newPage();
    if (contact) await signInContact(page, office, contact);
    else if (!mail) await signInStaff(page, office);
    pages.set(key, page);
    return page;
  };

  return {
    /** @returns {Promise<number>} The picture's size in bytes. */
    async take(shot) {
      const whole = { language: 'en', window: shot.mail ? 'mail' : 'wide', theme: 'light', ...shot };
      await office.clock();
      if (!whole.contact && !whole.mail)
        await office.staff('PUT', '/admin/users/me', { preferedLanguage: whole.language });
      const page = await pageFor(whole);
      await page.setViewportSize(windows[whole.window].viewport);
      await openPlace(page, whole, office);
      await settled(page, whole);
      await closeBanner(page);
      await whole.prepare?.(page, office);
      await page.addStyleTag({ content: quiet }).catch(() => undefined);
      const part = whole.part?.(page);
      if (!part) await fitWindow(page, whole);
      await page.mouse.move(0, 0);
      await part?.waitFor();
      await settled(page, whole);
      const options = { animations: 'disabled', caret: 'hide' };
      return save(whole.name, await (part ?? page).screenshot(options));
    },
    async close() {
      for (const page of pages.values()) await page.context().close();
    },
  };
};

export const openBrowser = async () =>
  chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox', '--font-render-hinting=none'] });
