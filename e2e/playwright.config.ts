import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testIgnore: process.env.BINSPECT_LONG ? [] : ['**/*.long.spec.ts'],
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  // Faults are provoked by load and by kills: what a busy machine spoils is tried anew, and named.
  retries: 2,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(process.env.E2E_CHROMIUM ? { executablePath: process.env.E2E_CHROMIUM } : {}),
      args: [
        '--disable-gpu',
        '--disable-quic',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
})
