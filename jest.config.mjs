/** One transformer for every suite: types are checked by `npm run check`, so the tests only need them stripped. */
const transform = {
  '^.+\\.[jt]sx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
};

const plugin = '<rootDir>/src/plugins/payments';

const common = {
  transform,
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist/', `${plugin}/dist/`, '<rootDir>/.tmp/'],
  watchPathIgnorePatterns: ['<rootDir>/.tmp/'],
};

/** A suite that boots the built product: the database template is made once, before its first file. */
const booted = (displayName) => ({
  ...common,
  displayName,
  testMatch: [`<rootDir>/tests/${displayName}/**/*.test.ts`],
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  setupFilesAfterEnv: ['<rootDir>/tests/support/jest-timeout.ts'],
});

export default {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: [`${plugin}/**/*.test.ts`, `${plugin}/**/*.test.tsx`, '<rootDir>/tests/support/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    },
    ...['api', 'security', 'faults'].map(booted),
    // Projects of their own, outside of this repository: nothing of it is booted.
    { ...common, displayName: 'install', testMatch: ['<rootDir>/tests/install/**/*.test.ts'] },
    // What is published: files, types, licences.
    { ...common, displayName: 'package', testMatch: ['<rootDir>/tests/package/**/*.test.ts'] },
  ],
};
