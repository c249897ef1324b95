/**
 * Mutation testing of the domain: every small change of a rule must be noticed by a test. Runs Stryker group by group
 * (words of their names as arguments choose some), prints the mutants that survived and the score, and is no part of `npm test`.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { groups } from './mutation-groups.mjs';

const CAUGHT = ['Killed', 'Timeout'];
const MISSED = ['Survived', 'NoCoverage'];

const words = process.argv.slice(2);
const chosen = Object.keys(groups).filter((name) => words.length === 0 || words.some((word) => name.includes(word)));
if (chosen.length === 0) {
  console.error(`No group has one of these words in its name. The groups: ${Object.keys(groups).join(', ')}`);
  process.exit(1);
}
let [caught, missed] = [0, 0];

for (const group of chosen) {
  const start = performance.now();
  const run = spawnSync('npx', ['stryker', 'run'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, MUTATION_GROUP: group },
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
  const { files } = JSON.parse(readFileSync(`reports/mutation/${group}.json`, 'utf8'));
  const mutants = Object.entries(files).flatMap(([file, { source, mutants: found }]) =>
    found.map((mutant) => ({ ...mutant, file, was: source.split('\n')[mutant.location.start.line - 1]?.trim() })),
  );
  const survivors = mutants.filter(({ status }) => MISSED.includes(status));
  const killed = mutants.filter(({ status }) => CAUGHT.includes(status)).length;
  for (const { file, location, mutatorName, was, replacement } of survivors) {
    console.log(`${file}:${location.start.line} ${mutatorName}\n  ${was}\n  → ${replacement?.replace(/\s+/g, ' ')}`);
  }
  console.log(`${group}: ${score(killed, survivors.length)}, in ${Math.round((performance.now() - start) / 1000)} s`);
  caught += killed;
  missed += survivors.length;
}
console.log(`all: ${score(caught, missed)}`);

function score(killed, survived) {
  return `${((100 * killed) / (killed + survived)).toFixed(1)} % of ${killed + survived} mutants caught`;
}
