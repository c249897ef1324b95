import { fileURLToPath } from 'node:url';

import { domain, groups } from './scripts/mutation-groups.mjs';

/** One group of rules and the tests that promise them; `npm run test:mutation` runs all groups and adds up their scores. */
const group = process.env.MUTATION_GROUP ?? 'money';
const { rules } = groups[group];

export default {
  plugins: [fileURLToPath(new URL('scripts/mutation-runner.mjs', import.meta.url))],
  testRunner: 'in-process',
  coverageAnalysis: 'perTest',
  // tables (currencies, IBAN lengths) would run every test per entry; they are compared with other people's instead
  ignoreStatic: true,
  mutate: [...rules.map((rule) => `${domain}/${rule}.ts`), `!${domain}/**/*.test.ts`],
  ignorePatterns: ['/**', `!/${domain}/**`, '!/tests/fixtures/**', '!/package.json'],
  concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 2),
  timeoutMS: 4_000,
  reporters: ['json'],
  jsonReporter: { fileName: `reports/mutation/${group}.json` },
  tempDirName: `.tmp/stryker-${group}`,
  cleanTempDir: 'always',
  logLevel: 'warn',
};
