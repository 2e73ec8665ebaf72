import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { test } from '@playwright/test'

/** Skips the test, and says so where nobody can miss it, unless the machine can do what it needs. */
export function need(can: boolean, what: string): void {
  if (!can) console.warn(`SKIPPED: "${test.info().title}" needs ${what}`)
  test.skip(!can, `needs ${what}`)
}

export function needLinux(): void {
  need(process.platform === 'linux', 'Linux')
}

export function needRoot(): void {
  need(process.getuid?.() === 0, 'root')
}

/** Needs a command; on Debian, as root, the package of the same name is installed for it. */
export function needCommand(name: string): void {
  needLinux()
  if (!isThere(name)) install(name)
  need(isThere(name), `the command ${name} (apt-get install ${name})`)
}

/** Needs the library that turns the clock of a process. @returns its path */
export function needFaketime(): string {
  needLinux()
  if (faketimeLibrary() === undefined) install('faketime')
  need(faketimeLibrary() !== undefined, 'libfaketime (apt-get install faketime)')
  return faketimeLibrary() ?? ''
}

function isThere(command: string): boolean {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin']
  return folders.some((folder) => existsSync(join(folder, command)))
}

function faketimeLibrary(): string | undefined {
  const folders = ['/usr/lib', '/usr/lib64']
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name, 'faketime')))
  return folders.map((folder) => join(folder, 'libfaketime.so.1')).find(existsSync)
}

function install(name: string): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update')
  apt('install', '-y', '--no-install-recommends', name)
}
