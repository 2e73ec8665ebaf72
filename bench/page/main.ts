import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../child.ts'
import type { LoadJob, LoadResult } from '../load/job.ts'
import { startWorker } from '../worker.ts'
import { measureFirstRow, measurePaintedRow } from './arrival.ts'
import { measureBodies } from './bodies.ts'
import { figureLine, type Figure } from './figure.ts'
import { openStage } from './stage.ts'
import { measureReading } from './tokens.ts'
import { measureManyRows, measureStream } from './strain.ts'
import { measureWeight } from './weight.ts'

/** Measures the page in a browser and prints each figure with its bound. `--quick`: fewer rows. */

const folder = await mkdtemp(join(tmpdir(), 'binspect-bench-page-'))
const load = startWorker<LoadJob, LoadResult>('load')
const stage = await openStage(folder, process.env['E2E_CHROMIUM'] ?? '')
const rows = process.argv.includes('--quick') ? 5_000 : 100_000
const measurements: (() => Promise<Figure[]>)[] = [
  () => measureWeight(join(root, 'dist/web')),
  () => measureFirstRow(stage),
  () => measurePaintedRow(stage),
  () => measureStream(stage, load),
  () => measureReading(stage),
  () => measureBodies(stage),
  () => measureManyRows(stage, load, rows),
]
try {
  for (const measure of measurements) {
    for (const figure of await measure()) process.stdout.write(`${figureLine(figure)}\n`)
  }
} finally {
  await stage.close()
  load.stop()
  await rm(folder, { recursive: true, force: true })
}
process.exit()
