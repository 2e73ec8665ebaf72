import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { burst, nothingTold } from './burst.ts'
import { compare, held, newBin } from './held.ts'
import { mountImage, mountMemory, needMounts, newImage, remount, unmount } from './mounts.ts'
import { needCommand, needRoot } from './needs.ts'
import { expect, test } from './rig.ts'
import { failing } from './strace.ts'

test('a folder on a read-only disk is refused in one line that names it', async ({ rig }) => {
  needMounts(rig)
  const data = mountMemory(rig, '1m')
  remount(data, 'ro')
  const program = rig.launch({ data })
  expect((await program.exited).code).toBe(73)
  expect(program.output).toMatch(new RegExp(`^binspect: .*${data}.*EROFS.*\n$`))
})

test('a folder that belongs to another user is refused in one line that names it', async ({
  rig,
}) => {
  needRoot()
  needCommand('setpriv')
  const data = rig.newFolder('theirs')
  chmodSync(rig.folder, 0o755)
  chmodSync(data, 0o555)
  const under = ['setpriv', '--reuid=65534', '--clear-groups']
  const program = rig.launch({ data, under })
  expect((await program.exited).code).toBe(73)
  expect(program.output).toMatch(new RegExp(`^binspect: .*${data}.*EACCES.*\n$`))
})

test('control: the same user starts in a folder that is its own', async ({ rig }) => {
  needRoot()
  needCommand('setpriv')
  const data = join(rig.folder, 'ours')
  chmodSync(rig.folder, 0o755)
  mkdirSync(data)
  chmodSync(data, 0o777)
  const program = await rig.start({ data, under: ['setpriv', '--reuid=65534', '--clear-groups'] })
  expect(program.running).toBe(true)
})

test('a disk that turns read-only refuses with 503 and keeps what was acknowledged', async ({
  rig,
}) => {
  needMounts(rig)
  const image = newImage(rig, 'disk.img', '32M')
  const folder = mountImage(rig, image, 'disk')
  const data = join(folder, 'data')
  const program = await rig.start({ data })
  const { port, url } = program
  const bin = await newBin(url)
  const told = nothingTold()
  await burst({ port, bin, label: 'before', connections: 4, count: 100 }, told)
  expect(told.refused.size).toBe(0)
  // As ext4 itself does when the disk under it fails.
  remount(folder, 'abort')
  await burst({ port, bin, label: 'during', connections: 4, count: 40 }, told)
  expect([...told.refused]).toEqual([[503, 40]])
  expect(compare(told, await held(url, bin))).toMatchObject({ lost: 0, altered: 0, extra: 0 })
  await program.stop()
  await unmount(folder)

  const repaired = join(mountImage(rig, image, 'repaired'), 'data')
  const again = await rig.start({ data: repaired })
  await burst({ port: again.port, bin, label: 'after', connections: 4, count: 10 }, told)
  expect(told.acked.size).toBe(110)
  expect(compare(told, await held(again.url, bin))).toMatchObject({ lost: 0, altered: 0, extra: 0 })
})

test('requests are taken again once the disk can be written again', async ({ rig }) => {
  needCommand('strace')
  const program = await rig.start({ under: failing('pwrite64,pwritev', 'EROFS', '20..30') })
  const { port, url } = program
  const bin = await newBin(url)
  const told = nothingTold()
  await burst({ port, bin, label: 'spell', connections: 2, rest: 30, count: 120 }, told)
  expect([...told.refused.keys()]).toEqual([503])
  await burst({ port, bin, label: 'again', connections: 1, rest: 50, count: 10 }, told)
  expect(told.acked.size).toBeGreaterThan(25)
  expect(compare(told, await held(url, bin))).toMatchObject({ lost: 0, altered: 0, extra: 0 })
})
