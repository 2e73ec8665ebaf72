import type { LoadJob, LoadResult } from './load/job.ts'
import type { Worker } from './worker.ts'

/** What a section has to work with. */
export type Context = {
  /** Less of everything: to see whether it runs. */
  quick: boolean
  load: Worker<LoadJob, LoadResult>
  /** A folder of its own. */
  folder: string
}
