import { defineConfig } from '@playwright/test';

/** The system's Chromium: nothing is downloaded. It talks to the product under test and to nobody else. */
const launchOptions = {
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/support/global-setup.ts',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: '.tmp/test/e2e.json' }]],
  projects: [
    { name: 'wide', testIgnore: /lighthouse\.spec/ },
    // Figures that a busy machine spoils: by `npm run test:lighthouse` alone.
    { name: 'lighthouse', testMatch: /lighthouse\.spec/ },
    {
      // The customers' journeys once more on what most of them hold in their hand. Tests that choose their own window run once.
      name: 'phone',
      testDir: 'tests/e2e/portal',
      testIgnore: /(appearance|every-page|install|lighthouse)\.spec/,
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    },
  ],
  use: {
    browserName: 'chromium',
    headless: true,
    actionTimeout: 20_000,
    navigationTimeout: 60_000,
    launchOptions,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Athens',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
