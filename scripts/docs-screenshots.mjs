// `npm run docs:screenshots`: makes the pictures of README and guides anew, each in an office of its own whose day never changes.
// `npm run docs:screenshots -- calendar notices` makes those of the modules named. A module is one file of docs-screenshots/guides: its
// `shots`, and, where the office needs more than its story gives, what happens `before` them.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { buildOnce } from './build-once.mjs';
import { createCamera, openBrowser } from './docs-screenshots/camera.mjs';
import { startMailbox } from './docs-screenshots/mailbox.mjs';
import { openOffice } from './docs-screenshots/office.mjs';
import { live } from './docs-screenshots/story.mjs';
import { elapsed } from './lib/run.mjs';

const modules = path.join(path.dirname(fileURLToPath(import.meta.url)), 'docs-screenshots', 'guides');

const chosen = (words) => {
  const names = fs.readdirSync(modules).map((file) => path.parse(file).name);
  const unknown = words.find((word) => !names.includes(word));
  if (unknown) throw new Error(`There are no pictures of "${unknown}"; there are: ${names.join(', ')}.`);
  return words.length > 0 ? words : names.sort();
};

/** An office with five weeks behind it, in a folder to copy. */
const makeTemplate = async (scratch, mailbox) => {
  const template = path.join(scratch, 'template');
  const office = await openOffice(template, mailbox);
  await live(office).finally(() => office.close());
  return template;
};

/**
 * Every module begins with the same office, so that one alone makes the same pictures as all of them.
 *
 * @returns {Promise<string[]>} The pictures that could not be taken, and why; the others are.
 */
const takeAll = async (name, { scratch, template, mailbox, browser }) => {
  const start = performance.now();
  const { shots, before } = await import(path.join(modules, `${name}.mjs`));
  const folder = path.join(scratch, name);
  fs.cpSync(template, folder, { recursive: true });
  const office = await openOffice(folder, mailbox);
  const camera = createCamera(browser, office);
  const bytes = [];
  const failed = [];
  try {
    await office.clock();
    await before?.(office);
    for (const shot of shots) {
      await camera.take(shot).then(
        (size) => bytes.push(size),
        (error) => failed.push(`${shot.name}: ${error.message}`),
      );
    }
  } finally {
    await camera.close();
    await office.close();
  }
  const kilobytes = Math.round(bytes.reduce((sum, size) => sum + size, 0) / 1024);
  console.log(`${name}: ${bytes.length} of ${shots.length} pictures, ${kilobytes} kB, ${elapsed(start)}`);
  return failed;
};

const main = async () => {
  const names = chosen(process.argv.slice(2));
  await buildOnce();
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'payments-pictures-'));
  const mailbox = await startMailbox();
  const browser = await openBrowser();
  try {
    const template = await makeTemplate(scratch, mailbox);
    const failed = [];
    for (const name of names) {
      const taken = takeAll(name, { scratch, template, mailbox, browser });
      failed.push(...(await taken.catch((error) => [`all of ${name}: ${error.message}`])));
    }
    if (failed.length > 0) throw new Error(`Not taken:\n${failed.join('\n')}`);
  } finally {
    await browser.close();
    await mailbox.close();
    fs.rmSync(scratch, { recursive: true, force: true });
  }
};

await main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
