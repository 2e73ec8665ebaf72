import { defineConfig } from 'vitest/config'

/** Only for this folder: a project of yours needs no alias, it has `binspect` among its packages. */
export default defineConfig({
  test: {
    root: `${import.meta.dirname}/../..`,
    include: ['docs/examples/*.test.ts'],
    alias: { 'binspect/client': `${import.meta.dirname}/../../client/client.ts` },
  },
})
