import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** Hundreds of small modules, which would take most of the time of a start: they go into the bundle. */
const bundleTypebox: Plugin = {
  name: 'bundle-typebox',
  apply: 'build',
  configEnvironment: (name) => (name === 'ssr' ? { resolve: { noExternal: ['typebox'] } } : null),
}

/** Types of `binspect/client`: those that checking the sources makes, put beside what is built. */
const emitTypes: Plugin = {
  name: 'emit-types',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'library',
  closeBundle() {
    const tsc = `${import.meta.dirname}/node_modules/typescript/bin/tsc`
    const { status } = spawnSync(process.execPath, [tsc, '-b', `${import.meta.dirname}/client`], {
      stdio: ['ignore', 2, 2],
    })
    if (status !== 0) throw new Error('The types of the client cannot be made.')
    for (const part of ['shared', 'client']) {
      cpSync(
        `${import.meta.dirname}/.cache/types/${part}`,
        `${import.meta.dirname}/dist/types/${part}`,
        {
          recursive: true,
        },
      )
    }
  },
}

/** How long plugins take is no matter for somebody who only starts the server. */
const quiet = { pluginTimings: false }

/**
 * One build makes all parts: `client` is the page, `ssr` is the program bundled for Node, `library` is
 * what tests import (`binspect/client`), with its types.
 * Hashed page assets may be cached for ever, so their folder holds nothing else.
 */
export default defineConfig({
  root: 'web',
  plugins: [react(), bundleTypebox, emitTypes],
  // Relative asset addresses: the page also works under a reverse proxy's sub-path.
  base: './',
  builder: {
    async buildApp(builder) {
      const { client, ssr, library } = builder.environments
      if (client) await builder.build(client)
      if (ssr) await builder.build(ssr)
      if (library) await builder.build(library)
    },
  },
  environments: {
    client: {
      build: {
        outDir: '../dist/web',
        emptyOutDir: true,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rollupOptions: { checks: quiet },
      },
    },
    ssr: {
      build: {
        ssr: true,
        outDir: '../dist/server',
        emptyOutDir: true,
        target: 'node20.19',
        sourcemap: true,
        rollupOptions: {
          input: { cli: 'cli/main.ts', 'judge-worker': 'server/inspect/judge-worker.ts' },
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
          checks: quiet,
        },
      },
    },
    library: {
      consumer: 'server',
      resolve: { external: ['@playwright/test'] },
      build: {
        ssr: true,
        outDir: '../dist/client',
        emptyOutDir: true,
        copyPublicDir: false,
        target: 'es2022',
        rollupOptions: {
          // An entry exports what its source does, and nothing for its neighbour's sake.
          preserveEntrySignatures: 'strict',
          input: { client: 'client/client.ts', playwright: 'client/playwright.ts' },
          output: { entryFileNames: '[name].js' },
          checks: quiet,
        },
      },
    },
  },
  server: {
    proxy: {
      // The server answers its own page only, so the requests have to look like those.
      '/api': {
        target: 'http://127.0.0.1:5050',
        ws: true,
        changeOrigin: true,
        headers: { Origin: 'http://127.0.0.1:5050' },
      },
      '^/bin/': {
        target: 'http://127.0.0.1:5050',
        // What is only looked at is this page, not something for the server to capture.
        bypass: ({ url }) => (/[?&]inspect\b/.test(url ?? '') ? '/index.html' : undefined),
      },
    },
  },
  test: {
    root: '.',
    // As those who use it write it; the built one is what the stories in e2e/ import.
    alias: { 'binspect/client': `${import.meta.dirname}/client/client.ts` },
    include: [
      'shared/**/*.test.ts',
      'server/**/*.test.ts',
      'client/**/*.test.ts',
      'cli/**/*.test.ts',
      'web/**/*.test.{ts,tsx}',
      'tools/**/*.test.ts',
    ],
    exclude: ['**/*.long.test.ts', '**/node_modules/**'],
    // Generous, since nothing here is measured: a busy machine is no failure.
    testTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 60_000,
  },
})
