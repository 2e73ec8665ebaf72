import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** Hundreds of small modules, which would take most of the time of a start: they go into the bundle. */
const bundleTypebox: Plugin = {
  name: 'bundle-typebox',
  apply: 'build',
  configEnvironment: (name) => (name === 'ssr' ? { resolve: { noExternal: ['typebox'] } } : null),
}

/** How long plugins take is no matter for somebody who only starts the server. */
const quiet = { pluginTimings: false }

/**
 * One build makes both parts: `client` is the page, `ssr` is the server bundled for Node.
 * Hashed page assets may be cached for ever, so their folder holds nothing else.
 */
export default defineConfig({
  root: 'web',
  plugins: [react(), bundleTypebox],
  // Relative asset addresses: the page also works under a reverse proxy's sub-path.
  base: './',
  builder: {
    async buildApp(builder) {
      const { client, ssr } = builder.environments
      if (client) await builder.build(client)
      if (ssr) await builder.build(ssr)
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
          input: { cli: 'server/cli.ts' },
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
    include: [
      'shared/**/*.test.ts',
      'server/**/*.test.ts',
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
