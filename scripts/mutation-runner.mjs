/**
 * Stryker's test runner for the domain: it runs the tests of one group inside its own process. Jest starts up anew for every
 * mutant, which takes seconds on a busy machine; the domain's tests are plain functions and take milliseconds. It offers what
 * they use of Jest: `describe`, `test`, `test.each` and `expect`, without asynchronous tests or hooks.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { transformSync } from '@swc/core';
import { expect } from 'expect';

import { domain, groups, testFiles } from './mutation-groups.mjs';

const fromHere = createRequire(import.meta.url);
const SETUP = `${domain}/testing/fewer-runs.ts`;

/** Compiled once, run once for every mutant, so that no mutant sees what another left behind in a module. */
const scripts = new Map();

const compiled = (file) => {
  const known = scripts.get(file);
  if (known) return known;
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  const script = new vm.Script(`(function (module, exports, require) {${code}\n})`, { filename: file });
  scripts.set(file, script);
  return script;
};

const data = new Map();

const json = (file) => {
  if (!data.has(file)) data.set(file, JSON.parse(readFileSync(file, 'utf8')));
  return data.get(file);
};

const exists = (file) => {
  if (scripts.has(file)) return true;
  try {
    compiled(file);
    return true;
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'EISDIR') return false;
    throw error;
  }
};

/** The sandbox's own files, each a module once; packages are Node's and stay loaded. */
const createModules = () => {
  const modules = new Map();
  const load = (file) => {
    const known = modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(file, module);
    compiled(file).runInThisContext()(module, module.exports, requireFrom(path.dirname(file)));
    return module.exports;
  };
  const requireFrom = (folder) => (name) => {
    if (!name.startsWith('.')) return fromHere(name);
    const file = path.resolve(folder, name);
    if (file.endsWith('.json')) return json(file);
    const found = [`${file}.ts`, path.join(file, 'index.ts')].find(exists);
    if (!found) throw new Error(`There is no module ${name} in ${folder}`);
    return load(found);
  };
  return load;
};

/** Loads the files and answers their tests, in their order. */
const collect = (files) => {
  const tests = [];
  const titles = [];
  let fileName = '';
  const test = (title, run) => {
    tests.push({ id: `${tests.length}`, name: [...titles, title].join(' › '), fileName, run });
  };
  test.each = (table) => (title, run) => {
    for (const row of table) test(title, () => (Array.isArray(row) ? run(...row) : run(row)));
  };
  const describe = (title, body) => {
    titles.push(title);
    body();
    titles.pop();
  };
  Object.assign(globalThis, { describe, test, it: test, expect });
  const load = createModules();
  load(path.resolve(SETUP));
  for (const file of files) {
    fileName = path.resolve(file);
    load(fileName);
  }
  return tests;
};

const failureOf = (error) => (error instanceof Error ? error.message : String(error));

/** Runs one test; a promise would mean a test that this runner cannot judge. */
const perform = ({ id, name, fileName, run }) => {
  const start = performance.now();
  const outcome = (status, more) => {
    return { id, name, fileName, status, timeSpentMs: Math.ceil(performance.now() - start), ...more };
  };
  try {
    if (run() instanceof Promise) throw new Error('The runner of mutation.mjs runs no asynchronous tests');
    return outcome(TestStatus.Success);
  } catch (error) {
    return outcome(TestStatus.Failed, { failureMessage: failureOf(error) });
  }
};

class InProcessRunner {
  static inject = [];

  #files = testFiles(groups[process.env.MUTATION_GROUP]);
  #context = (globalThis.__stryker__ ??= {});

  capabilities() {
    return { reloadEnvironment: true };
  }

  dryRun() {
    this.#context.activeMutant = undefined;
    this.#context.mutantCoverage = undefined;
    const tests = collect(this.#files);
    const results = tests.map((test) => {
      this.#context.currentTestId = test.id;
      return perform(test);
    });
    this.#context.currentTestId = undefined;
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: this.#context.mutantCoverage };
  }

  mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation, disableBail }) {
    const context = this.#context;
    Object.assign(context, { hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    context.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    const results = [];
    try {
      const chosen = testFilter && new Set(testFilter);
      const tests = collect(this.#files).filter(({ id }) => !chosen || chosen.has(id));
      context.activeMutant = activeMutant.id;
      for (const test of tests) {
        const result = perform(test);
        results.push(result);
        if (result.status === TestStatus.Failed && !disableBail) break;
      }
    } catch (error) {
      return toMutantRunResult({ status: DryRunStatus.Error, errorMessage: failureOf(error) });
    }
    const hitLimitReached = determineHitLimitReached(context.hitCount, hitLimit);
    return toMutantRunResult(hitLimitReached ?? { status: DryRunStatus.Complete, tests: results });
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
