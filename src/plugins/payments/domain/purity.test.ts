import { spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../../..');
/** Linted as if it stood here, so that the rules which hold for this folder are the ones that judge. */
const PLACE = 'src/plugins/payments/domain/money.ts';

/** What no rule of the domain may do, one a line: each must be refused. */
const REFUSED = [
  `import '@strapi/strapi';`,
  `import '@strapi/utils';`,
  `import 'react';`,
  `import 'react/jsx-runtime';`,
  `import 'node:fs';`,
  `import 'fs';`,
  `import 'fs/promises';`,
  `import 'crypto';`,
  `import 'date-holidays';`,
  `import 'zod';`,
  `import '../contracts/values';`,
  `import '../server/src/constants';`,
  `export * from 'node:path';`,
  `export type { Core } from '@strapi/strapi';`,
  `export const lazily = () => import('node:fs');`,
  `export const required = require('fs');`,
  `export const now = Date.now();`,
  `export const clock = [Date.now];`,
  `export const today = new Date();`,
  `export const written = Date();`,
  `export const chance = Math.random();`,
  `export const elapsed = performance.now();`,
  `export const zone = process.env.TZ;`,
  `export const anywhere = globalThis.process;`,
  `export const later = setTimeout(() => undefined, 1);`,
  `export const answer = fetch('https://example.com');`,
];

/** What it may do, which looks alike. */
const ALLOWED = [
  `import './day';`,
  `import '../domain/plan/types';`,
  `export const given = (millis: number) => new Date(millis);`,
  `export const most = Math.max(1, 2);`,
];

interface Message {
  ruleId: string | null;
  line: number;
  severity: number;
}

/** The lines that ESLint, with this repository's configuration, refuses. */
async function refusedLines(lines: string[]): Promise<number[]> {
  const eslint = path.join(ROOT, 'node_modules/eslint/bin/eslint.js');
  const args = [eslint, '--stdin', '--stdin-filename', PLACE, '--format', 'json'];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(lines.join('\n'));
  let output = '';
  for await (const piece of child.stdout) output += String(piece);
  const [{ messages }] = JSON.parse(output) as [{ messages: Message[] }];
  expect(messages.filter(({ ruleId }) => ruleId === null)).toEqual([]);
  const restricting = messages.filter(({ ruleId, severity }) => severity === 2 && ruleId?.startsWith('no-restricted-'));
  return [...new Set(restricting.map(({ line }) => line))];
}

test('the linter refuses a framework, a Node built-in, a clock or chance in the domain, and nothing else', async () => {
  const refused = await refusedLines([...REFUSED, ...ALLOWED]);
  const escaped = REFUSED.filter((_, index) => !refused.includes(index + 1));
  const wronged = ALLOWED.filter((_, index) => refused.includes(REFUSED.length + index + 1));
  expect({ escaped, wronged }).toEqual({ escaped: [], wronged: [] });
}, 120_000);
