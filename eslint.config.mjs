import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const plugin = 'src/plugins/payments';

const passTimeIn = 'Pass the time in.';

const impure = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: passTimeIn },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: passTimeIn },
  { selector: "CallExpression[callee.name='Date']", message: passTimeIn },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Pass the choice in.' },
  { selector: 'ImportExpression', message: 'The domain imports nothing but itself.' },
  { selector: "CallExpression[callee.name='require']", message: 'The domain imports nothing but itself.' },
];

/** What a runtime offers for input, output and time, Node's and a browser's. */
const outside = [
  'process Buffer global globalThis window document navigator localStorage fetch XMLHttpRequest WebSocket',
  'performance crypto Temporal setTimeout setInterval setImmediate queueMicrotask strapi',
].flatMap((names) => names.split(' '));

/** The domain is plain functions over plain data: no framework, no input or output, no clock. `purity.test.ts` proves it. */
const pureDomain = {
  files: [`${plugin}/domain/**/*.ts`],
  ignores: ['**/*.test.ts', `${plugin}/domain/testing/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex: '^[^.]', message: 'The domain imports nothing but itself.' },
          {
            group: ['**/server/**', '**/admin/**', '**/portal/**', '**/client/**', '**/contracts/**', '**/testing/**'],
            message: 'Arrows end here.',
          },
        ],
      },
    ],
    'no-restricted-globals': ['error', ...outside],
    'no-restricted-syntax': ['error', ...impure],
  },
};

export default defineConfig(
  globalIgnores([
    '**/node_modules/',
    '**/dist/',
    '**/generated/',
    '.tmp/',
    '.cache/',
    '.strapi/',
    'coverage/',
    'reports/',
    'test-results/',
    'types/generated/',
  ]),
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: [`${plugin}/{admin,portal}/**/*.{ts,tsx}`],
    ...reactHooks.configs['recommended-latest'],
  },
  {
    files: [
      `${plugin}/**/*.{ts,tsx}`,
      'tests/**/*.ts',
      'bench/**/*.ts',
      'playwright.config.ts',
      'config/**/*.ts',
      'src/*.ts',
      'src/api/**/*.ts',
    ],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['playwright.config.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'max-lines': ['warn', { max: 250, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': 'off',
    },
  },
  {
    // knex's conditions are written as callbacks whose builder can also be awaited; nobody awaits it there.
    files: [`${plugin}/server/src/repositories/**/*.ts`],
    rules: { '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }] },
  },
  pureDomain,
  {
    // The runner's own words, and what Node runs as it is.
    files: [
      'scripts/**/*.mjs',
      `${plugin}/{bin,scripts}/**/*.mjs`,
      'bench/**',
      'tests/**/*.mjs',
      '**/*.cjs',
      '*.config.mjs',
    ],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        performance: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        AbortSignal: 'readonly',
      },
    },
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { require: 'readonly', module: 'writable', __dirname: 'readonly', globalThis: 'readonly' },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // Playwright reads a fixture's needs from its first parameter, which must be a pattern, even an empty one.
    files: ['tests/support/browser.ts', 'tests/e2e/**/*.ts'],
    rules: { 'no-empty-pattern': 'off' },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'tests/**/*.ts'],
    rules: { 'max-lines': ['warn', 400] },
  },
);
