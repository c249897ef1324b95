import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { simpleParser } from 'mailparser';

import { root } from '../support/paths';

/** What the shell brings, and what Strapi sets by itself. */
const notOurs = new Set(['PATH', 'HOME', 'NODE_ENV', 'MAIL_DIRECTORY', 'ENV_PATH']);

it('names in .env.example every variable that the configuration or the demo reads', () => {
  const files = execFileSync('git', ['ls-files', 'config/*.ts', 'scripts/demo.mjs', 'scripts/demo/*.mjs'], {
    cwd: root,
    encoding: 'utf8',
  });
  const read = files
    .split('\n')
    .filter((file) => file !== '' && !file.startsWith('config/env/'))
    .flatMap((file) => {
      const text = fs.readFileSync(path.join(root, file), 'utf8');
      return [...text.matchAll(/process\.env\.([A-Z_]+)|\benv(?:\.\w+)?\(\s*'([A-Z_]+)'/g)].map(
        ([, a, b]) => a ?? b ?? '',
      );
    });
  expect(read.length).toBeGreaterThan(20);
  const example = fs.readFileSync(path.join(root, '.env.example'), 'utf8');
  const named = new Set([...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name));
  expect([...new Set(read)].filter((name) => !named.has(name) && !notOurs.has(name))).toEqual([]);
});

it('has a sender in the demo whose whole name a mail program shows', async () => {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'payments-demo-'));
  const program = `import { demoEnvironment } from './scripts/demo/environment.mjs';
console.log(demoEnvironment(process.argv[1]).EMAIL_FROM);`;
  try {
    const args = ['--input-type=module', '--eval', program, scratch];
    const sender = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }).trim();
    const mail = await simpleParser(`From: ${sender}\r\n\r\n`);
    expect(mail.from?.value).toEqual([{ name: 'Papadaki & Partners (demo)', address: 'office@example.com' }]);
  } finally {
    fs.rmSync(scratch, { recursive: true });
  }
});
