import { spawnSync } from 'node:child_process'
import { findChromium } from './chromium.mjs'
import { findProxies } from './proxies.mjs'

/** The stories in a real browser against a fresh build; arguments go to Playwright. */

const run = (/** @type {string[]} */ ...command) =>
  spawnSync(process.execPath, command, { stdio: 'inherit' }).status ?? 1

process.env.E2E_CHROMIUM = findChromium()
findProxies()
process.exitCode =
  run('tools/start.mjs', '--build-only') ||
  run('node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e', ...process.argv.slice(2))
