import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { findChromium } from './chromium.mjs'

/**
 * `npm run bench -- [section …] [--quick] [--write]`: builds what is stale, bundles the benches,
 * which are TypeScript, and runs them in this process. `npm run bench:page -- [--quick] [--write]`
 * measures the page in a browser instead.
 */

const root = resolve(import.meta.dirname, '..')
const outDir = join(root, '.cache/bench')
/** Each runs in a process of its own. */
const modules = [
  'main',
  'page/main',
  'page/reading',
  'load',
  'readers',
  'bare',
  'empty-express',
  'naive-clone',
]

const start = join(root, 'tools/start.mjs')
const built = spawnSync(process.execPath, [start, '--build-only'], { stdio: 'inherit' })
if (built.status !== 0) process.exit(built.status ?? 1)

await build({
  configFile: false,
  root,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: 'node20.19',
    rollupOptions: {
      input: Object.fromEntries(
        modules.map((name) => [name.replace('/', '-'), join(root, `bench/${name}.ts`)]),
      ),
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
const isPage = process.argv.includes('--page')
if (isPage) process.env.E2E_CHROMIUM ??= findChromium()
await import(pathToFileURL(join(outDir, isPage ? 'page-main.js' : 'main.js')).href)
