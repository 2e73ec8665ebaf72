import { spawnSync } from 'node:child_process'

/**
 * Has the system write what it still holds back, so that nobody pays for what the contestant before
 * has left. Where there is no `sync`, they do.
 */
export function settleDisk(): void {
  spawnSync('sync')
}
