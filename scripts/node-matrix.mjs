// `npm run test:node`: what CI runs on other versions of Node, on this machine: for each, a clone of what is committed, its own
// installation, the unit tests, the build, and a start of what was built. `-- 22` runs one of them. The versions come from the npm package `node`.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { elapsed, mustRun, root, run } from './lib/run.mjs';

const majors = ['20', '22', '24'];

/** @returns The folder of that Node's program. */
const installNode = async (major, folder) => {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
  await mustRun('npm', ['install', `node@${major}`, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  const bin = path.join(folder, 'node_modules', 'node', 'bin');
  console.log(`Node ${(await mustRun(path.join(bin, 'node'), ['--version'])).trim()}`);
  return bin;
};

const steps = [
  ['npm ci', ['npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error']],
  ['unit tests', ['npm', 'run', 'test:unit']],
  ['build', ['npm', 'run', 'build:once']],
  ['boot', ['npx', 'jest', '--selectProjects', 'api', '--ci', 'tests/api/boot']],
];

const runStep = async ([name, [command, ...args]], options) => {
  const start = performance.now();
  const { code, output } = await run(command, args, options);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${elapsed(start)})`);
  if (code !== 0) console.log(output.slice(-6_000));
  return code === 0;
};

/** One version; the first step that fails ends it. */
const tryMajor = async (major) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `payments-node-${major}-`));
  try {
    const bin = await installNode(major, path.join(folder, 'node'));
    const clone = path.join(folder, 'clone');
    await mustRun('git', ['clone', '--quiet', root, clone]);
    const options = { cwd: clone, env: { PATH: `${bin}${path.delimiter}${process.env.PATH}` } };
    for (const step of steps) if (!(await runStep(step, options))) return false;
    return true;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
};

const words = process.argv.slice(2);
const chosen = majors.filter((major) => words.length === 0 || words.includes(major));
const results = [];
for (const major of chosen) results.push(await tryMajor(major).catch((error) => console.error(error.message)));
const passed = results.filter(Boolean).length;
console.log(`${passed} passed, ${results.length - passed} failed`);
process.exitCode = passed === results.length ? 0 : 1;
