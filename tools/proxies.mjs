import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { installFromDebian, unpackFromDebian } from './apt.mjs'

const cache = resolve(import.meta.dirname, '../.cache/programs')

/** The proxies that the stories run behind, with what makes them say their version. */
const proxies = [
  { name: 'nginx', variable: 'E2E_NGINX', place: 'usr/sbin/nginx', version: '-v' },
  { name: 'caddy', variable: 'E2E_CADDY', place: 'usr/bin/caddy', version: 'version' },
]

/**
 * Finds nginx and Caddy, unpacking Debian's where they are not installed, and tells the stories in
 * `E2E_NGINX` and `E2E_CADDY`. Stories behind one that is not there are skipped, and it is said.
 */
export function findProxies() {
  for (const proxy of proxies) {
    const found = process.env[proxy.variable] ?? onPath(proxy.name) ?? unpacked(proxy)
    if (found) process.env[proxy.variable] = found
    else {
      const { name, variable } = proxy
      console.error(`✗ The stories behind ${name} are SKIPPED: install it, or set ${variable}.`)
    }
  }
}

/** @param {string} name */
function onPath(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
  return folders.map((folder) => join(folder, name)).find(existsSync)
}

/** @param {{ name: string, place: string, version: string }} proxy */
function unpacked({ name, place, version }) {
  const folder = join(cache, name)
  const program = join(folder, place)
  mkdirSync(folder, { recursive: true })
  if (!existsSync(program) && !unpackFromDebian(name, folder)) return undefined
  const runs = () => spawnSync(program, [version]).status === 0
  // What it is linked with, where not even that is there; nginx itself would start a service.
  if (!runs() && name === 'nginx') installFromDebian('libpcre2-8-0', 'libssl3', 'zlib1g')
  return runs() ? program : undefined
}
