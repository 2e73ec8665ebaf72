import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * `npm start`: builds what is stale, then runs the built server in this very process, so that
 * signals and exit codes are its own. `--build-only` stops after the build.
 */

const root = resolve(import.meta.dirname, '..')
const entry = join(root, 'dist/server/cli.js')
const products = [entry, join(root, 'dist/web/index.html'), join(root, 'dist/client/client.js')]
/** What the build reads: whatever is newer than its products makes them stale. */
const sources = [
  'server',
  'cli',
  'client',
  'shared',
  'web',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
]

if (isStale()) build()
if (!process.argv.includes('--build-only')) {
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(entry).href)
}

function isStale() {
  if (!products.every((file) => existsSync(file))) return true
  const oldest = Math.min(...products.map((file) => statSync(file).mtimeMs))
  return sources.some((source) => newestOf(join(root, source)) > oldest)
}

/** When anything in a file or folder was changed last. @param {string} path @returns {number} */
function newestOf(path) {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  // The time of a folder tells of files that were removed; tests are no part of the build.
  const names = readdirSync(path).filter((name) => !/\.test\.tsx?$/.test(name))
  return Math.max(stats.mtimeMs, ...names.map((name) => newestOf(join(path, name))))
}

function build() {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  if (!existsSync(vite)) fail('The dependencies are missing: run "npm ci" first.')
  process.stderr.write('Building …\n')
  const { status } = spawnSync(
    process.execPath,
    [vite, 'build', '--app', '--logLevel', 'warn'],
    // Standard output belongs to the server.
    { cwd: root, stdio: ['ignore', 2, 2] },
  )
  if (status !== 0) fail('The build failed: the lines above say why.')
}

/** @param {string} message @returns {never} */
function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
