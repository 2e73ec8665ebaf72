import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const isRoot = process.getuid?.() === 0
const isDebian = existsSync('/usr/bin/apt-get')

/**
 * Installs packages of Debian, quietly, where that needs no asking: as root, where apt is.
 * @param {...string} packages
 * @returns {boolean} whether they are there now
 */
export function installFromDebian(...packages) {
  if (!isRoot || !isDebian) return false
  console.log(`Installing ${packages.join(', ')} with apt …`)
  apt(['update'])
  return apt(['install', '-y', '--no-install-recommends', ...packages])
}

/**
 * Unpacks a package of Debian without installing it: no service is started, and no root is needed.
 * @param {string} name @param {string} folder @returns {boolean} whether that has worked
 */
export function unpackFromDebian(name, folder) {
  if (!isDebian) return false
  console.log(`Fetching ${name} with apt …`)
  const download = () => apt(['-o', 'APT::Sandbox::User=root', 'download', name], folder)
  if (!download() && !(isRoot && apt(['update']) && download())) return false
  return spawnSync('sh', ['-c', 'dpkg-deb -x *.deb . && rm *.deb'], { cwd: folder }).status === 0
}

/** @param {string[]} args @param {string} [cwd] */
function apt(args, cwd) {
  const { status } = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    ...(cwd !== undefined && { cwd }),
  })
  return status === 0
}
