import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './child.ts'
import type { Context } from './context.ts'
import type { LoadJob, LoadResult } from './load/job.ts'
import { readOptions } from './options.ts'
import { writeRun } from './report/document.ts'
import { describeMachine } from './report/machine.ts'
import { runAsMarkdown } from './report/markdown.ts'
import type { Chapter } from './report/report.ts'
import { sections } from './sections.ts'
import { startWorker } from './worker.ts'

/** Runs the sections that are asked for, one after the other, and tells what they found. */

const options = readOptions(process.argv.slice(2))
const machine = describeMachine(root)
const chapters: Chapter[] = []
for (const name of options.sections) {
  process.stderr.write(`${name} …\n`)
  chapters.push(await inItsOwnFolder(sections[name]))
}
const run = runAsMarkdown(machine, chapters)
process.stdout.write(`${run}\n`)
if (options.write) await writeRun(join(root, 'docs/performance.md'), 'npm run bench', run)
process.exit()

async function inItsOwnFolder(bench: (context: Context) => Promise<Chapter>): Promise<Chapter> {
  const folder = await mkdtemp(join(tmpdir(), 'binspect-bench-'))
  const load = startWorker<LoadJob, LoadResult>('load')
  try {
    return await bench({ quick: options.quick, load, folder })
  } finally {
    load.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
