import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { need, needLinux, needRoot } from './needs.ts'
import { pause } from './program.ts'
import type { Rig } from './rig.ts'

/** Skips the test unless file systems can be mounted here, from images too. */
export function needMounts(rig: Rig): void {
  needLinux()
  needRoot()
  const image = newImage(rig, 'probe.img', '8M')
  const folder = rig.newFolder('probe')
  const mounted = tryRun('mount', '-o', 'loop', image, folder)
  if (mounted.ok) run('umount', folder)
  need(mounted.ok, `loop mounts (mount says: ${mounted.said})`)
}

/** Mounts a file system in memory. @returns its folder */
export function mountMemory(rig: Rig, size: string): string {
  return mount(rig, 'memory', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs'])
}

/** Makes a file that holds an empty ext4 file system. @returns its path */
export function newImage(rig: Rig, name: string, size: string): string {
  const image = join(rig.folder, name)
  run('truncate', '-s', size, image)
  run('mkfs.ext4', '-q', '-F', image)
  return image
}

/** Mounts an image whose journal is written on its own account once a minute only. @returns its folder */
export function mountImage(rig: Rig, image: string, name: string): string {
  return mount(rig, name, ['-o', 'loop,commit=60', image])
}

export function remount(folder: string, options: string): void {
  run('mount', '-o', `remount,${options}`, folder)
}

/** Unmounts a folder whose last user may be just about to end. */
export async function unmount(folder: string): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    if (!tryRun('mountpoint', '-q', folder).ok || tryRun('umount', folder).ok) return
    await pause(100)
  }
  run('umount', '--lazy', folder)
}

/** Copies an image without filling its holes. */
export function copyImage(image: string, copy: string): void {
  run('cp', '--sparse=always', image, copy)
}

function mount(rig: Rig, name: string, args: string[]): string {
  const folder = rig.newFolder(name)
  rig.later(() => unmount(folder))
  run('mount', ...args, folder)
  return folder
}

function run(command: string, ...args: string[]): void {
  const { ok, said } = tryRun(command, ...args)
  if (!ok) throw new Error(`${command} ${args.join(' ')}: ${said}`)
}

function tryRun(command: string, ...args: string[]): { ok: boolean; said: string } {
  const path = ['/usr/sbin', '/sbin'].map((folder) => join(folder, command)).find(existsSync)
  const { status, stderr, error } = spawnSync(path ?? command, args, { encoding: 'utf8' })
  return { ok: status === 0, said: error?.message ?? stderr.trim() }
}
