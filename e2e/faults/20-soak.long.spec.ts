import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { slope } from './inspected.ts'
import { careless, MiB } from './program.ts'
import { expect, test } from './rig.ts'
import { soak } from './soak.ts'

/** A day at five requests a second is `BINSPECT_SOAK_MINUTES=36`. */
const minutes = Number(process.env.BINSPECT_SOAK_MINUTES ?? 2)
/** Megabytes a minute; a short run cannot tell so well. */
const heapLimit = Math.max(0.1, 3 / minutes)
const residentLimit = Math.max(0.5, 24 / minutes)

test('a long time of senders, readers and bins that come and go costs nothing', async ({ rig }) => {
  test.setTimeout((minutes + 10) * 60_000)
  const during = await soak(rig, minutes, 24_000)
  expect(slope(during, 'heap')).toBeLessThan(heapLimit)
  expect(slope(during, 'resident')).toBeLessThan(residentLimit)
  const files = during.slice(during.length / 2).map((usage) => usage.files)
  expect(Math.max(...files) - Math.min(...files)).toBeLessThanOrEqual(10)
  expect(sizeOf(join(rig.folder, 'data'))).toBeLessThan(64 * MiB)
})

test('control: a server that keeps everything in memory is caught', async ({ rig }) => {
  test.setTimeout(600_000)
  const during = await soak(rig, 0.5, 3000, { script: careless })
  expect(slope(during, 'heap')).toBeGreaterThan(heapLimit)
})

function sizeOf(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
}
