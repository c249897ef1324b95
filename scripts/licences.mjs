// `npm run licences`: writes docs/licences.md (every package that npm installs here) and the package's THIRD-PARTY.md (what is copied into
// it, with the licences' own words, and what is installed with it). `-- --check` only says whether both are up to date.
import fs from 'node:fs';
import path from 'node:path';

import prettier from 'prettier';

import { carriedFolders, installedFolders } from './lib/carried.mjs';
import { allLicences } from './lib/licences.mjs';
import { root } from './lib/run.mjs';

const docsFile = 'docs/licences.md';
const packageFile = 'src/plugins/payments/THIRD-PARTY.md';

const grouped = (licences) => {
  const groups = new Map();
  for (const { name, licence } of licences) groups.set(licence, (groups.get(licence) ?? new Set()).add(name));
  return [...groups].sort(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1));
};

/** Names without versions: a line changes when a licence does. */
const listOf = (licences) =>
  grouped(licences).map(([licence, names]) => `**${licence}**\n\n${[...names].join(', ')}\n`);

const docs = () => {
  const all = allLicences();
  const reaching = all.filter(({ dev }) => !dev);
  const names = new Set(reaching.map(({ name }) => name));
  const atWork = all.filter(({ name, dev }) => dev && !names.has(name));
  return [
    '# Licences of what is installed here\n',
    'Made by `npm run licences`; `npm test` fails when it is out of date, or when a licence does not go together with MIT.\n',
    "What the published package brings is in its own [THIRD-PARTY.md](../src/plugins/payments/THIRD-PARTY.md). The rest is Strapi's, the",
    "databases' and the tools'. Strapi is MIT outside of its `ee` folders, whose code runs only with a key. MPL, LGPL and CC-BY are here",
    'only as packages that stay as they were published; nothing of them is copied into our files.\n',
    '## With the application\n',
    ...listOf(reaching),
    '## At work on it\n',
    ...listOf(atWork),
  ].join('\n');
};

const manifestOf = (folder) => JSON.parse(fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8'));

const textOf = (folder) => {
  const file = fs.readdirSync(path.join(root, folder)).find((name) => /^licen[cs]e(\.(md|txt))?$/i.test(name));
  if (!file) throw new Error(`${folder} has no licence file; its text must be given with what is copied of it.`);
  return fs.readFileSync(path.join(root, folder, file), 'utf8').trim();
};

const carriedSection = (folder) => {
  const { name, license } = manifestOf(folder);
  return `### ${name} (${license})\n\n\`\`\`text\n${textOf(folder)}\n\`\`\`\n`;
};

const byName = (licences) => new Map(licences.map(({ name, licence }) => [name, licence]));

const thirdParty = async () => {
  const licenceOf = byName(allLicences());
  const installed = installedFolders().map((folder) => manifestOf(folder).name);
  return [
    '# The work of others\n',
    'This package is MIT. It copies these into its files, and npm installs those beside it.\n',
    '## Holidays\n',
    'Public holidays come from [date-holidays](https://github.com/commenthol/date-holidays) by commenthol and its contributors. Its',
    'data is licensed [CC BY-SA 3.0](https://creativecommons.org/licenses/by-sa/3.0/), since most of it was obtained from Wikipedia; each',
    'source is named in `data/countries` of that package. It is used as it was published. What this plugin corrects for a country is its',
    'own, and the admin says of each day where it is known from.\n',
    '## Installed beside it\n',
    '| Package | Licence |\n| --- | --- |',
    ...[...new Set(installed)].map((name) => `| ${name} | ${licenceOf.get(name)} |`),
    '\n## Copied into it\n',
    ...(await carriedFolders()).map(carriedSection),
  ].join('\n');
};

const formatted = async (file, text) =>
  prettier.format(text, { ...(await prettier.resolveConfig(path.join(root, file))), filepath: file });

const files = async () => [
  [docsFile, await formatted(docsFile, docs())],
  [packageFile, await formatted(packageFile, await thirdParty())],
];

const isCheck = process.argv.includes('--check');
for (const [file, text] of await files()) {
  const target = path.join(root, file);
  const current = fs.existsSync(target) ? fs.readFileSync(target, 'utf8') : '';
  if (isCheck && current !== text) {
    console.error(`${file} is out of date: npm run licences`);
    process.exitCode = 1;
  }
  if (!isCheck) fs.writeFileSync(target, text);
}
