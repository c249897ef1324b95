// `npm run check`: types, lint, format, unused code and the arrows between folders, side by side. `npm run check -- lint types`
// runs those whose names contain one of the words.
import os from 'node:os';
import { pathToFileURL } from 'node:url';

import { elapsed, run, tool } from './lib/run.mjs';

const cache = (name) => `node_modules/.cache/${name}`;
const plugin = 'src/plugins/payments';
const types = (name, project, ...more) => ({ name: `types: ${name}`, command: 'tsc', args: ['-p', project, ...more] });

/** The slowest first, so that none of them is left alone at the end. */
const checks = [
  {
    name: 'lint',
    command: 'eslint',
    args: ['.', '--max-warnings', '0', '--cache', '--cache-strategy', 'content', '--cache-location', cache('eslint/')],
  },
  types('admin', `${plugin}/admin`),
  types('server', `${plugin}/server`),
  {
    name: 'format',
    command: 'prettier',
    args: ['--check', '.', '--cache', '--cache-location', cache('prettier-files'), '--log-level', 'warn'],
  },
  types('tests', 'tests'),
  types('portal', `${plugin}/portal`),
  types('host', 'tsconfig.json', '--noEmit', '--tsBuildInfoFile', cache('tsc/host.tsbuildinfo')),
  // Without a cache: knip's calls files unresolved that were made after it.
  { name: 'unused code', command: 'knip', args: [] },
  { name: 'arrows', command: 'depcruise', args: ['--config', '.dependency-cruiser.mjs', plugin] },
  types('client', `${plugin}/client`),
  types('domain and contracts', `${plugin}/domain`),
];

const perform = async ({ name, command, args }) => {
  const start = performance.now();
  const { code, output } = await run(tool(command), args);
  const passed = code === 0;
  console.log(`${passed ? '✓' : '✗'} ${name} (${elapsed(start)})`);
  if (!passed) console.log(output.trim());
  return { name, passed };
};

/**
 * @param {string[]} words Which checks; none means all.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export const check = async (words = []) => {
  const waiting = checks.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  const results = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await perform(next));
  };
  await Promise.all(Array.from({ length: Math.min(4, Math.max(2, os.availableParallelism())) }, worker));
  const failed = results.filter(({ passed }) => !passed).length;
  return { passed: results.length - failed, failed };
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { failed } = await check(process.argv.slice(2));
  process.exitCode = failed === 0 ? 0 : 1;
}
