/**
 * Mutation testing of the domain: every small change of a rule must be noticed by a test. Runs Stryker group by group
 * (names as arguments choose some), prints the mutants that survived and the score, and is no part of `npm test`.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { groups } from './mutation-groups.mjs';

const CAUGHT = ['Killed', 'Timeout'];
const MISSED = ['Survived', 'NoCoverage'];

const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(groups);
let [caught, missed] = [0, 0];

for (const group of chosen) {
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
  console.log(`${group}: ${score(killed, survivors.length)}`);
  caught += killed;
  missed += survivors.length;
}
console.log(`all: ${score(caught, missed)}`);

function score(killed, survived) {
  return `${((100 * killed) / (killed + survived)).toFixed(1)} % of ${killed + survived} mutants caught`;
}
