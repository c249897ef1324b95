import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const script = path.resolve(__dirname, '../../../../scripts/compile-mails.mjs');

test('the compiled templates are those of the sources (npm run codegen -w strapi-plugin-payments)', () => {
  const compiled = execFileSync(process.execPath, [script, '--print'], { encoding: 'utf8' });
  expect(fs.readFileSync(path.join(__dirname, 'compiled.json'), 'utf8')).toBe(compiled);
});
