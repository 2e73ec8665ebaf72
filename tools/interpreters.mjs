import { spawnSync } from 'node:child_process'
import { installFromDebian } from './apt.mjs'

/** What runs the copied programs in tests, and which packages of Debian bring it. */
const wanted = [
  {
    needs: ['php', '-r', 'exit(function_exists("curl_init") ? 0 : 1);'],
    brought: ['php-cli', 'php-curl'],
  },
  { needs: ['http', '--version'], brought: ['httpie'] },
  { needs: ['python3', '--version'], brought: ['python3'] },
]

/**
 * Gets what is missing to run every copied program, where that needs no asking. Without them, and
 * without PowerShell, which Debian does not have, their tests are skipped, and say so.
 */
export function findInterpreters() {
  const missing = wanted.filter(({ needs: [program = '', ...options] }) => {
    return spawnSync(program, options, { stdio: 'ignore' }).status !== 0
  })
  if (missing.length > 0) installFromDebian(...missing.flatMap(({ brought }) => brought))
}
