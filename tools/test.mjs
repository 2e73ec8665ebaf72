import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findChromium } from './chromium.mjs'
import { findInterpreters } from './interpreters.mjs'
import { findProxies } from './proxies.mjs'

/**
 * Everything that has to hold, in one command: format, lint with the import rules, types, unused
 * code, unit and contract tests, the build, and the stories in a real browser. Goes on after a
 * failure, so that one run tells all, and ends with `N passed, N failed`.
 */

const long = process.argv.includes('--long')
const reports = '.cache/reports'
mkdirSync(reports, { recursive: true })

const total = { passed: 0, failed: 0, skipped: 0 }

check('format', 'oxfmt', ['--check', '.'])
check('lint and import rules', 'oxlint', ['--type-aware', '--deny-warnings'])
check('types', 'tsc', ['-b'])
check('unused code', 'knip', [])
findInterpreters()
suite('unit', 'vitest', ['run', ...vitestReporters('unit')], readVitest)
if (long) {
  suite(
    'long',
    'vitest',
    ['run', '--config', 'tools/long.config.ts', ...vitestReporters('long')],
    readVitest,
  )
}
if (check('build', 'vite', ['build', '--app', '--logLevel', 'warn'])) browserTests()

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed > 0 ? 1 : 0

function browserTests() {
  try {
    process.env.E2E_CHROMIUM = findChromium()
  } catch (error) {
    console.error(`✗ browser: ${error instanceof Error ? error.message : String(error)}`)
    total.failed += 1
    return
  }
  findProxies()
  if (long) process.env.BINSPECT_LONG = '1'
  process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = `${process.cwd()}/${reports}/e2e.json`
  suite('e2e', 'playwright', ['test', '--config', 'e2e', '--reporter', 'list,json'], readPlaywright)
}

/** @param {string} name @param {string} command @param {string[]} args */
function run(name, command, args) {
  console.log(`\n── ${name}`)
  const started = Date.now()
  const { status } = spawnSync(`node_modules/.bin/${command}`, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  console.log(
    `${status === 0 ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  )
  return status === 0
}

/** A step that counts as one. @param {string} name @param {string} command @param {string[]} args */
function check(name, command, args) {
  const ok = run(name, command, args)
  total[ok ? 'passed' : 'failed'] += 1
  return ok
}

/**
 * A step that counts by its report; one that fails without a failed test counts as one failure.
 * @param {string} name @param {string} command @param {string[]} args
 * @param {(report: any) => { passed: number, failed: number, skipped: number }} read
 */
function suite(name, command, args, read) {
  const file = `${reports}/${name}.json`
  rmSync(file, { force: true })
  const ok = run(name, command, args)
  let counts = { passed: 0, failed: 0, skipped: 0 }
  try {
    counts = read(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    console.error(`✗ ${name}: left no report`)
  }
  if (!ok && counts.failed === 0) counts.failed = 1
  if (ok && counts.passed === 0) counts.failed += 1
  total.passed += counts.passed
  total.failed += counts.failed
  total.skipped += counts.skipped
}

/** @param {string} name */
function vitestReporters(name) {
  return ['--reporter=dot', '--reporter=json', `--outputFile.json=${reports}/${name}.json`]
}

/** Names what was skipped: nothing is left out in silence. @param {any} report */
function readVitest(report) {
  /** @type {Map<string, number>} */
  const skipped = new Map()
  for (const { ancestorTitles, status, title } of report.testResults.flatMap(
    (/** @type {any} */ file) => file.assertionResults,
  )) {
    if (status !== 'pending' && status !== 'skipped' && status !== 'todo') continue
    const name = ancestorTitles.join(' › ') || title
    skipped.set(name, (skipped.get(name) ?? 0) + 1)
  }
  for (const [name, count] of skipped) console.log(`skipped (${count}): ${name}`)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** @param {any} report */
function readPlaywright(report) {
  const { expected, flaky, unexpected, skipped } = report.stats
  if (flaky > 0) console.log(`${flaky} of these passed only when tried again.`)
  return { passed: expected + flaky, failed: unexpected, skipped }
}
