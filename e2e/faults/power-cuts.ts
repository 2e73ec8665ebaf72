import { join } from 'node:path'
import { burst, nothingTold } from './burst.ts'
import { compare, held, newBin, type Comparison } from './held.ts'
import { keepAll } from './kill-rounds.ts'
import { copyImage, mountImage, newImage, unmount } from './mounts.ts'
import { pause } from './program.ts'
import type { Rig } from './rig.ts'

/**
 * Cuts the power in the middle of a burst, again and again: the disk is an image, and what stands
 * in the image while the program is stopped is what a cut would have left on a disk.
 * @returns for each cut, what was acknowledged before it and what of that was there after it
 */
export async function cutPower(rig: Rig, cuts: number, durability: 'disk' | 'process') {
  const image = newImage(rig, 'disk.img', '128M')
  const args = [...keepAll, '--durability', durability]
  const program = await rig.start({ data: join(mountImage(rig, image, 'disk'), 'data'), args })
  const bin = await newBin(program.url)
  const told = nothingTold()
  const results: (Comparison & { acked: number })[] = []
  for (let cut = 1; cut <= cuts; cut += 1) {
    const enough = told.acked.size + 200
    let cutting = false
    const { port } = program
    const until = () => cutting
    const bursting = burst({ port, bin, label: `cut-${cut}`, connections: 16, until }, told)
    while (told.acked.size < enough && program.running) await pause(1)
    program.signal('SIGSTOP')
    const before = { ...told, acked: new Map(told.acked) }
    const crashed = join(rig.folder, `crash-${cut}.img`)
    copyImage(image, crashed)
    cutting = true
    program.signal('SIGCONT')
    await bursting
    const found = await readImage(rig, crashed, bin)
    results.push({ ...compare(before, found), acked: before.acked.size })
  }
  return results
}

/** Starts on an image, whose journal is replayed, and reads what a bin holds. */
async function readImage(rig: Rig, image: string, bin: string) {
  const folder = mountImage(rig, image, `${image.replace(/.*\//, '')}.mounted`)
  const program = await rig.start({ data: join(folder, 'data'), args: keepAll })
  const requests = await held(program.url, bin)
  await program.kill()
  await unmount(folder)
  return requests
}
