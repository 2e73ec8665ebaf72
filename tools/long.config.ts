import { defineConfig } from 'vitest/config'

/** The slow tests, which `npm run test:long` adds. */
export default defineConfig({
  test: {
    root: '.',
    include: ['{shared,server,web}/**/*.long.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
})
