import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'
import { installFromDebian } from './apt.mjs'

const names = ['chromium-headless-shell', 'chromium', 'google-chrome', 'google-chrome-stable']
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * Where a Chromium stands that the browser tests can use: the one named by `E2E_CHROMIUM`,
 * Playwright's own, the system's, else Debian's headless shell, installed when root.
 * @returns {string} path of the executable
 * @throws {Error} that says which two commands give one
 */
export function findChromium() {
  const found = named() ?? playwrightsOwn() ?? onPath() ?? applications.find(existsSync)
  if (found) return found
  if (installFromDebian('chromium-headless-shell')) return onPath() ?? fail()
  return fail()
}

function named() {
  const path = process.env.E2E_CHROMIUM
  if (path && !existsSync(path)) throw new Error(`E2E_CHROMIUM names ${path}, which is not there.`)
  return path
}

function playwrightsOwn() {
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync)
}

/** @returns {never} */
function fail() {
  throw new Error(
    'The browser tests need Chromium. Run `npx playwright install chromium`, ' +
      'or `sudo apt-get install chromium-headless-shell`, or set E2E_CHROMIUM to an executable.',
  )
}
