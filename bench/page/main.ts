import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../child.ts'
import type { LoadJob, LoadResult } from '../load/job.ts'
import { startWorker } from '../worker.ts'
import { measureFirstRow, measurePaintedRow } from './arrival.ts'
import { measureBodies } from './bodies.ts'
import { writeRun } from '../report/document.ts'
import { describeMachine } from '../report/machine.ts'
import { figuresTable, tableAsMarkdown } from '../report/markdown.ts'
import type { Figure as Reached } from '../report/report.ts'
import { figureLine, reachedOf, type Figure } from './figure.ts'
import { openStage } from './stage.ts'
import { measureReading } from './tokens.ts'
import { measureManyRows, measureStream } from './strain.ts'
import { measureWeight } from './weight.ts'

/**
 * Measures the page in a browser and prints each figure beside what was to be reached. `--quick`:
 * fewer rows; `--write`: puts the run into docs/performance.md.
 */

const folder = await mkdtemp(join(tmpdir(), 'binspect-bench-page-'))
const machine = describeMachine(folder)
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
const figures: Reached[] = []
try {
  for (const measure of measurements) {
    for (const figure of await measure()) {
      const reached = reachedOf(figure)
      figures.push(reached)
      process.stdout.write(`${figureLine(reached)}\n`)
    }
  }
} finally {
  await stage.close()
  load.stop()
  await rm(folder, { recursive: true, force: true })
}
if (process.argv.includes('--write')) {
  const run = [machine, figuresTable(figures)].map(tableAsMarkdown).join('\n\n')
  await writeRun(join(root, 'docs/performance.md'), 'npm run bench:page', run)
}
process.exit()
